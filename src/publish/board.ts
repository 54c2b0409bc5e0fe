import {
  type Assessment,
  type CaseFile,
  type Commitment,
  debtorGroups,
  type Finding,
  isOwedBy,
  type Month,
  namesOf,
} from '../model/index.ts';
import { clip } from './clip.ts';
import { foundIn } from './found.ts';
import { suggestedIn } from './in-words.ts';
import { allMarks, markOf, statusWords } from './marks.ts';
import { fold, paint, type Screen } from './terminal.ts';

/** Holds the words of one legend entry together while lines are folded. */
const noBreak = '\u00a0';

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

const strip = (months: readonly Month[], screen: Screen): string =>
  months.map(({ status }) => paint(screen, markOf(status).paint, markOf(status).sign)).join('');

const documentsOf = ({ evidence, replies }: Finding): number =>
  new Set(
    [...evidence.filter(({ role }) => role !== 'suggested'), ...replies].map(({ document }) => document),
  ).size;

const conditionWords = ({ conditions }: Finding): string[] =>
  conditions.map(
    (condition) => `conditional on ${condition.commitment}, which is: ${statusWords(condition)}`,
  );

const facts = (finding: Finding): string[] => [
  finding.awaits
    ? `counts from a day not known yet: ${finding.awaits}`
    : finding.due
      ? `due ${finding.due}`
      : 'no end date',
  count(finding.origins.filter(({ bearing }) => bearing !== 'context').length, 'origin'),
  count(documentsOf(finding), 'document'),
  ...(finding.replies.length > 0 ? [count(finding.replies.length, 'reply', 'replies')] : []),
  ...(suggestedIn(finding).length > 0 ? [count(suggestedIn(finding).length, 'suggestion')] : []),
];

const row = (commitment: Commitment, finding: Finding, screen: Screen): string[] => {
  const { sign, paint: colour } = markOf(finding.status);
  const indent = '    ';
  return [
    `  ${paint(screen, colour, `${sign} ${statusWords(finding)}`)}  ${paint(screen, 'bold', commitment.id)}`,
    `${indent}${clip(commitment.requires, screen.columns - indent.length)}`,
    `${indent}${strip(finding.months, screen)}  ${paint(screen, 'dim', facts(finding).join(' · '))}`,
    ...(finding.personal
      ? [
          `${indent}set by ${finding.personal.by} to ${statusWords(finding.personal)}: ${clip(finding.personal.reason, screen.columns - 40)}`,
        ]
      : []),
    ...conditionWords(finding).map((words) => `${indent}${paint(screen, 'dim', words)}`),
  ];
};

/** The board of a case for a terminal: each party's commitments, their status and their months. */
export const boardText = (file: CaseFile, assessment: Assessment, screen: Screen): string => {
  const found = foundIn({ file, assessment });
  const bodies = [...file.parties, ...file.actors].map(({ id }) => id);
  const groups = debtorGroups(bodies, file.commitments).flatMap((debtors) => {
    const rows = found
      .filter(({ commitment }) => isOwedBy(commitment, debtors))
      .flatMap(({ commitment, finding }) => row(commitment, finding, screen));
    return rows.length > 0 ? ['', paint(screen, 'underline', namesOf(file, debtors)), ...rows] : [];
  });
  const legend = allMarks
    .map(([status, { sign }]) => `${sign} ${statusWords({ status })}`.replaceAll(' ', noBreak))
    .join(' ');
  return [
    paint(screen, 'bold', file.title),
    `as of ${assessment.asOf}, as known on ${assessment.knownAt}; one sign a month`,
    ...groups,
    '',
    paint(screen, 'dim', fold(legend, screen.columns).replaceAll(noBreak, ' ')),
    '',
  ].join('\n');
};
