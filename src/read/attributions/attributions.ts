import { type Attribution, contains, overlaps, partitionPoint, type Span } from '../../model/index.ts';
import type { Coreference, EntityCluster } from '../entities/index.ts';
import { isOutlet } from '../entities/name-lexicon.ts';
import type { TaggedText } from '../network/tagger.ts';
import type { Phrases } from '../syntax/phrases.ts';
import type { Predication, Predications } from '../syntax/predications.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import { confidenceOfMarked } from './confidence.ts';
import {
  type Cue,
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
import { type AttributionCandidate, AttributionGrammar } from './grammar.ts';
import { type Link, linkSourcesAndCues } from './span-linking.ts';
import { Speakers } from './speakers.ts';

/** An attribution with the cue's meaning, which claims need. */
export interface FoundAttribution {
  readonly attribution: Attribution;
  readonly cue: Cue;
  readonly predication: Predication | null;
}

export interface AttributionContext {
  readonly tagged: TaggedText;
  readonly trees: SyntaxTrees;
  readonly predications: Predications;
  readonly phrases: Phrases;
  readonly referents: Coreference;
}

const denying = /^(?:not|n't|never|no|nobody|none|neither|nor)$/;

/**
 * The attributions of a document in text order: those that the network marks, and inside what they say
 * those that grammar finds, which the network's training does not know ("she said that he promised …").
 */
export const findAttributions = (context: AttributionContext): FoundAttribution[] => {
  const finder = new AttributionFinder(context);
  const ordered = finder
    .find()
    .map((draught) => ({ draught, at: startOf(draught) }))
    .sort((a, b) => a.at - b.at)
    .map(({ draught }) => draught);
  const parents = nest(ordered);
  return ordered.map((draught, index) => {
    const relays = withOutletsAbove(draught, index, ordered, parents);
    const parent = parents[index] ?? -1;
    return {
      cue: draught.cue,
      predication: draught.predication,
      attribution: {
        id: `a${index + 1}`,
        source: [...draught.source],
        cue: [...draught.cueSpans],
        content: [...draught.content],
        kind: draught.cue.kind,
        speaker: draught.speaker?.id ?? null,
        group: draught.group?.id ?? null,
        relay: relays[0]?.id ?? null,
        relays: relays.map(({ id }) => id),
        parent: parent >= 0 ? `a${parent + 1}` : null,
        confidence: draught.confidence,
      },
    };
  });
};

class AttributionFinder {
  readonly #tagged: TaggedText;
  readonly #trees: SyntaxTrees;
  readonly #predications: Predications;
  readonly #phrases: Phrases;
  readonly #speakers: Speakers;
  readonly #grammar: AttributionGrammar;

  constructor({ tagged, trees, predications, phrases, referents }: AttributionContext) {
    this.#tagged = tagged;
    this.#trees = trees;
    this.#predications = predications;
    this.#phrases = phrases;
    this.#speakers = new Speakers(trees, predications, phrases, referents);
    this.#grammar = new AttributionGrammar(trees, predications, phrases, this.#speakers);
  }

  /** Sentence by sentence, since an interview is remembered for what follows it. */
  find(): AttributionCandidate[] {
    const links = linkSourcesAndCues(this.#trees, this.#tagged)
      .filter(({ content }) => content.length > 0)
      .sort((a, b) => anchorOf(a)[0] - anchorOf(b)[0]);
    const marked: AttributionCandidate[] = [];
    const byGrammar = this.#grammar.ofNouns();
    let next = 0;
    this.#tagged.sentences.forEach(([from, to], sentence) => {
      const here = this.#predications.headedIn(from, to);
      for (const predication of here) this.#speakers.rememberInterview(predication);
      for (; next < links.length && anchorOf(links[next] as Link)[0] < to; next++) {
        const link = this.#withSubject(links[next] as Link);
        const draught = this.#draught(link, sentence);
        marked.push(draught, ...this.#saidBefore(link, draught));
      }
      byGrammar.push(...here.flatMap((predication) => this.#grammar.of(predication)));
    });
    const cited = marked.flatMap((draught) => this.#cited(draught));
    // Whoever is cited is a source: what the network marks as said by the clause that cites is not.
    const citing = new Set(
      cited.flatMap(({ predication, within }) => (predication === within?.predication ? [] : [predication])),
    );
    const others = marked.filter(({ predication }) => !citing.has(predication));
    const standing = byGrammar.filter((draught) => draught.stands && !others.some(isAbout(draught)));
    return [...others, ...cited, ...standing, ...this.#nested(others, byGrammar)].filter(
      (draught) => !isNamedByAnother(draught, others),
    );
  }

  /**
   * Those of grammar's findings that lie in what a marked attribution says and are not that one again, and
   * beliefs in descriptions ("a man believed to be …"), wherever they stand.
   */
  #nested(
    marked: readonly AttributionCandidate[],
    byGrammar: readonly AttributionCandidate[],
  ): AttributionCandidate[] {
    const cues = inTextOrder(marked.flatMap(({ cueSpans }) => cueSpans));
    const contents = inTextOrder(marked.flatMap(({ content }) => content));
    return byGrammar.filter(({ cueSpans, content, predication }) => {
      const anchor = cueSpans[0] ?? content[0];
      if (!anchor || cueSpans.some((span) => firstAfter(cues, span[0])[0] < span[1])) return false;
      if (predication?.clauseType === 'participle') return true;
      const [start, end] = firstAfter(contents, anchor[0]);
      return start <= anchor[0] && anchor[1] <= end;
    });
  }

  /** "The port was closed, the mayor said on Monday, the agency reported": the mayor says what stands before. */
  #saidBefore({ content }: Link, outer: AttributionCandidate): AttributionCandidate[] {
    const trees = this.#trees;
    for (const [place, run] of content.entries()) {
      const verb = place > 0 ? this.#verbOfAside(run) : undefined;
      if (verb === undefined) continue;
      const source: Span = [run[0], verb];
      const told = {
        ...this.#speakers.of(trees.headOf(source)),
        cue: cueVerbs.get(trees.lemma(verb)) ?? defaultCue,
        predication: this.#predications.firstIn(verb, verb + 1),
        source: [trees.span(source)],
        content: content.slice(0, place).map((before) => trees.span(before)),
      };
      return [this.#toldWithin(outer, verb, told)];
    }
    return [];
  }

  /** The verb of words that only tell who says something: no verb before it, at most when or where after it. */
  #verbOfAside([from, to]: Span): number | undefined {
    const trees = this.#trees;
    for (let at = from; at < to; at++) {
      if (!/^(?:VERB|AUX)$/.test(trees.word(at).upos)) continue;
      const tells = /^(?:says|believes)$/.test(cueVerbs.get(trees.lemma(at))?.kind ?? '');
      const isLast = at + 1 === to || /^(?:ADP|ADV|PROPN)$/.test(trees.word(at + 1).upos);
      return tells && isLast && at > from ? at : undefined;
    }
    return undefined;
  }

  /** What an outlet tells and has from somebody whom it cites is said by that one; so is what is quoted of somebody. */
  #cited(outer: AttributionCandidate): AttributionCandidate[] {
    const { predication } = outer;
    const isQuoting =
      predication?.lemma === 'quote' && predication.clauseType !== 'gerund' && !predication.passive;
    const citing = isQuoting ? predication : predication && this.#speakers.citing(predication);
    const cited = citing?.objects ?? [];
    const source = cited.find((head) => this.#speakers.of(head).speaker) ?? cited[0];
    if (!citing || source === undefined) return [];
    const told = {
      ...this.#speakers.of(source),
      source: [this.#phrases.wholeSpan(source)],
      predication: citing,
    };
    return [this.#toldWithin(outer, citing.verb, told)];
  }

  /** What another than the outer speaker tells by a verb: the same as the outer one but for what differs. */
  #toldWithin(
    outer: AttributionCandidate,
    verb: number,
    told: Partial<AttributionCandidate>,
  ): AttributionCandidate {
    const cueSpans = [this.#trees.span([verb, verb + 1])];
    return { ...outer, predication: null, relays: [], ...told, cueSpans, within: outer };
  }

  /** "…, the mission reported, according to the agency": the subject of the cue may be taken for what is said. */
  #withSubject(link: Link): Link {
    const { cue, content } = link;
    const told = link.source && this.#trees.child(this.#trees.headOf(link.source), 'case');
    if (typeof told !== 'number' || this.#trees.lowercase(told) !== 'according') return link;
    const subjects = (cue && this.#predications.firstIn(...cue)?.subjects) ?? [];
    const isSubject = ([from, to]: Span): boolean =>
      to === cue?.[0] &&
      subjects.some((at) => at >= from && at < to) &&
      !this.#trees.words.slice(from, to).some(({ upos }) => upos === 'VERB');
    const source = content.length > 1 ? content.find(isSubject) : undefined;
    return source ? { ...link, source, content: content.filter((run) => run !== source) } : link;
  }

  #draught(link: Link, sentence: number): AttributionCandidate {
    const { cue, content } = link;
    const trees = this.#trees;
    const predication = cue && this.#predications.firstIn(...cue);
    const source = this.#sourceOf(link, predication);
    const behind = source ? this.#speakers.of(trees.headOf(source)) : { speaker: null, group: null };
    const { speaker } = behind;
    const inherited = speaker ? this.#speakers.inherited(speaker, sentence) : [];
    return {
      ...behind,
      cue: cue ? (this.#byObjects(predication) ?? this.#meaning(cue, source)) : defaultCue,
      predication,
      source: source ? [trees.span(source)] : [],
      cueSpans: cue ? [trees.span(cue)] : [],
      content: content.map((run) => trees.span(run)),
      relays: predication ? this.#speakers.relaysOf(predication, speaker) : inherited,
      confidence: confidenceOfMarked(link, this.#tagged),
    };
  }

  /** Who says it: by the network, else by the tree; "reportedly" names nobody. */
  #sourceOf({ source, cue, content }: Link, predication: Predication | null): Span | null {
    const trees = this.#trees;
    if (cue && hearsayAdverbs.has(trees.lowercase(trees.headOf(cue)))) return null;
    // "The council has been told that …": who told it is not said.
    if (
      source &&
      predication?.passive &&
      /^(?:tell|inform|assure|notify|brief|warn)$/.test(predication.lemma)
    ) {
      const isToldTo = predication.subjects.some((at) => at >= source[0] && at < source[1]);
      if (isToldTo) return null;
    }
    if (source || !predication || predication.passive || !cueVerbs.has(predication.lemma)) return source;
    const { subjects, objects, verb } = predication;
    const isSaid = (at: number): boolean => content.some(([from, to]) => at >= from && at < to);
    // "…?” asked the envoy": what follows the verb may be taken for its object.
    const [told] = content.every(([, to]) => to <= verb) ? [...subjects, ...objects] : subjects;
    const names = told !== undefined && trees.lowercase(told) !== 'it' && !isSaid(told);
    return names ? trees.wordsIn(this.#phrases.wholeSpan(told)) : null;
  }

  /** "promoted a video of …" puts out what it shows; "called the step a breach" asks for nothing. */
  #byObjects(predication: Predication | null): Cue | null {
    if (predication?.lemma === 'call' && predication.objects.length) return defaultCue;
    if (!predication || !publishingVerbs.has(predication.lemma)) return null;
    const shows = predication.objects.some((head) => publications.has(this.#trees.lemma(head)));
    return shows ? published : null;
  }

  /** What a cue says of its content: by its verb, else its noun. */
  #meaning(cue: Span, source: Span | null): Cue {
    const trees = this.#trees;
    const head = trees.headOf(cue);
    const words = [head];
    for (let at = cue[0]; at < cue[1]; at++) words.push(at);
    const verb = words.find((at) => trees.word(at).upos === 'VERB' && cueVerbs.has(trees.lemma(at)));
    const noun = words.find((at) => cueNouns.has(trees.lemma(at)));
    const known =
      (verb === undefined ? undefined : cueVerbs.get(trees.lemma(verb))) ??
      (noun === undefined ? undefined : cueNouns.get(trees.lemma(noun))) ??
      defaultCue;
    // "did not say that …", "found no sign that …"
    const isDenied = [...trees.children(head), ...words].some((at) => denying.test(trees.lemma(at)));
    if (isDenied) return withoutCommitment(known);
    return !source && verb !== undefined && passiveHearsay.has(trees.lemma(verb)) ? hearsayCue : known;
  }
}

/** "denied [reports that …]": whose reports they are is not said, and what is denied is what they tell. */
const isNamedByAnother = (
  { source, cueSpans: [cue] }: AttributionCandidate,
  marked: readonly AttributionCandidate[],
): boolean =>
  !source.length &&
  cue !== undefined &&
  marked.some(
    (other) =>
      other.source.length > 0 && other.content.some(([start]) => cue[0] - start >= 0 && cue[0] - start < 5),
  );

/** Whether another attribution tells some of the same. */
const isAbout =
  ({ source, content }: AttributionCandidate) =>
  (other: AttributionCandidate): boolean =>
    [...other.content, ...other.source].some((told) =>
      [...source, ...content].some((span) => overlaps(span, told)),
    );

const inTextOrder = (spans: readonly Span[]): Span[] => [...spans].sort((a, b) => a[0] - b[0]);

/** Of spans in order and apart, the first that ends after an offset, or one beyond all text. */
const firstAfter = (spans: readonly Span[], offset: number): Span =>
  spans[partitionPoint(spans.length, (at) => (spans[at] as Span)[1] <= offset)] ?? [Infinity, Infinity];

/** Where a link is read: at its cue, else at its content. */
const anchorOf = ({ cue, content }: Link): Span => cue ?? (content[0] as Span);

const startOf = ({ source, cueSpans, content }: AttributionCandidate): number =>
  Math.min(...[...source, ...cueSpans, ...content].map(([start]) => start));

const sizeOf = (content: readonly Span[]): number => content.reduce((sum, [from, to]) => sum + to - from, 0);

/** For each attribution the one it is told within, or the smallest other whose content holds its cue, else −1. */
const nest = (draughts: readonly AttributionCandidate[]): number[] =>
  draughts.map((inner, at) => {
    if (inner.within) return draughts.indexOf(inner.within);
    const anchor = inner.cueSpans[0] ?? inner.content[0];
    if (!anchor) return -1;
    let best = -1;
    for (let index = Math.max(0, at - 12); index < Math.min(draughts.length, at + 13); index++) {
      const outer = draughts[index];
      if (!outer || index === at || !outer.content.some((span) => contains(span, anchor))) continue;
      if (sizeOf(outer.content) < sizeOf(inner.content)) continue;
      if (sizeOf(outer.content) === sizeOf(inner.content) && index > at) continue;
      const smallest = best < 0 || sizeOf(outer.content) < sizeOf(draughts[best]?.content ?? []);
      if (smallest) best = index;
    }
    return best;
  });

/** Outlets that tell the attribution around this one relay it. */
const withOutletsAbove = (
  draught: AttributionCandidate,
  index: number,
  draughts: readonly AttributionCandidate[],
  parents: readonly number[],
): readonly EntityCluster[] => {
  const relays = [...draught.relays];
  for (let up = parents[index] ?? -1, depth = 0; up >= 0 && depth < 10; up = parents[up] ?? -1, depth++) {
    const speaker = draughts[up]?.speaker;
    if (speaker && isOutlet(speaker.name) && !relays.includes(speaker)) relays.push(speaker);
  }
  return relays;
};
