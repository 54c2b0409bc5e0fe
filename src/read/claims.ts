import {
  type Claim,
  contains,
  type PlaceMention,
  type PredicateType,
  type Quantity,
  type Span,
  StateType,
  type TimeMention,
} from '../model/index.ts';
import { verdictOf } from './assessments.ts';
import type { SentenceReading } from './attribution-grammar.ts';
import type { AttributionIndex } from './attribution-index.ts';
import type { FoundAttribution } from './attributions.ts';
import type { NounGroup } from './chunks.ts';
import type { Clause, SentenceSyntax } from './clauses.ts';
import type { Referents } from './coreference.ts';
import { type Cue, cueVerbs, publishingVerbs } from './cues.ts';
import { complementOf, relationOfNoun } from './descriptions.ts';
import type { Draft } from './entities.ts';
import { bandOf, type Stance, stanceOf } from './factuality.ts';
import { isPlaceNoun } from './names.ts';
import { isReceiving, lightVerbs, roleOf, typeOfNoun, typeOfVerb } from './predicates.ts';
import { firstNot } from './search.ts';
import type { Token } from './tokens.ts';

type Roles = Claim['roles'];
type RoleName = Roles[number]['role'];
type Unnumbered = Omit<Claim, 'id'>;

export interface ClaimContext {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly referents: Referents;
  readonly attributions: AttributionIndex;
  readonly times: readonly TimeMention[];
  readonly places: readonly PlaceMention[];
  readonly quantities: readonly Quantity[];
}

/** What a clause reports: its type and which noun groups fill its roles. */
interface Predicate {
  readonly lemma: string;
  readonly type: PredicateType | null;
  readonly kind: Claim['kind'];
  readonly agent: readonly NounGroup[];
  readonly patient: readonly NounGroup[];
  readonly recipient: readonly NounGroup[];
  /** The noun that carries a light verb's meaning; it fills no role. */
  readonly carrier: NounGroup | null;
}

const stateTypes: ReadonlySet<PredicateType> = new Set(StateType.options);
const copulas = new Set(['be', 'remain', 'become', 'stay']);
const locating = new Set(['in', 'at', 'near', 'inside', 'outside', 'within', 'on', 'across', 'around']);
const placing = new Set([
  'in',
  'at',
  'near',
  'inside',
  'outside',
  'within',
  'across',
  'around',
  'from',
  'to',
  'into',
  'along',
  'on',
  'toward',
  'towards',
  'over',
  'through',
]);
const dative = new Set<PredicateType>(['AID', 'AGREE', 'hosts', 'SUPPORT', 'DEMAND', 'THREATEN', 'CONCEDE']);
/** "runs", "hides" and "heads" are states over somebody or something only. */
const needsObject = new Set<PredicateType>(['controls', 'leads', 'hosts', 'member-of', 'part-of']);
const violent = new Set<PredicateType>(['ASSAULT', 'FIGHT']);

/** Reads the claims of one document from its clauses. */
export class ClaimReader {
  private readonly context: ClaimContext;
  /** Dated claims of the sentence before. */
  private scene: Unnumbered[] = [];
  /** Claims of what went on rather than happened once. */
  private readonly lasting = new WeakSet<Unnumbered>();

  constructor(context: ClaimContext) {
    this.context = context;
  }

  read(sentence: SentenceReading): Unnumbered[] {
    const claims = sentence.syntax.clauses.flatMap((clause) => this.ofClause(clause, sentence));
    claims.sort((a, b) => a.span[0] - b.span[0] || a.predicate.span[0] - b.predicate.span[0]);
    this.continueScene(claims);
    return claims;
  }

