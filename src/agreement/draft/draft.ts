import { languageOf } from '../../collect/index.ts';
import {
  addDuration,
  type Draft,
  type DraftCommitment,
  type DraftNotice,
  type DraftWindow,
  isReadable,
  type LeftOutClause,
  ProvisoError,
  type Reading,
  type Span,
} from '../../model/index.ts';
import type { ReadInput } from '../../read/index.ts';
import { calendarOf } from './calendar.ts';
import { Cast } from './cast.ts';
import { cleanText } from './clean.ts';
import { composed } from './composition.ts';
import { conditionalOnOf } from './conditions.ts';
import { creditorsOf } from './creditors.ts';
import { definitionsIn } from './definitions.ts';
import { type Clause, type Duty, dutiesIn, type Opening } from './duties.ts';
import { fewer } from './fewer.ts';
import * as notices from './notices.ts';
import { partiesOf, slug, uniqueIds } from './parties.ts';
import { quantityOf } from './quantities.ts';
import { type Context, requiresOf } from './requires.ts';
import { signsOf } from './signs.ts';
import { structureOf, type Unit } from './structure.ts';
import { unverifiableOf } from './verifiable.ts';
import { windowOf } from './windows.ts';
import { conditionIn, cuesIn, isBestEffort } from './wording.ts';

/** Reads texts with their syntax; `createReader()` is one. */
export interface DraftReader {
  read(input: ReadInput): Reading | Promise<Reading>;
}

export interface DraftInput {
  /** As pasted or taken out of a file; what pages and line ends left in it is cleaned away. */
  readonly text: string;
  /** YYYY-MM-DD; read from the text unless given. */
  readonly signed?: string | undefined;
  /** The text's first line unless given. */
  readonly title?: string | undefined;
}

/** More than these are said to be too many to watch. */
const manyFrom = 200;
const leastSentenceWords = 5;

