import type { EntityType, Mention, Span } from '../model/index.ts';
import type { Chunk, NounGroup } from './chunks.ts';
import type { Clause, SentenceSyntax } from './clauses.ts';
import { countryNamed, countryOfDemonym, fold } from './countries.ts';
import { complementOf, relateByDescription } from './descriptions.ts';
import { type Draft, EntityRegistry } from './entities.ts';
import type { NameTags, TaggedName } from './name-tags.ts';
import {
  armedNouns,
  capital,
  groupNouns,
  isFemale,
  isGroupNoun,
  isKnownBody,
  isPersonNoun,
  isPlaceNoun,
  isTitle,
  type NameContext,
  typeOfName,
} from './names.ts';
import type { Token } from './tokens.ts';

/** Named parts of a noun group: "[Northern] envoy [Anna Berg]". */
interface NameParts {
  readonly modifiers: readonly TaggedName[];
  readonly name: TaggedName | null;
  /** Token indexes of titles and occupations. */
  readonly titles: readonly number[];
}

/** What the noun groups of a document stand for. */
export interface Referents {
  readonly entities: readonly Draft[];
  readonly mentions: readonly Mention[];
  /** Entities that a group stands for: none, one, or several ("the two sides"). */
  of(group: NounGroup): readonly Draft[];
  /** Entities named inside the group before its head: "Northern" in "Northern officials". */
  within(group: NounGroup): readonly Draft[];
  /** First persons in quotations, to be given their speaker. */
  readonly firstPersons: readonly NounGroup[];
  assign(group: NounGroup, entity: Draft): void;
}

interface Salient {
  readonly entity: Draft;
  readonly sentence: number;
  readonly order: number;
  readonly weight: number;
  readonly group: NounGroup;
}

const male = new Set(['he', 'him', 'his', 'himself']);
const feminine = new Set(['she', 'her', 'hers', 'herself']);
const plural = new Set(['they', 'them', 'their', 'theirs', 'themselves']);
const neuter = new Set(['it', 'its', 'itself']);
const first = new Set(['i', 'me', 'my', 'we', 'us', 'our', 'ours', 'mine', 'myself', 'ourselves']);
const reflexive = /sel(?:f|ves)$/;
const pairNouns = new Set([
  'group',
  'side',
  'party',
  'country',
  'nation',
  'organisation',
  'organization',
  'movement',
  'government',
  'state',
  'neighbour',
  'neighbor',
  'ally',
  'faction',
  'rival',
  'army',
]);

/** Nouns that may stand for an official body, where "movement" or "militia" may not. */
const formal = /^(?:body|agency|council|organi[sz]ation|alliance|team|network)$/;

const partitive =
  /^(?:all|some|many|most|one|each|none|both|dozens|hundreds|thousands|several|number|part|half|rest|majority|few)$/;

const placePrefix = /^(?:Camp|Mount|Lake|Fort|Port|Cape)\s/;

const isCollective = (type: EntityType): boolean =>
  type === 'organisation' || type === 'armed-group' || type === 'state' || type === 'nationality';

/** Reads the noun groups of one document in order and remembers whom they stand for. */
export class Coreference implements Referents {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly names: NameTags;
  private readonly registry = new EntityRegistry();
  private readonly isKnownPlace: (name: string) => boolean;
  private readonly hints: ReadonlyMap<string, Hint>;
  private readonly referents = new Map<NounGroup, readonly Draft[]>();
  private readonly inner = new Map<NounGroup, readonly Draft[]>();
  private salient: Salient[] = [];
  private order = 0;
  private sentence = 0;
  readonly mentions: Mention[] = [];
  readonly firstPersons: NounGroup[] = [];

  constructor(
    text: string,
    tokens: readonly Token[],
    names: NameTags,
    isKnownPlace: (name: string) => boolean,
  ) {
    this.text = text;
    this.tokens = tokens;
    this.names = names;
    this.isKnownPlace = isKnownPlace;
    this.hints = bodyHints(tokens);
  }

  get entities(): readonly Draft[] {
    return this.registry.entities;
  }

