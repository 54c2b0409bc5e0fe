import { words } from '../messages/index.ts';
import { everyStatus, markOf as markIn, type Status, type StatusMark } from '../model/index.ts';

type Paint = 'red' | 'yellow' | 'green' | 'gray' | 'magenta';

/** How a status is shown on paper and in a terminal: a sign that needs no colour, and a colour that needs no sign. */
export interface Mark {
  sign: string;
  /** Which way it points: a page dresses it by this. */
  tone: StatusMark['tone'];
  paint: Paint;
}

const paintOf = ({ tone, level }: StatusMark): Paint => {
  if (tone === 'breach') return level === 1 ? 'yellow' : 'red';
  return tone === 'performance' ? 'green' : tone === 'disputed' ? 'magenta' : 'gray';
};

export const markOf = (status: Status): Mark => {
  const mark = markIn(status);
  return { sign: mark.sign, tone: mark.tone, paint: paintOf(mark) };
};

/** Every status with its mark, in the order of a legend. */
export const allMarks: readonly [Status, Mark][] = everyStatus.map((status) => [status, markOf(status)]);

/** A status, and whether performance came after its day: a month, a condition and a person's finding do not say. */
export interface Stand {
  status: Status;
  late?: boolean;
}

/** A status in words: late performance says that it was late. */
export const statusWords = ({ status, late = false }: Stand): string =>
  late && status.endsWith('performance')
    ? words.findings.late(words.statusInText[status])
    : words.statusInText[status];
