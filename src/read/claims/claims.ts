import { type Claim, contains, type PredicateType, type Span } from '../../model/index.ts';
import type { FoundAttribution } from '../attributions/attributions.ts';
import { confidenceOfArcs, confidenceOfPredication } from '../attributions/confidence.ts';
import { cueVerbs } from '../attributions/cues.ts';
import type { EntityCluster } from '../entities/index.ts';
import { isEventNoun } from '../network/event-nouns.ts';
import type { Oblique, Predication } from '../syntax/predications.ts';
import { Adjuncts } from './adjuncts.ts';
import { AspectualVerbs } from './aspectual-verbs.ts';
import { attach } from './attachment.ts';
import { Clauses, type Gapped, isThere } from './clauses.ts';
import type { ClaimContext } from './context.ts';
import { States } from './copular-states.ts';
import { Events, isAspect } from './events.ts';
import { bandOf, type Modality, ModalityAnalyzer } from './modality.ts';
import { type NominalEvent, NominalEvents } from './nominal-events.ts';
import type { Predicate } from './predicate.ts';
import { isFilled, RoleFiller, type Roles, withoutDoubles } from './roles.ts';
import { type Verdict, Verdicts } from './verdicts.ts';
import { uncovered, type Whole } from './whole.ts';

type Unnumbered = Omit<Claim, 'id'>;

/** What is promised, refused, threatened, or meant by a protest or a deployment, is done to somebody. */
const concerning: ReadonlySet<Predicate['type']> = new Set([
  'AGREE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'MOBILIZE',
]);

/** All claims of a document, in text order. */
export const findClaims = (context: ClaimContext): Unnumbered[] => new ClaimReader(context).read();

class ClaimReader {
  readonly #context: ClaimContext;
  readonly #modality: ModalityAnalyzer;
  readonly #states: States;
  readonly #events: Events;
  readonly #roles: RoleFiller;
  readonly #nominal: NominalEvents;
  readonly #courses: AspectualVerbs;
  readonly #clauses: Clauses;
  readonly #verdicts: Verdicts;
  readonly #circumstances: Adjuncts;
  readonly #ownSpans = new Map<Predication, Span>();
  /** Claims of what went on rather than happened once. */
  readonly #lasting = new WeakSet<Unnumbered>();

  constructor(context: ClaimContext) {
    this.#context = context;
    this.#modality = new ModalityAnalyzer(context.trees, context.predications);
    this.#states = new States(context);
    this.#events = new Events(context, this.#states);
    this.#roles = new RoleFiller(context, this.#states);
    this.#nominal = new NominalEvents(context, this.#modality);
    this.#courses = new AspectualVerbs(context, this.#nominal);
    this.#clauses = new Clauses(context, this.#nominal);
    this.#verdicts = new Verdicts(context.trees, context.phrases);
    this.#circumstances = new Adjuncts(context);
  }

