import { createRequire } from 'node:module';
import type lemmatizer from 'wink-lemmatizer';
import { type WordTable, wordTable } from '../word-table.ts';

/*
 * Dictionary forms as Universal Dependencies has them: closed classes by the list below, nouns, verbs
 * and adjectives by WordNet's exceptions and endings.
 */

const closed: WordTable<WordTable<string>> = wordTable({
  AUX: wordTable({
    "'s": 'be',
    "'re": 'be',
    "'m": 'be',
    s: 'be',
    m: 'be',
    re: 'be',
    is: 'be',
    are: 'be',
    was: 'be',
    were: 'be',
    am: 'be',
    been: 'be',
    being: 'be',
    be: 'be',
    "'ve": 'have',
    has: 'have',
    had: 'have',
    having: 'have',
    did: 'do',
    does: 'do',
    done: 'do',
    doing: 'do',
    "'ll": 'will',
    wo: 'will',
    "'d": 'would',
    ca: 'can',
    got: 'get',
    getting: 'get',
    would: 'would',
    could: 'could',
    might: 'might',
    should: 'should',
    may: 'may',
  }),
  NOUN: wordTable({
    media: 'media',
    data: 'data',
    others: 'other',
    species: 'species',
    means: 'means',
    regards: 'regards',
  }),
  ADV: wordTable({ better: 'well', best: 'well' }),
  PRON: wordTable({
    i: 'I',
    me: 'I',
    him: 'he',
    us: 'we',
    "'s": 'we',
    them: 'they',
    these: 'this',
    those: 'that',
    mine: 'my',
  }),
  DET: wordTable({ an: 'a', these: 'this', those: 'that' }),
  PART: wordTable({ "n't": 'not', nt: 'not', "'": "'s", s: "'s", na: 'to' }),
});

/** WordNet's tables are plain objects: they take "constructor" for a word that they have. */
const inherited = Object.getOwnPropertyNames(Object.prototype);

const require = createRequire(import.meta.url);

/** At the first word: half a second of tables that a program which reads nothing does without; kept by `require`. */
const wordNet = (): typeof lemmatizer => require('wink-lemmatizer');

const safely =
  (kind: keyof typeof lemmatizer) =>
  (word: string): string => {
    const base = inherited.find((name) => word.startsWith(name));
    return base === undefined ? wordNet()[kind](word) : word === `${base}s` ? base : word;
  };

const nounBase = safely('noun');
const verbBase = safely('verb');
const adjectiveBase = safely('adjective');

const inflected = wordTable<(word: string) => string>({
  AUX: verbBase,
  ADJ: adjectiveBase,
  ADV: adjectiveBase,
});

/** Verbs whose past form is another verb's dictionary form. */
const mistaken = wordTable<string>({
  lay: 'lay',
  found: 'find',
  saw: 'see',
  felt: 'feel',
  wound: 'wound',
  fell: 'fall',
  bore: 'bear',
});

const nounOf = (word: string): string => {
  const base = nounBase(word);
  return base === word ? word.replace(/(?<=\p{L}{2})men$/u, 'man') : base;
};

/** The dictionary form of a word with its universal part of speech; names keep their capitals. */
export const lemmaOf = (written: string, upos: string): string => {
  if (upos === 'PROPN' || upos === 'X' || upos === 'SYM') return written;
  const word = written.toLowerCase().replaceAll(/[’`]/g, "'");
  if (upos === 'ADJ' && /^\p{Lu}\p{Ll}/u.test(written)) return written;
  const known = closed[upos]?.[word];
  if (known) return known;
  if (upos === 'VERB') return mistaken[word] ?? closed.AUX?.[word] ?? verbBase(word);
  if (upos === 'NOUN') return nounOf(word);
  return inflected[upos]?.(word) ?? word;
};
