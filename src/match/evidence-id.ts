import { createHash } from 'node:crypto';
import type { Evidence, Statement } from '../model/index.ts';

/** Stable over re-readings and runs: what hangs on it (a person's judgement) is found again. */
export const evidenceId = (statement: Statement, commitment: string, kind: Evidence['kind']): string =>
  createHash('sha256')
    .update([statement.documentId, ...statement.claim.predicate.span, commitment, kind].join('\n'))
    .digest('hex')
    .slice(0, 16);
