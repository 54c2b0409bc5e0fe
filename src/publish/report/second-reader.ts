import { dateInWords } from '../../model/index.ts';
import type { Found } from '../found.ts';
import { type Line, paragraph, type Section } from '../paper/paper.ts';
import type { Citations } from './citations.ts';
import { quotation } from './commitment.ts';
import { nameOf } from './summary.ts';

const rowsOf = ({ commitment, finding }: Found, citations: Citations): Line[][] =>
  finding.evidence.flatMap(({ secondOpinion, words, document, span }) =>
    secondOpinion
      ? [
          [
            [nameOf(commitment)],
            quotation(words),
            citations.citeShortly(document, span),
            [secondOpinion.says],
            [`${secondOpinion.model}, ${dateInWords(secondOpinion.at.slice(0, 10))}`],
          ],
        ]
      : [],
  );

/** What a language model had a hand in; none where none was asked. */
export const secondReaderAnnex = (
  found: readonly Found[],
  citations: Citations,
  letter: string,
): Section[] => {
  const rows = found.flatMap((each) => rowsOf(each, citations));
  if (rows.length === 0) return [];
  return [
    {
      heading: `Annex ${letter}. What a language model read`,
      anchor: `annex-${letter.toLowerCase()}`,
      sections: [],
      blocks: [
        paragraph(
          'A language model was asked about these sentences. What it says stands here alone: no finding rests on it.',
        ),
        {
          kind: 'table',
          caption: 'Sentences that a language model read, and what it says of them',
          columns: ['Commitment', 'Words', 'Place', 'It says', 'Model and day'],
          widths: [25, 35, 15, 10, 15],
          rows,
        },
      ],
    },
  ];
};