  /** What went on right after a dated event went on then, if they share somebody ("He was in the village"). */
  private continueScene(claims: Unnumbered[]): void {
    for (const claim of claims) {
      const isOpen = this.lasting.has(claim) && claim.time === null && claim.tense === 'past';
      const scene = isOpen ? this.scene.find((event) => sharesActor(event, claim)) : undefined;
      if (scene) claim.time = scene.time;
      if (claim.time !== null && claim.mood === 'asserted') this.scene.unshift(claim);
    }
    this.scene = claims.filter(({ time, mood }) => time !== null && mood === 'asserted').slice(0, 20);
  }

  /** Memberships and leaderships that descriptions state, as states the speaker takes for granted. */
  described(): Unnumbered[] {
    const { entities } = this.context.referents;
    const byId = new Map(entities.map((entity) => [entity.id, entity]));
    return entities.flatMap((entity) =>
      entity.relations.flatMap(({ type, to, span }): Unnumbered[] => {
        const body = byId.get(to);
        if (!body || entity.type !== 'person' || (type !== 'leads' && type !== 'member-of')) return [];
        const attribution = this.context.attributions.innermost(span);
        const cue = attribution?.cue ?? null;
        const factuality =
          cue?.kind === 'says' || !cue || cue.kind === 'publishes' ? 3 : Math.max(cue.commitment, 2);
        return [
          {
            span,
            attribution: attribution?.attribution.id ?? null,
            kind: 'state',
            predicate: { span, lemma: type === 'leads' ? 'lead' : 'be member', type },
            polarity: 'affirmed',
            mood: 'asserted',
            factuality,
            band: bandOf(factuality),
            roles: [
              { role: 'agent', span: nearestMention(entity, span), entity: entity.id },
              { role: 'patient', span: nearestMention(body, span), entity: body.id },
            ],
            time: null,
            tense: 'none',
            place: null,
          },
        ];
      }),
    );
  }

  private ofClause(clause: Clause, sentence: SentenceReading): Unnumbered[] {
    const predicate = this.assessment(clause) ?? this.state(clause, sentence.syntax) ?? this.event(clause);
    if (!predicate) return [];
    const attribution = this.attributionOf(clause);
    const cue = attribution?.cue ?? null;
    const isQuestion = this.context.tokens[sentence.to - 1]?.text === '?';
    const stance = this.stance(clause, sentence, cue, isQuestion);
    const roles = this.roles(clause, predicate, sentence.syntax);
    if (!isFilled(predicate, roles)) return [];
    const span = this.clauseSpan(clause);
    const claim: Unnumbered = {
      span,
      attribution: attribution?.attribution.id ?? null,
      kind: predicate.kind,
      predicate: {
        span: this.predicateSpan(clause, predicate),
        lemma: predicate.lemma,
        type: predicate.type,
      },
      polarity: stance.polarity,
      mood: stance.mood,
      factuality: stance.factuality,
      band: stance.mood === 'asserted' ? bandOf(stance.factuality) : null,
      roles,
      time: this.timeOf(clause, cue),
      tense: tenseOf(clause, predicate),
      place: this.placeOf(clause, roles),
    };
    if (isLasting(clause, predicate)) this.lasting.add(claim);
    return [claim, ...this.helping(clause, claim)];
  }

  /** Whoever acts "in support of" somebody also supports them: a claim of its own. */
  private helping(clause: Clause, claim: Unnumbered): Unnumbered[] {
    if (claim.kind !== 'event') return [];
    return clause.obliques.flatMap(({ preposition, group, after }) => {
      if (after === null || !this.isBeneficiary(preposition, after)) return [];
      const lemma = this.context.tokens[after.head]?.lemma.toLowerCase() ?? '';
      const predicate = { span: this.span(after), lemma, type: 'SUPPORT' as const };
      const agents = claim.roles.filter(({ role }) => role === 'agent');
      return [{ ...claim, predicate, roles: [...agents, ...this.filler('recipient', group)] }];
    });
  }

