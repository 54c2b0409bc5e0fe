import {
  choicesOf,
  type Decision,
  type PublicationChoice,
  type ReviewKind,
  type ReviewLine,
} from '../../model/index.ts';
import { clip } from '../clip.ts';
import { foundIn } from '../found.ts';
import { statusWords } from '../marks.ts';
import { isWebAlone } from '../web-address.ts';
import { type EditionContent, openContent } from './content.ts';
import { type Hidden, Hiding, publishable, withTexts } from './hiding.ts';
import { type Quoted, quotablesOf, quotedOf } from './quoting.ts';
import type { EditionSource } from './source.ts';

/** What stands in the place of somebody who is hidden, unless somebody chooses another word. */
const standIns = { person: 'a resident', member: 'a member of the team', place: 'a place' } as const;

/** A name that may have to be hidden: a person, one of the team who signed a finding, or a place. */
interface Name {
  subject: string;
  kind: 'person' | 'place';
  name: string;
  forms: readonly string[];
  note: string;
  /** What holds unless a person chooses. */
  rule: { choice: PublicationChoice; reason: string };
  hiddenAs: string;
  coarsenedAs: string;
}

type Choice = Extract<Decision, { kind: 'publication' }>;

const choicesIn = (decisions: readonly Decision[]): Map<string, Choice> =>
  new Map(
    decisions.flatMap((decision) =>
      decision.kind === 'publication' && decision.value ? [[decision.subject, decision]] : [],
    ),
  );

const signersOf = ({ assessment }: EditionSource): string[] => [
  ...new Set(assessment.commitments.flatMap(({ personal }) => personal?.by ?? [])),
];

/** Names that somebody may have to choose on, whether they would be read or not. */
const namesOf = (source: EditionSource): Name[] => [
  ...source.people.map(
    ({ key, name, forms, office }): Name => ({
      subject: `person:${key}`,
      kind: 'person',
      name,
      forms,
      note: office ?? 'no office is known',
      rule: office
        ? { choice: 'keep', reason: `Public: ${office}.` }
        : { choice: 'hide', reason: 'Neither an official nor a spokesperson, as far as the reports say.' },
      hiddenAs: standIns.person,
      coarsenedAs: standIns.person,
    }),
  ),
  ...signersOf(source).map(
    (by): Name => ({
      subject: `person:team ${by}`,
      kind: 'person',
      name: by,
      forms: [by],
      note: 'set a finding of their own',
      rule: { choice: 'hide', reason: 'One of the team: named only when they choose to be.' },
      hiddenAs: standIns.member,
      coarsenedAs: standIns.member,
    }),
  ),
  ...source.places.map(({ key, name, forms, within }): Name => {
    const outer = within[0] ? `a place in ${within[0]}` : standIns.place;
    return {
      subject: `place:${key}`,
      kind: 'place',
      name,
      forms,
      note: within.length > 0 ? `in ${within.join(', ')}` : 'what it lies in is not known',
      rule: { choice: 'coarsen', reason: 'Finer than a district.' },
      hiddenAs: standIns.place,
      coarsenedAs: outer,
    };
  }),
];

const isChoiceOf = (kind: ReviewKind, choice: PublicationChoice): boolean => choicesOf[kind].includes(choice);

const chosenFor = (choice: Choice | undefined, kind: ReviewKind): PublicationChoice | null =>
  choice?.value && isChoiceOf(kind, choice.value.choice) ? choice.value.choice : null;

/** What becomes of a name, and how it is shown then; null: as it is. */
const fateOf = (
  name: Name,
  choice: Choice | undefined,
): { choice: PublicationChoice; shownAs: string | null } => {
  const chosen = chosenFor(choice, name.kind) ?? name.rule.choice;
  if (chosen === 'keep') return { choice: chosen, shownAs: null };
  const usual = chosen === 'coarsen' ? name.coarsenedAs : name.hiddenAs;
  return { choice: chosen, shownAs: choice?.value?.as ?? usual };
};

