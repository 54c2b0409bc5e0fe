/** A table that is asked for words of a text: it holds no more than it was given, also of "constructor". */
export type WordTable<T> = Readonly<Partial<Record<string, T>>>;

export const wordTable = <T>(entries: Readonly<Record<string, T>>): WordTable<T> =>
  Object.assign(Object.create(null) as Record<string, T>, entries);
