import type { CaseFile, Commitment, DocumentSummary, Finding } from '../model/index.ts';
import { evidenceOf, leftOutOf, opinionWords, partyName, percent } from './in-words.ts';
import { markOf, statusWords } from './marks.ts';
import { clip, fold, paint, type Screen } from './terminal.ts';

type Documents = ReadonlyMap<string, Pick<DocumentSummary, 'title' | 'published' | 'kind'>>;

const documentWords = (id: string, documents: Documents): string => {
  const document = documents.get(id);
  if (!document) return id;
  const digest = document.kind === 'digest' ? ", Proviso's summary, not the outlet's text" : '';
  return `${document.title} (${document.published ?? 'undated'}${digest}) [${id}]`;
};

const quoted = (item: Finding['evidence'][number], documents: Documents, { columns }: Screen): string[] => {
  const indent = 8;
  return [
    `      “${fold(clip(item.words, 300), columns - indent, indent - 1)}”`,
    `        ${item.chain.join(' ← ')}; ${item.bearing}, ${opinionWords(item.opinion)}`,
    `        ${clip(documentWords(item.document, documents), columns - indent)}`,
  ];
};

const originLines = (finding: Finding, documents: Documents, screen: Screen): string[] =>
  finding.origins.flatMap(({ id, name, camp, grade, bearing, adds }) => [
    `    ${paint(screen, 'bold', name)}  ${bearing}, adds ${percent(adds)}; camp ${camp}; ${grade ? `grade ${grade}` : 'not graded'}`,
    ...evidenceOf(finding, { id, bearing }).flatMap((item) => quoted(item, documents, screen)),
  ]);

const section = (title: string, lines: readonly string[], screen: Screen): string[] =>
  lines.length > 0 ? ['', `  ${paint(screen, 'underline', title)}`, ...lines] : [];

/** Why a commitment stands where it stands, for a terminal: down to the sentences and what would change it. */
export const reasonsText = (
  file: CaseFile,
  commitment: Commitment,
  finding: Finding,
  documents: Documents,
  screen: Screen,
): string => {
  const { sign, paint: colour } = markOf(finding.status);
  const leftOut = leftOutOf(finding).map(
    ({ words, why }) => `    “${clip(words, screen.columns - 10)}”\n      ${why}`,
  );
  const replies = finding.replies.map(
    ({ kind, by, words, document }) =>
      `    ${by} ${kind}: “${clip(words, screen.columns - 20)}”\n      ${clip(documentWords(document, documents), screen.columns - 6)}`,
  );
  return [
    paint(screen, 'bold', commitment.id),
    `  ${fold(commitment.requires, screen.columns - 2, 2)}`,
    `  ${partyName(file, finding.debtor)} owes it to ${partyName(file, finding.creditor)}; ${commitment.kind}${finding.due ? `, due ${finding.due}` : ''}.`,
    '',
    `  ${paint(screen, colour, `${sign} ${statusWords(finding)}`)}`,
    `  breach: ${opinionWords(finding.breach)}`,
    `  performance: ${opinionWords(finding.performance)}`,
    ...finding.conditions.map(
      ({ commitment: id, status }) => `  It is conditional on ${id}, which is: ${status}.`,
    ),
    ...section('Origins', originLines(finding, documents, screen), screen),
    ...section('Replies of the accused party', replies, screen),
    ...section('Left out, and why', leftOut, screen),
    ...section(
      'What would change it',
      finding.wouldChange.map((line) => `    ${line}`),
      screen,
    ),
    '',
  ].join('\n');
};
