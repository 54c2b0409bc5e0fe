import { z } from 'zod';
import type { Store } from '../store/index.ts';
import { isClosedToModels, modelConsent } from '../work/index.ts';

/** What several tools take. */
export const caseId = z.string().min(1).max(200).describe('Id of a case, from `list_cases`.');

const days = {
  asOf: z.iso.date().optional().describe('Conduct up to this day, YYYY-MM-DD; today unless given.'),
  knownAt: z.iso
    .date()
    .optional()
    .describe('By what was published up to this day, YYYY-MM-DD; today unless given.'),
};

/** The cases of which nobody said that no language model reads them. */
export const casesOpenToModels = async (store: Store): Promise<Awaited<ReturnType<Store['cases']>>> => {
  const open = [];
  for (const one of await store.cases()) {
    if (!isClosedToModels(await modelConsent(store, one.id))) open.push(one);
  }
  return open;
};

/** A case on its two clocks. */
export const CaseOnClocks = z.object({ case: caseId, ...days });

/** Which part of a list: from `offset`, `limit` items at most. */
export const paging = (usual: number, most: number) => ({
  offset: z.int().min(0).default(0).describe('How many to leave out before.'),
  limit: z.int().min(1).max(most).default(usual).describe(`How many at most; ${usual} unless given.`),
});

/** Where a list goes on after a page of it; null after the last. */
export const nextAfter = (offset: number, limit: number, total: number): number | null =>
  offset + limit < total ? offset + limit : null;

/** Said of every answer that was weighed. */
export const weighedOn = {
  case: z.object({ id: z.string(), title: z.string() }),
  asOf: z.string(),
  knownAt: z.string(),
};
