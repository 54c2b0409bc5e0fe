import {
  type CaseFile,
  type Commitment,
  type Finding,
  likelihood,
  type Sensitivity,
  type Stance,
  toldWords,
} from '../model/index.ts';
import { debtorNames, leftOutOf, percent, suggestedIn } from './in-words.ts';

const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const count = (n: number, one: string, many = `${one}s`) => (n === 1 ? `one ${one}` : `${n} ${many}`);

export const statusSentence = (debtor: string, { status, due, late }: Finding): string => {
  if (status === 'no information') return 'No report that counts says anything on it.';
  if (status === 'not due') return `It is not due${due ? ` before ${due}` : ' yet'}.`;
  if (status === 'not assessed') return 'Nobody has assessed it.';
  if (status === 'disputed') {
    return `Whether ${debtor} kept it is disputed: some say that it did, and others, of the same time, that it did not.`;
  }
  const did = status.endsWith('breach') ? 'broke it' : `kept it${late ? `, after it was due on ${due}` : ''}`;
  if (status.startsWith('indications')) return `There are indications that ${debtor} ${did}.`;
  return `It is ${status.startsWith('probable') ? 'probable' : 'established'} that ${debtor} ${did}.`;
};

export const opinionSentence = (bearing: 'breach' | 'performance', finding: Finding): string[] => {
  const { probability, uncertainty } = finding[bearing];
  const origins = finding.origins.filter((origin) => origin.bearing === bearing);
  if (probability === null || origins.length === 0) return [];
  const told = (stance: Stance): string | null => {
    const some = origins.filter((origin) => origin.stance === stance);
    const names = some.map(({ name, grade }) => `${name} (${grade ? `grade ${grade}` : 'not graded'})`);
    const says =
      stance === 'affirms' ? `For ${bearing}` : `Against it, as it ${toldWords({ bearing, stance })}`;
    return some.length > 0 ? `${says}, ${count(some.length, 'independent origin')}: ${list(names)}` : null;
  };
  const sides = [told('affirms'), told('denies')].filter((side) => side !== null).join('. ');
  const likely = `${bearing} is ${likelihood(probability)}`;
  return [`${sides}; ${likely}, ${percent(uncertainty)} of it is not known.`];
};

const hangsOn = ({ status }: Finding, { origins, grades }: Sensitivity): string[] => {
  const needed = origins.filter(({ without }) => without !== status);
  const tender = grades.filter(({ up, down }) => up !== status || down !== status);
  return [
    ...needed.map(({ name, without }) => `Without ${name} it would be: ${without}.`),
    ...tender.map(({ name, up, down }) => `With ${name} graded a step better: ${up}; a step worse: ${down}.`),
    ...(origins.length > 0 && needed.length + tender.length === 0
      ? ['No single origin and no single grade, a step up or down, would change it.']
      : []),
  ];
};

export const leftOutSentence = (finding: Finding): string[] => {
  const reasons = new Map<string, number>();
  for (const { why } of leftOutOf(finding)) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  const told = [...reasons].sort((a, b) => b[1] - a[1]).map(([why, times]) => `${why} (${times})`);
  return told.length > 0 ? [`Left out or shown as context: ${told.join('; ')}.`] : [];
};

export const suggestionSentence = (finding: Finding): string[] => {
  const waiting = suggestedIn(finding).length;
  if (waiting === 0) return [];
  return [`Not counted until a person accepts it: ${count(waiting, 'suggestion')} of the machine.`];
};

const replySentences = ({ replies }: Finding): string[] => {
  const told = [...new Set(replies.map(({ by, kind }) => `${by} ${kind}`))];
  return told.length > 0 ? [`The accused party's side: ${list(told)}.`] : [];
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
    ...opinionSentence('breach', finding),
    ...opinionSentence('performance', finding),
    ...(finding.ownWord ? ['Nobody but whoever owes it says that it was done.'] : []),
    ...replySentences(finding),
    ...finding.conditions.map(
      ({ commitment: id, status }) => `It is conditional on ${id}, which is: ${status}.`,
    ),
    ...leftOutSentence(finding),
    ...suggestionSentence(finding),
    ...hangsOn(finding, sensitivity),
    ...(personal
      ? [`${personal.by} set it to ${personal.status} on ${personal.at.slice(0, 10)}: ${personal.reason}`]
      : []),
  ];
};
