import { type Attribution, contains, overlaps, type Span } from '../model/index.ts';
import {
  AttributionGrammar,
  type Draught,
  heardOf,
  passiveHearsay,
  plain,
  type SentenceReading,
} from './attribution-grammar.ts';
import type { NounGroup } from './chunks.ts';
import type { Clause } from './clauses.ts';
import type { Referents } from './coreference.ts';
import { type Cue, cueNouns, cueVerbs } from './cues.ts';
import type { Draft } from './entities/index.ts';
import { isOutlet } from './entities/names.ts';
import { headOfRun, type Link, linkRoles } from './links.ts';
import type { TaggedText, Word } from './network/tagger.ts';
import { firstNot } from './search.ts';
import { Speakers } from './speakers.ts';
import type { Token } from './tokens.ts';

/** An attribution with the cue's meaning, which claims need. */
export interface FoundAttribution {
  readonly attribution: Attribution;
  readonly cue: Cue;
  readonly clause: Clause | null;
}

const denying = /^(?:not|n't|never|no|nobody|none)$/;

/**
 * The attributions of a document: those that the network marks, and inside what they say those that
 * grammar finds, which the network's training does not know ("she said that he promised …").
 */
export class AttributionFinder {
  readonly #tagged: TaggedText;
  readonly #tokens: readonly Token[];
  readonly #speakers: Speakers;
  readonly #grammar: AttributionGrammar;
  readonly #links: readonly Link[];
  readonly #marked: Draught[] = [];
  readonly #byGrammar: Draught[] = [];
  /** Words that a negation hangs on. */
  readonly #denied: ReadonlySet<number>;
  #next = 0;

  constructor(text: string, tagged: TaggedText, tokens: readonly Token[], referents: Referents) {
    this.#tagged = tagged;
    this.#tokens = tokens;
    this.#denied = new Set(tagged.words.filter(({ lemma }) => denying.test(lemma)).map(({ head }) => head));
    this.#speakers = new Speakers(tokens, referents);
    this.#grammar = new AttributionGrammar(text, tokens, this.#speakers);
    this.#links = linkRoles(tagged)
      .filter(({ content }) => content.length > 0)
      .sort((a, b) => anchorOf(a)[0] - anchorOf(b)[0]);
  }

  /** Sentences are given in order, once their referents are known. */
  read(sentence: SentenceReading, index: number): void {
    for (const clause of sentence.syntax.clauses) this.#speakers.rememberInterview(clause, index);
    for (; this.#next < this.#links.length; this.#next++) {
      const link = this.#links[this.#next] as Link;
      if (this.#start(anchorOf(link)) >= sentence.span[1]) break;
      this.#marked.push(this.#draught(link, sentence, index));
    }
    this.#byGrammar.push(...this.#grammar.read(sentence, index));
  }

  /** All attributions in text order, nested. */
  finish(): FoundAttribution[] {
    const ordered = [...this.#marked, ...this.#nested()]
      .map((draught) => ({ draught, at: startOf(draught) }))
      .sort((a, b) => a.at - b.at)
      .map(({ draught }) => draught);
    const parents = nest(ordered);
    return ordered.map((draught, index) => {
      const relays = withOutletsAbove(draught, index, ordered, parents);
      const parent = parents[index] ?? -1;
      return {
        cue: draught.cue,
        clause: draught.clause,
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
        },
      };
    });
  }

  /** Those of grammar's findings that lie in what a marked attribution says and are not that one again. */
  #nested(): Draught[] {
    const cues = inTextOrder(this.#marked.flatMap(({ cueSpans }) => cueSpans));
    const contents = inTextOrder(this.#marked.flatMap(({ content }) => content));
    return this.#byGrammar.filter(({ cueSpans, content }) => {
      const anchor = cueSpans[0] ?? content[0];
      if (!anchor || cueSpans.some((span) => firstAfter(cues, span[0])[0] < span[1])) return false;
      const [start, end] = firstAfter(contents, anchor[0]);
      return start <= anchor[0] && anchor[1] <= end;
    });
  }

  // ---- a marked attribution

  #draught({ source, cue, content }: Link, sentence: SentenceReading, index: number): Draught {
    const group = source && this.#groupOf(source, sentence);
    const clause = cue && this.#clauseOf(cue, sentence);
    const behind = group ? this.#speakers.speakerOf(group, sentence.syntax) : { speaker: null, group: null };
    const { speaker } = behind;
    const inherited = speaker ? this.#speakers.inherited(speaker, index) : [];
    return {
      ...behind,
      cue: cue ? this.#meaning(cue, source) : plain,
      clause,
      source: source ? [this.#span(source)] : [],
      cueSpans: cue ? [this.#span(cue)] : [],
      content: content.map((run) => this.#span(run)),
      relays: clause ? this.#speakers.relaysOf(clause, speaker, index) : inherited,
    };
  }

  #word(at: number): Word {
    return this.#tagged.words[at] as Word;
  }

  #start([from]: Span): number {
    return this.#word(from).start;
  }

  #span([from, to]: Span): Span {
    return [this.#word(from).start, this.#word(to - 1).end];
  }

  #holds({ from, to }: { readonly from: number; readonly to: number }, { start }: Word): boolean {
    return (this.#tokens[from]?.start ?? 0) <= start && start < (this.#tokens[to - 1]?.end ?? 0);
  }

  /** The noun group that a source's governing word is in, or the first in the source. */
  #groupOf(source: Span, { syntax }: SentenceReading): NounGroup | null {
    const groups = syntax.chunks.filter((chunk): chunk is NounGroup => chunk.type === 'noun');
    const head = this.#word(headOfRun(this.#tagged.words, source));
    const within = this.#span(source);
    return (
      groups.find((group) => this.#holds(group, head)) ??
      groups.find((group) => overlaps(this.#speakers.span(group), within)) ??
      null
    );
  }

  #clauseOf([from, to]: Span, { syntax }: SentenceReading): Clause | null {
    const words = this.#tagged.words.slice(from, to);
    return syntax.clauses.find(({ verb }) => words.some((word) => this.#holds(verb, word))) ?? null;
  }

  /** What a cue says of its content: by its verb, else its noun. */
  #meaning(cue: Span, source: Span | null): Cue {
    const head = headOfRun(this.#tagged.words, cue);
    const words = this.#tagged.words.slice(...cue);
    const ordered = [this.#word(head), ...words];
    const verb = ordered.find(({ lemma, upos }) => upos === 'VERB' && cueVerbs.has(lemma));
    const noun = ordered.find(({ lemma }) => cueNouns.has(lemma.toLowerCase()));
    const known =
      (verb && cueVerbs.get(verb.lemma)) ?? (noun && cueNouns.get(noun.lemma.toLowerCase())) ?? plain;
    if (this.#denied.has(head) && known.kind === 'believes') return { ...known, commitment: 0 };
    return !source && verb && passiveHearsay.has(verb.lemma) ? heardOf : known;
  }
}

const inTextOrder = (spans: readonly Span[]): Span[] => [...spans].sort((a, b) => a[0] - b[0]);

/** Of spans in order and apart, the first that ends after an offset, or one beyond all text. */
const firstAfter = (spans: readonly Span[], offset: number): Span =>
  spans[firstNot(spans.length, (at) => (spans[at] as Span)[1] <= offset)] ?? [Infinity, Infinity];

/** Where a link is read: at its cue, else at its content. */
const anchorOf = ({ cue, content }: Link): Span => cue ?? (content[0] as Span);

const startOf = ({ source, cueSpans, content }: Draught): number =>
  Math.min(...[...source, ...cueSpans, ...content].map(([start]) => start));

const sizeOf = (content: readonly Span[]): number => content.reduce((sum, [from, to]) => sum + to - from, 0);

/** For each attribution the smallest other one whose content holds its cue (or content), else −1. */
const nest = (draughts: readonly Draught[]): number[] =>
  draughts.map((inner, at) => {
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
  draught: Draught,
  index: number,
  draughts: readonly Draught[],
  parents: readonly number[],
): readonly Draft[] => {
  const relays = [...draught.relays];
  for (let up = parents[index] ?? -1, depth = 0; up >= 0 && depth < 10; up = parents[up] ?? -1, depth++) {
    const speaker = draughts[up]?.speaker;
    if (speaker && isOutlet(speaker.name) && !relays.includes(speaker)) relays.push(speaker);
  }
  return relays;
};
