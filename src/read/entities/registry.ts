import type { Entity, EntityType, Span, StateType } from '../../model/index.ts';
import { countryNamed, countryOfDemonym, fold } from '../countries.ts';
import { wordTable } from '../word-table.ts';
import { bodyNouns, isFemale, isOutlet } from './name-lexicon.ts';

/** An entity as it grows while the text is read. */
export interface EntityCluster {
  readonly id: string;
  type: EntityType;
  name: string;
  readonly mentions: Span[];
  readonly relations: Entity['relations'];
  /** Occupations it was described with, so that "the envoy" finds it. */
  readonly titles: Set<string>;
  female: boolean | null;
  /** False for a description that names nobody ("rebel fighters"). */
  readonly named: boolean;
}

interface Relation {
  readonly type: StateType;
  readonly to: Cluster;
  readonly span: Span;
}

/** A draft that may yet turn out to be the same as another; it has its id when the text is read. */
export class Cluster implements EntityCluster {
  id = '';
  type: EntityType;
  name: string;
  readonly named: boolean;
  readonly titles = new Set<string>();
  female: boolean | null = null;
  mentions: Span[] = [];
  /** How many names stood for it so far. */
  uses = 1;
  /** Whether it was spoken of as many: "the envoys". */
  plural = false;
  /** Whether its verbs are those of many: "the Front were". */
  asMany = false;
  /** Whether its noun speaks of people: "residents". */
  people = false;
  /** Whether it is known by its description of a part of a body: "Moldovan troops". */
  described = false;
  /** Whether it is known to pass on the news. */
  readonly outlet: boolean;
  /** How many words stood for it so far, pronouns too. */
  told = 0;
  #links: Relation[] = [];

  constructor(name: string, type: EntityType, named: boolean) {
    this.name = name;
    this.type = type;
    this.named = named;
    this.outlet = named && isOutlet(name);
    if (isFemale(name.split(' ')[0] ?? '')) this.female = true;
  }

  get relations(): Entity['relations'] {
    return this.#links.map(({ type, to, span }) => ({ type, to: to.id, span }));
  }

  relate(type: StateType, to: Cluster, span: Span): void {
    if (to === this || this.#links.some((link) => link.to === to && link.type === type)) return;
    this.#links.push({ type, to, span });
  }
}

/** Capitals that open the words of a name: "UN" of "United Nations". */
export const acronymOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('');

const sameBody = wordTable<string>({
  'united nations': 'un',
  'u n': 'un',
  'european union': 'eu',
  'north atlantic treaty organization': 'nato',
  'associated press': 'ap',
  'agence france presse': 'afp',
});

const keyOf = (name: string): string => {
  const country = countryNamed(name);
  if (country) return `country:${country.code}`;
  const key = fold(name).replace(/^the /, '');
  return sameBody[key] ?? key;
};

export const isBody = ({ type }: EntityCluster): boolean => type === 'organisation' || type === 'armed-group';

/** Bodies, states and nationalities: who can own and be represented. */
export const isCollective = (entity: EntityCluster): boolean =>
  isBody(entity) || entity.type === 'state' || entity.type === 'nationality';

/** Short forms of a name: its last words, and the first name of a person. */
const partsOf = (entity: Cluster, key: string): string[] => {
  const words = key.split(' ');
  const tails = words.map((_, from) => words.slice(from).join(' ')).slice(1);
  if (entity.type === 'person' && words.length > 1) {
    // "Abu Salim" of "Abu Salim al-Bonni".
    const given = /^(?:abu|umm|abd|ibn|bin)$/.test(words[0] as string) ? 2 : 1;
    return [...tails, words.slice(0, given).join(' ')];
  }
  if (!isBody(entity)) return [];
  const of = words.indexOf('of');
  const [head = '', rest] = of > 0 ? [words[of - 1]] : [words.at(-1), words.slice(0, -1).join(' ')];
  // "Council", and "Northern" of "Northern University"; other single words are no names of it.
  const short = bodyNouns.has(head)
    ? [head, ...(rest && !countryOfDemonym(rest) && !countryNamed(rest) ? [rest] : [])]
    : [];
  return [...tails.slice(0, -1), ...short];
};

/** The named and described entities of one document. Names that end another's full name are its short forms. */
export class Registry {
  readonly clusters: Cluster[] = [];
  readonly #byKey = new Map<string, Cluster>();
  /** Short forms; of several namesakes the one named most often, or else last, is meant. */
  readonly #byPart = new Map<string, Cluster[]>();
  readonly #byAcronym = new Map<string, Cluster>();

