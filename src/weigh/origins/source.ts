import type { Grade, Tie } from '../../model/index.ts';
import type { Grades } from '../trust.ts';

/** Where a claim's knowledge ultimately comes from. */
export interface TracedSource {
  id: string;
  name: string;
  camp: string;
  /** Its grade, by whichever grades hold. */
  gradeBy: (grades: Grades) => Grade | null;
  /** The party whose conduct is judged is in a quarrel with it. */
  adverseTo: ReadonlySet<string>;
  bodies: readonly string[];
  /** It has a name, of its own or of the page. */
  isNamed: boolean;
  /** Why the telling goes back to it. */
  tie: Tie;
}

/** The same, graded. */
export interface Source extends Omit<TracedSource, 'gradeBy'> {
  grade: Grade | null;
}

/**
 * An origin as one statement alone tells it, and how vague that is: a party's officials, a body that may be anybody's ("the
 * ministry"), somebody unnamed, the page itself. Only what is vague may turn out to be another's.
 */
export interface Found {
  source: TracedSource;
  vague: 'party' | 'body' | 'unnamed' | 'writer' | null;
}
