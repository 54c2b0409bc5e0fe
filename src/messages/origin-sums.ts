import type { OriginTree } from '../model/index.ts';

/** What is told first of where pages come from: how many, how many go back to the largest origin, how many take part in it. */
export const originSums = ({ pages, origins }: OriginTree) => {
  const [first] = origins;
  const isShared = first !== undefined && first.pages.length > 1;
  return {
    pages,
    origins: origins.length,
    shared: isShared ? first.pages.length : 0,
    name: first?.name ?? '',
    parties: origins.filter(({ isParty }) => isParty).length,
  };
};
