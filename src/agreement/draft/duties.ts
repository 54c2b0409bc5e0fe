import type { Span } from '../../model/index.ts';
import type { Cast } from './cast.ts';
import type { Composed } from './composition.ts';
import { isDefinition } from './definitions.ts';
import type { Unit } from './structure.ts';
import { openingOf, type Subject, subjectIn, withoutRecord } from './subjects.ts';
import { type Cue, cuesIn, forbids, namesForbearance, notBinding, type Reason, reasonOf } from './wording.ts';

/** What one clause lays on somebody. */
export interface Duty {
  debtor: readonly string[];
  /** The words of its subject; empty where the clause has none. */
  subject: string;
  /** What is owed: a verb in its base form with all that hangs on it, or a noun phrase. */
  act: string;
  form: 'verb' | 'noun';
  isProhibition: boolean;
  /** The subject is not who does it: "All prisoners shall be released". */
  isPassive: boolean;
  /** Everything that the clause says, lead-ins included: for windows, conditions and efforts. */
  whole: string;
  /** Its words in the item, code units from the item's start. */
  part: Span;
}

/** What the first word of a unit is, as the reader sees it. */
export type Opening = 'verb' | 'noun' | 'other';

export interface Clause {
  unit: Unit;
  composed: Composed;
  opening: Opening;
}

const subordinator =
  /\b(?:which|who|whom|whose|if|unless|when|whenever|where|because|although|whether|(?<!\b(?:agree[sd]?|decides?|demands?|requires?|resolves?|requests?|undertakes?|ensure|until|after|before|by|for|in|of|at|on|from|to|with|under|accept|declare|confirm|guarantee|than) )that)\b/giu;
const finite = /\b(?:is|are|was|were|has|have|had|does|do|did|shall|will|may|can|\p{L}+(?:ed|es))\b/iu;

/** What is only thought or said follows: "it is hoped that others will join". */
const thinks =
  /\b(?:hope[sd]?|expect(?:s|ed)?|believe[sd]?|note[sd]?|underst(?:ands?|ood)|recogni[sz]e[sd]?|wish(?:es)?|consider(?:s|ed)?|intend(?:s|ed)?|desires?|thinks?|fact|acknowledge[sd]?|view|convinced|aware|likely|so|such)\s*$/iu;

/** Whether a cue is that of the sentence, not of a clause in it: "the units which the Front shall name". */
const isMain = (text: string, from: number, { start }: Cue, cast: Cast): boolean => {
  const before = text.slice(from, start);
  const last = [...before.matchAll(subordinator)].at(-1);
  if (!last) return true;
  const after = before.slice(last.index + last[0].length);
  // The clause is over: "If a Party fails, the other shall …", "Persons who are let go shall …".
  const closing = after.lastIndexOf(',');
  if (closing >= 0) {
    const own = after.slice(closing + 1).trim();
    if (
      own === '' ||
      cast.resolve(own, false).length > 0 ||
      /^(?:the|a|an|all|each|both|no|any|it|they|such|this|these)\b/iu.test(own)
    )
      return true;
  }
  if (!/^(?:who|which|that|whose|whom)$/iu.test(last[0]) || thinks.test(before.slice(0, last.index)))
    return false;
  const own = after.trim();
  if (own === '') return false;
  // "which the Front shall name" asks of the Front in passing; "who cross the line shall …" has had its verb.
  const isObject =
    /^(?:the|an?|its|their|his|each|either|both|any|no|all|it|they|he|she|we)\b/iu.test(own) ||
    cast.namedIn(own)[0]?.span[0] === 0;
  if (!isObject) return true;
  return (
    cast.resolve(own, false).length === 0 &&
    (finite.test(own) || /\p{Ll}s$/u.test(own) || own.split(/\s+/u).length > 4)
  );
};

const beParticiple =
  /^(?:not )?(?:(?:\p{Ll}+ly|also|first|then|thereby|thereafter|all) )*be (?:(?:\p{Ll}+ly|also|first|then|both|all|no longer) )*(\p{L}+)/iu;
