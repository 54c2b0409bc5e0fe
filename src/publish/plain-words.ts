import { likelihoodInWords, listInWords, words } from '../messages/index.ts';
import {
  type CaseFile,
  type Commitment,
  type Finding,
  markOf,
  type Sensitivity,
  type Stance,
} from '../model/index.ts';
import { debtorNames, leftOutOf, suggestedIn } from './in-words.ts';
import { statusWords } from './marks.ts';

const text = words.findings;

export const statusSentence = (debtor: string, { status, due, late }: Finding): string => {
  if (status === 'no information') return text.silent;
  if (status === 'not due') return due ? text.notDueBefore(due) : text.notDue;
  if (status === 'not assessed') return text.notAssessed;
  const { tone, level } = markOf(status);
  if (tone === 'disputed' || level === 0) return text.disputed(debtor);
  if (tone === 'breach') return text.broke[level](debtor);
  return late && due ? text.keptLate[level]({ debtor, due }) : text.kept[level](debtor);
};

export const opinionSentence = (bearing: 'breach' | 'performance', finding: Finding): string[] => {
  const { probability, uncertainty } = finding[bearing];
  const origins = finding.origins.filter((origin) => origin.bearing === bearing);
  if (probability === null || origins.length === 0) return [];
  const told = (stance: Stance): string | null => {
    const some = origins.filter((origin) => origin.stance === stance);
    const names = listInWords(
      some.map(({ name, grade }) => (grade ? text.graded({ name, grade }) : text.ungraded(name))),
    );
    if (some.length === 0) return null;
    return stance === 'affirms'
      ? text.sides.affirms({ bearing, n: some.length, names })
      : text.sides.denies[bearing]({ n: some.length, names });
  };
  const [affirming, denying] = [told('affirms'), told('denies')];
  const sides =
    affirming && denying ? text.sides.between({ affirming, denying }) : (affirming ?? denying ?? '');
  return [text.opinion({ sides, bearing, likely: likelihoodInWords(probability), uncertainty })];
};

/** What speaks for breach and for performance, and whether nobody else says so. */
export const groundSentences = (finding: Finding): string[] => [
  ...opinionSentence('breach', finding),
  ...opinionSentence('performance', finding),
  ...(finding.ownWord ? [text.ownWord] : []),
];

const hangsOn = ({ status }: Finding, { origins, grades }: Sensitivity): string[] => {
  const needed = origins.filter(({ without }) => without !== status);
  const tender = grades.filter(({ up, down }) => up !== status || down !== status);
  return [
    ...needed.map(({ name, without }) => text.without({ name, status: statusWords({ status: without }) })),
    ...tender.map(({ name, up, down }) =>
      text.graders({ name, up: statusWords({ status: up }), down: statusWords({ status: down }) }),
    ),
    ...(origins.length > 0 && needed.length + tender.length === 0 ? [text.nothingTurns] : []),
  ];
};

export const leftOutSentence = (finding: Finding): string[] => {
  const reasons = new Map<string, number>();
  for (const { why } of leftOutOf(finding)) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  const told = [...reasons].sort((a, b) => b[1] - a[1]).map(([why, n]) => text.times({ why, n }));
  return told.length > 0 ? [text.leftOut(told.join('; '))] : [];
};

export const suggestionSentence = (finding: Finding): string[] => {
  const waiting = suggestedIn(finding).length;
  return waiting === 0 ? [] : [text.suggested(waiting)];
};

const replySentences = ({ replies }: Finding): string[] => {
  const told = [...new Set(replies.map(({ by, kind }) => text.reply({ by, kind })))];
  return told.length > 0 ? [text.replies(listInWords(told))] : [];
};

/** A finding in plain sentences: status, origins, replies, what it hangs on, what would change it. */
export const plainWords = (
  file: CaseFile,
  commitment: Commitment,
  finding: Finding,
  sensitivity: Sensitivity,
): string[] => {
  const { personal } = finding;
  return [
    statusSentence(debtorNames(file, commitment), finding),
    ...groundSentences(finding),
    ...replySentences(finding),
    ...finding.conditions.map(({ commitment: id, status }) =>
      text.conditional({ commitment: id, status: statusWords({ status }) }),
    ),
    ...leftOutSentence(finding),
    ...suggestionSentence(finding),
    ...hangsOn(finding, sensitivity),
    ...(personal
      ? [
          text.personal({
            by: personal.by,
            status: statusWords(personal),
            day: personal.at.slice(0, 10),
            reason: personal.reason,
          }),
        ]
      : []),
  ];
};
