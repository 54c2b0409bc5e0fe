import type { EntityType, Mention, Span } from '../model/index.ts';
import { bodyNouns, type Chunk, capital, type NounGroup, nameParticles } from './chunks.ts';
import type { Clause, SentenceSyntax } from './clauses.ts';
import { countryNamed, countryOfDemonym, fold } from './countries.ts';
import { complementOf, relateByDescription } from './descriptions.ts';
import { type Draft, EntityRegistry } from './entities.ts';
import {
  armedNouns,
  commonOpeners,
  groupNouns,
  isFemale,
  isGroupNoun,
  isKnownBody,
  isPersonNoun,
  isPlaceNoun,
  isTitle,
  typeOfName,
} from './names.ts';
import type { Token } from './tokens.ts';

/** Named parts of a noun group: "[Northern] envoy [Anna Berg]". */
interface NameParts {
  readonly modifiers: readonly Span[];
  readonly name: Span | null;
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
const connectors = new Set([...nameParticles, 'of', 'for', 'and', ',', 'on']);
const titleCompanions =
  /^(?:press|defen[cs]e|foreign|prime|vice|deputy|interior|finance|home|former|acting|chief|senior|secretary|special|permanent|general)$/i;
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

const isCollective = (type: EntityType): boolean =>
  type === 'organisation' || type === 'armed-group' || type === 'state' || type === 'nationality';

/** Reads the noun groups of one document in order and remembers whom they stand for. */
export class Coreference implements Referents {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly registry = new EntityRegistry();
  private readonly isKnownPlace: (name: string) => boolean;
  private readonly hints: ReadonlyMap<string, EntityType>;
  private readonly referents = new Map<NounGroup, readonly Draft[]>();
  private readonly inner = new Map<NounGroup, readonly Draft[]>();
  private salient: Salient[] = [];
  private order = 0;
  private sentence = 0;
  readonly mentions: Mention[] = [];
  readonly firstPersons: NounGroup[] = [];