const adjectives =
  /^(?:responsible|free|able|open|ready|present|in|at|to|a|an|the|on|of|for|under|available|accessible|liable|subject|no|not|effective|equal|complete|held accountable|committed|prepared|bound|there|part|as)$/iu;

const isPassive = (act: string): boolean => {
  const participle = beParticiple.exec(act)?.[1];
  return (
    participle !== undefined &&
    !adjectives.test(participle) &&
    /(?:ed|en|wn|ne|ht|lt|ft|nt|pt|ld|id|ut|et|un|ad|ung|orn|ead|uck|ot|own|ept|ent|uilt|ade|aid|old|one)$/iu.test(
      participle,
    )
  );
};

/** Who does it, where a passive or a noun says so: "by both sides". */
const agentIn = (act: string, cast: Cast): readonly string[] => {
  for (const [, words = ''] of act.matchAll(/\bby ((?:(?:the|each|both|either|all|an?) )?[^,;.]{2,80})/giu)) {
    const [name] =
      /^(?:(?:both|all|each|either|the) )*(?:of )?(?:the )?(?:(?:contracting|two|three|four) )*(?:parties|party|sides?|signatories)\b/iu.exec(
        words,
      ) ?? [];
    if (name) return cast.all;
    const named = cast.namedIn(words);
    const first = named[0];
    if (
      first &&
      /^(?:(?:the|each|both|either) )*(?:(?:forces|troops|armed forces|government|authorities|army|members) of (?:the )?)?$/iu.test(
        words.slice(0, first.span[0]),
      )
    ) {
      const next = named[1];
      const joined =
        next &&
        /^(?:,| and| or|, and) (?:the )?$/iu.test(
          words.slice(first.span[1], next.span[0]).concat(' ').replace(/ {2}/u, ' '),
        );
      return joined ? [...first.ids, ...next.ids] : first.ids;
    }
    const body = cast.resolve(
      words
        .split(/\b(?:by|within|in|on|from|before|after|and|under|to|for|at|with|as|until|no later)\b/u)[0]
        ?.trim() ?? '',
      true,
    );
    if (body.length > 0) return body;
  }
  return [];
};

const ownedHeading =
  /\b(?:undertakings?|measures|dut(?:y|ies)|obligations?|commitments?|promises|assurances|responsibilit(?:y|ies)|tasks|steps|pledges|conduct|part|guarantees|actions|what)\b/iu;

/** The one party that a heading gives its duties to: "Measures of Vezhland", "The City", "What the Union undertakes". */
const headingDebtor = (headings: readonly string[], cast: Cast): readonly string[] => {
  for (const heading of headings.toReversed()) {
    const direct = cast.resolve(heading.replace(/[.:]$/u, ''), false);
    if (direct.length > 0) return direct;
    const named = [...new Set(cast.namedIn(heading).flatMap(({ ids }) => ids))];
    if (ownedHeading.test(heading) && named.length === 1) return named;
    if (ownedHeading.test(heading) && /\b(?:both|all|the) (?:parties|sides)\b/iu.test(heading))
      return cast.all;
  }
  return [];
};

/** ", and shall …", ", and that the other …": goes on with the sentence, not with a clause in it. */
const isJoined = (between: string): boolean => /[,;] (?:and|but) (?:that \P{L}*[^,;]*)?$/u.test(between);

const answers =
  /^(?:(?:also|further|\p{Ll}+ly) )?(?:see to it|ensure|make sure|guarantee|take care) that\b/iu;
const words = /^(?:(?:also|further|\p{Ll}+ly) )?(?:say|state|declare|announce|proclaim|tell|make known)\b/iu;

/** To answer for others, to say something, and to do something are duties of their own. */
const natureOf = (act: string): 'answer' | 'word' | 'deed' =>
  answers.test(act) ? 'answer' : words.test(act) ? 'word' : 'deed';

