import { stringify } from 'yaml';
import { overlaps, quote, type Reading, type Span } from '../model/index.ts';
import { foldName } from '../resolve/index.ts';
import { type Duty, dutiesIn } from './duties.ts';

/** What a person says of the agreement beside its text. */
export interface DraftOptions {
  id: string;
  /** Day from which windows are counted, YYYY-MM-DD. */
  signed: string;
  /** The text's first line unless given. */
  title?: string;
}

interface DraftParty {
  id: string;
  name: string;
  aliases: string[];
}

/** "The Parties" are all of them. */
const everyone = /\b(?:parties|sides|both|each|signatories|they)\b/iu;

const flat = (text: string) => text.replace(/\s+/gu, ' ').trim();

const slug = (text: string, words = 5): string =>
  foldName(text)
    .replace(/[^a-z0-9 ]/gu, '')
    .split(' ')
    .slice(0, words)
    .join('-') || 'x';

/** Who a subject names; null for somebody without a name ("prisoners"). */
const nameOf = (span: Span, { text }: Reading): string | null => {
  const words = flat(quote(text, span)).replace(/^(?:by\s+)?(?:(?:the|an?)\s+)?/iu, '');
  return /^\p{Lu}/u.test(words) && !everyone.test(words) ? words : null;
};

const isEveryone = (span: Span, { text }: Reading): boolean => everyone.test(quote(text, span));

/** A name within another names the same party: "Norland" is the "Republic of Norland". */
const isWithin = (short: string, long: string): boolean =>
  ` ${foldName(long)} `.includes(` ${foldName(short)} `);

const partiesOf = (duties: readonly Duty[], reading: Reading): DraftParty[] => {
  const names = [...new Set(duties.flatMap(({ debtor }) => nameOf(debtor, reading) ?? []))];
  const longest = names.filter((name) => !names.some((other) => other !== name && isWithin(name, other)));
  return longest.map((name) => ({
    id: slug(name),
    name,
    aliases: names.filter((other) => other !== name && isWithin(other, name)),
  }));
};

const debtorsOf = (duty: Duty, parties: readonly DraftParty[], reading: Reading): readonly DraftParty[] => {
  if (isEveryone(duty.debtor, reading)) return parties;
  const name = nameOf(duty.debtor, reading);
  return name === null ? [] : parties.filter((party) => isWithin(name, party.name));
};

/** A duration after the signing, or the last day named; neither: the window stays open. */
const windowOf = (duty: Duty, reading: Reading, signed: string) => {
  const times = reading.times.filter(({ span }) => overlaps(span, duty.sentence));
  const duration = times.find(({ kind, value }) => kind === 'duration' && /^P(?=\d)[\dYMWD]+$/u.test(value));
  if (duration) return { from: signed, within: duration.value };
  const day = times.find(
    ({ kind, value }) => kind === 'date' && /^\d{4}-\d{2}-\d{2}$/u.test(value) && value > signed,
  );
  return day ? { from: signed, to: day.value } : { from: signed };
};

/** Ids, each once: a second of the same words gets a number. */
const uniqueIds = () => {
  const taken = new Map<string, number>();
  return (id: string): string => {
    const times = (taken.get(id) ?? 0) + 1;
    taken.set(id, times);
    return times === 1 ? id : `${id}-${times}`;
  };
};

/** The only other party, or the one that the sentence names; a duty to several is owed to all. */
const creditorOf = (others: readonly DraftParty[], sentence: string): DraftParty | undefined => {
  const named = others.filter(({ name, aliases }) =>
    [name, ...aliases].some((alias) => isWithin(alias, sentence)),
  );
  return others.length === 1 ? others[0] : named.length === 1 ? named[0] : undefined;
};

const commitmentsOf = (
  duties: readonly Duty[],
  parties: readonly DraftParty[],
  reading: Reading,
  signed: string,
) => {
  const uniqueId = uniqueIds();
  return duties.flatMap((duty) => {
    const sentence = quote(reading.text, duty.sentence);
    return debtorsOf(duty, parties, reading).map((debtor) => {
      const others = parties.filter(({ id }) => id !== debtor.id);
      return {
        id: uniqueId(`${debtor.id}-${slug(quote(reading.text, duty.act), 3)}`),
        ...(duty.paragraph ? { reference: duty.paragraph } : {}),
        debtor: debtor.id,
        creditor: creditorOf(others, sentence)?.id ?? null,
        kind: duty.isProhibition ? 'prohibition' : 'obligation',
        ...(duty.isEffort ? { effort: 'best-efforts' } : {}),
        requires: flat(sentence),
        ...(duty.condition
          ? { note: `Condition, to be tied to a commitment: ${flat(duty.condition)}.` }
          : {}),
        window: windowOf(duty, reading, signed),
      };
    });
  });
};

/**
 * A case file for a person to edit, from the text of an agreement as read with its syntax: who owes what to whom, duty
 * or prohibition, window, condition and paragraph. Creditors and ids are proposals; it has no signs, which help and are not needed.
 */
export const draftCase = (reading: Reading, { id, signed, title }: DraftOptions): string => {
  const duties = dutiesIn(reading);
  const parties = partiesOf(duties, reading);
  const file = {
    id,
    title: title ?? flat(reading.text.trim().split('\n')[0] ?? id),
    signed,
    parties,
    commitments: commitmentsOf(duties, parties, reading, signed),
  };
  const head = '# A draft, proposed from the text: check every line, and add aliases and actors.\n';
  return head + stringify(file, { lineWidth: 110 });
};