  of(group: NounGroup): readonly Draft[] {
    return this.referents.get(group) ?? [];
  }

  within(group: NounGroup): readonly Draft[] {
    return this.inner.get(group) ?? [];
  }

  assign(group: NounGroup, entity: Draft): void {
    this.referents.set(group, [entity]);
    this.mention(this.span(group), 'pronoun', entity);
  }

  /** Reads one sentence; sentences must come in order. */
  read(syntax: SentenceSyntax): void {
    this.sentence++;
    this.salient = this.salient.filter(({ sentence }) => this.sentence - sentence <= 4);
    const groups = syntax.chunks.filter(
      (chunk): chunk is NounGroup => chunk.type === 'noun' && chunk.kind !== 'time',
    );
    for (const group of groups) this.readGroup(group, syntax);
    this.joinDescriptions(groups, syntax);
  }

  private span({ from, to }: { readonly from: number; readonly to: number }): Span {
    return [this.tokens[from]?.start ?? 0, this.tokens[to - 1]?.end ?? 0];
  }

  private mention(span: Span, kind: Mention['kind'], entity: Draft | null): void {
    this.mentions.push({ span, kind, entity: entity?.id ?? null });
    entity?.mentions.push(span);
  }

  private readGroup(group: NounGroup, syntax: SentenceSyntax): void {
    if (group.possessor) this.readGroup(group.possessor, syntax);
    const entities =
      group.kind === 'pronoun' ? this.readPronoun(group, syntax) : this.readNoun(group, syntax);
    this.referents.set(group, entities);
    for (const entity of this.within(group))
      this.salient.push({ entity, sentence: this.sentence, order: this.order++, weight: 12, group });
    for (const entity of entities) this.remember(group, entity, syntax);
  }

  private remember(group: NounGroup, entity: Draft, syntax: SentenceSyntax): void {
    const weight = weightOf(group, syntax);
    this.salient.push({ entity, sentence: this.sentence, order: this.order++, weight, group });
    if (this.salient.length > 200) this.salient = this.salient.slice(-100);
  }

  // ---- names and descriptions

  private readNoun(group: NounGroup, syntax: SentenceSyntax): readonly Draft[] {
    const parts = this.nameParts(group);
    const preposition = syntax.prepositionOf.get(group) ?? null;
    const inner = parts.modifiers.map((part) => this.named(part, this.modifierType(part, group)));
    this.inner.set(group, inner);
    const owner = group.possessor ? (this.of(group.possessor)[0] ?? null) : null;
    if (parts.name) return [this.namedHead(group, parts, preposition, owner, syntax)];
    return this.described(group, inner, owner, syntax);
  }

  /** The type that the network gives a name, made finer by its own words and by what surrounds it. */
  private typeOf({ from, to, type }: TaggedName, context: NameContext): EntityType {
    const name = this.words(from, to);
    const guess = typeOfName(name, context);
    if (type === 'person') {
      if (guess === 'place' && placePrefix.test(name)) return guess;
      const hint = to - from === 1 && !context.personal ? this.hints.get(fold(name)) : undefined;
      return hint?.sure ? hint.type : type;
    }
    if (guess === 'state' || guess === 'nationality') return guess;
    if (type === 'other' || type === 'nationality') return type;
    const armed = guess === 'armed-group' || this.hints.get(fold(name))?.type === 'armed-group';
    if (armed && !(type === 'place' && this.isKnownPlace(name))) return 'armed-group';
    return type === 'place' && this.hints.has(fold(name)) && !this.isKnownPlace(name) ? 'organisation' : type;
  }

  private modifierType(part: TaggedName, group: NounGroup): EntityType {
    const next = this.tokens[part.to];
    if (next && isPlaceNoun(next.lower) && part.to <= group.head) return 'place';
    const type = this.typeOf(part, { personal: false, article: true, preposition: null, knownPlace: false });
    const head = this.tokens[group.head];
    return type === 'organisation' && head && armedNouns.has(head.lower) ? 'armed-group' : type;
  }

