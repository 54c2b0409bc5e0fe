import type { CaseFile, NetworkView } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { standingIn } from './names.ts';

/** As many as can be told apart in one picture. */
const limits = { nodes: 40, edges: 120 };

/** Who is said to have done something to whom: the strongest edges between the actors met most often. */
export const networkView = async (store: Store, file: CaseFile): Promise<NetworkView> => {
  const { links, weights, nodes, edges } = await store.network(file.id, limits);
  const named = await store.namesByKey(file.id, [...weights.keys()]);
  const standing = standingIn(file);
  const shown = [...weights].flatMap(([key, claims]) => {
    const found = named.get(key);
    return found ? [{ key, name: found.name, type: found.type, standing: standing(key), claims }] : [];
  });
  return {
    nodes: shown,
    edges: links,
    left: { nodes: nodes - shown.length, edges: edges - links.length },
  };
};
