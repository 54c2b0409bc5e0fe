import { z } from 'zod';
import { ProvisoError } from '../model/index.ts';

const Line = z.object({ id: z.string(), text: z.string(), published: z.string().nullish() });

/** One input line of `proviso read --jsonl`. @throws ProvisoError PROVISO_JSONL_INVALID. */
export const parseJsonLine = (line: string, number: number): z.infer<typeof Line> => {
  const refuse = (what: string) =>
    new ProvisoError(
      'PROVISO_JSONL_INVALID',
      `Line ${number} ${what}.`,
      'Each line is {"id": "…", "text": "…", "published": "YYYY-MM-DD"}; `published` may be absent.',
    );
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw refuse('is no JSON');
  }
  const parsed = Line.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refuse(`is wrong at ${issue?.path.join('.') || 'its top'}: ${issue?.message}`);
  }
  return parsed.data;
};
