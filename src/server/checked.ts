import type { z } from 'zod';
import { checked as checkedBy } from '../model/index.ts';

/** A part of a request as its schema says. @throws ProvisoError PROVISO_REQUEST_INVALID. */
export const checked = <T extends z.ZodType>(schema: T, value: unknown): z.output<T> =>
  checkedBy(schema, value, 'docs/api.md says what each route takes.');
