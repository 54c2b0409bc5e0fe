import { z } from 'zod';
import { EntityType, StateType } from './vocabulary.ts';

/** A relation between two entries of one registry. */
export const RegistryRelation = z.object({
  type: StateType,
  to: z.string().describe('Id of the other entry in the same registry.'),
  since: z.string().nullable().describe('EDTF; null when the registry does not say.'),
  until: z.string().nullable(),
});

/** A person or body that a registry (a sanctions list, a register of companies) knows. */
export const RegistryEntry = z.object({
  registry: z.string().describe('Name of the registry, as given at import.'),
  id: z.string().describe('As the registry has it.'),
  type: EntityType,
  name: z.string(),
  aliases: z.array(z.string()).describe('Names by which it is surely known.'),
  weakAliases: z.array(z.string()).describe('Names that many bear: they never tell who is meant.'),
  note: z.string().describe('What the registry says of it in a line; may be empty.'),
  relations: z.array(RegistryRelation),
});
export type RegistryEntry = z.infer<typeof RegistryEntry>;

/** The key of an entry among all entities. */
export const entryKey = ({ registry, id }: Pick<RegistryEntry, 'registry' | 'id'>): string =>
  `${registry}:${id}`;

/** Two names that may name the same, for a person to judge. */
export const NameCandidate = z.object({
  subject: z.string().describe('Of a decision of kind `identity`.'),
  a: z.object({ key: z.string(), name: z.string(), documents: z.int().describe('That name it.') }),
  b: z.object({
    key: z.string(),
    name: z.string(),
    from: z.string().describe('`case`, `reports` or the registry.'),
  }),
  score: z.number().min(0).max(1),
  reasons: z.array(z.string()),
});
export type NameCandidate = z.infer<typeof NameCandidate>;
