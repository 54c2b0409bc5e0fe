import type { Finding } from '../../src/model/index.ts';
import { markOf } from '../../src/model/marks.ts';

/** How many commitments stand where; every commitment counts in one number. */
export interface Tally {
  total: number;
  breach: number;
  performance: number;
  disputed: number;
  silent: number;
  notDue: number;
}

export const tally = (findings: readonly Pick<Finding, 'status'>[]): Tally => {
  const count = (holds: (finding: Pick<Finding, 'status'>) => boolean) => findings.filter(holds).length;
  return {
    total: findings.length,
    breach: count(({ status }) => markOf(status).tone === 'breach'),
    performance: count(({ status }) => markOf(status).tone === 'performance'),
    disputed: count(({ status }) => status === 'disputed'),
    silent: count(({ status }) => status === 'no information' || status === 'not assessed'),
    notDue: count(({ status }) => status === 'not due'),
  };
};