  private words(from: number, to: number): string {
    return this.text.slice(this.tokens[from]?.start ?? 0, this.tokens[to - 1]?.end ?? 0).replace(/\s+/g, ' ');
  }

  private named({ from, to }: TaggedName, type: EntityType): Draft {
    const entity = this.registry.name(this.words(from, to), type);
    this.mention(this.span({ from, to }), 'name', entity);
    return entity;
  }

  private namedHead(
    group: NounGroup,
    parts: NameParts,
    preposition: string | null,
    owner: Draft | null,
    syntax: SentenceSyntax,
  ): Draft {
    const part = parts.name as TaggedName;
    const { from, to } = part;
    const name = this.words(from, to);
    const personal = parts.titles.length > 0 || this.besidePerson(group, syntax);
    const article =
      this.tokens[group.from]?.pos === 'DET' || /^the$/i.test(this.tokens[from - 1]?.text ?? '');
    const knownPlace =
      this.followsPlaceNoun(group, syntax) ||
      (!personal && !article && this.looksLikePlace(name, preposition, to));
    const type = this.typeOf(part, { personal, article, preposition, knownPlace });
    const owned = owner && isCollective(owner.type) && type === 'organisation' && owner.named;
    const entity = this.registry.name(owned ? `${owner.name} ${name}` : name, type);
    if (owned) {
      this.registry.alias(name, entity);
      this.registry.relate(entity, 'part-of', owner, this.span(group));
    }
    if (group.alias !== undefined) this.alias(group.alias, entity);
    const demonym = countryOfDemonym(this.tokens[from]?.text ?? '');
    if (demonym && to - from > 1 && type !== 'person')
      this.registry.relate(
        entity,
        'part-of',
        this.registry.name(this.tokens[from]?.text ?? '', 'nationality'),
        this.span({ from, to: from + 1 }),
      );
    for (const title of parts.titles) {
      const word = this.tokens[title]?.lower ?? '';
      entity.titles.add(word);
      if (isFemale(word)) entity.female = true;
    }
    if (/^mr\.?$/i.test(this.tokens[parts.titles[0] ?? -1]?.text ?? '')) entity.female = false;
    this.mention(this.span({ from, to }), 'name', entity);
    return entity;
  }

  private alias(at: number, entity: Draft): void {
    this.registry.alias(this.words(at, at + 1), entity);
    this.mention(this.span({ from: at, to: at + 1 }), 'name', entity);
  }

  /** In apposition with an occupation: "Anna Berg, the mission's coordinator". */
  private besidePerson(group: NounGroup, syntax: SentenceSyntax): boolean {
    const isPerson = (other: NounGroup): boolean => isPersonNoun(this.tokens[other.head]?.lemma ?? '');
    for (const [description, host] of syntax.appositionOf)
      if ((host === group && isPerson(description)) || (description === group && isPerson(host))) return true;
    return false;
  }

  private followsPlaceNoun(group: NounGroup, syntax: SentenceSyntax): boolean {
    if (syntax.prepositionOf.get(group) !== 'of') return false;
    const before = this.tokens[group.from - 2];
    return before !== undefined && isPlaceNoun(before.lemma.toLowerCase());
  }

  private looksLikePlace(name: string, preposition: string | null, to: number): boolean {
    if (isPlaceNoun(this.tokens[to]?.lower ?? '')) return true;
    return (
      preposition !== null &&
      /^(?:in|at|near|from|to|outside|around|across|into|toward|towards|over|of|with)$/.test(preposition) &&
      this.isKnownPlace(name)
    );
  }

