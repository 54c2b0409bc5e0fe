import { stemmer } from 'stemmer';
import type { Statement } from '../model/index.ts';

const known = new WeakMap<Statement, ReadonlySet<string>>();

/** The stems of a statement's words, of a verdict those of its whole sentence (Porter 1980); worked out once, since every indicator asks for them. */
export const stemsOf = (statement: Statement): ReadonlySet<string> => {
  const stems =
    known.get(statement) ?? new Set((statement.sentence ?? statement.words).map((word) => stemmer(word)));
  known.set(statement, stems);
  return stems;
};
