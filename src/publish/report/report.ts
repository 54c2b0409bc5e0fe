import { dateInWords } from '../../model/index.ts';
import { type CaseMaterial, type Found, foundIn } from '../found.ts';
import { debtorNames } from '../in-words.ts';
import { type Line, type Paper, paragraph, type Section } from '../paper/paper.ts';
import { type Citable, Citations } from './citations.ts';
import { commitmentSection, quotation, quotedAtMost, toldBy } from './commitment.ts';
import { methodSection } from './method.ts';
import { secondReaderAnnex } from './second-reader.ts';
import { nameOf, summarySection } from './summary.ts';

/** What a report is made of. */
export interface Report extends CaseMaterial, Citable {
  /** Ids of the commitments that it is on; null: all. */
  only: readonly string[] | null;
}

const documentsAnnex = (citations: Citations): Section => ({
  heading: 'Annex A. Documents cited',
  anchor: 'annex-a',
  sections: [],
  blocks:
    citations.count > 0
      ? [
          paragraph(
            'A copy of a document is the one that was read when its SHA-256 hash is the one given here.',
          ),
          citations.annex(),
        ]
      : [paragraph('No document is cited.')],
});

/** The sentences of an origin that the text did not quote, as rows. */
const furtherRows = ({ commitment, finding }: Found, citations: Citations): Line[][] =>
  finding.origins
    .filter(({ bearing }) => bearing !== 'context')
    .flatMap((origin) =>
      toldBy(finding, origin)
        .slice(quotedAtMost)
        .map(({ words, document, span }) => [
          [nameOf(commitment)],
          [origin.name],
          quotation(words),
          citations.citeShortly(document, span),
        ]),
    );

const furtherAnnex = (found: readonly Found[], citations: Citations): Section[] => {
  const rows = found.flatMap((each) => furtherRows(each, citations));
  if (rows.length === 0) return [];
  return [
    {
      heading: 'Annex B. Further evidence',
      anchor: 'annex-b',
      sections: [],
      blocks: [
        {
          kind: 'table',
          caption: 'Sentences that count beside those quoted',
          columns: ['Commitment', 'Origin', 'Words', 'Place'],
          widths: [25, 15, 40, 20],
          rows,
        },
      ],
    },
  ];
};

const chosen = ({ only, ...material }: Report): Found[] =>
  foundIn(material).filter(({ commitment }) => only === null || only.includes(commitment.id));

/**
 * The report to hand in: method and standard of proof, summary, a section for each commitment, annexes. It is data: how it
 * looks is for `paper`.
 */
export const reportPaper = (report: Report): Paper => {
  const { file, assessment, documents } = report;
  const found = chosen(report);
  const citations = new Citations(report);
  // Documents are numbered as they are cited: the text comes before its annexes.
  const sections = found.map((each, place) => commitmentSection(file, each, place, citations));
  const further = furtherAnnex(found, citations);
  const secondReader = secondReaderAnnex(found, citations, further.length > 0 ? 'C' : 'B');
  const parties = debtorNames(file, { debtor: file.parties.map(({ id }) => id) });
  return {
    title: `${file.title}: report on its keeping`,
    subtitle: [
      `Agreement of ${dateInWords(file.signed)} between ${parties}`,
      `Conduct up to ${dateInWords(assessment.asOf)}, by what was published up to ${dateInWords(assessment.knownAt)}`,
    ],
    sections: [
      methodSection(
        file,
        assessment,
        found.map(({ finding }) => finding),
        documents.size,
      ),
      summarySection(file, found),
      { heading: 'Findings', anchor: 'findings', blocks: [], sections },
      documentsAnnex(citations),
      ...further,
      ...secondReader,
    ],
  };
};
