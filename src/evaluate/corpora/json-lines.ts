import type { ZodType } from 'zod';
import { type CorpusFile, malformed } from './corpus-file.ts';

/** A record and the line it stands on, from 1. */
export interface Record<T> {
  readonly line: number;
  readonly value: T;
}

const parse = (file: CorpusFile, line: number, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(file, line, 'it is no JSON');
  }
};

/** Every record of a JSON Lines file. @throws ProvisoError PROVISO_CORPUS_INVALID, with the line. */
export const jsonLines = <T>(file: CorpusFile, schema: ZodType<T>): Record<T>[] =>
  file.lines.flatMap((text, index) => {
    if (!text.trim()) return [];
    const line = index + 1;
    const parsed = schema.safeParse(parse(file, line, text));
    if (parsed.success) return [{ line, value: parsed.data }];
    const [issue] = parsed.error.issues;
    throw malformed(file, line, `${issue?.path.join('.') || 'the record'}: ${issue?.message}`);
  });