  private described(
    group: NounGroup,
    inner: readonly Draft[],
    owner: Draft | null,
    syntax: SentenceSyntax,
  ): readonly Draft[] {
    const head = this.tokens[group.head] as Token;
    const place = inner[0];
    if (place && isPlaceNoun(head.lower)) {
      place.type = place.type === 'state' || place.type === 'nationality' ? place.type : 'place';
      return [place];
    }
    const known = this.knownDescription(group, inner, owner);
    if (known.length) {
      for (const entity of known) this.mention(this.span(group), 'nominal', entity);
      return known;
    }
    const bodies = [...inner, ...(owner ? [owner] : [])].filter(
      ({ type }) => isCollective(type) || type === 'place',
    );
    if (
      bodies.length &&
      (isGroupNoun(head.lower) || isPersonNoun(head.lemma)) &&
      !syntax.appositionOf.has(group)
    )
      return [this.newDescription(group, head, bodies, owner)];
    if (
      bodies.length === 0 &&
      armedNouns.has(head.lower) &&
      head.lower.endsWith('s') &&
      this.capitalOrBare(group)
    )
      return [this.newDescription(group, head, [], null)];
    if (isPersonNoun(head.lemma) || isGroupNoun(head.lower)) this.mention(this.span(group), 'nominal', null);
    return [];
  }

  private capitalOrBare(group: NounGroup): boolean {
    return this.tokens[group.from]?.pos !== 'DET' || group.to - group.from > 1;
  }

  private newDescription(
    group: NounGroup,
    head: Token,
    bodies: readonly Draft[],
    owner: Draft | null,
  ): Draft {
    let from = group.possessor ? group.possessor.to : group.from;
    while (from < group.head && (this.tokens[from]?.pos === 'DET' || this.tokens[from]?.pos === 'PART'))
      from++;
    const own = this.words(from, group.head + 1);
    const name = owner ? `${owner.name} ${own}` : own;
    const many = isGroupNoun(head.lower);
    const armed = armedNouns.has(head.lower) && many;
    const civil =
      /^(?:residents|villagers|citizens|people|civilians|voters|workers|refugees|prisoners|detainees|nationals)$/.test(
        head.lower,
      );
    const entity = this.registry.description(
      name,
      !many ? 'person' : armed ? 'armed-group' : civil ? 'other' : 'organisation',
    );
    const kind = many ? 'part-of' : 'member-of';
    for (const body of bodies) this.registry.relate(entity, kind, body, this.span(group));
    this.mention(this.span(group), 'nominal', entity);
    return entity;
  }

  /** "the group", "the two sides", "the envoy": whom the text spoke of before. */
  private knownDescription(group: NounGroup, inner: readonly Draft[], owner: Draft | null): readonly Draft[] {
    const head = this.tokens[group.head] as Token;
    const words = this.tokens.slice(group.from, group.head).map(({ lower }) => lower);
    const lemma = head.lemma.toLowerCase();
    if (owner || inner.length) return [];
    if (pairNouns.has(lemma) && words.some((word) => word === 'two' || word === 'both'))
      return this.lastPair(lemma);
    if (!/^(?:the|this|that)$/.test(words[0] ?? '')) return [];
    if (groupNouns.has(head.lower) && !/s$/.test(head.lower) && words.length <= 3)
      return this.lastWhere(
        ({ entity }) =>
          entity.named &&
          (entity.type === 'armed-group' ||
            (entity.type === 'organisation' && (formal.test(lemma) || !isKnownBody(entity.name)))),
      );
    if (isPersonNoun(lemma) && words.length <= 2)
      return this.lastWhere(({ entity }) => entity.type === 'person' && entity.titles.has(lemma));
    return [];
  }

  private lastWhere(test: (salient: Salient) => boolean): readonly Draft[] {
    const found = this.salient.findLast(test);
    return found ? [found.entity] : [];
  }

  /** The two collectives spoken of last. */
  private lastPair(noun: string): readonly Draft[] {
    const states = /^(?:country|nation|state|government|neighbou?r)$/.test(noun);
    const found: Salient[] = [];
    for (const salient of this.salient.toReversed()) {
      const { entity, weight } = salient;
      if (weight < 15 || !entity.named || found.some((other) => other.entity === entity)) continue;
      const fits = states
        ? entity.type === 'state'
        : isCollective(entity.type) && (entity.type !== 'state' || noun !== 'group');
      if (fits) found.push(salient);
      if (found.length === 2) return found.sort((a, b) => b.weight - a.weight).map((one) => one.entity);
    }
    return [];
  }

