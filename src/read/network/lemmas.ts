import lemmatizer from 'wink-lemmatizer';

/*
 * Dictionary forms as Universal Dependencies has them: closed classes by the list below, nouns, verbs
 * and adjectives by WordNet's exceptions and endings.
 */

const closed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AUX: {
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
  },
  NOUN: {
    media: 'media',
    data: 'data',
    others: 'other',
    species: 'species',
    means: 'means',
    regards: 'regards',
  },
  ADV: { better: 'well', best: 'well' },
  PRON: {
    i: 'I',
    me: 'I',
    him: 'he',
    us: 'we',
    "'s": 'we',
    them: 'they',
    these: 'this',
    those: 'that',
    mine: 'my',
  },
  DET: { an: 'a', these: 'this', those: 'that' },
  PART: { "n't": 'not', nt: 'not', "'": "'s", s: "'s", na: 'to' },
};

const inflected: Readonly<Record<string, (word: string) => string>> = {
  NOUN: lemmatizer.noun,
  VERB: lemmatizer.verb,
  AUX: lemmatizer.verb,
  ADJ: lemmatizer.adjective,
  ADV: lemmatizer.adjective,
};

/** Verbs whose past form is another verb's dictionary form. */
const mistaken: Readonly<Record<string, string>> = {
  lay: 'lay',
  found: 'find',
  saw: 'see',
  felt: 'feel',
  wound: 'wound',
  fell: 'fall',
  bore: 'bear',
};

const nounOf = (word: string): string => {
  const base = lemmatizer.noun(word);
  return base === word ? word.replace(/(?<=\p{L}{2})men$/u, 'man') : base;
};

/** The dictionary form of a word with its universal part of speech; names keep their capitals. */
export const lemmaOf = (written: string, upos: string): string => {
  if (upos === 'PROPN' || upos === 'X' || upos === 'SYM') return written;
  const word = written.toLowerCase().replaceAll(/[’`]/g, "'");
  if (upos === 'ADJ' && /^\p{Lu}\p{Ll}/u.test(written)) return written;
  const known = closed[upos]?.[word];
  if (known) return known;
  if (upos === 'VERB') return mistaken[word] ?? closed.AUX?.[word] ?? lemmatizer.verb(word);
  if (upos === 'NOUN') return nounOf(word);
  return inflected[upos]?.(word) ?? word;
};
