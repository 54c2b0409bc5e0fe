import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { BoardView } from '../../src/model/index.ts';
import { boardQuery } from './api.ts';
import { dateInWords, momentInWords, monthsBefore } from './dates.ts';
import { type Difference, differences, keepVisit, lastVisit, visitOf } from './visits.ts';

/** How far back a board is compared where nobody said from when and no visit is known. */
const usualMonths = 3;

export interface Comparison {
  /** Since when, in words. */
  since: string;
  differences: readonly Difference[];
  /** Keeps what is shown as seen; null where it is compared with a day. */
  seen: (() => void) | null;
}

const within = (day: string, first: string, last: string): string =>
  day < first ? first : day > last ? last : day;

/**
 * What is different since a day, as it was known then. Without a day it is the visitor's last visit, by what was shown then, so
 * that an old report that came in later is seen; on a past day, or at the first visit, some months before.
 */
export const useComparison = (view: BoardView, since: string | undefined, isPresent: boolean): Comparison => {
  const { id: caseId, signed } = view.case;
  const { asOf, commitments: findings } = view.assessment;
  const [visit, setVisit] = useState(() => lastVisit(caseId));
  const isVisit = isPresent && since === undefined && visit !== null;
  useEffect(() => {
    if (isPresent && !lastVisit(caseId)) keepVisit(caseId, visitOf(findings, new Date().toISOString()));
  }, [caseId, findings, isPresent]);
  const day = within(since ?? monthsBefore(asOf, usualMonths), signed, asOf);
  const { data: before } = useQuery({
    ...boardQuery(caseId, { asOf: day, knownAt: day }),
    enabled: !isVisit,
  });
  const found = useMemo(() => {
    const then = isVisit ? visit : before && visitOf(before.assessment.commitments, day);
    return then ? differences(then, findings) : [];
  }, [isVisit, visit, before, day, findings]);
  const seen = () => {
    const now = visitOf(findings, new Date().toISOString());
    keepVisit(caseId, now);
    setVisit(now);
  };
  return isVisit
    ? { since: momentInWords(visit.at), differences: found, seen }
    : { since: dateInWords(day), differences: found, seen: null };
};