  private nameParts(group: NounGroup): NameParts {
    const { possessor, head } = group;
    const from = !possessor ? group.from : possessor.kind === 'pronoun' ? possessor.to : possessor.to + 1;
    const names = this.names.within(from, head + 1).map((name) => this.untitled(name));
    const last = names.at(-1);
    const name = last?.to === head + 1 ? last : null;
    const titles: number[] = [];
    for (let at = from; name && at < name.from; at++)
      if (isTitle(this.tokens[at]?.lower ?? '')) titles.push(at);
    return { modifiers: name ? names.slice(0, -1) : names, name, titles };
  }

  /** A person's name without the titles before it. */
  private untitled({ from, to, type }: TaggedName): TaggedName {
    let start = from;
    while (type === 'person' && start < to - 1 && isTitle(this.tokens[start]?.lower ?? '')) start++;
    return { from: start, to, type };
  }

  // ---- pronouns

  private readPronoun(group: NounGroup, syntax: SentenceSyntax): readonly Draft[] {
    const word = this.tokens[group.head]?.lower ?? '';
    if (first.has(word)) {
      this.firstPersons.push(group);
      return [];
    }
    const found = this.antecedent(word, group, syntax);
    if (male.has(word) || feminine.has(word) || plural.has(word) || neuter.has(word))
      this.mention(this.span(group), 'pronoun', found);
    if (found && male.has(word)) found.female = false;
    if (found && feminine.has(word)) found.female = true;
    return found ? [found] : [];
  }

  private antecedent(word: string, group: NounGroup, syntax: SentenceSyntax): Draft | null {
    const fits = fitting(word);
    if (!fits) return null;
    const clause = clauseOf(group, syntax);
    if (reflexive.test(word)) return this.reflexiveAntecedent(clause, group);
    const barred =
      clause && clause.subject !== group && !isPossessor(group, syntax) && clause.subject
        ? this.of(clause.subject)
        : [];
    const parentSubject = clause?.subject === group ? subjectAbove(clause) : null;
    const favoured = parentSubject ? this.of(parentSubject) : [];
    let best: Salient | null = null;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const salient of this.salient) {
      if (!fits(salient.entity) || barred.includes(salient.entity)) continue;
      const score =
        salient.weight -
        60 * (this.sentence - salient.sentence) +
        (favoured.includes(salient.entity) ? 50 : 0) +
        (salient.entity.named ? 8 : 0) -
        (plural.has(word) && salient.entity.type === 'state' ? 25 : 0) +
        salient.order / 1e6 +
        Math.max(0, 20 - 2 * (this.order - salient.order));
      if (score > bestScore) {
        best = salient;
        bestScore = score;
      }
    }
    return best?.entity ?? null;
  }

  private reflexiveAntecedent(clause: Clause | null, group: NounGroup): Draft | null {
    const before = this.salient.at(-1);
    if (before && before.group.to === group.from) return before.entity;
    return clause?.subject ? (this.of(clause.subject)[0] ?? null) : null;
  }

  // ---- descriptions

  /** "figures of the movement", "all of them": bodies named after "of". */
  private describeByComplement(group: NounGroup, syntax: SentenceSyntax): void {
    const complement = complementOf(group, syntax);
    const head = this.tokens[group.head] as Token;
    const mark = complement && syntax.prepositionOf.get(complement);
    if (!complement || !/^(?:of|from)$/.test(mark ?? '')) return;
    const bodies = this.of(complement);
    if (partitive.test(head.lower)) {
      this.referents.set(group, bodies);
      return;
    }
    const collective = bodies.filter(({ type }) => isCollective(type));
    if (
      !isGroupNoun(head.lower) ||
      syntax.appositionOf.has(group) ||
      !collective.length ||
      [...syntax.appositionOf.values()].includes(group)
    )
      return;
    const entity = this.newDescription(group, head, collective, collective[0] ?? null);
    this.referents.set(group, [entity]);
  }

  /** Appositions and occupations: they stand for the one beside them and say what that one is. */
  private joinDescriptions(groups: readonly NounGroup[], syntax: SentenceSyntax): void {
    for (const [description, host] of syntax.appositionOf) {
      const [a, b] = [this.of(description)[0], this.of(host)[0]];
      if (b && !a) this.referents.set(description, [b]);
      else if (a && !b) this.referents.set(host, [a]);
      const entity = this.of(description)[0];
      if (entity?.type === 'person')
        entity.titles.add(this.tokens[description.head]?.lemma.toLowerCase() ?? '');
      if (entity?.type === 'person') entity.titles.add(this.tokens[host.head]?.lemma.toLowerCase() ?? '');
    }
    for (const group of groups) if (!this.of(group).length) this.describeByComplement(group, syntax);
    for (const group of groups) relateByDescription(group, syntax, this.tokens, this, this.registry);
  }
}

