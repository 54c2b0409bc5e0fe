import type { DocumentView } from '../../../src/model/index.ts';
import { words } from '../words.ts';
import { DocumentLine } from './document-line.tsx';
import { Folded } from './folded.tsx';

const text = words.reader;

/** Documents with the same text, or long passages of it: they are one origin, however many they are. */
export const Copies = ({ caseId, copies }: { caseId: string; copies: DocumentView['copies'] }) =>
  copies.length > 0 && (
    <section className="panel" aria-labelledby="copies-heading">
      <h2 id="copies-heading">{text.copies(copies.length)}</h2>
      <Folded items={copies} first={5}>
        {(shown) => (
          <ul className="plain copies">
            {shown.map(({ document, kind, resemblance, passages }) => (
              <li key={document.id}>
                <DocumentLine caseId={caseId} id={document.id} document={document} />
                <span className="facts">
                  {[
                    text.copyKinds[kind],
                    kind !== 'exact' && text.alike(resemblance),
                    kind === 'passages' && text.shared(passages.length),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Folded>
    </section>
  );