  private stance(clause: Clause, sentence: SentenceReading, cue: Cue | null, isQuestion: boolean): Stance {
    const stance = stanceOf(clause, sentence.syntax, this.context.tokens, cue, isQuestion);
    const hedge = clause.parent?.verb.passive ? null : hedgeOf(clause);
    if (hedge === null || stance.mood !== 'asserted') return stance;
    return {
      ...stance,
      factuality: Math.sign(stance.factuality) * Math.min(Math.abs(stance.factuality), hedge),
    };
  }

  // ---- what is reported

  private assessment(clause: Clause): Predicate | null {
    const { text, tokens } = this.context;
    const head = tokens[clause.verb.head];
    if (!head) return null;
    const end = tokens[clause.to - 1]?.end ?? head.end;
    const lemma = verdictOf(text.slice(head.start, end));
    if (!lemma) return null;
    const agents = clause.verb.passive ? this.by(clause) : subjectOf(clause);
    return {
      lemma,
      type: null,
      kind: 'assessment',
      agent: agents,
      patient: clause.verb.passive ? subjectOf(clause) : clause.objects,
      recipient: [],
      carrier: null,
    };
  }

  private state(clause: Clause, syntax: SentenceSyntax): Predicate | null {
    const { tokens } = this.context;
    const { lemma } = clause.verb;
    const base = { kind: 'state', recipient: [], carrier: null } as const;
    if (clause.verb.passive && lemma === 'base') return this.located(clause, 'base');
    if (clause.link === 'participle' && /^(?:believe|say|think|report|allege|suspect)$/.test(lemma))
      return this.reputed(clause, syntax);
    if (!copulas.has(lemma) || clause.verb.passive) return null;
    const under = clause.obliques.find(
      ({ preposition, group }) =>
        preposition === 'under' &&
        /^(?:control|rule|occupation|authority|command)$/.test(tokens[group.head]?.lower ?? ''),
    );
    if (under) {
      const complement = complementOf(under.group, syntax);
      const ruler = complement
        ? [complement]
        : under.group.possessor
          ? [under.group.possessor]
          : [under.group];
      return { ...base, lemma: 'control', type: 'controls', agent: ruler, patient: subjectOf(clause) };
    }
    const near = clause.obliques.find(
      ({ preposition, group }) => preposition === 'to' && this.context.referents.of(group).length > 0,
    );
    if (near && tokens.slice(clause.verb.to, clause.verb.to + 3).some(({ lower }) => lower === 'close'))
      return {
        ...base,
        lemma: `${lemma} close`,
        type: 'allied-with',
        agent: subjectOf(clause),
        patient: [near.group],
      };
    const object = clause.objects[0];
    if (object && object.kind !== 'pronoun') return this.copular(clause, object, syntax);
    if (
      clause.obliques.some(
        ({ preposition, group }) => locating.has(preposition) && this.isPlace(group, syntax),
      )
    )
      return this.located(clause, lemma);
    const state = clause.obliques.find(
      ({ preposition, group }) => preposition === 'with' && this.context.referents.of(group).length > 0,
    );
    if (state && tokens.slice(clause.verb.to, clause.verb.to + 3).some(({ lower }) => lower === 'allied'))
      return {
        ...base,
        lemma: 'ally',
        type: 'allied-with',
        agent: subjectOf(clause),
        patient: [state.group],
      };
    return null;
  }

  private located(clause: Clause, lemma: string): Predicate {
    const { syntaxPlaces } = this.placesIn(clause);
    return {
      lemma,
      type: 'located-in',
      kind: 'state',
      agent: subjectOf(clause),
      patient: syntaxPlaces.slice(0, 1),
      recipient: [],
      carrier: null,
    };
  }

  private placesIn(clause: Clause): { readonly syntaxPlaces: readonly NounGroup[] } {
    const groups = clause.obliques
      .filter(({ preposition }) => locating.has(preposition) || preposition === 'of')
      .map(({ group }) => group);
    const named = groups.filter((group) =>
      this.context.referents.of(group).some(({ type }) => type === 'place' || type === 'state'),
    );
    return { syntaxPlaces: named.length ? named : groups };
  }