  /** The entity of a name: known under it, under a longer one, or new. */
  name(name: string, type: EntityType, female: boolean | null = null): Cluster {
    const key = keyOf(name);
    const known = this.#known(key, name, type, female);
    if (!known) {
      const made = this.create(name, type, true);
      made.female ??= female;
      this.#index(made, key);
      return made;
    }
    if (!this.#byPart.get(key)?.includes(known)) this.#byKey.set(key, known);
    if (known.named && known.type === 'person' && type === 'person' && name.length > known.name.length)
      this.#rename(known, name);
    if (known.type === 'other') known.type = type;
    known.female ??= female;
    known.uses++;
    return known;
  }

  /** A described body or person without a name, one a description. */
  description(name: string, type: EntityType): Cluster {
    const key = `described:${fold(name)}`;
    const known = this.#byKey.get(key) ?? this.#byKey.get(keyOf(name));
    if (known) return known;
    const made = this.create(name, type, false);
    this.#byKey.set(key, made);
    return made;
  }

  create(name: string, type: EntityType, named: boolean): Cluster {
    const made = new Cluster(name, type, named);
    this.clusters.push(made);
    return made;
  }

  /** Makes a further name, such as an acronym in brackets, name the same entity. */
  alias(name: string, entity: Cluster): void {
    const key = keyOf(name);
    this.#byKey.set(key, entity);
    if (entity.type === 'person') this.#indexParts(entity, key);
  }

  #rename(entity: Cluster, name: string): void {
    entity.name = name;
    this.#index(entity, keyOf(name));
  }

  #index(entity: Cluster, key: string): void {
    this.#byKey.set(key, entity);
    this.#indexParts(entity, key);
    if (isBody(entity)) this.#byAcronym.set(acronymOf(entity.name), entity);
  }

  #indexParts(entity: Cluster, key: string): void {
    for (const part of partsOf(entity, key)) {
      const namesakes = this.#byPart.get(part) ?? [];
      if (!namesakes.includes(entity)) this.#byPart.set(part, [...namesakes, entity]);
    }
  }

  #known(key: string, name: string, type: EntityType, female: boolean | null): Cluster | undefined {
    return (
      this.#byKey.get(key) ?? this.#shortForm(key, name, type, female) ?? this.#longForm(key, type, female)
    );
  }

  #shortForm(key: string, name: string, type: EntityType, female: boolean | null): Cluster | undefined {
    const bare = key.replace(/^(?:al|el) /, '');
    const fits = (entity: Cluster): boolean =>
      (type === entity.type || type === 'other' || entity.type === 'person') &&
      (female === null || entity.female === null || entity.female === female);
    const namesakes = (this.#byPart.get(key) ?? this.#byPart.get(bare) ?? []).filter(fits);
    if (namesakes.length) return namesakes.reduce((most, other) => (other.uses >= most.uses ? other : most));
    return /^\p{Lu}{2,6}$/u.test(name) ? this.#byAcronym.get(name) : undefined;
  }

  /** "John Smith" after "Smith" alone. */
  #longForm(key: string, type: EntityType, female: boolean | null): Cluster | undefined {
    if (type !== 'person') return undefined;
    const words = key.split(' ');
    for (let from = 1; from < words.length; from++) {
      const known = this.#byKey.get(words.slice(from).join(' '));
      if (!known?.named || known.name.includes(' ')) continue;
      if (female !== null && known.female !== null && known.female !== female) continue;
      if (known.type === 'person' || known.type === 'other') return known;
    }
    return undefined;
  }
}
