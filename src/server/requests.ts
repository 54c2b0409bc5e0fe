import { z } from 'zod';
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

/** Which part of a list: from `offset`, `limit` items at most. */
export const Paging = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