  private isPlace(group: NounGroup, syntax: SentenceSyntax): boolean {
    if (this.context.referents.of(group).some(({ type }) => type === 'place' || type === 'state'))
      return true;
    const noun = this.context.tokens[group.head]?.lemma.toLowerCase() ?? '';
    if (isPlaceNoun(noun)) return true;
    const complement = complementOf(group, syntax);
    return (
      complement !== null &&
      /^(?:south|north|east|west|part|heart|centre|center|outskirts)$/.test(noun) &&
      this.isPlace(complement, syntax)
    );
  }

  /** "is the leader of", "remain allies", "was a member of"; other nouns make a state without a type. */
  private copular(clause: Clause, object: NounGroup, syntax: SentenceSyntax): Predicate | null {
    const { tokens, referents } = this.context;
    const noun = tokens[object.head]?.lemma.toLowerCase() ?? '';
    const base = {
      lemma: `${clause.verb.lemma} ${noun}`,
      kind: 'state',
      agent: subjectOf(clause),
      recipient: [],
      carrier: object,
    } as const;
    const complement = complementOf(object, syntax);
    const bodies = [complement, object.possessor, object].filter(
      (group): group is NounGroup =>
        group !== null && (group !== object || referents.within(group).length > 0),
    );
    if (/^(?:ally|friend|partner|comrade|brother)$/.test(noun)) {
      const others = bodies.filter(
        (group) => referents.of(group).length > 0 || referents.within(group).length > 0,
      );
      return { ...base, type: 'allied-with', patient: others };
    }
    const relation = relationOfNoun(
      noun,
      tokens.slice(object.from, object.head).map(({ lower }) => lower),
    );
    if (relation && bodies.length) return { ...base, type: relation, patient: bodies.slice(0, 1) };
    return null;
  }

  /** "a man believed to be the leader of …". */
  private reputed(clause: Clause, syntax: SentenceSyntax): Predicate | null {
    const { tokens } = this.context;
    const to = clause.obliques.find(({ preposition }) => preposition === 'to' || preposition === 'as');
    const noun = to && tokens[to.group.head]?.lemma.toLowerCase();
    if (!to || !noun) return null;
    const relation = relationOfNoun(
      noun,
      tokens.slice(to.group.from, to.group.head).map(({ lower }) => lower),
    );
    const complement = complementOf(to.group, syntax);
    if (!relation || !complement) return null;
    return {
      lemma: relation === 'leads' ? 'lead' : 'be',
      type: relation,
      kind: 'state',
      agent: subjectOf(clause),
      patient: [complement],
      recipient: [],
      carrier: to.group,
    };
  }

