import { windowInterval } from '../agreement/index.ts';
import type { Bearing, Evidence } from '../model/index.ts';
import { type Docket, decideWhole, tellingOf, type Weighed } from './finding.ts';
import {
  type Body,
  isWhole,
  opinionOf,
  type Reckoning,
  summed,
  type Tally,
  type Testimony,
  testimonyOf,
} from './ladder.ts';
import { knows, type MonthHeard, monthsTold } from './months.ts';
import { published } from './opinions.ts';
import {
  type Decided,
  decide,
  type Heard,
  type Hearing,
  hear,
  isExplained,
  isTwofold,
  tellsMissed,
} from './status.ts';
import type { Telling } from './telling.ts';

/** A telling as it was and as it would be; null: it was not, or would not be. */
export interface Change {
  was: Telling | null;
  now: Telling | null;
}

/** What would be decided, and how likely each bearing would be; null without evidence. */
interface Supposed extends Decided {
  probability: Record<Bearing, number | null>;
}

const counting = (telling: Telling | null): Telling | null => (telling?.role === 'counts' ? telling : null);

/** Which of the changes fall into a hearing that knows only some conduct. */
const within = (changes: readonly Change[], known: (telling: Telling) => boolean): Change[] =>
  changes.flatMap(({ was, now }) => {
    const kept = { was: was && known(was) ? was : null, now: now && known(now) ? now : null };
    return kept.was || kept.now ? [kept] : [];
  });

/** It differs in nothing that a hearing is sorted by: only in how far it is believed. */
const isReweighed = ({ was, now }: Change): boolean =>
  was !== null &&
  now !== null &&
  was.role === now.role &&
  was.bearing === now.bearing &&
  was.source.id === now.source.id &&
  was.interval?.from === now.interval?.from &&
  was.interval?.to === now.interval?.to &&
  was.opinion.belief > 0 === now.opinion.belief > 0 &&
  isWhole(was) === isWhole(now);

const start = ({ interval }: Telling): number => interval?.from ?? 0;

/** Whether a telling that comes or goes may change more of a hearing than its sums: then all is heard anew. */
const turns = (telling: Telling, hearing: Hearing, { commitment }: Reckoning): boolean => {
  const { bearing, opinion } = telling;
  const { first, missed, newest } = hearing;
  if (start(telling) >= newest[bearing]) return true;
  if (commitment.kind === 'prohibition' || opinion.belief <= 0) return false;
  if (bearing === 'performance')
    return first === null || start(telling) <= start(first) || (isWhole(telling) && !isWhole(first));
  return missed <= 1 && tellsMissed(telling, windowInterval(commitment.window).to);
};

/** What one origin would tell with some of its tellings changed. */
const testimonyWith = (
  body: Body,
  origin: string,
  gone: ReadonlySet<Telling>,
  come: readonly Telling[],
): Testimony | null =>
  testimonyOf([
    ...(body.testimonies.get(origin)?.tellings ?? []).filter((telling) => !gone.has(telling)),
    ...come.filter(({ bearing, source }) => bearing === body.bearing && source.id === origin),
  ]);

const told = <T>(items: readonly (T | null)[]): T[] => items.flatMap((item) => item ?? []);

/** A hearing with some tellings changed that turn nothing: only the sums of the origins they belong to are taken anew. */
const shifted = (hearing: Hearing, changes: readonly Change[], reckoning: Reckoning): Heard => {
  const gone = new Set(told(changes.map(({ was }) => counting(was))));
  const come = told(changes.map(({ now }) => counting(now)));
  const origins = new Set([...gone, ...come].map(({ source }) => source.id));
  const { first } = hearing;
  const tallyOf = (body: Body, added: readonly Telling[]): Tally => {
    let { sums, verdicts } = body;
    for (const origin of origins) {
      const before = body.testimonies.get(origin);
      const after = testimonyWith(body, origin, gone, added);
      if (before) sums = summed(sums, before, -1, reckoning);
      if (after) sums = summed(sums, after, 1, reckoning);
    }
    const isVerdict = (telling: Telling | null): number =>
      Number(telling?.role === 'assessment' && telling.bearing === body.bearing);
    for (const { was, now } of changes) verdicts += isVerdict(now) - isVerdict(was);
    return { bearing: body.bearing, sums, verdicts };
  };
  const { performance, breach, unexplained } = hearing;
  let { twofold } = hearing;
  for (const origin of origins) {
    const both = (isAfter: boolean): number =>
      Number(
        isTwofold(
          ...([performance, breach].map((body) =>
            isAfter ? testimonyWith(body, origin, gone, come) : (body.testimonies.get(origin) ?? null),
          ) as [Testimony | null, Testimony | null]),
        ),
      );
    twofold += both(true) - both(false);
  }
  return {
    performance: tallyOf(performance, come),
    breach: tallyOf(breach, come),
    unexplained:
      unexplained &&
      tallyOf(
        unexplained,
        come.filter((telling) => !(first && isExplained(telling, first))),
      ),
    twofold,
    newest: hearing.newest,
  };
};

