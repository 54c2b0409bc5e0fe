import type { Standard, Status } from './assessment.ts';
import type { Bearing } from './vocabulary.ts';

/** Which way a status points. */
export type Tone = Bearing | 'disputed' | 'none';

/**
 * How a status is shown wherever people see it: terminal, report and workbench. The shape tells the direction (triangle: breach,
 * circle: performance), its filling how sure; what is neither has a sign of its own.
 */
export interface StatusMark {
  sign: StatusSign;
  tone: Tone;
  /** How far up the standard of proof: 0 nowhere, 1 indications, 2 probable, 3 established. */
  level: 0 | 1 | 2 | 3;
}

const marks = {
  'established breach': { sign: '▲', tone: 'breach', level: 3 },
  'probable breach': { sign: '◭', tone: 'breach', level: 2 },
  'indications of breach': { sign: '△', tone: 'breach', level: 1 },
  disputed: { sign: '⬖', tone: 'disputed', level: 2 },
  'indications of performance': { sign: '○', tone: 'performance', level: 1 },
  'probable performance': { sign: '◒', tone: 'performance', level: 2 },
  'established performance': { sign: '●', tone: 'performance', level: 3 },
  'no information': { sign: '–', tone: 'none', level: 0 },
  'not assessed': { sign: '×', tone: 'none', level: 0 },
  'not due': { sign: '◦', tone: 'none', level: 0 },
} as const satisfies Record<Status, { sign: string; tone: Tone; level: number }>;

export type StatusSign = (typeof marks)[Status]['sign'];

/** Every status, from the surest breach to the surest performance, then those that point nowhere. */
export const everyStatus = Object.keys(marks) as readonly Status[];

export const markOf = (status: Status): StatusMark => marks[status];

/** The standards of proof, the lowest first. */
export const standards: readonly Standard[] = ['indications', 'probable', 'established'];
