import type { Cast } from './cast.ts';
import type { Duty } from './duties.ts';

/** To whom a duty is owed: the only other party, or the one that its words name; what several owe jointly is owed to all. */
export const creditorsOf = (duty: Duty, cast: Cast): string[] => {
  const others = cast.all.filter((id) => !duty.debtor.includes(id));
  if (duty.debtor.length === 0 || others.length === 0) return [];
  if (cast.all.length === 2) return others;
  const named = cast
    .namedIn(duty.act)
    .map(({ ids, span }) => ({
      ids: ids.filter((id) => others.includes(id)),
      before: duty.act.slice(0, span[0]),
    }))
    .filter(({ ids }) => ids.length > 0);
  const ids = [...new Set(named.flatMap((one) => one.ids))];
  if (ids.length === 1) return ids;
  // "hand the keys to the Company": of several, whom it goes to.
  const given = named.find(({ before }) =>
    /(?:\b(?:to|towards|for)\s+|^(?:pay|give|send|grant|show|tell|lend|offer)\s+)$/iu.test(before),
  );
  return given ? given.ids : [];
};
