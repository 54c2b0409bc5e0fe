import type { CaseFile, Commitment, DocumentSummary, Finding, Opinion } from '../model/index.ts';
import { markOf, statusWords } from './marks.ts';
import { clip, fold, paint, type Screen } from './terminal.ts';

/** A party's name; its id where the case has none of that id. */
export const partyName = ({ parties }: CaseFile, id: string): string =>
  parties.find((party) => party.id === id)?.name ?? id;

type Documents = ReadonlyMap<string, Pick<DocumentSummary, 'title' | 'published' | 'kind'>>;

const percent = (value: number) => `${Math.round(value * 100)} %`;

/** An opinion in words; uncertainty is said beside the probability, never hidden in it. */
export const opinionWords = ({ probability, belief, disbelief, uncertainty }: Opinion): string =>
  probability === null
    ? 'nothing known'
    : `${percent(probability)} likely (for ${percent(belief)}, against ${percent(disbelief)}, uncertain ${percent(uncertainty)})`;

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
    ...finding.evidence
      .filter(
        ({ origin, bearing: bears, role }) => origin === id && (bears === bearing || role === 'context'),
      )
      .flatMap((item) => quoted(item, documents, screen)),
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
  const evidenceByClaim = new Map(finding.evidence.map((item) => [item.claim, item]));
  const leftOut = finding.leftOut.map(({ claim, why }) => {
    const words = evidenceByClaim.get(claim)?.words ?? claim;
    return `    “${clip(words, screen.columns - 10)}”\n      ${why}`;
  });
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
