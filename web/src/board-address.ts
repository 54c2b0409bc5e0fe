import type { Standard } from '../../src/model/index.ts';
import { standards } from '../../src/model/marks.ts';
import { statusChoices } from './board-rows.ts';
import { dayOrNothing } from './dates.ts';

/** The columns of the board, in their order; the commitment itself is always there. */
export const columns = [
  'commitment',
  'party',
  'status',
  'standard',
  'change',
  'last',
  'deadline',
  'months',
] as const;
export type Column = (typeof columns)[number];

/** Shown unless the address says otherwise; the party stands above its lines. */
export const usualColumns: readonly Column[] = columns.filter((column) => column !== 'party');

/** What the address says of the board beside the clocks; all of it plain text. */
export interface BoardAddress {
  /** Ids of who owes it, joined by dots. */
  party?: string | undefined;
  /** A status, or a direction. */
  status?: string | undefined;
  standard?: Standard | undefined;
  /** `yes`: only what has changed. */
  changed?: 'yes' | undefined;
  text?: string | undefined;
  /** A column; with `-` before it, from the greatest down. */
  sort?: string | undefined;
  /** Those shown beside the commitment, joined by commas. */
  columns?: string | undefined;
  /** The day of comparison; absent: the last visit. */
  since?: string | undefined;
  /** Ids of the commitments whose details are open, joined by commas. */
  open?: string | undefined;
  /** `no`: one list, not one a party. */
  grouped?: 'no' | undefined;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

const sortOf = (value: unknown): string | undefined => {
  const asked = text(value);
  return columns.some((column) => column === asked?.replace(/^-/, '')) ? asked : undefined;
};

/** Only what the board knows passes from the address. */
export const boardAddress = (address: Record<string, unknown>): BoardAddress => ({
  party: text(address.party),
  status: statusChoices.find((choice) => choice === address.status),
  standard: standards.find((standard) => standard === address.standard),
  changed: address.changed === 'yes' ? 'yes' : undefined,
  text: text(address.text),
  sort: sortOf(address.sort),
  columns: text(address.columns),
  since: dayOrNothing(address.since),
  open: text(address.open),
  grouped: address.grouped === 'no' ? 'no' : undefined,
});

export const shownColumns = ({ columns: asked, grouped }: BoardAddress): readonly Column[] => {
  const listed = asked?.split(',');
  if (listed) return columns.filter((column) => column === 'commitment' || listed.includes(column));
  return grouped === 'no' ? columns : usualColumns;
};

/** What is filtered, so that all of it can be cleared at once. */
export const noFilter = {
  party: undefined,
  status: undefined,
  standard: undefined,
  changed: undefined,
  text: undefined,
} satisfies Partial<BoardAddress>;

export const isFiltered = ({ party, status, standard, changed, text }: BoardAddress): boolean =>
  Boolean(party || status || standard || changed || text);
