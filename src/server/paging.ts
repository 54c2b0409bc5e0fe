import { z } from 'zod';

/** Which part of a list: from `offset`, `limit` items at most. */
export const Paging = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