/** What the first word of each unit is that has no cue: only there it matters. */
const openingsOf = async (
  units: readonly Unit[],
  reader: DraftReader,
): Promise<ReadonlyMap<Unit, Opening>> => {
  const open = units.filter((unit) => !unit.isFront && cuesIn(unit.text).length === 0);
  const text = open.map((unit) => unit.text).join('\n\n');
  if (!text) return new Map();
  const { tokens = [] } = await reader.read({ id: 'agreement', text, layers: ['syntax'] });
  const firstAt = new Map(tokens.map(([start, , lemma, tag]) => [start, { lemma, tag }]));
  const openings = new Map<Unit, Opening>();
  // Where points end with a mark, one without it is a heading.
  const points = open.filter(({ isPoint }) => isPoint);
  const areClosed = points.filter(({ isClosed }) => isClosed).length > points.length / 2;
  const isWhole = ({ isClosed, leadIns }: Unit) => isClosed || !areClosed || leadIns.length > 0;
  let at = 0;
  for (const unit of open) {
    const isSentence = tokens.some(
      ([start, , , tag, head]) =>
        head === -1 && start > at && start < at + unit.text.length && ['VERB', 'AUX'].includes(tag),
    );
    const first = firstAt.get(at + (/^(?:to |not |["“(])*/iu.exec(unit.text)?.[0].length ?? 0));
    const word = /^\p{L}+/u.exec(unit.text)?.[0].toLowerCase();
    openings.set(
      unit,
      first?.tag === 'VERB' && (first.lemma.toLowerCase() === word || !word)
        ? 'verb'
        : isSentence || !isWhole(unit) || (first && ['PRON', 'SCONJ', 'CCONJ'].includes(first.tag))
          ? 'other'
          : 'noun',
    );
    at += unit.text.length + 2;
  }
  return openings;
};

interface Found {
  unit: Unit;
  duty: Duty;
}

interface Material {
  found: Found[];
  leftOut: LeftOutClause[];
}

/** Goes through the clauses in their order. */
const dutiesOf = (units: readonly Unit[], openings: ReadonlyMap<Unit, Opening>, cast: Cast): Material => {
  const found: Found[] = [];
  const leftOut: LeftOutClause[] = [];
  let previous: { debtor: readonly string[]; paragraph: number } = { debtor: [], paragraph: -1 };
  for (const unit of units) {
    const opening = openings.get(unit) ?? 'other';
    const clause: Clause = {
      unit,
      composed: composed(unit, opening === 'verb', (words) => cast.resolve(words, false).length > 0),
      opening,
    };
    const { duties, reason } = dutiesIn(
      clause,
      cast,
      previous.paragraph === unit.paragraph ? previous.debtor : [],
    );
    for (const duty of duties) {
      found.push({ unit, duty });
      previous = { debtor: duty.debtor, paragraph: unit.paragraph };
    }
    if (duties.length === 0 && reason) leftOut.push({ reference: unit.reference, span: unit.span, reason });
  }
  return { found, leftOut };
};

/** Others who act for themselves: "All States shall …", "foreign fighters must …". */
const acting =
  /\b(?:states?|citizens?|people|persons?|everyone|nationals|fighters|groups?|organi[sz]ations?|countries|governments?|forces|troops|companies|banks|workers|employees|students|residents|organs|institutions?|bodies|agencies|authorities|commission|committee|observers|monitors|members|media|men|women|refugees|vessels|ships|aircraft)\b/iu;

/** Headings and article that a unit stands under, the innermost first. */
const placesOf = ({ headings, reference }: Unit): string[] => {
  const above = reference?.replace(/(?:[.,]\s?[^.,()]+|\s\([^()]*\))$/u, '') ?? '';
  const chain = headings.map((_, at) => headings.slice(0, headings.length - at).join('|'));
  return [`${headings.join('|')}|${above === reference ? '' : above}`, ...chain];
};

/**
 * A passive among duties of one party is that party's ("The tax shall be raised" in the borrower's chapter), and in a text of
 * one party everything is.
 */
const withNeighbours = (found: readonly Found[], cast: Cast): Found[] => {
  const byPlace = new Map<string, Set<string>>();
  for (const { unit, duty } of found)
    for (const place of duty.debtor.length > 0 ? placesOf(unit) : [])
      byPlace.set(place, (byPlace.get(place) ?? new Set()).add(duty.debtor.join('+')));
  const before = new Map<string, readonly string[]>();
  return found.map(({ unit, duty }) => {
    const places = placesOf(unit);
    const [innermost = ''] = places;
    if (duty.debtor.length > 0) before.set(innermost, duty.debtor);
    if (duty.debtor.length > 0 || (!duty.isPassive && acting.test(duty.subject))) return { unit, duty };
    const only = places
      .map((place) => [...(byPlace.get(place) ?? [])])
      .find((debtors) => debtors.length === 1);
    const near = only?.[0]?.split('+') ?? before.get(innermost) ?? [];
    return {
      unit,
      duty: { ...duty, debtor: near.length > 0 ? near : cast.all.length === 1 ? cast.all : [] },
    };
  });
};

/** Where a duty's own words stand in the agreement. */
const spanOf = ({ unit, duty }: Found, text: string): Span => {
  const [start, end] = unit.span;
  const words = text.slice(start, end);
  // A unit's words have single blanks; where the text has others, the whole clause is taken.
  if (words !== unit.text) return unit.span;
  const from = start + duty.part[0];
  const to = Math.min(end, start + duty.part[1]);
  const own = text.slice(from, to);
  const blank = own.length - own.trimStart().length;
  const closing = /(?:[\s,;:.]|\b(?:and|or|but))+$/u.exec(own)?.[0].length ?? 0;
  return to - closing > from + blank ? [from + blank, to - closing] : unit.span;
};

/** "Upon the opening of the talks", which another clause has on a day: it runs from that day. */
const anchored = (
  { condition, window }: DraftCommitment,
  conditionalOn: readonly string[],
  all: readonly DraftCommitment[],
): DraftWindow => {
  const [id, ...more] = conditionalOn;
  const other = all.find((one) => one.id === id)?.window;
  const day = more.length === 0 && other && other.from === other.to ? other.from : null;
  if (!day || !/^(?:upon|after|once|as soon as|following)\b/iu.test(condition ?? `after ${window.after}`))
    return window;
  const { within } = window;
  const to = within ? addDuration(day, within) : window.to;
  return to && to < day ? window : { ...window, from: day, to, within: null, after: null };
};

const isUnreadable = (text: string): string | null => {
  const language = languageOf(text);
  return isReadable({ language }) ? null : language;
};

/** Hardly a line of it is a sentence. */
const hasNoSentences = (units: readonly Unit[]): boolean =>
  units.filter(({ text }) => text.split(/\s+/u).length >= leastSentenceWords && /\p{Ll}{2}/u.test(text))
    .length === 0;

/**
 * What an agreement's own text proposes: who is bound, who owes what to whom and when, with the clause that each stands on,
 * and what was left out and why. A text that has no duties, or is in another language, says so in `notices` and loses nothing.
 * @throws ProvisoError PROVISO_INPUT_EMPTY for a text without a letter
 */
export const draftAgreement = async (reader: DraftReader, input: DraftInput): Promise<Draft> => {
  const text = cleanText(input.text);
  if (!/\p{L}/u.test(text))
    throw new ProvisoError(
      'PROVISO_INPUT_EMPTY',
      'The agreement has no words.',
      'Paste its text, or give a file that has one.',
    );
  const { units, title: firstLine } = structureOf(text);
  const title = input.title?.trim() || firstLine.slice(0, 300) || 'Agreement';
  const language = isUnreadable(text);
  if (language || hasNoSentences(units)) {
    const said = language ? notices.otherLanguage(language) : notices.noSentences();
    return {
      text,
      title,
      signed: input.signed ?? null,
      parties: [],
      actors: [],
      commitments: [],
      leftOut: [],
      notices: [said],
    };
  }
  const definitions = definitionsIn(text);
  const firstDuty = units.find((unit) => !unit.isFront && cuesIn(unit.text).length > 0);
  const preamble = text.slice(0, Math.max(200, firstDuty?.span[0] ?? 4000));
  const cast = new Cast(partiesOf(text, preamble, definitions), definitions);
  const calendar = calendarOf(
    text,
    units.map((unit) => unit.text),
    definitions,
    input.signed ?? null,
  );
  const material = dutiesOf(units, await openingsOf(units, reader), cast);
  const { leftOut } = material;
  const found = withNeighbours(material.found, cast);
  const id = uniqueIds();
  let lastDue: string | null = null;
  const commitments = found.map((one): DraftCommitment => {
    const { unit, duty } = one;
    const span = spanOf(one, text);
    const context: Context = { cast, definitions, before: text.slice(0, span[0]), text };
    const window = windowOf(duty.whole, duty.act, unit.headings, calendar, lastDue);
    if (window.to) lastDue = window.to;
    const quantity = quantityOf(duty.act, duty.isProhibition);
    return {
      id: id(
        `${duty.debtor.length === 1 ? duty.debtor[0] : slug(duty.debtor.length === 0 ? duty.subject : 'all', 2)}-${slug(duty.act, 3)}`,
      ),
      reference: unit.reference,
      span,
      debtor: [...duty.debtor],
      creditor: creditorsOf(duty, cast),
      kind: duty.isProhibition ? 'prohibition' : 'obligation',
      effort: isBestEffort(duty.whole) ? 'best-efforts' : 'result',
      requires: requiresOf(duty, context),
      window,
      condition: conditionIn(duty.whole, window.after === null && window.to !== null ? window.words : null),
      conditionalOn: [],
      quantity,
      signs: signsOf(duty, window.words, context),
      unverifiable: unverifiableOf(duty, window, quantity),
    };
  });
  const kept = fewer(
    commitments.map((commitment, at) => ({ commitment, paragraph: found[at]?.unit.paragraph ?? at })),
  );
  const tied = kept.map((one) => {
    const conditionalOn = conditionalOnOf(one, kept);
    return { ...one, conditionalOn, window: anchored(one, conditionalOn, kept) };
  });
  const owing = new Set(tied.flatMap(({ debtor }) => debtor));
  return {
    text,
    title,
    signed: calendar.signed,
    parties: [...cast.parties],
    actors: cast.actors.filter((actor) => owing.has(actor.id)),
    commitments: tied,
    leftOut,
    notices: noticesOf(cast, calendar.signed, found.length, tied.length),
  };
};

const noticesOf = (cast: Cast, signed: string | null, found: number, kept: number): DraftNotice[] => {
  const [only] = cast.parties;
  return [
    ...(kept === 0 ? [notices.noDuty()] : []),
    ...(!only ? [notices.noParty()] : cast.parties.length === 1 ? [notices.oneParty(only.name)] : []),
    ...(signed === null ? [notices.noDate()] : []),
    ...(kept > manyFrom ? [notices.manyCommitments(kept)] : []),
    ...(kept < found ? [notices.mergedDuties(found, kept)] : []),
  ];
};