  read(): Unnumbered[] {
    const carried = new Set<number>();
    const told = this.#context.predications.all.map((predication) => {
      const verdict = this.#verdict(predication);
      const predicate =
        verdict && !verdict.phrase ? this.#judging(predication, verdict) : this.#predicate(predication);
      if (predicate?.eventiveNoun != null) carried.add(predicate.eventiveNoun);
      if (verdict?.phrase) carried.add(verdict.phrase[1]);
      return { predication, predicate, verdict };
    });
    const attached = attach(told, (predicate, oblique) => this.#roles.takes(predicate, oblique));
    const obliquesOf = (predication: Predication): readonly Oblique[] =>
      attached.get(predication) ?? predication.obliques;
    const claims = [
      ...told.flatMap(({ predication, predicate, verdict }) => {
        const obliques = obliquesOf(predication);
        const beside = verdict?.phrase ? [this.#besideEvent(predication, verdict, verdict.phrase)] : [];
        if (!predicate) return beside;
        const roles = this.#roles.fill(predicate, obliques);
        const others = concerning.has(predicate.type)
          ? this.#concerned(predication, predicate, roles, obliquesOf)
          : [];
        return [...this.#ofPredication(predication, predicate, obliques, [...roles, ...others]), ...beside];
      }),
      ...this.#nominal.find(carried).map((event) => this.#ofNoun(event)),
    ];
    claims.sort(inTextOrder);
    this.#continueScenes(claims);
    const all = [...claims, ...this.#described()];
    const wholes = uncovered(this.#context, all);
    return joined([...all, ...wholes.map((whole) => this.#ofWhole(whole))].sort(inTextOrder));
  }

  #predicate(predication: Predication): Predicate | null {
    return (
      this.#courses.of(predication) ??
      this.#states.of(predication) ??
      this.#events.of(predication) ??
      this.#clauses.of(predication)
    );
  }

  /** "is violating the truce": a verdict, kept apart from reports of conduct. */
  #verdict(predication: Predication): Verdict | null {
    const { trees } = this.#context;
    return this.#verdicts.of(predication, trees.wordsIn(this.#ownSpan(predication)));
  }

  #judging(predication: Predication, { lemma }: Verdict): Predicate {
    const { passive, subjects, objects, head, verb } = predication;
    const eventiveNoun = head === verb ? null : head;
    const base = { lemma, type: null, kind: 'assessment', recipient: [], eventiveNoun } as const;
    // "called the raid a breach": the raid is judged, not who calls it so.
    if (naming.test(predication.lemma) && !passive)
      return { ...base, agent: objects.slice(0, 1), patient: objects.slice(1) };
    return {
      ...base,
      agent: passive ? this.#events.after(predication, 'by') : subjects.map((at) => this.#events.judged(at)),
      patient: passive ? subjects : objects,
    };
  }

  /** "held them in breach of the truce": the verdict beside the event that it judges. */
  #besideEvent(
    predication: Predication,
    verdict: Verdict,
    [from, head]: readonly [number, number],
  ): Unnumbered {
    const { trees } = this.#context;
    const judging = this.#judging(predication, verdict);
    const predicate = { ...judging, patient: judging.patient.filter((at) => at !== head) };
    const claim = this.#claim(predication, predicate, this.#roles.fill(predicate, []));
    return { ...claim, predicate: { ...claim.predicate, span: trees.span([from, head + 1]) } };
  }

  /**
   * Whom a promise, a refusal or a threat concerns, where it names nobody: whoever is acted on by what is promised
   * ("refused to lift the curfew on the islanders"), or on whose conduct it hangs ("threatened to leave unless …").
   */
  #concerned(
    predication: Predication,
    { type }: Predicate,
    roles: Roles,
    obliquesOf: (predication: Predication) => readonly Oblique[],
  ): Roles {
    const acting = new Set(roles.flatMap(({ role, entity }) => (role === 'agent' ? [entity] : [])));
    const concerns = ({ role, entity }: Roles[number]): boolean =>
      /^(?:patient|recipient|beneficiary)$/.test(role) && entity !== null && !acting.has(entity);
    if (roles.some(concerns)) return [];
    const inner = this.#context.predications
      .subclausesOf(predication)
      .filter(({ clauseType, head }) => clauseType === 'infinitive' && head > predication.head);
    for (const below of inner) {
      const predicate = this.#predicate(below);
      const found = predicate
        ? this.#roles.fill({ ...predicate, type: predicate.type ?? type }, obliquesOf(below)).filter(concerns)
        : [];
      if (found.length) return found;
    }
    if (type !== 'THREATEN') return [];
    return [predication, ...inner]
      .flatMap((above) => this.#context.predications.subclausesOf(above))
      .filter(({ marker }) => marker === 'if' || marker === 'unless')
      .flatMap(({ subjects }) => subjects.flatMap((head) => this.#roles.filler('patient', head)))
      .filter(concerns);
  }

  #ofPredication(
    predication: Predication,
    told: Predicate,
    obliques: readonly Oblique[],
    actors: Roles,
  ): Unnumbered[] {
    const { trees } = this.#context;
    const isSomebody = ({ span }: Roles[number]): boolean =>
      trees.lowercase(trees.wordsIn(span)[0]) !== 'there';
    const named = isThere(trees, predication) ? actors.filter(isSomebody) : actors;
    const roles = [...named, ...this.#circumstancesOf(predication)];
    // Of whom it is told is not known: what sort of act it is, is not sure.
    const predicate = isThere(trees, predication) || isFilled(told, roles) ? told : { ...told, type: null };
    const claim = this.#claim(predication, predicate, roles);
    if (isLasting(predication, predicate)) this.#lasting.add(claim);
    return [
      claim,
      ...this.#helping(obliques, claim),
      ...this.#small(predication, claim),
      ...this.#clauses.gapped(predication).map((gap) => this.#gapped(predication, predicate, claim, gap)),
    ];
  }

  #circumstancesOf(predication: Predication): Roles {
    return [
      ...this.#circumstances
        .timesOf(predication)
        .map(({ span }) => ({ role: 'time' as const, span, entity: null })),
      ...this.#circumstances
        .quantitiesOf(predication)
        .map(({ span }) => ({ role: 'quantity' as const, span, entity: null })),
    ];
  }

  #claim(predication: Predication, predicate: Predicate, roles: Roles): Unnumbered {
    const { trees } = this.#context;
    const attribution = this.#attributionOf(predication, predicate);
    const cue = attribution?.cue ?? null;
    return {
      span: this.#span(predication),
      attribution: attribution?.attribution.id ?? null,
      kind: predicate.kind,
      predicate: {
        span: this.#predicateSpan(predication, predicate),
        lemma: predicate.lemma,
        type: predicate.type,
      },
      ...this.#content(predication, predicate),
      ...told(this.#modality.of(predication, cue, attribution?.predication ?? null)),
      roles,
      time: this.#circumstances.time(predication, cue),
      tense: tenseOf(predication, predicate),
      place: this.#circumstances.place(predication, roles),
      confidence: under(confidenceOfPredication(trees, predication), attribution),
    };
  }

  /** "found it over the cap": what is said of it, as surely as it is found. */
  #small(predication: Predication, claim: Unnumbered): Unnumbered[] {
    const { trees } = this.#context;
    const small = this.#clauses.small(predication);
    if (!small) return [];
    return [
      {
        ...claim,
        kind: 'state',
        predicate: { span: trees.span([small.from, small.head + 1]), lemma: small.lemma, type: null },
        roles: [
          ...small.subjects.flatMap((head) => this.#roles.filler('agent', head)),
          ...claim.roles.filter(({ role }) => /^(?:time|quantity|place)$/.test(role)),
        ],
      },
    ];
  }

  /** "was late on its report, and likewise on its stock": the first conjunct's verb with what the second adds. */
  #gapped(
    predication: Predication,
    predicate: Predicate,
    claim: Unnumbered,
    { head, preposition, negated }: Gapped,
  ): Unnumbered {
    const { trees, phrases } = this.#context;
    const isObject = preposition === '';
    const shared = claim.roles.filter(
      ({ role }) => role === 'agent' || (predication.passive && role === 'patient'),
    );
    const own = isObject
      ? this.#roles.filler('patient', head, predicate.type)
      : this.#roles.fill({ ...predicate, agent: [], patient: [] }, [{ preposition, head, of: null }]);
    const sign = (polarity: Unnumbered['polarity']): Unnumbered['polarity'] =>
      polarity === 'negated' ? 'affirmed' : 'negated';
    const factuality = negated && claim.factuality ? -claim.factuality : claim.factuality;
    return {
      ...claim,
      span: trees.span(trees.contiguousSpan(head)),
      predicate: { span: phrases.span(head), lemma: predicate.lemma, type: predicate.type },
      polarity: negated ? sign(claim.polarity) : claim.polarity,
      factuality,
      band: claim.mood === 'asserted' ? bandOf(factuality) : null,
      roles: [...shared, ...own],
    };
  }

  /** Words that no other claim has, as one claim. */
  #ofWhole({ from, to, root }: Whole): Unnumbered {
    const { trees, attributions, times, quantities, places } = this.#context;
    const span = trees.span([from, to]);
    const { start, end } = trees.word(root);
    const attribution = attributions.innermost([start, end]);
    const inside = (one: { readonly span: Span }): boolean => contains(span, one.span);
    const dates = times.filter(inside);
    const place = places.findIndex((one) => !one.attributive && inside(one));
    const isAgent = (at: number): boolean => at >= from && at < to;
    return {
      span,
      attribution: attribution?.attribution.id ?? null,
      kind: trees.word(root).upos === 'VERB' || isEventNoun(trees.lemma(root)) ? 'event' : 'state',
      predicate: { span: [start, end], lemma: trees.lemma(root), type: null },
      ...told(this.#modality.ofRoot(root, attribution?.cue ?? null)),
      roles: [
        ...trees
          .children(root, 'nsubj')
          .filter(isAgent)
          .flatMap((at) => this.#roles.filler('agent', at)),
        ...dates.map((one) => ({ role: 'time' as const, span: one.span, entity: null })),
        ...quantities
          .filter(inside)
          .map((one) => ({ role: 'quantity' as const, span: one.span, entity: null })),
      ],
      time: dates.find(({ edtf }) => edtf !== null)?.edtf ?? null,
      tense: 'none',
      place: place < 0 ? null : place,
      confidence: under(confidenceOfArcs([trees.word(root).certainty]), attribution),
    };
  }

  /** Whoever acts "in support of" somebody also supports them: a claim of its own. */
  #helping(obliques: readonly Oblique[], claim: Unnumbered): Unnumbered[] {
    if (claim.kind !== 'event') return [];
    const { trees, phrases } = this.#context;
    const agents = claim.roles.filter(({ role }) => role === 'agent');
    return this.#roles.beneficiaries(obliques).map(({ head, of }) => ({
      ...claim,
      predicate: { span: phrases.span(of as number), lemma: trees.lemma(of as number), type: 'SUPPORT' },
      roles: [...agents, ...this.#roles.filler('recipient', head)],
    }));
  }

  #ofNoun(event: NominalEvent): Unnumbered {
    const { trees, phrases } = this.#context;
    const { noun, predicate, above } = event;
    const word = trees.word(noun);
    const attribution = this.#context.attributions.innermost([word.start, word.end]);
    const roles = [...this.#roles.fill(predicate, event.obliques), ...this.#quantitiesIn(phrases.span(noun))];
    return {
      span: trees.span(
        trees.contiguousSpan(
          noun,
          (child) =>
            child !== noun &&
            (trees.hasRelation(child, 'acl', 'conj', 'cc', 'appos', 'cop', 'nsubj') ||
              // "as a guest" says something else of the same.
              this.#context.predications.prepositionOf(child) === 'as' ||
              // The hyphen of "al-Amin" belongs to its name.
              (trees.hasRelation(child, 'punct') && trees.word(child).head === noun)),
        ),
      ),
      attribution: attribution?.attribution.id ?? null,
      kind: predicate.kind,
      predicate: {
        span: event.isValue ? phrases.span(noun) : trees.span(phrases.run(noun)),
        lemma: predicate.lemma,
        type: predicate.type,
      },
      ...told(this.#nominal.modality(event, attribution?.cue ?? null)),
      roles,
      time: this.#circumstances.timeOfNoun(noun),
      tense: above?.tense === 'future' ? 'none' : (above?.tense ?? 'none'),
      place: this.#circumstances.place(null, roles),
      confidence: under(
        confidenceOfArcs(
          [...predicate.agent, ...predicate.patient].map((head) => trees.word(head).certainty),
        ),
        attribution,
      ),
    };
  }

  #quantitiesIn(span: Span): Roles {
    return this.#context.quantities
      .filter((quantity) => contains(span, quantity.span))
      .map((quantity) => ({ role: 'quantity', span: quantity.span, entity: null }));
  }

  /** Memberships and leaderships that descriptions state, as states the speaker takes for granted. */
  #described(): Unnumbered[] {
    const { entities } = this.#context.referents;
    const byId = new Map(entities.map((entity) => [entity.id, entity]));
    return entities.flatMap((entity) =>
      entity.relations.flatMap(({ type, to, span }): Unnumbered[] => {
        const body = byId.get(to);
        if (!body || entity.type !== 'person' || (type !== 'leads' && type !== 'member-of')) return [];
        const attribution = this.#context.attributions.innermost(span);
        const cue = attribution?.cue;
        const isTold = !cue || cue.kind === 'says' || cue.kind === 'publishes';
        return [
          {
            span,
            attribution: attribution?.attribution.id ?? null,
            kind: 'state',
            predicate: { span, lemma: type === 'leads' ? 'lead' : 'be member', type },
            ...told({
              mood: 'asserted',
              polarity: 'affirmed',
              factuality: isTold ? 3 : Math.max(cue.commitment, 2),
              rules: [],
            }),
            roles: [
              { role: 'agent', span: nearestMention(entity, span), entity: entity.id },
              { role: 'patient', span: nearestMention(body, span), entity: body.id },
            ],
            time: null,
            tense: 'none',
            place: null,
            confidence: under(1, attribution),
          },
        ];
      }),
    );
  }

  /** What went on right after a dated event went on then, if they share somebody ("He was in the village"). */
  #continueScenes(claims: readonly Unnumbered[]): void {
    const { trees } = this.#context;
    const sentenceOf = ({ predicate }: Unnumbered): number =>
      trees.sentenceOf(trees.wordsIn(predicate.span)[0]);
    let scene: Unnumbered[] = [];
    let here: Unnumbered[] = [];
    let sentence = -1;
    for (const claim of claims) {
      const at = sentenceOf(claim);
      if (at !== sentence) {
        scene = at === sentence + 1 ? here : [];
        here = [];
        sentence = at;
      }
      const isOpen = this.#lasting.has(claim) && claim.time === null && claim.tense === 'past';
      const event = isOpen
        ? [...here.toReversed(), ...scene].find((other) => sharesActor(other, claim))
        : undefined;
      if (event) claim.time = event.time;
      if (claim.time !== null && claim.mood === 'asserted' && here.length < 20) here.push(claim);
    }
  }

  // ---- spans

  /** From the first to the last word that belongs to the predication and to none under it. */
  #ownSpan(predication: Predication): Span {
    const span = this.#ownSpans.get(predication) ?? this.#ownSpanOf(predication);
    this.#ownSpans.set(predication, span);
    return span;
  }

  #ownSpanOf({ head }: Predication): Span {
    const { trees } = this.#context;
    const own = trees
      .descendants(
        head,
        (child) =>
          trees.hasRelation(
            child,
            'ccomp',
            'advcl',
            'parataxis',
            'acl:relcl',
            'csubj',
            'discourse',
            'vocative',
          ) ||
          (trees.hasRelation(child, 'conj', 'cc', 'mark', 'punct') && trees.word(child).head === head) ||
          (trees.hasRelation(child, 'xcomp') && trees.word(child).upos === 'VERB'),
      )
      .filter((at) => trees.word(at).upos !== 'PUNCT');
    return [trees.word(own[0] ?? head).start, trees.word(own.at(-1) ?? head).end];
  }

  /** "to keep a code" under "require". */
  #content(predication: Predication, { type }: Predicate): Pick<Claim, 'content'> {
    if (!type || !governing.has(type)) return {};
    const { trees, predications } = this.#context;
    const below = predications
      .subclausesOf(predication)
      .filter(
        ({ head, clauseType }) =>
          /^(?:infinitive|gerund|complement)$/.test(clauseType) && !trees.hasRelation(head, 'advcl'),
      )
      .flatMap(({ head }) => trees.descendants(head, () => false));
    const words = below.filter((at) => trees.word(at).upos !== 'PUNCT').sort((a, b) => a - b);
    const [first, last] = [words[0], words.at(-1)];
    return first === undefined || last === undefined
      ? {}
      : { content: [trees.word(first).start, trees.word(last).end] };
  }

  /** The clause; a participle or relative clause with the noun that it describes, if that stands beside it. */
  #span(predication: Predication): Span {
    const { trees, phrases } = this.#context;
    const [start, end] = this.#ownSpan(predication);
    const [subject] = predication.subjects;
    if (!/^(?:participle|relative)$/.test(predication.clauseType) || subject === undefined)
      return [start, end];
    const before = phrases.run(subject);
    const gap = trees.text.slice(trees.word(before[1] - 1).end, start);
    return [
      gap.length < 3 && before[1] <= trees.wordsIn([start, end])[0] ? phrases.span(subject)[0] : start,
      end,
    ];
  }

  /** The verb with its helpers and particle, and with the noun it carries if that stands near. */
  #predicateSpan({ head, verb, particle, negated }: Predication, { eventiveNoun }: Predicate): Span {
    const { trees, phrases } = this.#context;
    const helpers = trees
      .children(head, 'aux')
      .concat(
        negated
          ? trees.children(head, 'advmod').filter((at) => /^(?:not|n't|never)$/.test(trees.lowercase(at)))
          : [],
      );
    const words = [
      ...helpers.filter((at) => verb - at < 6 && at < verb),
      verb,
      ...(particle === null ? [] : [particle]),
    ];
    const [first, last] = [Math.min(...words), Math.max(...words)];
    const isNear =
      eventiveNoun !== null &&
      eventiveNoun > last &&
      (phrases.run(eventiveNoun)[0] - last <= 2 || (eventiveNoun === head && eventiveNoun - last < 8));
    return [trees.word(first).start, trees.word(isNear ? eventiveNoun : last).end];
  }

  // ---- who says it

  #attributionOf(predication: Predication, { kind }: Predicate): FoundAttribution | null {
    const { attributions, trees } = this.#context;
    const { start, end } = trees.word(predication.verb);
    const own = attributions.ofPredication(predication);
    const isOwn = predication.clauseType === 'participle' || kind === 'assessment';
    return own && isOwn ? own : attributions.innermost([start, end], own);
  }
}

