import type { Span } from '../../model/index.ts';
import type { EntityCluster } from '../entities/index.ts';
import type { Phrases } from '../syntax/phrases.ts';
import type { Predication, Predications } from '../syntax/predications.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import { confidenceOfArcs, confidenceOfPredication } from './confidence.ts';
import {
  type Cue,
  clauseTakingOnly,
  cueNouns,
  cueVerbs,
  defaultCue,
  hearsayAdverbs,
  hearsayCue,
  passiveHearsay,
  publications,
  published,
  publishingVerbs,
  withoutCommitment,
} from './cues.ts';
import type { Speaker, Speakers } from './speakers.ts';

/** What makes one attribution, before it has an id and a place among the others. */
export interface AttributionCandidate extends Speaker {
  readonly cue: Cue;
  readonly predication: Predication | null;
  readonly source: readonly Span[];
  readonly cueSpans: readonly Span[];
  readonly content: readonly Span[];
  readonly relays: readonly EntityCluster[];
  /** How likely source and content are the right ones, 0…1. */
  readonly confidence: number;
  /** It needs no other attribution around it: the network does not know its form. */
  readonly stands?: boolean;
  /** The attribution around it where its cue stands outside what that one says ("wrote, citing …"). */
  readonly within?: AttributionCandidate;
}

const nobody: Speaker = { speaker: null, group: null };
const infinitiveContent = new Set(
  'promise pledge vow swear threaten claim offer undertake commit guarantee hope intend plan want wish'.split(
    ' ',
  ),
);
const nounContent = new Set(
  `deny reject dismiss claim announce confirm allege report reveal acknowledge admit predict fear refute dispute
   promise pledge demand suspect describe cite question condemn denounce criticise criticize explain welcome disclose
   estimate`.split(/\s+/),
);
const gerundContent = new Set(
  `deny admit report accuse suspect blame recall acknowledge consider mention charge describe suggest propose recommend
   condemn denounce criticise criticize claim confess`.split(/\s+/),
);
/** What a body keeps and others quote. */
const records = new Set(
  `account ledger log book record register figure count tally reckoning estimate calculation data statistic note
   list tables table diary measurement`.split(/\s+/),
);
const hearsay = new Set(['reportedly', 'allegedly', 'purportedly', 'supposedly']);

/** Finds attributions by their grammar alone. */
export class AttributionGrammar {
  readonly #trees: SyntaxTrees;
  readonly #predications: Predications;
  readonly #phrases: Phrases;
  readonly #speakers: Speakers;

  constructor(trees: SyntaxTrees, predications: Predications, phrases: Phrases, speakers: Speakers) {
    this.#trees = trees;
    this.#predications = predications;
    this.#phrases = phrases;
    this.#speakers = speakers;
  }

  /** Those that a predication makes, by its verb, its adverbs, its object. */
  of(predication: Predication): AttributionCandidate[] {
    const found = [this.#publication(predication) ?? this.#ofVerb(predication), this.#ofHearsay(predication)];
    return found.filter((draught) => draught !== null);
  }

  /** Those without a verb: "according to the mission", "the ministry's claim that …". */
  ofNouns(): AttributionCandidate[] {
    return this.#trees.words.flatMap(
      (_, at) => this.#accordingTo(at) ?? this.#ofRecord(at) ?? this.#ofNoun(at) ?? [],
    );
  }

  // ---- by a verb