  private event(clause: Clause): Predicate | null {
    const { verb } = clause;
    const carried = this.carried(clause);
    const prepositions = clause.obliques.map(({ preposition }) => preposition);
    const result = this.resultative(clause);
    const became = result ? [this.context.tokens[result.head]?.lower ?? ''] : [];
    const type = carried?.type ?? this.verbType(clause, [...became, ...prepositions]);
    if (!type && (cueVerbs.has(verb.lemma) || copulas.has(verb.lemma) || /^(?:have|do)$/.test(verb.lemma)))
      return null;
    const lemma = carried
      ? `${[verb.lemma, verb.particle].filter(Boolean).join(' ')} ${carried.noun}`
      : [verb.lemma, verb.particle].filter(Boolean).join(' ');
    const kind = type && stateTypes.has(type) ? 'state' : 'event';
    const subject = subjectOf(clause);
    const by = verb.passive ? this.by(clause) : [];
    const relativeObject =
      clause.link === 'relative' && clause.antecedent && clause.antecedent !== clause.subject
        ? [clause.antecedent]
        : [];
    const objects = [
      ...clause.objects.filter((group) => group !== carried?.group && group !== result),
      ...relativeObject.filter((group) => group !== carried?.group),
    ];
    const roles = { lemma, type, kind, carrier: carried?.group ?? null } as const;
    if (type === 'located-in')
      return {
        ...roles,
        agent: subject,
        patient: this.placesIn(clause).syntaxPlaces.slice(0, 1),
        recipient: [],
      };
    if (verb.passive) {
      const patient = [...subject, ...(type && dative.has(type) ? [] : objects)];
      return { ...roles, agent: by, patient: carried ? [] : patient, recipient: carried ? objects : [] };
    }
    if (carried && isReceiving(verb.lemma))
      return { ...roles, agent: this.from(clause), patient: subject, recipient: [] };
    const noAgent =
      type &&
      violent.has(type) &&
      /^(?:explosion|blast|bomb|mine|missile|rocket)$/.test(
        this.context.tokens[clause.subject?.head ?? -1]?.lemma ?? '',
      );
    const dativeObject =
      type &&
      dative.has(type) &&
      (carried || verb.lemma !== type.toLowerCase()) &&
      this.takesRecipient(clause, objects, type);
    return {
      ...roles,
      agent: noAgent ? [] : subject,
      patient: dativeObject ? objects.slice(1) : objects,
      recipient: dativeObject ? objects.slice(0, 1) : [],
    };
  }

  /** "promised the union that …", "gave the fighters shelter": the first object receives. */
  private takesRecipient(clause: Clause, objects: readonly NounGroup[], type: PredicateType): boolean {
    const first = objects[0];
    if (!first || !this.context.referents.of(first).length) return false;
    return (
      objects.length > 1 ||
      type === 'AGREE' ||
      (type === 'hosts' && lightVerbs.has(clause.verb.lemma)) ||
      (type === 'AID' && lightVerbs.has(clause.verb.lemma))
    );
  }

  /** "set the captives free": the adjective that says what became of the object. */
  private resultative({ objects }: Clause): NounGroup | null {
    const last = objects.at(-1);
    return last && last.to - last.from === 1 && this.context.tokens[last.head]?.pos === 'ADJ' ? last : null;
  }

  private verbType(clause: Clause, prepositions: readonly string[]): PredicateType | null {
    const { lemma, particle } = clause.verb;
    if (publishingVerbs.has(lemma) && lemma !== 'release') return null;
    const type = typeOfVerb(lemma, particle, prepositions);
    if (!type) return null;
    if (lemma === 'leave' && !clause.objects.length && clause.verb.passive) return null;
    return type;
  }

  /** The noun whose meaning a light verb carries: "carried out a raid", "an ambush that it carried out". */
  private carried(
    clause: Clause,
  ): { readonly type: PredicateType; readonly noun: string; readonly group: NounGroup } | null {
    if (!lightVerbs.has(clause.verb.lemma)) return null;
    const { tokens } = this.context;
    const candidates = clause.verb.passive
      ? subjectOf(clause)
      : [
          ...clause.objects.toReversed(),
          ...(clause.link === 'relative' && clause.antecedent !== clause.subject && clause.antecedent
            ? [clause.antecedent]
            : []),
        ];
    for (const group of candidates) {
      const noun = tokens[group.head]?.lemma.toLowerCase() ?? '';
      const type = typeOfNoun(noun);
      if (type && group.kind === 'nominal') return { type, noun, group };
    }
    return null;
  }

  private by(clause: Clause): readonly NounGroup[] {
    return clause.obliques
      .filter(({ preposition, group }) => preposition === 'by' && group.kind !== 'time')
      .map(({ group }) => group);
  }

  private from(clause: Clause): readonly NounGroup[] {
    return clause.obliques.filter(({ preposition }) => preposition === 'from').map(({ group }) => group);
  }

  // ---- roles

