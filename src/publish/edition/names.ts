import type { PublicationChoice } from '../../model/index.ts';
import type { NamedPerson } from '../named.ts';
import { type Choice, type Choices, choicesIn, chosenFor } from './choices.ts';
import type { EditionContent } from './content.ts';
import { type Hidden, Hiding, withTexts } from './hiding.ts';
import type { EditionSource } from './source.ts';

/** What stands in the place of somebody who is hidden, unless somebody chooses another word. */
const standIns = { person: 'a resident', member: 'a member of the team', place: 'a place' } as const;

/** A name that may have to be hidden: a person, one of the team who signed a finding, or a place. */
export interface Name {
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

const signersOf = ({ assessment }: EditionSource): string[] => [
  ...new Set(assessment.commitments.flatMap(({ personal }) => personal?.by ?? [])),
];

const nameOfPerson = ({ key, name, forms, office }: NamedPerson): Name => ({
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
});

/** Names that somebody may have to choose on, whether they would be read or not. */
export const namesOf = (source: EditionSource): Name[] => [
  ...source.people.map(nameOfPerson),
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

/** What becomes of a name, and how it is shown then; null: as it is. */
export const fateOf = (
  name: Name,
  choice: Choice | undefined,
): { choice: PublicationChoice; shownAs: string | null } => {
  const chosen = chosenFor(choice, name.kind) ?? name.rule.choice;
  if (chosen === 'keep') return { choice: chosen, shownAs: null };
  const usual = chosen === 'coarsen' ? name.coarsenedAs : name.hiddenAs;
  return { choice: chosen, shownAs: choice?.value?.as ?? usual };
};

/** Ids of the commitments in which each name is read, by its subject; names that are read nowhere are left out. */
export const readIn = (
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

const isKept = (name: Name, choices: Choices): boolean =>
  fateOf(name, choices.get(name.subject)).shownAs === null;

/** Names that a person keeps: what they share with somebody hidden stays readable. */
const keptForms = (names: readonly Name[], choices: Choices): Set<string> =>
  new Set(names.filter((name) => isKept(name, choices)).flatMap(({ forms }) => forms));

/** What is taken out of every text, and what stands in its place. */
export const hiddenIn = (names: readonly Name[], choices: Choices): Hidden[] => {
  const kept = keptForms(names, choices);
  return names.flatMap((name) => {
    const { shownAs } = fateOf(name, choices.get(name.subject));
    if (shownAs === null) return [];
    // The family name of somebody hidden may be that of an official; whoever is hidden by choice is hidden in every form.
    const forms = choices.has(name.subject) ? name.forms : name.forms.filter((form) => !kept.has(form));
    return [{ forms, as: shownAs }];
  });
};

/** Keys of the people who may be named, here and wherever a case is handed on: whoever has an office, unless a person chose. */
export const publicPeople = ({
  people,
  decisions,
}: Pick<EditionSource, 'people' | 'decisions'>): ReadonlySet<string> => {
  const choices = choicesIn(decisions);
  return new Set(people.filter((person) => isKept(nameOfPerson(person), choices)).map(({ key }) => key));
};
