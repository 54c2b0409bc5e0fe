import { isWebAddressAlone, type ReviewLine } from '../../model/index.ts';
import { clip } from '../clip.ts';
import { foundIn } from '../found.ts';
import { statusWords } from '../marks.ts';
import { type Choice, type Choices, choicesIn, chosenFor } from './choices.ts';
import { type EditionContent, openContent } from './content.ts';
import { Hiding, publishable, withTexts } from './hiding.ts';
import { fateOf, hiddenIn, type Name, namesOf, readIn } from './names.ts';
import { type PlacedQuotable, type Quotable, type Quoted, quotablesOf, quotedOf } from './quoting.ts';
import type { EditionSource } from './source.ts';

/** Who chose, when and why; else what holds unless somebody chooses. */
const made = (choice: Choice | undefined, rule: string) => ({
  by: choice?.by ?? null,
  at: choice?.at ?? null,
  reason: choice?.reason || rule,
});

const nameLines = (
  names: readonly Name[],
  read: ReadonlyMap<string, string[]>,
  choices: Choices,
): ReviewLine[] =>
  names.flatMap((name) => {
    const commitments = read.get(name.subject);
    if (!commitments) return [];
    const choice = choices.get(name.subject);
    const line: ReviewLine = {
      subject: name.subject,
      kind: name.kind,
      words: publishable(name.name),
      ...fateOf(name, choice),
      ...made(choice, name.rule.reason),
      note: name.note,
      commitments,
    };
    return [line];
  });

const findingLines = (source: EditionSource, choices: Choices): ReviewLine[] =>
  foundIn(source).map(({ commitment: { id, requires }, finding }) => {
    const choice = choices.get(`finding:${id}`);
    return {
      subject: `finding:${id}`,
      kind: 'finding',
      words: publishable(requires),
      choice: chosenFor(choice, 'finding') ?? 'keep',
      ...made(choice, ''),
      shownAs: null,
      note: finding.personal
        ? `${statusWords(finding)}; a person found: ${statusWords(finding.personal)}`
        : statusWords(finding),
      commitments: [id],
    };
  });

const cuts: Readonly<Record<NonNullable<Quoted['cut']>, string>> = {
  hidden: 'Not published.',
  shortened: 'Shortened.',
  'too long': 'Longer than any quotation may be.',
  'too much of its text': 'More than half of its text would be quoted.',
};

/** The source without the findings that are hidden, and all that rests on them alone. */
const withoutHidden = (source: EditionSource, choices: Choices): EditionSource => {
  const isShown = (id: string): boolean => chosenFor(choices.get(`finding:${id}`), 'finding') !== 'hide';
  const { assessment } = source;
  const commitments = assessment.commitments
    .filter(({ id }) => isShown(id))
    .map((finding) => ({
      ...finding,
      conditions: finding.conditions.filter(({ commitment }) => isShown(commitment)),
    }));
  return { ...source, assessment: { ...assessment, commitments } };
};

/** What becomes of each quotation of what is published, by its id, in the order in which they are read. */
const quotedIn = (
  quotables: readonly Quotable[],
  { documents }: EditionSource,
  choices: Choices,
): Map<string, Quoted> => {
  const chosen = new Map(
    quotables.flatMap(({ id }) => {
      const choice = chosenFor(choices.get(`quotation:${id}`), 'quotation');
      return choice ? [[id, choice] as const] : [];
    }),
  );
  return quotedOf(quotables, documents, chosen);
};

const quotationLines = (
  quotables: readonly PlacedQuotable[],
  { documents }: EditionSource,
  quoted: ReadonlyMap<string, Quoted>,
  choices: Choices,
): ReviewLine[] =>
  quotables.map(({ id, words, document, commitments }) => {
    const choice = choices.get(`quotation:${id}`);
    const { words: shown = null, cut = null } = quoted.get(id) ?? {};
    const { publisher, text = '', kind } = documents.get(document) ?? {};
    const share = Math.round((words.length / Math.max(text.length, 1)) * 100);
    return {
      subject: `quotation:${id}`,
      kind: 'quotation',
      words: publishable(words),
      choice: shown === null ? 'hide' : cut === null ? 'keep' : 'shorten',
      ...made(choice, cut ? cuts[cut] : ''),
      shownAs: shown !== null && cut !== null ? publishable(shown) : null,
      note: `${clip(publisher ?? 'unknown publisher', 80)}, ${words.length} characters, ${share} % of its text; ${
        kind === 'digest' ? 'a summary of our own' : 'licence not known'
      }`,
      commitments,
    };
  });

/** What readers would miss, in plain sentences. */
const missingIn = ({ file }: EditionSource): string[] => {
  const { publication } = file;
  if (!publication)
    return ['Readers are not told who publishes this, or how to answer: the case file has no publication.'];
  return [
    ...(publication.about ? [] : ['Readers are not told who stands behind it.']),
    ...(publication.address
      ? []
      : ['Feeds and previews need the web address at which the edition will stand.']),
  ];
};

/** A text as it may be read; an address that tells a hidden name, whatever it is the text of, is not. */
const readable = (hiding: Hiding, text: string): string => {
  const clean = publishable(text);
  return isWebAddressAlone(clean) ? (hiding.address(clean) ?? '[an address]') : hiding.text(clean);
};

/** How to reach whoever publishes, as they wrote it: addresses that they chose themselves tell nothing of others. */
const reached = (
  shown: EditionContent['publication'],
  given: EditionContent['publication'],
): EditionContent['publication'] =>
  shown &&
  given && {
    ...shown,
    contact: isWebAddressAlone(given.contact) ? given.contact : shown.contact,
    ...(given.address === undefined ? {} : { address: given.address }),
  };

/** The content as it may be read: every text cleaned, every hidden name replaced. */
const hiddenBy = (hiding: Hiding, content: EditionContent): EditionContent => {
  const shown = withTexts(content, (text) => readable(hiding, text));
  return {
    ...shown,
    publication: reached(shown.publication, content.publication),
    documents: shown.documents.map((document, place) => {
      const url = content.documents[place]?.url ?? null;
      return { ...document, url: url && hiding.address(url) };
    }),
  };
};

/** An edition before it is numbered, and the list of all that it makes public. */
export interface Reviewed {
  content: EditionContent;
  lines: ReviewLine[];
  missing: string[];
}

/** What the next edition would say, by what people chose; and every line to choose on. */
export function reviewOf(source: EditionSource): Reviewed {
  const choices = choicesIn(source.decisions);
  // What is hidden takes no room from what is read: of a text no more than half is quoted.
  const shown = withoutHidden(source, choices);
  const quotables = quotablesOf(shown);
  const quoted = quotedIn(quotables, shown, choices);
  const open = openContent(shown, quoted);
  const names = namesOf(source);
  return {
    content: hiddenBy(new Hiding(hiddenIn(names, choices)), open),
    lines: [
      ...nameLines(names, readIn(names, open), choices),
      ...findingLines(source, choices),
      ...quotationLines(quotables, shown, quoted, choices),
    ],
    missing: missingIn(source),
  };
}
