import { createRequire } from 'node:module';
import type { ItsFunction, WinkMethods } from 'wink-nlp';
import type { Span } from '../model/index.ts';
import { cueVerbs, takesComplement } from './cues.ts';
import { typeOfVerb } from './predicates.ts';

/** A word or mark with its place in the text; `pos` is a Universal Dependencies tag. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  lemma: string;
  pos: string;
}

const require = createRequire(import.meta.url);
let tagger: WinkMethods | undefined;

const loadTagger = (): WinkMethods => {
  if (!tagger) {
    const winkNLP = require('wink-nlp') as (model: unknown, pipe: string[]) => WinkMethods;
    tagger = winkNLP(require('wink-eng-lite-web-model'), ['pos']);
  }
  return tagger;
};

const pieceLength = 8000;
/** The tagger's patterns backtrack on long unbroken runs, and no English word is this long. */
const unbrokenRun = /\S{80,}/g;

/** Pieces to tag one after the other: each ends at white space and leaves out unbroken runs. */
function* pieces(text: string): Generator<Span> {
  let start = 0;
  const cut = function* (end: number): Generator<Span> {
    while (end - start > pieceLength) {
      const space = text.slice(start, start + pieceLength).search(/\s\S*$/);
      const next = start + (space > 0 ? space : pieceLength);
      yield [start, next];
      start = next;
    }
    if (end > start) yield [start, end];
  };
  for (const run of text.matchAll(unbrokenRun)) {
    yield* cut(run.index);
    start = run.index + run[0].length;
  }
  yield* cut(text.length);
}

/** Words, marks and tags of one piece; the tagger gives no offsets, so they are searched in order. */
const tagPiece = (text: string, [from, to]: Span): Token[] => {
  const nlp = loadTagger();
  const piece = text.slice(from, to);
  const words = nlp.readDoc(piece).tokens();
  const out = (its: unknown) => words.out(its as ItsFunction<string>) as string[];
  const [values, tags, lemmas] = [out(nlp.its.value), out(nlp.its.pos), out(nlp.its.lemma)];
  const tokens: Token[] = [];
  let cursor = 0;
  values.forEach((value, index) => {
    const pos = tags[index] ?? 'X';
    if (pos === 'SPACE' || !value.trim()) return;
    const at = piece.indexOf(value, cursor);
    if (at < 0 || at - cursor > 200) return;
    cursor = at + value.length;
    const start = from + at;
    const lower = value.toLowerCase();
    tokens.push({ start, end: start + value.length, text: value, lower, lemma: lemmas[index] ?? lower, pos });
  });
  return tokens;
};

const hyphen = /^[-‐‑/]$/u;
const word = /^[\p{L}\p{N}].*$/u;
const loosePrefix = new Set(['pro', 'anti', 'non', 'ex', 'mid', 'pre', 'post', 'self', 'co', 'un', 're']);

const compoundTag = (parts: readonly Token[]): string => {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return 'X';
  if (parts.every(({ text }) => /^\d/.test(text))) return 'NUM';
  if (loosePrefix.has(first.lower)) return last.pos === 'NOUN' ? 'NOUN' : 'ADJ';
  if (last.pos === 'VERB' || last.pos === 'ADJ') return 'ADJ';
  if (parts.some(({ text }) => /^\p{Lu}/u.test(text))) return /^\p{Lu}/u.test(last.text) ? 'PROPN' : 'ADJ';
  return last.pos === 'ADP' || last.pos === 'ADV' ? 'ADJ' : last.pos;
};

/** Hyphenated words are one word: names ("Al-Amin") and compounds ("high-ranking") alike. */
const joinCompounds = (tokens: readonly Token[]): Token[] => {
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const parts = [tokens[index] as Token];
    for (;;) {
      const [last, mark, next] = [parts.at(-1), tokens[index + 1], tokens[index + 2]];
      if (!last || !mark || !next || !hyphen.test(mark.text) || parts.length > 8) break;
      if (last.end !== mark.start || mark.end !== next.start) break;
      if (!word.test(last.text) || !word.test(next.text)) break;
      parts.push(mark, next);
      index += 2;
    }
    joined.push(parts.length === 1 ? (parts[0] as Token) : join(parts));
  }
  return joined;
};

const join = (parts: readonly Token[]): Token => {
  const words = parts.filter(({ text }) => !hyphen.test(text));
  const text = parts.map((part) => part.text).join('');
  return {
    start: parts[0]?.start ?? 0,
    end: parts.at(-1)?.end ?? 0,
    text,
    lower: text.toLowerCase(),
    lemma: parts.map((part, index) => (index === parts.length - 1 ? part.lemma : part.lower)).join(''),
    pos: compoundTag(words),
  };
};