const applied = (tellings: readonly Telling[], changes: readonly Change[]): Telling[] => {
  const gone = new Set(changes.map(({ was }) => was));
  return [...tellings.filter((telling) => !gone.has(telling)), ...told(changes.map(({ now }) => now))];
};

/** A hearing as changes would make it: heard anew only where one of them turns it. */
const heardWith = (
  hearing: Hearing,
  tellings: readonly Telling[],
  changes: readonly Change[],
  reckoning: Reckoning,
): Heard => {
  const moved = changes.filter((change) => !isReweighed(change));
  const doesTurn = moved.some(({ was, now }) =>
    told([counting(was), counting(now)]).some((telling) => turns(telling, hearing, reckoning)),
  );
  return doesTurn ? hear(applied(tellings, changes), reckoning) : shifted(hearing, changes, reckoning);
};

const likely = ({ sums }: Tally): number | null => published(opinionOf(sums)).probability;

/** A weighed commitment, ready to be asked what changes of a few tellings would make of it. */
export interface WhatIf {
  readonly weighed: Weighed;
  /** Every telling by the id of its evidence. */
  readonly tellings: ReadonlyMap<string, Telling>;
  /** @param docket by which suggestions are weighed, where it is another than that of the finding */
  with(changes: readonly Change[], docket?: Docket): Supposed;
}

export const whatIf = (weighed: Weighed): WhatIf => {
  const { reckoning, hearing, months } = weighed;
  const tellings = new Map(weighed.tellings.map((telling) => [telling.evidence.id, telling]));
  const now = monthsTold(months);
  const isToldOnce = reckoning.commitment.kind === 'prohibition';
  /** How the months that the changes touch would come out, and the others as they did; only a prohibition asks. */
  const monthsWith = (changes: readonly Change[]): ReturnType<typeof monthsTold> => {
    if (!isToldOnce) return now;
    const touched = months.flatMap((month: MonthHeard) => {
      const own = within(changes, (telling) => knows(month.days, telling, reckoning));
      if (own.length === 0) return [];
      const heard = heardWith(month.hearing, month.tellings, own, reckoning);
      return [{ was: month, now: { decided: decide(heard, month.isDue, reckoning) } }];
    });
    const [before, after] = [
      monthsTold(touched.map((each) => each.was)),
      monthsTold(touched.map((each) => each.now)),
    ];
    return {
      broken: now.broken - before.broken + after.broken,
      disputed: now.disputed - before.disputed + after.disputed,
    };
  };
  return {
    weighed,
    tellings,
    with: (changes, docket = weighed.docket) => {
      const heard = heardWith(hearing, weighed.tellings, changes, reckoning);
      const decided = decideWhole(heard, docket, reckoning, monthsWith(changes));
      const breach = decided.late ? (heard.unexplained ?? heard.breach) : heard.breach;
      return { ...decided, probability: { breach: likely(breach), performance: likely(heard.performance) } };
    },
  };
};

/** What other evidence in the place of a piece, or another verdict on it, would change. */
export const judgedAs = ({ weighed, tellings }: WhatIf, evidence: Evidence): Change => ({
  was: tellings.get(evidence.id) ?? null,
  now: tellingOf(evidence, weighed.docket),
});
