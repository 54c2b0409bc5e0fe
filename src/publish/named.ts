import type { CaseFile, Document, Reading } from '../model/index.ts';
import { foldName } from '../resolve/index.ts';

/** A person whom reports name. */
export interface NamedPerson {
  /** The same from edition to edition. */
  key: string;
  /** The fullest that a report gives. */
  name: string;
  forms: readonly string[];
  /** Why the public may know them: an office, or that they speak for a body; null: no reason is known. */
  office: string | null;
}

/** A place that is finer than a district. */
export interface NamedPlace {
  key: string;
  name: string;
  forms: readonly string[];
  /** What it lies in, the smallest first. */
  within: readonly string[];
}

type Read = { document: Pick<Document, 'publisher' | 'agency'>; reading: Reading };

/** Words that the agreement, or whoever made the case, already uses in public. */
const wordsOfCase = ({ title, parties, actors, commitments }: CaseFile): string =>
  ` ${[
    title,
    ...[...parties, ...actors].flatMap(({ name, aliases }) => [name, ...aliases]),
    ...commitments.flatMap(({ requires, clause }) => [requires, clause ?? '']),
  ]
    .map(foldName)
    .join(' | ')} `;

/** Offices whose holders act in public: beside a name, or in a description of somebody, they make an official. */
const office =
  /\b(?:spokes(?:man|woman|person)|president|(?:prime )?minister|secretary|ambassador|envoy|(?:special )?representative|governor|mayor|senator|chancellor|king|queen|prince|emir|general|admiral|colonel|commander|commissioner|coordinator|negotiator|director|chief|chair(?:man|woman|person)?|judge|prosecutor|diplomat)\b/iu;

/** How far before a name its office may stand, in UTF-16 code units. */
const beforeName = 40;

/** Forms shorter than this stand for no one alone. */
const shortest = 3;

const isName = (form: string): boolean => /\p{Lu}|\p{Lo}/u.test(form) && foldName(form).length >= shortest;

/** The family name of a name of several words. */
const lastName = (form: string): string[] => {
  const words = form.trim().split(/\s+/u);
  const last = words.at(-1) ?? '';
  return words.length > 1 && last.length > shortest ? [last] : [];
};

/** Names of people and of fine places that readings have, each once for all documents; what the case says itself is public. */
export class Named {
  readonly #case: string;
  readonly #caseNames: ReadonlySet<string>;
  readonly #people = new Map<string, { name: string; forms: Set<string>; office: string | null }>();
  /** By a folded name: in how many documents it is a person's, less those in which it is something else's. */
  readonly #balance = new Map<string, number>();
  readonly #publishers = new Set<string>();
  readonly #places = new Map<string, { name: string; forms: Set<string>; within: readonly string[] }>();

  constructor(file: CaseFile) {
    this.#case = wordsOfCase(file);
    this.#caseNames = new Set(
      [...file.parties, ...file.actors].flatMap(({ name, aliases }) => [name, ...aliases].map(foldName)),
    );
  }

  /** Takes in who and what one document names. */
  add({ document: { publisher, agency }, reading }: Read): void {
    for (const outlet of [publisher, agency]) if (outlet) this.#publishers.add(foldName(outlet));
    for (const entity of reading.entities) {
      const key = foldName(entity.name);
      const isPerson = entity.type === 'person';
      this.#balance.set(key, (this.#balance.get(key) ?? 0) + (isPerson ? 1 : -1));
      if (isPerson) this.#addPerson(entity, reading);
    }
    for (const place of reading.places) {
      if ((place.precision !== 'settlement' && place.precision !== 'point') || place.attributive) continue;
      const known = this.#places.get(place.gazetteerId) ?? {
        name: place.name,
        forms: new Set([place.name]),
        within: place.within,
      };
      known.forms.add(reading.text.slice(...place.span));
      this.#places.set(place.gazetteerId, known);
    }
  }

  /** A name that most documents give to something else, or that an outlet has, is no person's. */
  get people(): NamedPerson[] {
    return [...this.#people]
      .filter(([key]) => (this.#balance.get(key) ?? 0) >= 0 && !this.#publishers.has(key))
      .map(([key, { forms, ...person }]) => ({ key, ...person, forms: [...forms] }));
  }

  /** Places that the case names itself are public, and so is one that is called as what it lies in. */
  get places(): NamedPlace[] {
    return [...this.#places]
      .filter(
        ([, { name, within }]) =>
          !this.#case.includes(` ${foldName(name)} `) &&
          !within.some((outer) => ` ${foldName(outer)} `.includes(` ${foldName(name)} `)),
      )
      .map(([key, { forms, ...place }]) => ({ key, ...place, forms: [...forms].filter(isName) }));
  }

  #addPerson(entity: Reading['entities'][number], reading: Reading): void {
    const names = reading.mentions
      .filter(({ kind, entity: id }) => kind === 'name' && id === entity.id)
      .map(({ span }) => reading.text.slice(...span));
    const forms = [entity.name, ...names].filter(isName);
    if (forms.length === 0) return;
    const key = foldName(entity.name);
    const known = this.#people.get(key) ?? { name: entity.name, forms: new Set<string>(), office: null };
    for (const form of forms.flatMap((each) => [each, ...lastName(each)])) {
      if (form === entity.name || !this.#case.includes(` ${foldName(form)} `)) known.forms.add(form);
    }
    known.office ??= this.#officeOf(entity, reading);
    this.#people.set(key, known);
  }

  /** Named by the case, described by an office, leads a body, or speaks for one. Nobody is official by belonging alone. */
  #officeOf({ id, name, relations }: Reading['entities'][number], reading: Reading): string | null {
    if (this.#caseNames.has(foldName(name))) return 'the case file names them';
    const described = officeIn(id, reading);
    if (described) return `${described}, as a report says`;
    const bodyOf = (to: string) => reading.entities.find((entity) => entity.id === to);
    const led = relations.find(({ type }) => type === 'leads');
    const head = led && bodyOf(led.to);
    if (head) return `leads ${head.name}, as a report says`;
    const speaks = reading.attributions.some(({ speaker }) => speaker === id);
    const body = speaks
      ? relations.map(({ to }) => bodyOf(to)).find((each) => each && isPublicBody(each.type))
      : undefined;
    return body ? `speaks, and belongs to ${body.name}, as a report says` : null;
  }
}

/** The words of an office by which a text describes somebody, or that stand before their name. */
const officeIn = (id: string, { mentions, text }: Reading): string | null => {
  for (const { span, kind, entity } of mentions) {
    if (entity !== id || kind === 'pronoun') continue;
    const [start, end] = span;
    const words = kind === 'nominal' ? text.slice(start, end) : nameWithOffice(text.slice(0, start));
    if (words && office.test(words)) return words.replace(/\s+/gu, ' ').trim();
  }
  return null;
};

/** The words right before a name, back to the beginning of their phrase. */
const nameWithOffice = (before: string): string =>
  /[\p{L} -]*$/u.exec(before.slice(-beforeName))?.[0].split(' ').slice(-4).join(' ') ?? '';

const isPublicBody = (type: Reading['entities'][number]['type']): boolean =>
  type === 'state' || type === 'organisation' || type === 'armed-group' || type === 'nationality';
