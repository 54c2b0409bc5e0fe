const hour = 3_600_000;
const day = 24 * hour;

/** Pages that a feed named are asked again for so long (in milliseconds): reports are corrected in their first weeks. */
export const asksAgainFor = 30 * day;

/** What is known of a page that was fetched before. Times are ISO 8601. */
export interface Seen {
  firstAt: string;
  checkedAt: string;
  /** What the feed that named it said of it then; null when no feed did. */
  mark: string | null;
}

/**
 * Whether a page that a feed named is asked again: when the feed says something else of it than before, and else at
 * times further and further apart, each after half of the time since it first came, and an hour at least.
 * `mark`: what the feed says of it now; null when it is not the feed that asks.
 */
export function isDue({ firstAt, checkedAt, mark: before }: Seen, mark: string | null, now: Date): boolean {
  if (mark !== null && before !== null && mark !== before) return true;
  const age = now.getTime() - Date.parse(firstAt);
  const wait = now.getTime() - Date.parse(checkedAt);
  return age <= asksAgainFor && wait >= Math.max(hour, age / 2);
}
