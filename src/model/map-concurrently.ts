/**
 * The results of `work`, in the order of the items, with at most `width` items under way. An item whose
 * work fails is thrown when its turn comes; what is under way by then ends unseen.
 */
export async function* mapConcurrently<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  width: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const started: Promise<Result>[] = [];
  for await (const item of items) {
    const result = work(item);
    // Its failure is thrown in its turn, not as an unhandled rejection before.
    result.catch(() => {});
    started.push(result);
    if (started.length >= width) yield await (started.shift() as Promise<Result>);
  }
  for (const result of started) yield await result;
}
