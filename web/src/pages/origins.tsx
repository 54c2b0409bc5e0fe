import { useOriginTree } from '../origin-api.ts';
import { OriginDrop } from '../parts/origin-drop.tsx';
import { OriginTable, OriginTree } from '../parts/origin-tree.tsx';
import { originsInWords } from '../phrases.ts';
import { words } from '../words.ts';

const text = words.origins;

/** Where some pages come from: no case is needed, and nothing is kept. */
export const Origins = () => {
  const tree = useOriginTree();
  return (
    <div className="page">
      <title>{words.pageTitle(text.heading)}</title>
      <h1>{text.heading}</h1>
      <p className="lead">{tree ? originsInWords(tree) : text.lead}</p>
      {tree && (
        <>
          <OriginTree tree={tree} />
          {tree.refused.length > 0 && (
            <details>
              <summary>{text.refused(tree.refused.length)}</summary>
              <ul>
                {tree.refused.map(({ source, why, todo }) => (
                  <li key={source}>
                    {source}: {why} {todo}
                  </li>
                ))}
              </ul>
            </details>
          )}
          <OriginTable tree={tree} />
          <p>
            <a
              download="origins.json"
              href={`data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(tree, null, 2))}`}
            >
              {text.asJson}
            </a>
          </p>
          <h2>{text.again}</h2>
        </>
      )}
      <OriginDrop />
    </div>
  );
};
