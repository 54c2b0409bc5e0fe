const dayMs = 86_400_000;

/** Days from one day to another; negative when it has passed. */
export const daysTo = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** The first of the deadlines that has not passed by the day; undefined when all have. */
export const nextDeadline = <T extends { due: string | null }>(
  items: readonly T[],
  day: string,
): (T & { due: string }) | undefined =>
  items
    .filter((item): item is T & { due: string } => item.due !== null && item.due >= day)
    .sort((a, b) => a.due.localeCompare(b.due))[0];
