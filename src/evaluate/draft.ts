import { basename, resolve as resolvePath } from 'node:path';
import { draftAgreement } from '../agreement/index.ts';
import type { Draft, DraftCommitment, Span } from '../model/index.ts';
import { foldName } from '../resolve/index.ts';
import { type Accord, readAccords } from './accords/index.ts';
import type { Figure, Task } from './result.ts';

/*
 * Commitments drafted from the text of accords, held to those that people coded.
 *
 * A drafted and a coded clause are the same where they share at least half of the longer one: a draft gains nothing by
 * taking whole articles. Coded commitments that stand on the same words (one for each debtor) may share one drafted
 * commitment; each coded one takes the drafted one that overlaps it most, and of equals the one whose kind is right.
 */

type CodedCommitment = Accord['commitments'][number];

const words = (name: string): string => foldName(name.replace(/^the /iu, ''));

/** Which coded party or actor each drafted one is: by a shared name, else by a name within the other's. */
const identities = (draft: Draft, accord: Accord): ReadonlyMap<string, string> => {
  const coded = [...accord.parties, ...accord.actors].map(({ id, name, aliases }) => ({
    id,
    name: words(name),
    names: new Set([name, ...aliases].map(words)),
  }));
  return new Map(
    [...draft.parties, ...draft.actors].flatMap(({ id, name, aliases }) => {
      const own = [name, ...aliases].map(words);
      const same =
        coded.find((one) => own[0] === one.name) ??
        coded.find((one) => own.includes(one.name) || one.names.has(own[0] ?? '')) ??
        coded.find((one) => own.some((alias) => one.names.has(alias))) ??
        coded.find(
          (one) => ` ${one.name} `.includes(` ${own[0]} `) || ` ${own[0]} `.includes(` ${one.name} `),
        );
      return same ? [[id, same.id] as const] : [];
    }),
  );
};

/** Where coded words stand in a text whose blanks may have been cleaned. */
const placeOf = (clause: string, text: string, from: number): Span | null => {
  const pattern = clause
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
    .join('\\s+');
  const search = new RegExp(pattern, 'gu');
  search.lastIndex = from;
  const found = search.exec(text) ?? new RegExp(pattern, 'u').exec(text);
  return found ? [found.index, found.index + found[0].length] : null;
};

/** The words of a clause without its label and closing mark, as drafted clauses are. */
const bare = (span: Span, text: string): Span => {
  const clause = text.slice(...span);
  const label =
    /^(?:(?:article|section|§)\s*)?\(?(?:[A-Z]?\.?\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)]+\s+/iu.exec(clause)?.[0]
      .length ?? 0;
  const closing = /[\s.;,:]+$/u.exec(clause)?.[0].length ?? 0;
  return [span[0] + label, Math.max(span[0] + label, span[1] - closing)];
};

const share = (a: Span, b: Span): number => {
  const common = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return common <= 0 ? 0 : common / Math.max(a[1] - a[0], b[1] - b[0]);
};

const half = 0.5;

interface Pair {
  coded: CodedCommitment;
  span: Span | null;
  drafted: DraftCommitment | null;
}

const pairsOf = (draft: Draft, accord: Accord): Pair[] => {
  let from = 0;
  return accord.commitments.map((coded) => {
    const place = placeOf(coded.clause, draft.text, from);
    const span = place && bare(place, draft.text);
    if (place) from = place[0];
    if (!span) return { coded, span, drafted: null };
    const [best] = draft.commitments
      .map((drafted) => ({
        drafted,
        overlap: share(drafted.span, span),
        isKind: drafted.kind === coded.kind,
      }))
      .filter(({ overlap }) => overlap >= half)
      .sort((a, b) => b.overlap - a.overlap || Number(b.isKind) - Number(a.isKind));
    return { coded, span, drafted: best?.drafted ?? null };
  });
};

/** Whether the coded party is named in the clause by itself. */
const isNamedIn = (id: string, clause: string, accord: Accord): boolean => {
  const party = [...accord.parties, ...accord.actors].find((one) => one.id === id);
  const folded = ` ${words(clause)} `;
  return party ? [party.name, ...party.aliases].some((name) => folded.includes(` ${words(name)} `)) : false;
};

/**
 * Coders name one debtor where a clause binds several. A joint debtor is right where it holds the coded one and the clause
 * does not name that one alone.
 */
const isDebtorRight = (
  { coded, drafted }: Pair,
  known: ReadonlyMap<string, string>,
  accord: Accord,
): boolean => {
  const ids = (drafted?.debtor ?? []).map((id) => known.get(id) ?? id);
  if (!ids.includes(coded.debtor)) return false;
  if (ids.length === 1) return true;
  const named = ids.filter((id) => isNamedIn(id, coded.clause, accord));
  return !named.includes(coded.debtor) || named.length === ids.length;
};

const isCreditorRight = ({ coded, drafted }: Pair, known: ReadonlyMap<string, string>): boolean => {
  const ids = (drafted?.creditor ?? []).map((id) => known.get(id) ?? id);
  return coded.creditor === null ? ids.length === 0 : ids.includes(coded.creditor);
};

/** The last day that a drafted window closes on; null for none. */
const dueOf = ({ window }: DraftCommitment): string | null => window.to;

/** Counted from an event whose day the text does not say, its days are not to be known from it. */
const isAnchored = ({ window }: DraftCommitment): boolean => window.after !== null && window.from === null;

const isDueRight = ({ coded, drafted }: Pair): boolean =>
  drafted !== null &&
  (dueOf(drafted) === coded.window.to || (isAnchored(drafted) && coded.window.to === null));