  private roles(clause: Clause, predicate: Predicate, syntax: SentenceSyntax): Roles {
    const roles: Roles = [];
    const fill = (role: RoleName, groups: readonly NounGroup[]): void => {
      for (const group of this.withCoordinates(groups, syntax)) roles.push(...this.filler(role, group));
    };
    fill('agent', predicate.agent);
    fill('patient', predicate.patient);
    fill('recipient', predicate.recipient);
    splitPair(roles, predicate);
    if (predicate.type) this.obliqueRoles(clause, predicate, syntax, fill);
    this.timesAndQuantities(clause, roles);
    return withoutDoubles(roles);
  }

  private withCoordinates(groups: readonly NounGroup[], syntax: SentenceSyntax): readonly NounGroup[] {
    return [...new Set(groups.flatMap((group) => syntax.coordinated.get(group) ?? [group]))];
  }

  private filler(role: RoleName, group: NounGroup): Roles {
    const { referents } = this.context;
    const span = this.span(group);
    let entities = referents.of(group);
    if (!entities.length && role !== 'place') entities = this.standIn(group);
    return entities.length
      ? entities.map(({ id }) => ({ role, span, entity: id }))
      : [{ role, span, entity: null }];
  }

  /** "the ministry's decision", "rebel control": the body inside a group that names nobody itself. */
  private standIn(group: NounGroup): readonly Draft[] {
    const { referents, tokens } = this.context;
    const noun = tokens[group.head]?.lower ?? '';
    if (
      /^(?:control|rule|occupation|authority|command|ally|allies|friends?|partners?|leadership|territory|position|positions|base|bases|convoy|side)$/.test(
        noun,
      )
    )
      return [...referents.within(group), ...(group.possessor ? referents.of(group.possessor) : [])].slice(
        0,
        1,
      );
    return [];
  }

  private obliqueRoles(
    clause: Clause,
    predicate: Predicate,
    syntax: SentenceSyntax,
    fill: (role: RoleName, groups: readonly NounGroup[]) => void,
  ): void {
    const { type } = predicate;
    if (!type) return;
    const taken = new Set([...predicate.agent, ...predicate.patient, ...predicate.recipient]);
    for (const { preposition, group, after } of clause.obliques) {
      if (taken.has(group) || group.kind === 'time') continue;
      const ofCarrier = preposition === 'of' && (after === predicate.carrier || after === null);
      const isHelped = this.isBeneficiary(preposition, after);
      if (isHelped) fill('beneficiary', [group]);
      else if (placing.has(preposition) && group.kind !== 'pronoun' && this.isPlace(group, syntax))
        fill('place', [group]);
      else {
        const role = preposition === 'of' && !ofCarrier ? null : roleOf(type, preposition);
        if (role) fill(role, [group]);
        else if (preposition === 'with' && violent.has(type)) fill('instrument', [group]);
      }
    }
  }

  /** "in support of", "on behalf of". */
  private isBeneficiary(preposition: string, after: NounGroup | null): boolean {
    return (
      preposition === 'of' &&
      after !== null &&
      /^(?:support|behalf|favour|favor|defence|defense|aid)$/.test(
        this.context.tokens[after.head]?.lower ?? '',
      ) &&
      /^(?:in|on)$/.test(this.context.tokens[after.from - 1]?.lower ?? '')
    );
  }

  private timesAndQuantities(clause: Clause, roles: Roles): void {
    for (const group of clause.times) roles.push({ role: 'time', span: this.span(group), entity: null });
    const [start, end] = this.ownSpan(clause);
    for (const { span } of within(this.context.quantities, start, end))
      roles.push({ role: 'quantity', span, entity: null });
  }

  // ---- where and when

  private span({ from, to }: { readonly from: number; readonly to: number }): Span {
    return [this.context.tokens[from]?.start ?? 0, this.context.tokens[to - 1]?.end ?? 0];
  }