/** Verbs that say what something is, by what they call it. */
const naming =
  /^(?:call|describe|denounce|condemn|brand|label|decry|deem|consider|regard|see|view|term|characteri[sz]e)$/;

/** Types of what is done about an act of somebody's. */
const governing = new Set<PredicateType>([
  'AGREE',
  'COERCE',
  'CONCEDE',
  'DEMAND',
  'REJECT',
  'SANCTION',
  'SUPPORT',
  'THREATEN',
]);

/** What is told under an attribution is no surer than that. */
const under = (confidence: number, attribution: FoundAttribution | null): number =>
  Math.round(100 * confidence * (attribution?.attribution.confidence ?? 1)) / 100;

const told = ({
  polarity,
  mood,
  factuality,
  rules,
}: Modality): Pick<Claim, 'polarity' | 'mood' | 'factuality' | 'band' | 'rules'> => ({
  polarity,
  mood,
  factuality,
  band: mood === 'asserted' ? bandOf(factuality) : null,
  ...(rules.length > 0 && { rules: [...rules] }),
});

/** Claims with the same words and type are one, with the roles of all: "a commander of the Front and of the Guard". */
const joined = (claims: readonly Unnumbered[]): Unnumbered[] => {
  const byPredicate = new Map<string, Unnumbered>();
  for (const claim of claims) {
    const key = `${claim.predicate.span} ${claim.predicate.type}`;
    const known = byPredicate.get(key);
    byPredicate.set(
      key,
      known ? { ...known, roles: withoutDoubles([...known.roles, ...claim.roles]) } : claim,
    );
  }
  return [...byPredicate.values()];
};

