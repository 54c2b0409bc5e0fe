import type { Month, Status } from './assessment.ts';

/** Months that follow one another with the same status. */
export interface MonthRun {
  from: string;
  to: string;
  status: Status;
}

/** The months as runs, so that a strip can be read aloud without naming every cell. */
export const monthRuns = (months: readonly Month[]): MonthRun[] => {
  const found: MonthRun[] = [];
  for (const { month, status } of months) {
    const last = found.at(-1);
    if (last?.status === status) last.to = month;
    else found.push({ from: month, to: month, status });
  }
  return found;
};