  #ofVerb(predication: Predication): AttributionCandidate | null {
    const cue = cueVerbs.get(predication.lemma);
    if (!cue || predication.complement !== null) return null;
    if (predication.passive) return this.#ofPassive(predication, cue);
    const [source] = predication.subjects;
    const content = this.#content(predication);
    if (source === undefined || !content.length) return null;
    const behind = this.#speakers.of(source);
    return {
      ...behind,
      cue: predication.negated ? withoutCommitment(cue) : cue,
      predication,
      source: [this.#phrases.wholeSpan(source)],
      cueSpans: [this.#verbSpan(predication)],
      content,
      relays: this.#speakers.relaysOf(predication, behind.speaker),
      confidence: confidenceOfPredication(this.#trees, predication),
    };
  }

  #verbSpan({ head, particle }: Predication): Span {
    const trees = this.#trees;
    const helpers = trees.children(head, 'aux').filter((at) => at < head && head - at < 5);
    return [trees.word(Math.min(head, ...helpers)).start, trees.word(Math.max(head, particle ?? head)).end];
  }

  #content({ head, lemma, objects }: Predication): Span[] {
    for (const inner of this.#clausesUnder(head)) {
      if (inner.clauseType === 'complement') return [this.#said(inner.head)];
      const isAside = this.#trees.hasRelation(inner.head, 'advcl');
      if (inner.clauseType === 'infinitive' && infinitiveContent.has(lemma) && !isAside)
        return [this.#said(inner.head)];
      if (inner.clauseType === 'gerund' && gerundContent.has(lemma) && this.#isSaidGerund(inner))
        return this.#withObject(objects, inner.head);
    }
    const told = nounContent.has(lemma) && !clauseTakingOnly.has(lemma) ? objects : [];
    return told.slice(-1).map((object) => this.#said(object));
  }

  /** Clauses that may be what a verb says: complements before asides. */
  #clausesUnder(head: number): Predication[] {
    const trees = this.#trees;
    return ['ccomp', 'xcomp', 'advcl', 'obl']
      .flatMap((relation) => trees.children(head, relation))
      .flatMap((at) => {
        const inner = this.#predications.clauseOf(at);
        return inner?.head === at ? [inner] : [];
      });
  }

  #isSaidGerund({ head, marker }: Predication): boolean {
    return !this.#trees.hasRelation(head, 'advcl') || marker === 'of' || marker === 'for';
  }

  /** "accused [the rebels of shelling the port]". */
  #withObject(objects: readonly number[], clause: number): Span[] {
    const [object] = objects;
    const [from, to] = this.#trees.contiguousSpan(clause);
    const start =
      object === undefined || object > clause ? from : Math.min(from, this.#phrases.run(object)[0]);
    return [this.#trimmed([start, to])];
  }

  /** All words under the one that is said, without marks and conjunctions at its ends. */
  #said(head: number): Span {
    return this.#trimmed(
      this.#trees.contiguousSpan(head, (child) => this.#trees.hasRelation(child, 'parataxis', 'discourse')),
    );
  }

  #trimmed([from, to]: Span): Span {
    const trees = this.#trees;
    const isMark = (at: number): boolean =>
      /^[\p{P}]$/u.test(trees.lowercase(at)) && !/^["“”)]$/.test(trees.lowercase(at));
    let [first, after] = [from, to];
    while (first < after - 1 && (isMark(first) || trees.hasRelation(first, 'cc'))) first++;
    while (after > first + 1 && isMark(after - 1)) after--;
    return trees.span([first, after]);
  }

  // ---- passives and publications

  /** "is believed to …", "was said to …", "was accused by the mission of …". */
  #ofPassive(predication: Predication, cue: Cue): AttributionCandidate | null {
    const { head, lemma, obliques } = predication;
    const trees = this.#trees;
    const by = obliques.find(({ preposition }) => preposition === 'by')?.head;
    const circles = obliques.find(
      ({ preposition, head: at }) =>
        /^(?:in|among)$/.test(preposition) && /^(?:circle|quarter)$/.test(trees.lemma(at)),
    )?.head;
    if (/^(?:tell|inform)$/.test(lemma) && by === undefined) return null;
    const content = this.#contentOfPassive(predication, circles !== undefined);
    if (!content.length) return null;
    const source = by ?? circles;
    const believed = passiveHearsay.has(lemma) && by === undefined ? hearsayCue : cue;
    return {
      ...(source === undefined ? nobody : this.#speakers.of(source)),
      cue: circles === undefined ? believed : { ...believed, commitment: Math.min(1, believed.commitment) },
      predication,
      source: source === undefined ? [] : [this.#phrases.wholeSpan(source)],
      cueSpans: [this.#verbSpan({ ...predication, head })],
      content,
      relays: [],
      confidence: confidenceOfPredication(trees, predication),
    };
  }

  #contentOfPassive({ head, subjects, obliques }: Predication, inCircles: boolean): Span[] {
    const inner = this.#clausesUnder(head).find(
      ({ clauseType, marker }) =>
        /^(?:infinitive|complement)$/.test(clauseType) ||
        (clauseType === 'gerund' && /^(?:as|of|for)?$/.test(marker ?? '')),
    );
    if (inner) {
      const [subject] = inner.clauseType === 'infinitive' ? subjects : [];
      return [...(subject === undefined ? [] : [this.#phrases.wholeSpan(subject)]), this.#said(inner.head)];
    }
    const as = obliques.find(({ preposition, of }) => of === null && /^(?:to|as)$/.test(preposition));
    return as && inCircles ? [this.#said(as.head)] : [];
  }

  /** "released a video of an attack": what is shown is what the publisher says. */
  #publication(predication: Predication): AttributionCandidate | null {
    const { lemma, passive, subjects, objects, verb } = predication;
    const [source] = subjects;
    if (!publishingVerbs.has(lemma) || passive || source === undefined) return null;
    const trees = this.#trees;
    const object = objects.find((head) => publications.has(trees.lemma(head)));
    if (object === undefined || object < verb) return null;
    const shown = trees.child(object, 'nmod', 'acl');
    const clause = trees.child(predication.head, 'advcl');
    const content =
      shown !== undefined && shown > object ? shown : clause !== undefined && clause > object ? clause : null;
    if (content === null) return null;
    return {
      ...this.#speakers.of(source),
      cue: published,
      predication,
      source: [this.#phrases.wholeSpan(source)],
      cueSpans: [[trees.word(verb).start, trees.word(object).end]],
      content: [this.#withoutMark(content)],
      relays: [],
      confidence: confidenceOfPredication(trees, predication),
    };
  }

  /** What is shown without the "of" or "showing" that opens it. */
  #withoutMark(head: number): Span {
    const [from, to] = this.#trees.contiguousSpan(head);
    const opens = /^(?:of|that|which|showing)$/.test(this.#trees.lowercase(from));
    return this.#trimmed([opens && to - from > 1 ? from + 1 : from, to]);
  }

  // ---- without a verb

  #accordingTo(at: number): AttributionCandidate | null {
    const trees = this.#trees;
    const mark = trees.children(at, 'case').find((child) => trees.lowercase(child) === 'according');
    return mark === undefined ? null : this.#ofAdjunct(at, at, [mark, mark + 2]);
  }

  /** "By the board's ledger, 33 ships passed", "in the words of the mayor": an evidential adjunct, set off by commas. */
  #ofRecord(at: number): AttributionCandidate | null {
    const trees = this.#trees;
    const mark = trees.child(at, 'case');
    if (mark === undefined || !trees.hasRelation(at, 'obl', 'nmod')) return null;
    const isWords = trees.lowercase(mark) === 'in' && trees.lowercase(at) === 'words';
    const isPer = trees.lowercase(mark) === 'per' && trees.word(at).upos !== 'NUM';
    if (!isWords && !isPer && !(trees.lowercase(mark) === 'by' && records.has(trees.lemma(at)))) return null;
    const [from, to] = trees.contiguousSpan(at);
    const opens = trees.sentenceOf(from - 1) !== trees.sentenceOf(at);
    const isSetOff = opens
      ? trees.lowercase(to) === ',' || trees.lowercase(to - 1) === ','
      : trees.lowercase(from - 1) === ',' || trees.lowercase(from) === ',';
    const owner = this.#phrases.possessor(at) ?? this.#phrases.complement(at);
    if (!isSetOff || (owner === undefined && !isPer)) return null;
    const draught = this.#ofAdjunct(at, owner ?? at, [mark, mark + 1]);
    return draught && { ...draught, stands: true };
  }

  /** What stands around an adjunct that names a source. */
  #ofAdjunct(at: number, owner: number, cue: Span): AttributionCandidate | null {
    const trees = this.#trees;
    const whole = trees.contiguousSpan(at);
    const sentence = trees.sentenceOf(at);
    const parts: Span[] = [];
    for (const [from, to] of [
      [this.#firstOf(sentence, at), whole[0]],
      [whole[1], this.#lastOf(sentence, at)],
    ] as const)
      if (to - from > 1) parts.push(this.#trimmed([from, to]));
    if (!parts.length) return null;
    const behind = this.#speakers.of(owner);
    return {
      ...behind,
      cue: defaultCue,
      predication: null,
      source: [this.#phrases.wholeSpan(at)],
      cueSpans: [trees.span(cue)],
      content: parts,
      relays: behind.speaker ? this.#speakers.inherited(behind.speaker, sentence) : [],
      confidence: confidenceOfArcs([trees.word(at).certainty]),
    };
  }

  #firstOf(sentence: number, at: number): number {
    let first = at;
    while (this.#trees.sentenceOf(first - 1) === sentence) first--;
    return first;
  }

  #lastOf(sentence: number, at: number): number {
    let after = at + 1;
    while (this.#trees.sentenceOf(after) === sentence) after++;
    return after;
  }

  /** "the ministry's claim that …". */
  #ofNoun(noun: number): AttributionCandidate | null {
    const trees = this.#trees;
    const cue = trees.word(noun).upos === 'NOUN' ? cueNouns.get(trees.lemma(noun)) : undefined;
    if (!cue) return null;
    const clause = trees.children(noun, 'acl').find((at) => {
      const inner = this.#predications.clauseOf(at);
      return inner?.head === at && inner.clauseType === 'complement' && inner.marker === 'that';
    });
    if (clause === undefined) return null;
    const owner = this.#phrases.possessor(noun);
    const holder =
      owner ?? (cue.kind === 'promises' ? this.#predications.clauseOf(noun)?.subjects[0] : undefined);
    return {
      ...(holder === undefined ? nobody : this.#speakers.of(holder)),
      cue,
      predication: null,
      source: owner === undefined ? [] : [this.#phrases.span(owner)],
      cueSpans: [[trees.word(noun).start, trees.word(noun).end]],
      content: [this.#said(clause)],
      relays: [],
      confidence: confidenceOfArcs([trees.word(clause).certainty]),
    };
  }

  /** "reportedly", "allegedly": somebody unnamed says so. */
  #ofHearsay({ head }: Predication): AttributionCandidate | null {
    const trees = this.#trees;
    const adverb = trees.children(head, 'advmod').find((at) => hearsay.has(trees.lowercase(at)));
    if (adverb === undefined) return null;
    return {
      ...nobody,
      cue: { kind: 'says', commitment: hearsayAdverbs.get(trees.lowercase(adverb)) ?? 1.5 },
      predication: null,
      source: [],
      cueSpans: [[trees.word(adverb).start, trees.word(adverb).end]],
      content: [this.#said(head)],
      relays: [],
      confidence: confidenceOfArcs([trees.word(adverb).certainty]),
    };
  }
}
