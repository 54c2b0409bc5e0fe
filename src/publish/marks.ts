import type { Finding, Status } from '../model/index.ts';

type Paint = 'red' | 'yellow' | 'green' | 'gray' | 'magenta';

/**
 * How a status is shown: a sign that needs no colour, and a colour that needs no sign. The signs are those that the workbench
 * draws: a triangle is a breach, a circle performance, and their filling tells how sure.
 */
export interface Mark {
  sign: string;
  paint: Paint;
}

const marks: Record<Status, Mark> = {
  'not due': { sign: '◦', paint: 'gray' },
  'not assessed': { sign: '×', paint: 'gray' },
  'no information': { sign: '–', paint: 'gray' },
  disputed: { sign: '⬖', paint: 'magenta' },
  'indications of breach': { sign: '△', paint: 'yellow' },
  'probable breach': { sign: '◭', paint: 'red' },
  'established breach': { sign: '▲', paint: 'red' },
  'indications of performance': { sign: '○', paint: 'green' },
  'probable performance': { sign: '◒', paint: 'green' },
  'established performance': { sign: '●', paint: 'green' },
};

export const markOf = (status: Status): Mark => marks[status];

/** Every status with its mark, in the order of a legend. */
export const allMarks = Object.entries(marks) as [Status, Mark][];

/** A finding's status in words: late performance says that it was late. */
export const statusWords = ({ status, late }: Pick<Finding, 'status' | 'late'>): string =>
  late && status.endsWith('performance') ? `${status}, late` : status;
