import { agreementOf, type CodedPair, readSheet } from '../coding/index.ts';
import { readTable } from '../collect/index.ts';
import {
  type Assessment,
  type CodedCell,
  type CodedMeasure,
  CodingDecision,
  type ComparisonView,
  codingSubject,
  type Decision,
  type DifferingCell,
  type Finding,
  ProvisoError,
  pointsTo,
} from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { assessCase, findingOf, type OpenCase } from './assess-case.ts';

type Clocks = Pick<Assessment, 'asOf' | 'knownAt'>;

/** Words shown of each side. */
const quotedAtMost = 3;

const cellKey = ({ commitment, period }: Pick<CodedCell, 'commitment' | 'period'>): string =>
  `${commitment} ${period}`;

/** The last day of a year or a month, or the cut-off day where that is earlier; null where it has not begun. */
const endOfPeriod = (period: string | null, asOf: string): string | null => {
  if (period === null) return asOf;
  if (period > asOf.slice(0, period.length)) return null;
  const [year = 0, month = 12] = period.split('-').map(Number);
  const end = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return end < asOf ? end : asOf;
};

/** The board as it stood at the end of each period, weighed once for each. */
class Board {
  readonly #byDay = new Map<string, Assessment>();

  readonly open: OpenCase;
  readonly clocks: Clocks;

  constructor(open: OpenCase, clocks: Clocks) {
    this.open = open;
    this.clocks = clocks;
  }

  findingAt(commitment: string, period: string | null): Finding | null {
    const { asOf, knownAt } = this.clocks;
    const day = endOfPeriod(period, asOf);
    if (day === null || day < this.open.file.signed) return null;
    const assessment = this.#byDay.get(day) ?? assessCase(this.open, { asOf: day, knownAt });
    this.#byDay.set(day, assessment);
    return findingOf(this.open, assessment, commitment).finding;
  }

  /** What it says of a cell; a month’s status is that of the month alone, as the board draws it. */
  valueOf(cell: Pick<CodedCell, 'commitment' | 'period'>, measure: CodedMeasure): string | null {
    const finding = this.findingAt(cell.commitment, cell.period);
    if (!finding) return null;
    if (measure === 'level') return finding.pam === null ? null : String(finding.pam);
    if (cell.period?.length !== 7) return finding.status;
    return finding.months.find(({ month }) => month === cell.period)?.status ?? null;
  }
}

const quotesOf = (
  finding: Finding,
  side: 'breach' | 'performance',
  { documents }: OpenCase,
): DifferingCell['breach'] =>
  finding.evidence
    .filter(
      ({ role, bearing, stance }) =>
        role === 'counts' && pointsTo(bearing, stance === 'affirms' ? 1 : -1) === side,
    )
    .sort((a, b) => a.opinion.uncertainty - b.opinion.uncertainty)
    .slice(0, quotedAtMost)
    .map(({ document, span, words }) => ({
      document,
      span,
      words,
      title: documents.get(document)?.title ?? '',
      published: documents.get(document)?.published ?? null,
    }));

const decidedOn = (decisions: readonly Decision[], pair: CodedPair): CodingDecision | null => {
  const subject = codingSubject(pair.commitment, pair.period);
  const held = decisions.find((decision) => decision.kind === 'coding' && decision.subject === subject);
  const decided = CodingDecision.safeParse(held?.value).data;
  // What was decided on other values says nothing of these.
  return decided && decided.first === pair.first && decided.second === pair.second ? decided : null;
};

const differing = (board: Board, pair: CodedPair): DifferingCell => {
  const { open } = board;
  const commitment = open.file.commitments.find(({ id }) => id === pair.commitment);
  const finding = board.findingAt(pair.commitment, pair.period);
  const missing = finding?.elements.filter(({ state }) => state === 'missing') ?? [];
  return {
    ...pair,
    requires: commitment?.requires ?? pair.commitment,
    reference: commitment?.reference ?? null,
    performance: finding ? quotesOf(finding, 'performance', open) : [],
    breach: finding ? quotesOf(finding, 'breach', open) : [],
    missing: missing.map(({ element }) => element),
    decided: decidedOn(open.decisions, pair),
  };
};

