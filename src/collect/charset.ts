import chardet from 'chardet';
import iconv from 'iconv-lite';

/**
 * The charset that a label means, as the web has it (WHATWG, Encoding: `latin1` is windows-1252), or as code pages of DOS
 * are called; null for a label that nobody knows.
 */
export function charsetOf(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return iconv.encodingExists(label) ? label.trim().toLowerCase() : null;
  }
}

/**
 * The bytes in a charset; what is no character in it becomes U+FFFD. Not by `TextDecoder`, which takes windows-1252
 * for Latin-1 in Node 20 and so loses quotation marks and dashes.
 */
export const decodeIn = (bytes: Uint8Array, charset: string): string =>
  iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), charset);

/** Single-byte charsets that a file may be in without a word of it, the commoner first. */
const western = ['windows-1252', 'windows-1250', 'windows-1254', 'windows-1257'];
const others = [
  'windows-1251',
  'koi8-u',
  'ibm866',
  'iso-8859-5',
  'windows-1253',
  'windows-1256',
  'windows-1255',
  'macintosh',
];

/** A guess by content looks at no more than this; a report's beginning tells. */
const sampleBytes = 32 * 1024;
/** How sure the library must be of a charset with characters of several bytes: in those, any bytes look like words. */
const manyBytesFrom = 50;
/** How much its trigrams of a language weigh beside whether words look like words. */
const trigramWeight = 0.5;

/** Bytes that read worse than this in every charset are no text. */
const leastScore = 0.3;

/** A charset, and how well the bytes read in it: 1 and more when every word does, below 0 when most are no words. */
export interface Guess {
  charset: string;
  score: number;
}

/** The charset in which the bytes look most like a language; null when they look like none. */
export function guessCharset(bytes: Uint8Array, candidates: readonly string[] = []): Guess | null {
  const sample = sampleOf(bytes);
  const trigrams = new Map<string, number>();
  for (const { name, confidence } of chardet.analyse(sample)) {
    const charset = charsetOf(name);
    if (charset && confidence > (trigrams.get(charset) ?? 0)) trigrams.set(charset, confidence);
  }
  const unlikely = (charset: string) =>
    isOfManyBytes(charset) && (trigrams.get(charset) ?? 0) < manyBytesFrom;
  const guesses = [...new Set([...candidates, ...western, ...others, ...trigrams.keys()])]
    .filter((charset) => !/^utf|^ascii/.test(charset) && !unlikely(charset))
    .map((charset) => {
      const share = wordShare(decodeIn(sample, charset));
      // Where no word tells anything, neither do a language's trigrams.
      return {
        charset,
        score: share <= 0 ? share : share + (trigramWeight * (trigrams.get(charset) ?? 0)) / 100,
      };
    })
    .sort((a, b) => b.score - a.score);
  const [best] = guesses;
  return best && best.score >= leastScore ? best : null;
}

/** How well the bytes read in a charset, without a library's word for it. */
export const wordShareIn = (bytes: Uint8Array, charset: string): number =>
  wordShare(decodeIn(sampleOf(bytes), charset));

/** Whether a text was read in another charset than its own, by the look of its words. */
export const looksMisread = (text: string): boolean =>
  /[\u00c0-\u00ff]/.test(text) && wordShare(text.slice(0, sampleBytes)) < leastShare;
/** Words of a text that was read rightly look like words, but for a few. */
const leastShare = 0.5;

const isOfManyBytes = (charset: string) => /^(?:big5|euc|gb|shift|iso-2022|hz)/.test(charset);

/** The bytes from the first line on that has any beyond ASCII. */
function sampleOf(bytes: Uint8Array): Buffer {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const first = whole.findIndex((byte) => byte > 0x7f);
  const from = Math.max(0, whole.lastIndexOf('\n', first), first - 200);
  return whole.subarray(from, from + sampleBytes);
}

/** Marks that stand between words and say nothing of their letters. */
const betweenWords = /[“”„‚‘›‹«»–—‐‑…•·\u00a0\u00ad\u200b-\u200d\u3000-\u303f\uff01-\uff0f\uff1a-\uff1f]+/u;
/** Marks that stand at a word's edge, and never amid its letters. */
const atEdges = /^[’'°§№©®™€£¥¢±×¿¡¼½¾²³¹†‡¶ªº]+|[’'°§№©®™€£¥¢±×¼½¾²³¹†‡¶ªº]+$/gu;
/** Quotation marks amid letters are none. */
const amidLetters = /\p{L}[“”„‚«»‹›•]\p{L}/u;
const scripts = [/\p{sc=Cyrl}/u, /\p{sc=Latn}/u, /\p{sc=Grek}/u, /\p{sc=Arab}/u, /\p{sc=Hebr}/u];

/**
 * Of the words with letters beyond ASCII, how many could be words: letters of one script, no capital after a small
 * letter, no signs amid letters. From 1 (all) to −1 (none).
 */
function wordShare(text: string): number {
  const runs = text.match(/[A-Za-z'’\u0080-\u{10ffff}]+/gu) ?? [];
  const words = runs
    .flatMap((run) => run.split(betweenWords))
    .map((word) => word.replace(atEdges, ''))
    .filter((word) => /[^\0-\x7f]/.test(word));
  // Nothing beyond ASCII but signs: those that stand around words are likely.
  if (words.length === 0 && !amidLetters.test(text)) return /[“”‘’„«»–—…]/.test(text) ? 1 : 0;
  let good = 0;
  let bad = 3 * (text.split(amidLetters).length - 1);
  for (const word of words) {
    if (!couldBeWord(word)) bad += word.length;
    // One letter alone may be a word or a stray byte, and tells nothing.
    else if (word.length > 1) good += word.length;
  }
  return good + bad === 0 ? 0 : (good - bad) / (good + bad);
}

function couldBeWord(word: string): boolean {
  if (/[^\p{L}\p{M}'’]/u.test(word) || /\p{Ll}\p{Lu}/u.test(word)) return false;
  if (scripts.filter((script) => script.test(word)).length > 1) return false;
  const isLatin = /\p{sc=Latn}/u.test(word);
  // Charsets of one byte have Latin letters with their marks on them.
  if (isLatin && /\p{M}/u.test(word)) return false;
  // No language in Latin letters has more of them with marks than without, but in its shortest words.
  const marked = word.match(/[^\0-\x7f]/gu)?.length ?? 0;
  return !isLatin || word.length < 3 || marked <= word.length / 2;
}