const nominal = new Set(['NOUN', 'ADJ', 'PROPN', 'NUM']);
const opensNounGroup = new Set(['DET', 'PROPN', 'PRON']);

/** The base of an "-ing" or "-ed" form: the first of its possible bases that the lexicon knows. */
const baseOf = (form: string): string => {
  const stem = form.replace(/(?:ing|ed)$/, '');
  const bases = [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')];
  return bases.find((base) => takesComplement(base) || typeOfVerb(base, null, [])) ?? stem;
};

/** "the envoy alleged in …": not an adjective between a name and a preposition. */
const followsSubject = (before: Token | undefined, after: Token | undefined): boolean =>
  /^(?:NOUN|PROPN|PRON)$/.test(before?.pos ?? '') &&
  /^(?:ADP|SCONJ|PUNCT|DET|ADV|PRON)$/.test(after?.pos ?? '');

const opensSentence = (before: Token | undefined): boolean => !before || /^[.?!:“"]$/.test(before.text);

/** "Members of the council", "Relations between …": a plural noun with the capital of its sentence. */
const isPluralOf = ({ text }: Token, after: Token | undefined): boolean =>
  /^\p{Lu}\p{Ll}+[^s\P{Ll}]s$/u.test(text) && /^(?:of|between|among|from)$/.test(after?.lower ?? '');

/** Corrections where the tagger errs in ways that would mislead the grammar. */
const retag = (tokens: readonly Token[]): void => {
  tokens.forEach((token, index) => {
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    if (token.lower === 'that' && token.pos === 'DET' && after && opensNounGroup.has(after.pos))
      token.pos = 'SCONJ';
    if (
      token.pos === 'ADJ' &&
      token.lower.endsWith('ed') &&
      cueVerbs.has(baseOf(token.lower)) &&
      followsSubject(before, after)
    ) {
      token.pos = 'VERB';
      token.lemma = baseOf(token.lower);
    }
    if (
      token.pos === 'VERB' &&
      /^\p{Lu}/u.test(token.text) &&
      before?.pos === 'DET' &&
      after?.pos === 'PROPN'
    )
      token.pos = 'PROPN';
    if (token.lower === 'that' && before?.pos === 'ADP' && after && nominal.has(after.pos)) token.pos = 'DET';
    if (token.lower === 'to' && token.pos === 'ADP' && (after?.pos === 'VERB' || after?.pos === 'AUX'))
      token.pos = 'PART';
    if (token.pos === 'ADJ' && token.lower.endsWith('ing') && after && opensNounGroup.has(after.pos))
      if (before?.pos === 'CCONJ' || before?.pos === 'AUX') {
        token.pos = 'VERB';
        token.lemma = baseOf(token.lower);
      }
    if (token.pos === 'PROPN' && opensSentence(before) && isPluralOf(token, after)) token.pos = 'NOUN';
    if (token.lower === 'according' && after?.lower === 'to') token.pos = 'ADP';
    if (token.pos === 'VERB' && before?.pos === 'DET' && !/(ing|ed)$/.test(token.lower)) token.pos = 'NOUN';
  });
};

const endsPhrase = /^[,.;:?!]$/;
const isSubject = /^(?:NOUN|PROPN|PRON)$/;
const opensObject = /^(?:DET|PROPN|PRON|NUM)$/;

/** "the rebels attacks the port" has no verb yet: the noun that may be one between two nouns is it. */
const findMissingVerbs = (tokens: readonly Token[]): void => {
  let from = 0;
  tokens.forEach(({ text }, to) => {
    if (!endsPhrase.test(text)) return;
    const phrase = tokens.slice(from, to);
    from = to + 1;
    if (phrase.length > 60 || phrase.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return;
    const verb = phrase.find(
      (token, at) =>
        token.pos === 'NOUN' &&
        token.lower.endsWith('s') &&
        isSubject.test(phrase[at - 1]?.pos ?? '') &&
        opensObject.test(phrase[at + 1]?.pos ?? '') &&
        (typeOfVerb(token.lemma, null, []) !== null || takesComplement(token.lemma)),
    );
    if (verb) verb.pos = 'VERB';
  });
};

/** All tokens of a text in order. */
export const tokenise = (text: string): Token[] => {
  const tokens: Token[] = [];
  for (const span of pieces(text)) for (const token of tagPiece(text, span)) tokens.push(token);
  const joined = joinCompounds(tokens);
  retag(joined);
  findMissingVerbs(joined);
  return joined;
};