  constructor(text: string, tokens: readonly Token[], isKnownPlace: (name: string) => boolean) {
    this.text = text;
    this.tokens = tokens;
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

  private modifierType([from, to]: Span, group: NounGroup): EntityType {
    const name = this.words(from, to);
    const next = this.tokens[to];
    if (next && isPlaceNoun(next.lower) && to <= group.head) return 'place';
    const head = this.tokens[group.head];
    const guess = typeOfName(name, { personal: false, article: true, preposition: null, knownPlace: false });
    if (guess === 'organisation' && head && armedNouns.has(head.lower)) return 'armed-group';
    return this.hinted(name, guess);
  }

  private hinted(name: string, guess: EntityType): EntityType {
    const hint = this.hints.get(fold(name));
    if (!hint || (guess !== 'other' && guess !== 'organisation' && guess !== 'place')) return guess;
    return guess === 'place' && this.isKnownPlace(name) ? guess : hint;
  }

  private words(from: number, to: number): string {
    return this.text.slice(this.tokens[from]?.start ?? 0, this.tokens[to - 1]?.end ?? 0).replace(/\s+/g, ' ');
  }

  private named([from, to]: Span, type: EntityType): Draft {
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
    const [from, to] = parts.name as Span;
    const name = this.words(from, to);
    const personal = parts.titles.length > 0 || this.besidePerson(group, syntax);
    const article =
      this.tokens[group.from]?.pos === 'DET' || /^the$/i.test(this.tokens[from - 1]?.text ?? '');
    const knownPlace =
      this.followsPlaceNoun(group, syntax) ||
      (!personal && !article && this.looksLikePlace(name, preposition, to));
    const type = this.hinted(name, typeOfName(name, { personal, article, preposition, knownPlace }));
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
    const runs = this.nameRuns(
      group.possessor && group.possessor.kind !== 'pronoun'
        ? group.possessor.to + 1
        : group.possessor
          ? group.possessor.to
          : group.from,
      group.head + 1,
    );
    const titles: number[] = [];
    const modifiers: Span[] = [];
    let name: Span | null = null;
    for (const run of runs) {
      const split = this.splitRun(run);
      titles.push(...split.titles);
      modifiers.push(...split.modifiers);
      if (!split.name) continue;
      if (split.name[1] === group.head + 1) name = split.name;
      else modifiers.push(split.name);
    }
    if (name)
      for (let at = group.from; at < name[0]; at++)
        if (this.tokens[at]?.pos === 'NOUN' && isTitle(this.tokens[at]?.lower ?? '')) titles.push(at);
    return { modifiers, name, titles };
  }

  private isNameToken(at: number): boolean {
    const token = this.tokens[at];
    if (!token || !capital.test(token.text)) return false;
    if (commonOpeners.has(token.lower) && this.opensSentence(at)) return false;
    return (
      token.pos === 'PROPN' ||
      ((token.pos === 'NOUN' || token.pos === 'ADJ') &&
        (isTitle(token.lower) || countryOfDemonym(token.text) !== undefined || !this.opensSentence(at)))
    );
  }

  private opensSentence(at: number): boolean {
    const before = this.tokens[at - 1];
    return (
      !before ||
      /^[.!?:“"”‘]$/.test(before.text) ||
      /\n/.test(this.text.slice(before.end, this.tokens[at]?.start))
    );
  }

  private nameRuns(from: number, to: number): Span[] {
    const runs: Span[] = [];
    let start = -1;
    for (let at = from; at <= to; at++) {
      const token = this.tokens[at];
      const joins =
        at < to &&
        token &&
        connectors.has(token.lower) &&
        (start >= 0 || /^(?:al|el|bin|abu|ibn)$/.test(token.lower)) &&
        at + 1 < to &&
        capital.test(this.tokens[at + 1]?.text ?? '');
      if (at < to && (this.isNameToken(at) || joins)) {
        if (start < 0) start = at;
      } else if (start >= 0) {
        runs.push([start, at]);
        start = -1;
      }
    }
    return runs;
  }

  /** Takes nationality and titles off the front of a run of capitalised words. */
  private splitRun([from, to]: Span): NameParts {
    const last = this.tokens[to - 1]?.lower ?? '';
    const modifiers: Span[] = [];
    const titles: number[] = [];
    const isBody = bodyNouns.has(last) && !/^(?:secretary|minister|general)$/.test(last) && to - from > 1;
    if (isBody) return { modifiers, name: [from, to], titles };
    let start = from;
    for (let at = to - 2; at >= from; at--) {
      if (!isTitle(this.tokens[at]?.lower ?? '')) continue;
      start = at + 1;
      titles.push(at);
      let front = at;
      while (
        front > from &&
        (titleCompanions.test(this.tokens[front - 1]?.lower ?? '') ||
          isTitle(this.tokens[front - 1]?.lower ?? ''))
      )
        titles.push(--front);
      if (front > from) modifiers.push(...this.splitNationality([from, front]));
      break;
    }
    if (isTitle(last) && start === from && to - from <= 2) return { modifiers, name: null, titles: [to - 1] };
    const pieces = this.splitNationality([start, to]);
    const name = pieces.pop() ?? null;
    return { modifiers: [...modifiers, ...pieces], name, titles };
  }

  private splitNationality([from, to]: Span): Span[] {
    const word = this.tokens[from]?.text ?? '';
    if (to - from < 2 || !countryOfDemonym(word)) return [[from, to]];
    return [
      [from, from + 1],
      [from + 1, to],
    ];
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

/** Names that stand before "members" or "fighters", or own a leader, name bodies wherever they stand. */
const bodyHints = (tokens: readonly Token[]): ReadonlyMap<string, EntityType> => {
  const hints = new Map<string, EntityType>();
  tokens.forEach((token, index) => {
    if (
      token.pos !== 'PROPN' ||
      !capital.test(token.text) ||
      countryOfDemonym(token.text) ||
      countryNamed(token.text)
    )
      return;
    const owns = /^['’]s$/.test(tokens[index + 1]?.lower ?? '');
    const noun = tokens[index + (owns ? 2 : 1)];
    if (noun?.pos !== 'NOUN' || isTitle(token.lower)) return;
    const name = fold(token.text);
    if (!owns && armedContext.test(noun.lower)) hints.set(name, 'armed-group');
    else if (
      /^(?:leader|leaders|members?|spokesm[ae]n|spokesperson|regime|movement|negotiators?|officials?|chief|fighters)$/.test(
        noun.lower,
      ) &&
      !hints.has(name)
    )
      hints.set(name, 'organisation');
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