/** Ids of the commitments in which each name is read, by its subject; names that are read nowhere are left out. */
const readIn = (
  names: readonly Name[],
  { commitments, documents }: EditionContent,
): Map<string, string[]> => {
  const finder = new Hiding(names.map(({ subject, forms }) => ({ forms, as: subject })));
  const read = new Map([...finder.standInsIn(joined(documents))].map((subject) => [subject, [] as string[]]));
  for (const commitment of commitments)
    for (const subject of finder.standInsIn(joined(commitment)))
      read.set(subject, [...(read.get(subject) ?? []), commitment.id]);
  return read;
};

const joined = (data: unknown): string => {
  const texts: string[] = [];
  withTexts(data, (text) => {
    texts.push(text);
    return text;
  });
  return texts.join(' · ');
};

const made = (choice: Choice | undefined, rule: string) => ({
  by: choice?.by ?? null,
  at: choice?.at ?? null,
  reason: choice?.reason || rule,
});

const nameLines = (
  names: readonly Name[],
  read: ReadonlyMap<string, string[]>,
  choices: ReadonlyMap<string, Choice>,
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

const findingLines = (source: EditionSource, choices: ReadonlyMap<string, Choice>): ReviewLine[] =>
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
const withoutHidden = (source: EditionSource, choices: ReadonlyMap<string, Choice>): EditionSource => {
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
const quotedIn = (source: EditionSource, choices: ReadonlyMap<string, Choice>): Map<string, Quoted> => {
  const quotables = quotablesOf(source);
  const chosen = new Map(
    quotables.flatMap(({ id }) => {
      const choice = chosenFor(choices.get(`quotation:${id}`), 'quotation');
      return choice ? [[id, choice] as const] : [];
    }),
  );
  return quotedOf(quotables, source.documents, chosen);
};

const quotationLines = (
  source: EditionSource,
  quoted: ReadonlyMap<string, Quoted>,
  choices: ReadonlyMap<string, Choice>,
): ReviewLine[] => {
  const under = new Map<string, string[]>();
  for (const { finding } of foundIn(source))
    for (const { id } of quotablesOf({
      ...source,
      assessment: { ...source.assessment, commitments: [finding] },
    }))
      under.set(id, [...(under.get(id) ?? []), finding.id]);
  return quotablesOf(source).map(({ id, words, document }) => {
    const choice = choices.get(`quotation:${id}`);
    const { words: shown = null, cut = null } = quoted.get(id) ?? {};
    const { publisher, text = '', kind } = source.documents.get(document) ?? {};
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
      commitments: under.get(id) ?? [],
    };
  });
};

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

/** Names that a person keeps: what they share with somebody hidden stays readable. */
const keptForms = (names: readonly Name[], choices: ReadonlyMap<string, Choice>): Set<string> =>
  new Set(
    names
      .filter((name) => fateOf(name, choices.get(name.subject)).shownAs === null)
      .flatMap(({ forms }) => forms),
  );

const hiddenIn = (names: readonly Name[], choices: ReadonlyMap<string, Choice>): Hidden[] => {
  const kept = keptForms(names, choices);
  return names.flatMap((name) => {
    const { shownAs } = fateOf(name, choices.get(name.subject));
    if (shownAs === null) return [];
    // The family name of somebody hidden may be that of an official; whoever is hidden by choice is hidden in every form.
    const forms = choices.has(name.subject) ? name.forms : name.forms.filter((form) => !kept.has(form));
    return [{ forms, as: shownAs }];
  });
};

/** A text as it may be read; an address that tells a hidden name, whatever it is the text of, is not. */
const readable = (hiding: Hiding, text: string): string => {
  const clean = publishable(text);
  return isWebAlone(clean) ? (hiding.address(clean) ?? '[an address]') : hiding.text(clean);
};

/** How to reach whoever publishes, as they wrote it: addresses that they chose themselves tell nothing of others. */
const reached = (
  shown: EditionContent['publication'],
  given: EditionContent['publication'],
): EditionContent['publication'] =>
  shown &&
  given && {
    ...shown,
    contact: isWebAlone(given.contact) ? given.contact : shown.contact,
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
  const quoted = quotedIn(shown, choices);
  const open = openContent(shown, quoted);
  const names = namesOf(source);
  return {
    content: hiddenBy(new Hiding(hiddenIn(names, choices)), open),
    lines: [
      ...nameLines(names, readIn(names, open), choices),
      ...findingLines(source, choices),
      ...quotationLines(shown, quoted, choices),
    ],
    missing: missingIn(source),
  };
}
