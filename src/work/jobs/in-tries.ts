/** How often a document is tried in a row before it is set aside. */
const tries = 3;

/** The result of work, or what it fails with the third time in a row. */
export async function inTries<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (let tried = 1; ; tried += 1)
    try {
      return await work();
    } catch (thrown) {
      if (tried === tries || signal?.aborted) throw thrown;
    }
}