  private ownSpan(clause: Clause): Span {
    return this.span({
      from: Math.min(clause.from, clause.verb.from),
      to: Math.max(clause.to, clause.verb.to),
    });
  }

  private clauseSpan(clause: Clause): Span {
    const { tokens } = this.context;
    let from = Math.min(clause.from, clause.verb.from);
    const isSkipped = (token: Token | undefined): boolean =>
      token !== undefined && (token.pos === 'PUNCT' || token.pos === 'CCONJ' || token.lower === 'that');
    while (from < clause.verb.from && isSkipped(tokens[from])) from++;
    const subject = clause.link === 'participle' || clause.link === 'relative' ? clause.subject : null;
    if (subject && subject.to <= from) from = subject.from;
    return this.span({ from, to: Math.max(clause.to, clause.verb.to) });
  }

  private predicateSpan(clause: Clause, { carrier }: Predicate): Span {
    const verb = this.span(clause.verb);
    if (!carrier || carrier.from < clause.verb.from || carrier.from - clause.verb.to > 2) return verb;
    return [verb[0], this.span(carrier)[1]];
  }

  /** A time expression in the clause; what a publication shows is as old as its publication at least. */
  private timeOf(clause: Clause, cue: Cue | null): string | null {
    const own = this.timeIn(clause);
    if (own) return own;
    for (let up = clause.parent, below: Clause = clause; up; below = up, up = up.parent) {
      const shares = /^(?:infinitive|gerund|coordinate)$/.test(below.link) || cue?.kind === 'publishes';
      if (!shares || (cueVerbs.has(up.verb.lemma) && cue?.kind !== 'publishes')) return null;
      const time = this.timeIn(up);
      if (time) return time;
    }
    return null;
  }

  private timeIn(clause: Clause): string | null {
    const { times } = this.context;
    for (const group of clause.times) {
      const span = this.span(group);
      const time = within(times, span[0], span[1]).find(({ edtf }) => edtf !== null);
      if (time?.edtf) return time.edtf;
    }
    return null;
  }

  private placeOf(clause: Clause, roles: Roles): number | null {
    const { places } = this.context;
    const inRoles = roles
      .filter(({ role }) => role === 'place' || role === 'patient')
      .flatMap(({ span }) => placesWithin(places, span));
    const [start, end] = this.ownSpan(clause);
    const nearby = placesWithin(places, [start, end]).filter((index) => this.isLocated(places[index]?.span));
    const all = [...inRoles.filter((index) => this.isLocated(places[index]?.span)), ...nearby];
    return all.sort((a, b) => precision(places[a]) - precision(places[b]) || a - b)[0] ?? null;
  }