const inTextOrder = (a: Unnumbered, b: Unnumbered): number =>
  a.span[0] - b.span[0] || a.predicate.span[0] - b.predicate.span[0] || a.span[1] - b.span[1];

/** A scene is told by the writer, or by the same speaker. */
const sharesActor = (scene: Unnumbered, claim: Unnumbered): boolean =>
  (scene.attribution === null || scene.attribution === claim.attribution) &&
  scene.roles.some(({ entity }) => entity !== null && claim.roles.some((other) => other.entity === entity));

/** A past that lasts: "was sheltering", "was in the village". */
const isLasting = ({ tense, perfect, progressive }: Predication, { kind }: Predicate): boolean =>
  tense === 'past' && !perfect && (progressive || kind === 'state');

/** "said that they were hiding" puts back by one tense what was so when it was said. */
const isBackshifted = ({ clauseType, parent }: Predication): boolean =>
  clauseType === 'complement' && parent?.tense === 'past' && cueVerbs.has(parent.lemma);

/** "is believed to be", "was said to have been": the infinitive is as old as its governing verb says. */
const tenseOf = (predication: Predication, predicate: Predicate): Claim['tense'] => {
  const { tense, clauseType, parent, perfect } = predication;
  if (tense === 'none' && parent && /^(?:infinitive|gerund)$/.test(clauseType) && isAspect(parent.lemma))
    return parent.tense;
  if (isBackshifted(predication) && isLasting(predication, predicate)) return 'present';
  if (clauseType !== 'infinitive' || !parent?.passive || !cueVerbs.has(parent.lemma)) return tense;
  return perfect ? 'past' : parent.tense;
};

const nearestMention = ({ mentions }: EntityCluster, [start, end]: Span): Span => {
  const inside = mentions.find((mention) => contains([start, end], mention));
  if (inside) return inside;
  const nearest = mentions.toSorted((a, b) => Math.abs(a[0] - start) - Math.abs(b[0] - start))[0];
  return nearest ?? [start, end];
};
