import type { DraftWindow } from '../../src/model/index.ts';

/** What a window counts from, and how it ends, as a person chooses it. */
export type Opening = 'signing' | 'day' | 'event' | 'commitment';
export type Closing = 'never' | 'day' | 'within';

/** A window as the fields of a form have it. */
export interface WindowFields {
  opening: Opening;
  /** The first day; with an event or a commitment, the day of that, once known. */
  from: string;
  /** The event in words, or the id of the commitment. */
  after: string;
  closing: Closing;
  to: string;
  amount: string;
  unit: 'D' | 'W' | 'M' | 'Y';
}

/** The fields of a window; `isCommitment` tells ids of commitments from words. */
export const fieldsOf = (
  { from, to, within, after }: DraftWindow,
  isCommitment: (id: string) => boolean,
): WindowFields => {
  const [, amount = '', unit = 'D'] = /^P(\d+)([YMWD])$/.exec(within ?? '') ?? [];
  const opening =
    after === null ? (from === null ? 'signing' : 'day') : isCommitment(after) ? 'commitment' : 'event';
  return {
    ...{ opening, from: from ?? '', after: after ?? '', to: to ?? '', amount },
    unit: unit as WindowFields['unit'],
    closing: to !== null ? 'day' : within !== null ? 'within' : 'never',
  };
};

/** The window that the fields say; what the text said of it stays beside it. */
export const windowFrom = (
  { opening, from, after, closing, to, amount, unit }: WindowFields,
  before: DraftWindow,
): DraftWindow => {
  const waits = opening === 'event' || opening === 'commitment';
  // A time in two units ("P1Y2M") has no field of its own: it stays unless another is typed.
  const within = /^\d+$/.test(amount) ? `P${Number(amount)}${unit}` : before.within;
  return {
    from: opening === 'signing' ? null : from || null,
    to: closing === 'day' && !waits ? to || null : null,
    within: closing === 'within' ? within : null,
    after: waits ? after.trim() || null : null,
    words: before.words,
  };
};