  /** Whether the place stands after a preposition of place. */
  private isLocated(span: Span | undefined): boolean {
    if (!span) return false;
    const before = this.context.text.slice(Math.max(0, span[0] - 40), span[0]).toLowerCase();
    return /\b(?:in|at|near|inside|outside|within|across|around|from|to|into|along|on|toward|towards|over|through|of)\s+(?:the\s+)?(?:[\p{L}'’-]+\s+){0,3}$/u.test(
      before,
    );
  }

  // ---- who says it

  private attributionOf(clause: Clause): FoundAttribution | null {
    const { attributions, tokens } = this.context;
    const head = tokens[clause.verb.head];
    if (!head) return null;
    const own = attributions.ofClause(clause);
    return own && clause.link === 'participle' ? own : attributions.innermost([head.start, head.end], own);
  }
}

/** A scene is told by the writer, or by the same speaker. */
const sharesActor = (scene: Unnumbered, claim: Unnumbered): boolean =>
  (scene.attribution === null || scene.attribution === claim.attribution) &&
  scene.roles.some(({ entity }) => entity !== null && claim.roles.some((other) => other.entity === entity));

/** A claim says who or what; one without a type at least whom among those named. */
const isFilled = ({ type, kind }: Predicate, roles: Roles): boolean => {
  const actors = roles.filter(({ role }) => /^(?:agent|patient|recipient)$/.test(role));
  if (type && needsObject.has(type)) return actors.some(({ role }) => role !== 'agent');
  return type || kind === 'assessment' ? actors.length > 0 : actors.some(({ entity }) => entity !== null);
};

/** A past that lasts: "was sheltering", "was in the village". */
const isLasting = ({ verb }: Clause, { kind }: Predicate): boolean =>
  verb.tense === 'past' && !verb.perfect && (verb.progressive || kind === 'state');

/** "said that they were hiding" puts back by one tense what was so when it was said. */
const isBackshifted = ({ link, parent }: Clause): boolean =>
  link === 'complement' && parent?.verb.tense === 'past' && cueVerbs.has(parent.verb.lemma);

/** "is believed to be", "was said to have been": the infinitive is as old as its governing verb says. */
const tenseOf = (clause: Clause, predicate: Predicate): Claim['tense'] => {
  const { verb, link, parent } = clause;
  if (isBackshifted(clause) && isLasting(clause, predicate)) return 'present';
  if (link !== 'infinitive' || !parent?.verb.passive || !cueVerbs.has(parent.verb.lemma)) return verb.tense;
  return verb.perfect ? 'past' : parent.verb.tense;
};

const subjectOf = ({ subject }: Clause): readonly NounGroup[] => (subject ? [subject] : []);

const hedgeOf = ({ parent, link }: Clause): number | null =>
  link === 'infinitive' && parent && /^(?:appear|seem)$/.test(parent.verb.lemma) ? 2 : null;

const precisions: readonly PlaceMention['precision'][] = [
  'point',
  'settlement',
  'district',
  'province',
  'country',
];
const precision = (place: PlaceMention | undefined): number =>
  place ? precisions.indexOf(place.precision) : precisions.length;

/** Items are in text order: a search by halves keeps long documents linear. */
const firstAt = (items: readonly { readonly span: Span }[], offset: number): number =>
  firstNot(items.length, (at) => (items[at]?.span[0] ?? 0) < offset);

const within = <T extends { readonly span: Span }>(items: readonly T[], start: number, end: number): T[] => {
  const found: T[] = [];
  for (let index = firstAt(items, start); index < items.length; index++) {
    const item = items[index];
    if (!item || item.span[0] >= end) break;
    if (item.span[1] <= end) found.push(item);
  }
  return found;
};

const placesWithin = (places: readonly PlaceMention[], [start, end]: Span): number[] => {
  const indexes: number[] = [];
  for (
    let index = firstAt(places, start);
    index < places.length && (places[index]?.span[0] ?? end) < end;
    index++
  )
    if (!places[index]?.attributive) indexes.push(index);
  return indexes;
};

const nearestMention = ({ mentions }: Draft, [start, end]: Span): Span => {
  const inside = mentions.find((mention) => contains([start, end], mention));
  if (inside) return inside;
  const nearest = mentions.toSorted((a, b) => Math.abs(a[0] - start) - Math.abs(b[0] - start))[0];
  return nearest ?? [start, end];
};

/** "the two groups remain allies": each is the other's partner. */
const splitPair = (roles: Roles, { type }: Predicate): void => {
  if (type !== 'allied-with' && type !== 'COOPERATE' && type !== 'CONSULT' && type !== 'AGREE') return;
  const agents = roles.filter(({ role }) => role === 'agent');
  const partner = agents[1];
  if (agents.length === 2 && partner && !roles.some(({ role, entity }) => role === 'patient' && entity))
    partner.role = 'patient';
};

const withoutDoubles = (roles: Roles): Roles =>
  roles.filter(
    (filler, index) =>
      roles.findIndex(
        (other) =>
          other.role === filler.role && other.span[0] === filler.span[0] && other.entity === filler.entity,
      ) === index,
  );
