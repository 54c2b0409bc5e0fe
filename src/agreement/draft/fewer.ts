import type { DraftCommitment } from '../../model/index.ts';

/*
 * A long accord has more duties than anybody watches: what one debtor owes in one paragraph, then in one article, becomes one
 * commitment, until they are few enough.
 */

const fewEnough = 290;

interface Placed {
  commitment: DraftCommitment;
  paragraph: number;
}

/** "Article 6 (b)" and "2.1.10.4" at ever coarser steps: their article. */
const coarser = (reference: string | null, steps: number): string => {
  const parts = (reference ?? '').split(/(?<=\S)(?= \()|\.|, /u);
  return parts.slice(0, Math.max(1, parts.length - steps)).join('.');
};

const together = (group: readonly DraftCommitment[]): DraftCommitment => {
  const [first, ...rest] = group as [DraftCommitment, ...DraftCommitment[]];
  if (rest.length === 0) return first;
  const due =
    group
      .map(({ window }) => window.to)
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null;
  return {
    ...first,
    span: [first.span[0], Math.max(...group.map(({ span }) => span[1]))],
    requires: [...new Set(group.map(({ requires }) => requires))].join(' '),
    window: { ...first.window, to: group.every(({ window }) => window.to) ? due : null },
    unverifiable: first.unverifiable.filter((why) =>
      group.every(({ unverifiable }) => unverifiable.includes(why)),
    ),
  };
};

const grouped = (placed: readonly Placed[], keyOf: (one: Placed) => string): Placed[] => {
  const groups: { key: string; members: Placed[] }[] = [];
  for (const one of placed) {
    const key = `${keyOf(one)}|${one.commitment.debtor.join('+')}|${one.commitment.kind}`;
    const last = groups.at(-1);
    const near =
      groups.slice(-6).findLast((group) => group.key === key) ?? (last?.key === key ? last : undefined);
    if (near) near.members.push(one);
    else groups.push({ key, members: [one] });
  }
  return groups.map(({ members }) => ({
    commitment: together(members.map(({ commitment }) => commitment)),
    paragraph: members[0]?.paragraph ?? 0,
  }));
};

/** As they are while they are few; else put together as far as it takes. */
export const fewer = (placed: readonly Placed[]): DraftCommitment[] => {
  const steps: ((one: Placed) => string)[] = [
    ({ paragraph }) => `${paragraph}`,
    ({ commitment }) => coarser(commitment.reference, 1),
    ({ commitment }) => coarser(commitment.reference, 2),
    ({ commitment }) => coarser(commitment.reference, 3),
    () => '',
  ];
  let kept: readonly Placed[] = placed;
  for (const keyOf of steps) {
    if (kept.length <= fewEnough) break;
    kept = grouped(kept, keyOf);
  }
  return kept.map(({ commitment }) => commitment);
};
