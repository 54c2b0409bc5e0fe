import type { Statement } from '../model/index.ts';

const denying = new Set(['deny', 'dispute', 'refute', 'disclaim', 'disavow']);

/** What reports a denial reports words and no conduct, even where the verb is one of turning somebody away. */
export const isDenial = ({ claim }: Pick<Statement, 'claim'>): boolean =>
  denying.has(claim.predicate.lemma.split(' ')[0] ?? '');