const armedContext =
  /^(?:control|attacks?|ambush|ambushes|offensive|strongholds?|insurgency|insurgents?|fighters?|militants?|gunmen|rebels?|militia|commanders?|bombers?|hideouts?)$/;

/** What the words after a name say it is; `sure` where no person could stand there. */
interface Hint {
  readonly type: 'armed-group' | 'organisation';
  readonly sure: boolean;
}

const membership = /^(?:members?|movement|fighters|leaders?)$/;
const office = /^(?:spokesm[ae]n|spokesperson|regime|negotiators?|officials?|chief)$/;

const hintOf = (noun: string, owns: boolean): Hint | null => {
  if (!owns && armedContext.test(noun)) return { type: 'armed-group', sure: true };
  if (membership.test(noun)) return { type: 'organisation', sure: true };
  return office.test(noun) ? { type: 'organisation', sure: false } : null;
};

/** Names that stand before "members" or "fighters", or own a leader, name bodies wherever they stand. */
const bodyHints = (tokens: readonly Token[]): ReadonlyMap<string, Hint> => {
  const hints = new Map<string, Hint>();
  tokens.forEach((token, index) => {
    if (token.pos !== 'PROPN' || !capital.test(token.text) || isTitle(token.lower)) return;
    if (countryOfDemonym(token.text) || countryNamed(token.text)) return;
    const owns = /^['’]s$/.test(tokens[index + 1]?.lower ?? '');
    const noun = tokens[index + (owns ? 2 : 1)];
    const hint = noun?.pos === 'NOUN' ? hintOf(noun.lower, owns) : null;
    const known = hints.get(fold(token.text));
    if (hint && (!known || (hint.sure && !known.sure) || hint.type === 'armed-group'))
      hints.set(fold(token.text), hint);
  });
  return hints;
};

const weightOf = (group: NounGroup, syntax: SentenceSyntax): number => {
  for (const clause of syntax.clauses) {
    if (clause.subject === group) return clause.parent ? 40 : 50;
    if (clause.objects.includes(group)) return 30;
  }
  return syntax.prepositionOf.has(group) ? 20 : 15;
};

const clauseOf = (group: NounGroup, { clauses }: SentenceSyntax): Clause | null =>
  clauses.find(
    ({ subject, objects, obliques }) =>
      subject === group || objects.includes(group) || obliques.some((oblique) => oblique.group === group),
  ) ??
  clauses.find(({ from, to }) => from <= group.from && group.to <= to) ??
  null;

const isPossessor = (group: NounGroup, { chunks }: SentenceSyntax): boolean =>
  chunks.some((chunk: Chunk) => chunk.type === 'noun' && chunk.possessor === group);

const subjectAbove = (clause: Clause): NounGroup | null => {
  for (let up = clause.parent; up; up = up.parent)
    if (up.subject && up.subject !== clause.subject) return up.subject;
  return null;
};

const fitting = (word: string): ((entity: Draft) => boolean) | null => {
  if (male.has(word)) return ({ type, female }) => type === 'person' && female !== true;
  if (feminine.has(word)) return ({ type, female }) => type === 'person' && female !== false;
  if (plural.has(word)) return ({ type }) => isCollective(type) || type === 'other';
  if (neuter.has(word))
    return ({ type, named }) => (isCollective(type) && type !== 'nationality') || (type === 'other' && named);
  return null;
};
