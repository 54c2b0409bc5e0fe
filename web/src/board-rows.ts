import type { BoardCommitment, BoardFinding, BoardView, Standard, Status } from '../../src/model/index.ts';
import { everyStatus, markOf, standards } from '../../src/model/marks.ts';
import { debtorGroups, debtorsOf } from '../../src/model/owing.ts';
import { daysTo } from './deadlines.ts';
import { bodiesInWords } from './phrases.ts';
import type { Difference } from './visits.ts';

/** How a commitment stands to its last day. */
type DeadlineState = 'none' | 'unknown' | 'due' | 'met' | 'late' | 'overdue' | 'passed' | 'ends' | 'ended';

export interface DeadlineOf {
  state: DeadlineState;
  /** YYYY-MM-DD; null where there is none, or it is not known yet. */
  day: string | null;
  /** From the day that is looked at; negative when it has passed. */
  days: number;
}

/** One line of the board. */
export interface BoardRow {
  id: string;
  commitment: BoardCommitment;
  finding: BoardFinding;
  /** Who owes it, as the address has it. */
  party: string;
  partyName: string;
  deadline: DeadlineOf;
  /** What is different since the day of comparison; null: nothing is. */
  change: Difference | null;
}

/** Who owes a commitment, as one word of the address: ids in order, joined by dots. */
const partyKey = (debtors: readonly string[]): string => debtors.toSorted().join('.');

type Dated = Pick<BoardFinding, 'status' | 'late' | 'due' | 'awaits'>;

/** Silence after the day is no breach: it has passed, and nobody tells what came of it. */
const stateOf = (finding: Dated, kind: BoardCommitment['kind'], days: number): DeadlineState => {
  if (finding.awaits !== null) return 'unknown';
  if (finding.due === null) return 'none';
  if (kind === 'prohibition') return days >= 0 ? 'ends' : 'ended';
  const { tone } = markOf(finding.status);
  if (tone === 'performance') return finding.late ? 'late' : days >= 0 ? 'due' : 'met';
  if (days >= 0) return 'due';
  return tone === 'none' ? 'passed' : 'overdue';
};

export const deadlineOf = (finding: Dated, kind: BoardCommitment['kind'], asOf: string): DeadlineOf => {
  const days = finding.due === null ? 0 : daysTo(asOf, finding.due);
  return {
    state: stateOf(finding, kind, days),
    day: finding.awaits === null ? finding.due : null,
    days,
  };
};

/** The commitments as lines, those of each debtor together, in the order of the case file. */
export const rowsOf = (view: BoardView, differences: readonly Difference[]): BoardRow[] => {
  const { names } = view.case;
  const { asOf } = view.assessment;
  const findings = new Map(view.assessment.commitments.map((finding) => [finding.id, finding]));
  const changes = new Map(differences.map((difference) => [difference.commitment, difference]));
  return debtorGroups(Object.keys(names), view.commitments)
    .map(partyKey)
    .flatMap((party) =>
      view.commitments.flatMap((commitment) => {
        const finding = findings.get(commitment.id);
        if (!finding || partyKey(debtorsOf(commitment)) !== party) return [];
        const { id, kind } = commitment;
        return [
          {
            id,
            commitment,
            finding,
            party,
            partyName: bodiesInWords(debtorsOf(commitment), names),
            deadline: deadlineOf(finding, kind, asOf),
            change: changes.get(id) ?? null,
          },
        ];
      }),
    );
};

/** What may be asked of the status: one of them, or all that point one way. */
export const statusChoices: readonly string[] = ['breach', 'performance', ...everyStatus];

export const hasStatus = (status: Status, asked: string): boolean =>
  status === asked || markOf(status).tone === asked;

/** How far up the scale from the surest breach to the surest performance; what points nowhere comes last. */
export const statusRank = (status: Status): number => everyStatus.indexOf(status);

export const standardRank = (standard: Standard | null): number =>
  standard === null ? -1 : standards.indexOf(standard);

/** How much has changed: a new commitment or status before new evidence, before nothing. */
export const changeRank = ({ change }: BoardRow): number => {
  if (!change) return 0;
  const evidence = Math.min(Math.abs(change.evidence), 999) / 1000;
  return change.before === change.now ? evidence : 1 + evidence;
};

/** How many commitments of each debtor stand where. */
export interface MatrixRow {
  party: string;
  name: string;
  counts: Partial<Record<Status, number>>;
  total: number;
}

export const matrixOf = (rows: readonly BoardRow[]): MatrixRow[] => {
  const matrix = new Map<string, MatrixRow>();
  for (const { party, partyName, finding } of rows) {
    const row = matrix.get(party) ?? { party, name: partyName, counts: {}, total: 0 };
    row.counts[finding.status] = (row.counts[finding.status] ?? 0) + 1;
    row.total += 1;
    matrix.set(party, row);
  }
  return [...matrix.values()];
};
