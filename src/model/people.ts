import { z } from 'zod';

/** `GET /api/people`. */
export const PeopleView = z.object({
  me: z.string().describe('Who judges by this browser: the name chosen there, else who started the server.'),
  isChosen: z.boolean().describe('Whether a name was chosen in this browser.'),
  people: z.array(z.string()).describe('The names that were chosen with this store, in order.'),
});
export type PeopleView = z.infer<typeof PeopleView>;

/** `PUT /api/people/me`. */
export const PersonRequest = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .refine((name) => !/\p{Cc}|\p{Surrogate}/u.test(name), 'it has a character that no name has'),
});