const isStartRight = ({ coded, drafted }: Pair): boolean =>
  drafted !== null && (isAnchored(drafted) || drafted.window.from === coded.window.from);

const percent = (right: number, count: number): number | null => (count === 0 ? null : (100 * right) / count);

const quoted = (pair: Pair): string => `“${pair.coded.clause.replace(/\s+/gu, ' ').slice(0, 140)}”`;

/** Everything measured in one accord. */
interface Measured {
  accord: Accord;
  draft: Draft;
  pairs: Pair[];
  known: ReadonlyMap<string, string>;
  seconds: number;
}

const figureOf = (
  measure: string,
  measured: readonly Measured[],
  select: (one: Measured) => readonly { isRight: boolean; miss: string }[],
): Figure => {
  const all = measured.flatMap((one) => select(one).map((item) => ({ ...item, id: one.accord.id })));
  return {
    measure,
    unit: '%',
    count: all.length,
    value: percent(all.filter(({ isRight }) => isRight).length, all.length),
    misses: all.flatMap(({ isRight, miss, id }) => (isRight ? [] : [`${id}: ${miss}`])),
  };
};

const ofFound =
  (isRight: (pair: Pair, one: Measured) => boolean, say: (pair: Pair, one: Measured) => string) =>
  (one: Measured) =>
    one.pairs
      .filter(({ drafted }) => drafted !== null)
      .map((pair) => ({ isRight: isRight(pair, one), miss: `${say(pair, one)} ${quoted(pair)}` }));

const figuresOf = (measured: readonly Measured[]): Figure[] => [
  figureOf('clauses found', measured, ({ pairs }) =>
    pairs.map((pair) => ({ isRight: pair.drafted !== null, miss: quoted(pair) })),
  ),
  figureOf('clauses right', measured, ({ draft, pairs }) =>
    draft.commitments.map(({ span }) => ({
      isRight: pairs.some((pair) => pair.span !== null && share(span, pair.span) >= half),
      miss: `“${draft.text
        .slice(...span)
        .replace(/\s+/gu, ' ')
        .slice(0, 140)}”`,
    })),
  ),
  figureOf(
    'debtor',
    measured,
    ofFound(
      (pair, { known, accord }) => isDebtorRight(pair, known, accord),
      ({ coded, drafted }, { known }) =>
        `${coded.debtor}, drafted ${drafted?.debtor.map((id) => known.get(id) ?? `${id}?`).join(' + ') || 'nobody'}:`,
    ),
  ),
  figureOf(
    'creditor',
    measured,
    ofFound(
      (pair, { known }) => isCreditorRight(pair, known),
      ({ coded, drafted }, { known }) =>
        `${coded.creditor ?? 'all'}, drafted ${drafted?.creditor.map((id) => known.get(id) ?? id).join(' + ') || 'all'}:`,
    ),
  ),
  figureOf(
    'kind',
    measured,
    ofFound(
      ({ coded, drafted }) => coded.kind === drafted?.kind,
      ({ coded }) => `${coded.kind}:`,
    ),
  ),
  figureOf(
    'effort',
    measured,
    ofFound(
      ({ coded, drafted }) => coded.effort === drafted?.effort,
      ({ coded }) => `${coded.effort}:`,
    ),
  ),
  figureOf(
    'window',
    measured,
    ofFound(
      (pair) => isDueRight(pair) && isStartRight(pair),
      ({ coded, drafted }) =>
        `${coded.window.from ?? ''}/${coded.window.to ?? ''}, drafted ${drafted?.window.from ?? drafted?.window.after ?? ''}/${drafted?.window.to ?? ''}:`,
    ),
  ),
  figureOf(
    'last day',
    measured,
    ofFound(
      isDueRight,
      ({ coded, drafted }) =>
        `${coded.window.to ?? 'none'}, drafted ${(drafted && dueOf(drafted)) ?? 'none'}:`,
    ),
  ),
  figureOf('condition', measured, (one) =>
    one.pairs
      .filter(({ coded, drafted }) => drafted !== null && coded.conditionalOn.length > 0)
      .map((pair) => ({
        isRight:
          pair.drafted !== null && (pair.drafted.condition !== null || pair.drafted.window.after !== null),
        miss: quoted(pair),
      })),
  ),
];

const draftOf = async (accord: Accord, { read }: Task): Promise<Measured> => {
  const start = performance.now();
  const draft = await draftAgreement(
    { read },
    { text: accord.text, signed: accord.signed, title: accord.title },
  );
  const seconds = (performance.now() - start) / 1000;
  return { accord, draft, pairs: pairsOf(draft, accord), known: identities(draft, accord), seconds };
};

/** Drafts each accord of a folder with its day of signing given; all together, then accord by accord. */
export const measureDrafts = async (task: Task): Promise<Figure[]> => {
  const accords = await readAccords(task.data);
  const measured: Measured[] = [];
  for (const accord of accords) {
    measured.push(await draftOf(accord, task));
    task.watch(measured.length, accords.length);
  }
  const corpus = basename(resolvePath(task.data));
  const seconds = measured.reduce((sum, one) => sum + one.seconds, 0);
  return [
    ...figuresOf(measured).map((figure) => ({ ...figure, corpus })),
    {
      measure: 'time an accord',
      unit: 'seconds',
      corpus,
      count: measured.length,
      value: seconds / Math.max(1, measured.length),
    },
    ...measured.flatMap((one) =>
      figuresOf([one]).map(({ misses: _, ...figure }) => ({ ...figure, corpus: one.accord.id })),
    ),
  ];
};
