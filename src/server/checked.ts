import type { z } from 'zod';
import { ProvisoError } from '../model/index.ts';

/** A part of a request as its schema says. @throws ProvisoError PROVISO_REQUEST_INVALID. */
export const checked = <T extends z.ZodType>(schema: T, value: unknown): z.output<T> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ProvisoError(
    'PROVISO_REQUEST_INVALID',
    `The request is wrong at ${issue?.path.join('.') || 'its body'}: ${issue?.message}.`,
    'docs/api.md says what each route takes.',
  );
};
