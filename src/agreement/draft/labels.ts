import { monthPattern } from './days.ts';

/*
 * The numbers and letters that paragraphs of agreements stand under: "Article 6", "§ 5.", "2.1.10.4", "A1.", "(b)", "iv)",
 * "–". A label of one kind follows on one of the same kind, and one of another kind stands under it.
 */

export interface Label {
  /** Labels of one kind are on one level. */
  kind: string;
  /** As a reference shows it: "Article 6", "2.1", "(b)"; empty for a dash. */
  text: string;
  /** Code units that it takes at the start of its line. */
  length: number;
}

const counted =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth';
const number = String.raw`\d{1,3}(?:\.\d{1,3})*`;
const keywords =
  'article|art\\.|section|part|chapter|title|annex|appendix|schedule|protocol|clause|paragraph|point|item|rule|principle|step|phase|stage|pillar|undertaking|commitment|measure';
const keyword = new RegExp(
  String.raw`^((${keywords})\s+(${number}|[IVXLC]+|[A-Z]|${counted}))(?=[\s.:)\-–—(]|$)[.:)]*\s*(?:[-–—]\s*)?`,
  'iu',
);
/** A part that has a name and no number. */
const nameless = /^(preamble)[.:]?$/iu;
const ordinal = /^(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:ly)?[.:]\s+/iu;

/** "9 June", "31. March 2032" at the start of a line: a day, and no numbering. */
const day = new RegExp(
  `^\\d{1,2}(?:st|nd|rd|th)?(?:\\.(?= \\p{L}+ \\d{4}))? ${monthPattern}(?!\\p{L}| \\p{Ll})`,
  'u',
);

type Rule = readonly [kind: string, pattern: RegExp];

/** The first that fits is taken; group 1 is what a reference shows. */
const rules: readonly Rule[] = [
  ['section-sign', /^(§+\s*\d+(?:\.\d+)*)[.:)]?\s*/u],
  ['dotted', /^(\d{1,3}(?:\.\d{1,3})+)[.):]?\s+/u],
  ['lettered-number', /^([A-Z]\.?\d{1,2}(?:\.\d{1,2})*)[.):]?\s+/u],
  ['number', /^(\d{1,3})[.:]\s*(?=\D)/u],
  ['number', /^(\d{1,3})\s+(?:[-–—]\s+)?(?=\p{Lu}\p{L})/u],
  ['(number)', /^(\(\d{1,3}\))\s*/u],
  ['number)', /^(\d{1,3}\))\s*/u],
  ['(roman)', /^(\((?:i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii|xiii|xiv|xv)\))\s*/u],
  ['roman)', /^((?:i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii)\))\s+/u],
  ['(letter)', /^(\([a-z]{1,2}\))\s*/u],
  ['letter)', /^([a-z]\))\s+/u],
  ['(Letter)', /^(\([A-Z]\))\s*/u],
  ['Roman', /^((?:[IVX]+))[.:)]\s+/u],
  ['Roman', /^((?:[IVX]+))\s+[-–—]\s+/u],
  ['Letter', /^([A-Z])[.:)]\s+/u],
  ['dash', /^()[-–—•*·‣▪●o]\s+/u],
];

const keywordLabel = (line: string): Label | null => {
  const [whole0, name] = nameless.exec(line) ?? [];
  if (whole0 && name) return { kind: 'keyword preamble', text: name, length: whole0.length };
  const [whole, text, word] = keyword.exec(line) ?? [];
  if (!whole || !text || !word || !/^\p{Lu}/u.test(word)) return null;
  // "Article 5 applies to …" is a sentence about it.
  if (/^\p{Ll}/u.test(line.slice(whole.length)) && !/[.:)–—-]\s*$/u.test(whole)) return null;
  return { kind: `keyword ${word.toLowerCase()}`, text: text.replace(/\s+/gu, ' '), length: whole.length };
};

/** The label that a line starts with; null for none. A lone letter that is also a Roman number is told by its neighbours. */
export const labelOf = (line: string, before: Label | null = null): Label | null => {
  const named = keywordLabel(line);
  if (named) return named;
  if (day.test(line)) return null;
  const [wholeOrdinal, first] = ordinal.exec(line) ?? [];
  if (wholeOrdinal && first) return { kind: 'ordinal', text: first, length: wholeOrdinal.length };
  for (const [kind, pattern] of rules) {
    const [whole, text] = pattern.exec(line) ?? [];
    if (whole === undefined || text === undefined) continue;
    const label = {
      kind: kind === 'dotted' ? `dotted ${text.split('.').length}` : kind,
      text,
      length: whole.length,
    };
    return asLetter(label, before);
  }
  return null;
};

/** "(i)" after "(h)" and "C." after "B." go on with the letters. */
const asLetter = (label: Label, before: Label | null): Label => {
  const kinds: Readonly<Record<string, string>> = {
    '(roman)': '(letter)',
    'roman)': 'letter)',
    Roman: 'Letter',
  };
  const kind = kinds[label.kind];
  const letter = label.text.replace(/[()]/gu, '');
  if (!kind || before?.kind !== kind || letter.length !== 1) return label;
  const last = before.text.replace(/[()]/gu, '');
  return last.charCodeAt(0) + 1 === letter.charCodeAt(0) ? { ...label, kind } : label;
};

/** Whether a line opens a paragraph of its own by its label. */
export const startsWithLabel = (line: string): boolean => labelOf(line) !== null;

const romans = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv'.split(' ');

/** Where a label stands in its list, from 1; null where it does not count. */
const placeOf = ({ kind, text }: Label): number | null => {
  const last = /[\p{L}\d]+(?=\)?$)/u.exec(text)?.[0].toLowerCase() ?? '';
  if (/^\d+$/u.test(last)) return Number(last);
  if (/roman/iu.test(kind)) return romans.indexOf(last) + 1 || null;
  return /letter\)?$/iu.test(kind) && last.length === 1 ? last.charCodeAt(0) - 96 : null;
};

/** Whether a label opens a list, or goes on with one whose last label of that kind was `before`. */
export const continuesList = (label: Label, before: Label | undefined): boolean => {
  const place = placeOf(label);
  if (place === null || place === 1) return true;
  return before !== undefined && placeOf(before) === place - 1;
};

/** "Article 6" and "(b)" → "Article 6 (b)"; a dotted number says where it stands by itself. */
export const referenceOf = (labels: readonly Label[]): string | null => {
  const shown = labels.filter(({ text }) => text);
  const from = shown.findLastIndex(({ kind }) => /^(?:dotted|lettered-number|section-sign)/u.test(kind));
  const own = from >= 0 ? shown.slice(from) : shown.slice(-3);
  return own.reduce<string | null>((reference, { text, kind }) => {
    if (reference === null) return text;
    if (/^[(]|\)$/u.test(kind)) return `${reference} ${text}`;
    if (kind === 'number' && !/[a-z]$/u.test(reference)) return `${reference}.${text}`;
    return `${reference}, ${text}`;
  }, null);
};