/** Where a sentence parts into duties of their own: a cue with a subject of its own, or of another kind. */
const partsOf = (
  text: string,
  cues: readonly Cue[],
  cast: Cast,
): { from: number; to: number; cue: Cue }[] => {
  const main: { from: number; cue: Cue }[] = [];
  for (const cue of cues) {
    const last = main.at(-1);
    const from = last ? last.cue.end : 0;
    if (!isMain(text, from, cue, cast) && !(last && isJoined(text.slice(from, cue.start)))) continue;
    if (!last) {
      main.push({ from: 0, cue });
      continue;
    }
    const between = text.slice(from, cue.start);
    const join = [...between.matchAll(/(?:;|,|:)\s*(?:and |but |or )?|\s(?:and|but)\s/gu)].at(-1);
    if (!join) continue;
    const own = between
      .slice(join.index + join[0].length)
      .replace(/^that /u, '')
      .trim();
    const isOther =
      own !== '' && (cast.resolve(own, false).length > 0 || (/;/u.test(join[0]) && /^\p{L}/u.test(own)));
    const isOtherKind =
      own === '' &&
      (cue.isNegative !== last.cue.isNegative ||
        (/^,/u.test(join[0]) && natureOf(text.slice(cue.end)) !== natureOf(text.slice(last.cue.end))));
    if (isOther || isOtherKind) main.push({ from: from + join.index + join[0].length, cue });
  }
  return main.map(({ from, cue }, at) => ({ from, to: main[at + 1]?.from ?? text.length, cue }));
};

