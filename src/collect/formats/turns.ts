import type { Segment } from '../../model/index.ts';

/**
 * Records of what was said, in plain text: a speaker before each turn (`Mr. ROE (Odvik): …`), or questions and
 * answers (`Q: … A: …`).
 */

interface Label {
  /** Where its paragraph begins. */
  start: number;
  name: string;
}

/** A record has at least this many turns, and this share of its paragraphs begins with a label. */
const leastTurns = 3;
const leastShare = 0.25;

const question = /^(?:q|qu|question|frage|pregunta|вопрос|reporter|journalist)\s*\d*\.?$/i;
const answer = /^(?:a|answer|response|antwort|réponse|respuesta|ответ)\s*\d*\.?$/i;

/** Labels of lists and forms, whose values nobody says. */
const ofForms = new Set(
  'date dates time place location venue subject topic title re ref reference from to cc bcc sent note notes source sources contact tel telephone phone fax email e-mail web website address updated published author by background summary annex appendix table figure chart photo image video caption editor’s-note editor-note see also total status category type id name url link tags keywords version number no participants present attendees agenda warning example important tip what when where who why how'.split(
    ' ',
  ),
);

/** What stands before a turn: a name, with a title, a country or a language in brackets, and a colon. */
const label =
  /^((?:[\p{Lu}][\p{L}\p{M}.’'-]*|of|the|de|von|van|der|den|al|el|bin|ibn|for|and|&|\d{1,3})(?:[ ,]+(?:\(?[\p{Lu}][\p{L}\p{M}.’'-]*\)?|of|the|de|von|van|der|den|al|el|bin|ibn|for|and|&|\([^()\n]{1,60}\)|\d{1,3})){0,9}|[QA]\d*\.?)(?:\s*\[[^\]\n]{1,40}\])?\s*:\s+(?=\S)/u;

/** The turns of a record, from label to label; null where the text is none. */
export function turnsIn(text: string): Segment[] | null {
  if (!/[:—–]/.test(text)) return null;
  const paragraphs = paragraphsOf(text);
  const labels = paragraphs.flatMap((start) => labelAt(text, start) ?? []);
  if (!isRecord(labels, paragraphs.length)) return null;
  return labels.map(({ start, name }, index): Segment => {
    const end = text.slice(0, labels[index + 1]?.start ?? text.length).trimEnd().length;
    const kind = question.test(name) ? 'question' : answer.test(name) ? 'answer' : 'turn';
    return { span: [start, end], kind, speaker: speakerOf(name), date: null };
  });
}

/** Where the lines begin that may begin a turn: after an empty line, or each where nothing is broken for width. */
function paragraphsOf(text: string): number[] {
  return [...text.matchAll(/^[ \t]*(?=\S)/gm)].map(({ index, 0: indent }) => index + indent.length);
}

/** Some records set a dash between speaker and words; only a title tells such a name from other beginnings. */
const dashed =
  /^((?:(?:mr|mrs|ms|miss|dr)\.?|the (?:president|chair|speaker))(?:\s[\p{Lu}][\p{L}\p{M}.’'-]*){0,4}(?:\s\([^()\n]{1,60}\))?)\.?\s*[—–]\s*(?=\S)/iu;

function labelAt(text: string, start: number): Label | null {
  // Markdown sets names in bold.
  const line = text.slice(start, start + 200).replace(/\*\*|__/g, '');
  const [, name = ''] = label.exec(line) ?? dashed.exec(line) ?? [];
  const plain = name.trim();
  if (plain === '' || plain.length > 80 || ofForms.has(plain.toLowerCase().replace(/\s+/g, '-'))) return null;
  return { start, name: plain };
}

function isRecord(labels: readonly Label[], lines: number): boolean {
  if (labels.length < leastTurns) return false;
  const names = new Set(labels.map(({ name }) => name.toLowerCase()));
  // In a form every label is another; speakers come back.
  const comeBack = labels.length - names.size;
  const areTitled =
    labels.filter(({ name }) => titled.test(name) || /^[\p{Lu}\s.’'-]{4,}$/u.test(name)).length >
    labels.length / 2;
  return (comeBack >= 1 || areTitled) && labels.length >= Math.min(lines * leastShare, 12) && names.size > 1;
}

/** Forms of address in the records of parliaments and councils; those have names in capitals too. */
const titled =
  /^(?:the (?:president|chair|speaker|secretary)|(?:mr|mrs|ms|miss|dr|sir|lord|lady|judge|sen|rep|gen|amb)\b)/iu;

/** The name without the sign of a question, and without what is said of it in brackets. */
const speakerOf = (name: string): string => name.replace(/\s*\([^()]*\)/g, '').trim() || name;
