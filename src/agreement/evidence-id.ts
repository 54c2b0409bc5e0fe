import { createHash } from 'node:crypto';
import type { Statement } from '../model/index.ts';

/** Stable over re-readings and runs: what hangs on it (a person's judgement) is found again. */
export const evidenceId = (statement: Statement, commitment: string, indicator: string | null): string =>
  createHash('sha256')
    .update(
      [statement.documentId, ...statement.claim.predicate.span, commitment, indicator ?? 'assessment'].join(
        '\n',
      ),
    )
    .digest('hex')
    .slice(0, 16);