const tidy = (words: string): string =>
  words
    .replace(/(?:[\s,;:.]|\b(?:and|or|but))+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** Who writes a letter is no party of it: "I should be grateful". */
const isSpeaker = /^I\b(?! and\b)/u;

/** "using", not "bring": a verb's own -ing follows no vowel. */
const isGerund = (act: string): boolean => /^\p{Ll}*[aeiouy]\p{Ll}*ing\b/u.test(act);

interface Found {
  duties: Duty[];
  reason: Reason | null;
}

const persons =
  /\b(?:prisoners?|detainees?|captives?|hostages?|nationals|citizens|refugees?|persons?|people|children|bodies|remains)\b/iu;

/** The one party that a thing belongs to: "Tarvia's stock", "the output of Dorn"; prisoners are held by others. */
const ownerIn = (subject: string, cast: Cast): readonly string[] => {
  if (persons.test(subject)) return [];
  const owners = cast
    .namedIn(subject)
    .filter(
      ({ span }) =>
        /^[’']s?(?![\p{L}])/u.test(subject.slice(span[1])) ||
        /\b(?:of|held by|owned by) (?:the )?$/iu.test(subject.slice(0, span[0])),
    );
  const ids = [...new Set(owners.flatMap((owner) => owner.ids))];
  const [, called] = /\bof (the \p{Lu}\p{L}+)$/u.exec(subject) ?? [];
  if (ids.length === 0 && called) return cast.resolve(called, false);
  return ids.length > 0 && cast.namedIn(subject).length === owners.length ? ids : [];
};

/** Of two parties, what is paid or handed to one is owed by the other. */
const giverTo = (act: string, cast: Cast): readonly string[] => {
  if (cast.all.length !== 2) return [];
  const named = cast
    .namedIn(act)
    .filter(({ span }) => /\b(?:to|for) (?:the )?$/iu.test(act.slice(0, span[0])));
  const [taker, ...more] = [...new Set(named.flatMap(({ ids }) => ids))];
  return taker && more.length === 0 ? cast.all.filter((id) => id !== taker) : [];
};

/** The one party that a lead-in names: what is to be done there is its. */
const soleNamed = (words: string, cast: Cast): readonly string[] => {
  const ids = [...new Set(cast.namedIn(words).flatMap((one) => one.ids))];
  return ids.length === 1 ? ids : [];
};

/** Who is bound where the subject is not who acts: by an agent, an owner, an item's own party, a heading. */
const boundBy = (
  { unit }: Clause,
  subject: Subject,
  act: string,
  passive: boolean,
  cast: Cast,
): readonly string[] => {
  const agents = passive ? agentIn(act, cast) : [];
  if (agents.length > 0) return agents;
  const ways: (() => readonly string[])[] = [
    () => subject.ids,
    () => ownerIn(subject.words, cast),
    () => (passive ? giverTo(act, cast) : []),
    () => soleNamed(unit.leadIns.join(' '), cast),
    () => headingDebtor(unit.headings, cast),
  ];
  for (const way of ways) {
    const ids = way();
    if (ids.length > 0) return ids;
  }
  return [];
};

/** "(a) Aldoria: 8,500 tonnes": each item of a table has its own party. */
const itemParty = (item: string, cast: Cast): readonly string[] => {
  const first = cast.namedIn(item)[0];
  return first &&
    /^(?:(?:in|for|by) )?(?:the )?$/iu.test(item.slice(0, first.span[0])) &&
    /^\s*(?:[:–—,(]|-\s|by\b|to\b|not\b|\d)/u.test(item.slice(first.span[1]))
    ? first.ids
    : [];
};

const withoutItemParty = (act: string, item: string, cast: Cast): string => {
  const name = item.slice(0, cast.namedIn(item)[0]?.span[1] ?? 0);
  const at = act.indexOf(name);
  return at < 0
    ? act
    : tidy(
        `${act.slice(0, at).replace(/[:\s]+$/u, '')} ${act.slice(at + name.length).replace(/^[\s:–—-]+/u, '')}`,
      );
};

const outline =
  /^(?:preamble|recitals?|summary|overview|contents|outline|background|introduction|in brief)\b/iu;
const describes =
  /\b(?:has|have|consists? of|comprises?|contains?|is made up of|falls into)\b[^:]*\b(?:parts|chapters|titles|sections|annexes|documents)\b/iu;

/** Told ahead of what binds: there only what a party itself will do is a duty. */
const isOutlined = ({ headings, leadIns, reference }: Unit): boolean =>
  [...headings, reference ?? ''].some((above) => outline.test(above)) ||
  leadIns.some((lead) => describes.test(lead) && cuesIn(`${lead} `).length === 0);

const bound = (clause: Clause, cast: Cast, previous: readonly string[]): Found => {
  const {
    unit,
    composed: { text, itemAt, isLed },
  } = clause;
  const duties: Duty[] = [];
  let reason: Reason | null = null;
  let before: readonly string[] = previous;
  const outlined = isOutlined(unit);
  for (const { from, to, cue } of partsOf(text, cuesIn(text), cast)) {
    const owed = `${tidy(text.slice(cue.end, to))} ${cue.inserted}`.trim();
    const tabled = isLed ? itemParty(unit.text, cast) : [];
    // "more than: Aldoria: 8,500 tonnes" is more than 8,500 tonnes.
    const act = tabled.length > 0 ? withoutItemParty(owed, unit.text, cast) : owed;
    const passive = isPassive(act) || /^be$/iu.test(act);
    const own = cue.told ?? text.slice(from, cue.start);
    const subject =
      own.trim() === ''
        ? { words: '', ids: before, isNegative: false }
        : subjectIn(own, cast, !passive, before);
    const debtor =
      tabled.length > 0
        ? tabled
        : subject.ids.length > 0 && !passive
          ? subject.ids
          : boundBy(clause, subject, act, passive, cast);
    const isNegative = cue.isNegative || subject.isNegative;
    const why = notBinding(subject.words, act, debtor.length > 0, isNegative);
    if (why || !act || isSpeaker.test(subject.words) || (outlined && subject.ids.length === 0)) {
      reason ??= why ?? 'statement';
      continue;
    }
    if (subject.ids.length > 0) before = subject.ids;
    duties.push({
      debtor,
      subject: subject.words,
      act,
      form: cue.takesNoun || isGerund(act) ? 'noun' : 'verb',
      // "shall not refrain" forbids nothing.
      isProhibition: isNegative !== forbids(act),
      isPassive: passive && subject.ids.length === 0,
      // What opens a sentence holds for all its parts: "From 1 May, the one shall …; the other shall …".
      whole: tidy(
        withoutRecord(from === 0 ? text.slice(0, to) : `${openingOf(text)} ${text.slice(from, to)}`),
      ),
      part: [Math.max(0, from - itemAt), Math.max(0, to - itemAt)],
    });
  }
  return { duties, reason };
};

const deverbal = /(?:ment|tion|sion|ance|ence|ing|ure|al|age|out|off|down)$/iu;
const namesAct =
  /^(?:cease-?fire|truce|release|exchange|return|transfer|halt|stop|access|amnesty|support|end|launch|start|respect|withdrawal|removal|reform|transition|pardon|delivery|recovery|handover|hand-over|pull-?back|pull-?out|lifting|deployment|restoration|repatriation|reduction|freeze|ban|no|non-\p{L}+|talks|search|surrender|dialogue|use|increase|passage|free|safe|protection|adoption|holding)$/iu;

/** Whether a phrase without a verb tells of something to be done: its head names an act. */
const namesDeed = (text: string): boolean => {
  const [head = ''] = text.split(
    /\s+(?:of|by|from|to|for|in|on|with|within|between|under|at|into|over|until|across|against|along)\s/u,
  );
  const words = head.split(/\s+/u);
  return words
    .slice(0, 7)
    .some((word) => namesAct.test(word.replace(/,$/u, '')) || (word.length > 5 && deverbal.test(word)));
};

/** Points without a cue: imperatives ("Ensure release …") and nouns ("Withdrawal of heavy weapons by both sides"). */
const point = ({ unit, composed: { text, lead, isLed }, opening }: Clause, cast: Cast): Duty | null => {
  const item = unit.text;
  if (isLed || unit.isFront || isOutlined(unit) || !(unit.isPoint || unit.leadIns.length > 0)) return null;
  const whole = { whole: text, part: [0, item.length] as Span, subject: '', isPassive: false };
  const led = lead
    ? subjectIn(
        lead.replace(/\s+(?:agree|undertake|commit|have agreed|will|shall)\b.*$/iu, ''),
        cast,
        false,
        [],
      ).ids
    : [];
  const owing = (words: string): readonly string[] => {
    const agents = agentIn(words, cast);
    if (agents.length > 0) return agents;
    const headed = headingDebtor(unit.headings, cast);
    return led.length > 0 ? led : headed.length > 0 ? headed : cast.all;
  };
  const imperative =
    /^(?:(?<not>do not|not to|never|refrain from) |to |please )?(?<act>\p{L}[\s\S]*)$/iu.exec(item)?.groups;
  const isInfinitive = /^(?:not )?to \p{Ll}/iu.test(item);
  if (imperative && (opening === 'verb' || isInfinitive || imperative.not)) {
    const act = tidy(imperative.act ?? '').replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
    if (notBinding('', act, true, Boolean(imperative.not))) return null;
    return {
      ...whole,
      debtor: owing(act),
      act,
      form: 'verb',
      isProhibition: Boolean(imperative.not) || forbids(act),
    };
  }
  if (opening === 'other' || !namesDeed(item) || item.split(/\s+/u).length < 3) return null;
  const act = tidy(item).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  return { ...whole, debtor: owing(item), act, form: 'noun', isProhibition: namesForbearance(item) };
};

const isSaid =
  /\b(?:is|are|was|were|has|have|had|meets?|lends|reports|decides|remains|hopes|holds|receives|means)\b/u;

/** The duties of one clause, or why it has none. */
export const dutiesIn = (clause: Clause, cast: Cast, previous: readonly string[]): Found => {
  const { unit, composed } = clause;
  if (isDefinition(unit)) return { duties: [], reason: 'definition' };
  if (unit.isFront) return { duties: [], reason: reasonOf(unit) };
  const found = bound(clause, cast, previous);
  if (found.duties.length > 0 || found.reason) return found;
  if (cuesIn(composed.text).length === 0 && !isSaid.test(unit.text)) {
    const one = point(clause, cast);
    if (one) return { duties: [one], reason: null };
  }
  return { duties: [], reason: reasonOf(unit) };
};
