import { z } from 'zod';

/** The answer to whoever made a case. */
export const Made = z.object({ id: z.string() });
