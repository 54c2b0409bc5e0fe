/** What a server said, short, and without anything that looks like a key. */
export const saidBy = (message: string, key: string | null): string =>
  (key ? message.replaceAll(key, '…') : message)
    .replace(/\bsk-\S+/g, '…')
    .replace(/\s+/g, ' ')
    .slice(0, 200);
