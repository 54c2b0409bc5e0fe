import type { BoardView, Status } from '../../src/model/index.ts';

/** What a person saw of a case when last looking at its present state. */
export interface Visit {
  /** ISO 8601. */
  at: string;
  statuses: Record<string, Status>;
  evidence: Record<string, number>;
}

/** What is different about one commitment. */
export interface Difference {
  commitment: string;
  /** undefined: the commitment is new. */
  before: Status | undefined;
  now: Status;
  evidence: number;
}

type Seen = Pick<BoardView['assessment']['commitments'][number], 'id' | 'status' | 'evidence'>;

export const visitOf = (findings: readonly Seen[], at: string): Visit => ({
  at,
  statuses: Object.fromEntries(findings.map(({ id, status }) => [id, status])),
  evidence: Object.fromEntries(findings.map(({ id, evidence }) => [id, evidence])),
});

/** Every commitment whose status or amount of evidence is another than at the visit. */
export const differences = (visit: Visit, findings: readonly Seen[]): Difference[] =>
  findings.flatMap(({ id, status, evidence }) => {
    const before = visit.statuses[id];
    const more = evidence - (visit.evidence[id] ?? 0);
    return before === status && more === 0 ? [] : [{ commitment: id, before, now: status, evidence: more }];
  });

const key = (caseId: string): string => `proviso-visit ${caseId}`;

/** null when there was none, or the browser keeps nothing. */
export const lastVisit = (caseId: string): Visit | null => {
  try {
    const visit: unknown = JSON.parse(localStorage.getItem(key(caseId)) ?? 'null');
    return typeof visit === 'object' && visit !== null && 'statuses' in visit && 'evidence' in visit
      ? (visit as Visit)
      : null;
  } catch {
    return null;
  }
};

export const keepVisit = (caseId: string, visit: Visit): void => {
  try {
    localStorage.setItem(key(caseId), JSON.stringify(visit));
  } catch {
    // Without storage every visit is the first.
  }
};
