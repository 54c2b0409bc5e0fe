import type { Statement } from '../../model/index.ts';
import type { Source } from '../origins.ts';
import type { CaseBodies } from './case-bodies.ts';
import type { Page } from './texts.ts';

/** An origin as one statement alone tells it, and how vague that is: only what is vague may turn out to be another's. */
export interface Found {
  source: Source;
  vague: 'party' | 'body' | 'unnamed' | 'writer' | null;
  passes: string | null;
}

export const occasionsOf =
  (_statements: readonly Statement[], _alone: (statement: Statement) => Found, _pages: ReadonlyMap<string, Page>, _bodies: CaseBodies) =>
  (_statement: Statement, { source }: Found): Source =>
    source;