/** The finding that each person set last on each commitment, by who set it; the newest decision comes first. */
const findingsByPerson = (history: readonly Decision[]): Map<string, CodedCell[]> => {
  const newest = new Map<string, Decision>();
  for (const decision of history) {
    const key = JSON.stringify([decision.by, decision.subject]);
    if (decision.kind === 'finding' && !newest.has(key)) newest.set(key, decision);
  }
  const codings = new Map<string, CodedCell[]>();
  for (const { by, subject, value } of newest.values())
    if (value !== null)
      codings.set(by, [
        ...(codings.get(by) ?? []),
        { commitment: subject, period: null, value: String(value) },
      ]);
  return codings;
};

/** A coding with who made it. */
interface Coding {
  coder: string;
  measure: CodedMeasure;
  cells: readonly CodedCell[];
}

/** Where the values of the first come from. */
type FirstValue = (cell: CodedCell) => string | null;

const compared = (
  board: Board,
  first: { coder: string | null; valueIn: FirstValue },
  second: Coding,
): Omit<ComparisonView, 'refused' | 'blank' | 'coders'> => {
  const pairs = second.cells.flatMap(({ value, ...cell }): CodedPair[] => {
    const other = first.valueIn({ ...cell, value });
    return other === null ? [] : [{ ...cell, first: other, second: value }];
  });
  return {
    first: first.coder,
    second: second.coder,
    measure: second.measure,
    ...agreementOf(pairs, second.measure),
    alone: second.cells.length - pairs.length,
    differing: pairs.filter((pair) => pair.first !== pair.second).map((pair) => differing(board, pair)),
  };
};

const codersOf = async (store: Store, caseId: string): Promise<Map<string, CodedCell[]>> =>
  findingsByPerson(await store.decisions(caseId, { kind: 'finding' }));

/**
 * A coding sheet beside the board.
 * @throws ProvisoError PROVISO_SHEET_INVALID, or what `readTable` refuses.
 */
export async function compareSheet(
  store: Store,
  open: OpenCase,
  clocks: Clocks,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<ComparisonView> {
  const { measure, cells, refused, blank } = readSheet(await readTable(bytes, name), open.file);
  const board = new Board(open, clocks);
  const first = { coder: null, valueIn: (cell: CodedCell) => board.valueOf(cell, measure) };
  const coders = [...(await codersOf(store, open.file.id)).keys()];
  return { ...compared(board, first, { coder: name, measure, cells }), refused, blank, coders };
}

/**
 * The findings that one person set beside those of another, or beside the board (`first` null).
 * @throws ProvisoError PROVISO_CODER_UNKNOWN for somebody who set none.
 */
export async function compareCoders(
  store: Store,
  open: OpenCase,
  clocks: Clocks,
  { first, second }: { first: string | null; second: string },
): Promise<ComparisonView> {
  const codings = await codersOf(store, open.file.id);
  const cellsOf = (coder: string): CodedCell[] => {
    const cells = codings.get(coder);
    if (cells) return cells;
    throw new ProvisoError(
      'PROVISO_CODER_UNKNOWN',
      `Nobody called “${coder}” has set a finding in this case.`,
      codings.size > 0
        ? `There are: ${[...codings.keys()].join(', ')}.`
        : 'Set one on the page of a commitment.',
    );
  };
  const board = new Board(open, clocks);
  const values = first === null ? null : new Map(cellsOf(first).map((cell) => [cellKey(cell), cell.value]));
  const valueIn: FirstValue = (cell) =>
    values ? (values.get(cellKey(cell)) ?? null) : board.valueOf(cell, 'status');
  const coding: Coding = { coder: second, measure: 'status', cells: cellsOf(second) };
  return {
    ...compared(board, { coder: first, valueIn }, coding),
    refused: [],
    blank: 0,
    coders: [...codings.keys()],
  };
}
