import type { ClaimPage } from '../../../src/model/index.ts';
import { dateInWords } from '../dates.ts';
import { words } from '../words.ts';
import { Chain } from './evidence-card.tsx';
import { ListTable } from './list-table.tsx';
import { Quotation } from './quotation.tsx';

const text = words.claims;

/** Claims of many documents, each with who tells it; the words lead to the sentence. */
export const ClaimTable = ({ caseId, page: { claims, total } }: { caseId: string; page: ClaimPage }) => {
  if (!total) return <p className="empty">{text.none}</p>;
  return (
    <ListTable caption={text.caption(total)} columns={Object.values(text.columns)}>
      {claims.map(({ id, document, span, words: quoted, type, polarity, mood, chain }) => (
        <tr key={id}>
          <td className="narrow">
            {document.published ? dateInWords(document.published) : words.document.undated}
          </td>
          <td>
            <Quotation caseId={caseId} document={document.id} span={span} words={quoted} />
            <span className="facts">
              {[
                type && words.predicates[type],
                polarity === 'negated' && words.claimForm.polarities.negated,
                mood !== 'asserted' && words.reader.moods[mood],
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </td>
          <td className="medium">
            <Chain tellers={chain} />
          </td>
        </tr>
      ))}
    </ListTable>
  );
};
