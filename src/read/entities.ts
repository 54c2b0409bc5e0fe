import type { Entity, EntityType, Span, StateType } from '../model/index.ts';
import { countryNamed, fold } from './countries.ts';
import { isFemale } from './names.ts';

/** An entity as it grows while the text is read. */
export interface Draft {
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

const acronymOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('');

const sameBody: Readonly<Record<string, string>> = {
  'united nations': 'un',
  'u n': 'un',
  'european union': 'eu',
  'north atlantic treaty organization': 'nato',
  'associated press': 'ap',
  'agence france presse': 'afp',
};

const keyOf = (name: string): string => {
  const country = countryNamed(name);
  if (country) return `country:${country.code}`;
  const key = fold(name).replace(/^the /, '');
  return sameBody[key] ?? key;
};

/** The entities of one document. Names that end another's full name are its short forms. */
export class EntityRegistry {
  readonly entities: Draft[] = [];
  private readonly byKey = new Map<string, Draft>();
  private readonly byTail = new Map<string, Draft>();
  private readonly byAcronym = new Map<string, Draft>();

  /** The entity of a name: known under it, under a longer one, or new. */
  name(name: string, type: EntityType): Draft {
    const key = keyOf(name);
    const known = this.byKey.get(key) ?? this.shortForm(key, name, type) ?? this.longForm(key, type);
    if (known) {
      this.byKey.set(key, known);
      if (name.length > known.name.length && known.named && known.type === 'person' && type === 'person')
        this.rename(known, name);
      if (known.type === 'other') known.type = type;
      return known;
    }
    const made = this.create(name, type, true);
    this.index(made, key);
    return made;
  }

  /** A described body or person without a name, one a description. */
  description(name: string, type: EntityType): Draft {
    const key = `described:${fold(name)}`;
    const known = this.byKey.get(key) ?? this.byKey.get(keyOf(name));
    if (known) return known;
    const made = this.create(name, type, false);
    this.byKey.set(key, made);
    return made;
  }

  /** Makes a further name, such as an acronym in brackets, name the same entity. */
  alias(name: string, entity: Draft): void {
    this.byKey.set(keyOf(name), entity);
  }

  /** A name already met, without making a new one. */
  find(name: string): Draft | undefined {
    const key = keyOf(name);
    return this.byKey.get(key) ?? this.byTail.get(key);
  }

  relate(entity: Draft, type: StateType, to: Draft, span: Span): void {
    if (entity === to) return;
    if (entity.relations.some((relation) => relation.to === to.id && relation.type === type)) return;
    entity.relations.push({ type, to: to.id, span });
  }

  private create(name: string, type: EntityType, named: boolean): Draft {
    const made: Draft = {
      id: `e${this.entities.length + 1}`,
      type,
      name,
      mentions: [],
      relations: [],
      titles: new Set(),
      female: isFemale(name.split(' ')[0] ?? '') ? true : null,
      named,
    };
    this.entities.push(made);
    return made;
  }

  private rename(entity: Draft, name: string): void {
    entity.name = name;
    this.index(entity, keyOf(name));
  }

  private index(entity: Draft, key: string): void {
    this.byKey.set(key, entity);
    const words = key.split(' ');
    if (words.length < 2) return;
    if (entity.type === 'person') {
      for (let from = 1; from < words.length; from++) this.byTail.set(words.slice(from).join(' '), entity);
      if (!this.byTail.has(words[0] ?? '')) this.byTail.set(words[0] ?? '', entity);
    } else if (entity.type === 'organisation' || entity.type === 'armed-group') {
      for (let from = 1; from < words.length - 1; from++)
        this.byTail.set(words.slice(from).join(' '), entity);
      this.byAcronym.set(acronymOf(entity.name), entity);
    }
  }

  private shortForm(key: string, name: string, type: EntityType): Draft | undefined {
    const bare = key.replace(/^(?:al|el) /, '');
    const tail = this.byTail.get(key) ?? this.byTail.get(bare);
    if (tail && (type === tail.type || type === 'other' || tail.type === 'person')) return tail;
    return /^\p{Lu}{2,6}$/u.test(name) ? this.byAcronym.get(name) : undefined;
  }

  /** "John Smith" after "Smith" alone. */
  private longForm(key: string, type: EntityType): Draft | undefined {
    if (type !== 'person') return undefined;
    const words = key.split(' ');
    for (let from = 1; from < words.length; from++) {
      const known = this.byKey.get(words.slice(from).join(' '));
      if (known && (known.type === 'person' || known.type === 'other') && known.named) return known;
    }
    return undefined;
  }
}
