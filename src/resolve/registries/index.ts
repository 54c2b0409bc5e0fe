import { ProvisoError, type RegistryEntry } from '../../model/index.ts';
import { parseFollowTheMoney } from './follow-the-money.ts';
import { isUnList, parseUnList } from './un-list.ts';

/**
 * The entries of a registry's file: the UN consolidated list (XML) or FollowTheMoney (JSON Lines).
 * @throws ProvisoError PROVISO_REGISTRY_INVALID when it is neither, or has nobody in it.
 */
export const parseRegistry = (text: string, registry: string): RegistryEntry[] => {
  const entries = isUnList(text) ? parseUnList(text, registry) : parseFollowTheMoney(text, registry);
  if (entries.length === 0) {
    throw new ProvisoError(
      'PROVISO_REGISTRY_INVALID',
      'The registry has no person and no body in it.',
      'Give the UN consolidated list as XML, or FollowTheMoney entities as JSON Lines.',
    );
  }
  return entries;
};
