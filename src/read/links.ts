import type { Span } from '../model/index.ts';
import type { AttributionRole, TaggedText, Word } from './network/tagger.ts';

/*
 * Which source, cue and content belong together. The network marks the three apart; here each content
 * takes the cue, and each cue the source, that grammar and nearness favour in its paragraph.
 */

/** Runs of words that make one attribution; a source may serve several. */
export interface Link {
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly content: readonly Span[];
}

/** Costs in words of distance. */
const perSentence = 8;
const perCueBetween = 6;
const perSourceBetween = 3;
const grammar = 14;
const tooFar = 60;
/** Words beyond which no run can be near enough. */
const reach = tooFar + grammar;

/** The word of a run that governs the others: the first whose own head lies outside. */
export const headOfRun = (words: readonly Word[], [from, to]: Span): number => {
  for (let at = from; at < to; at++) {
    const { head, upos } = words[at] as Word;
    if (upos !== 'PUNCT' && (head < from || head >= to)) return at;
  }
  return from;
};

const inside = (at: number, [from, to]: Span): boolean => at >= from && at < to;

const gap = (a: Span, b: Span): number => Math.max(b[0] - a[1], a[0] - b[1], 0);

const between = (runs: readonly Span[], a: Span, b: Span): number => {
  const [left, right] = a[0] < b[0] ? [a, b] : [b, a];
  return runs.filter(([from, to]) => from >= left[1] && to <= right[0]).length;
};

/** The runs, in order and apart from each other, that are near enough to matter. */
const near = (runs: readonly Span[], [from, to]: Span): Span[] => {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as Span)[1] < from - reach) low = middle + 1;
    else high = middle;
  }
  const found: Span[] = [];
  for (let at = low; at < runs.length && (runs[at] as Span)[0] <= to + reach; at++)
    found.push(runs[at] as Span);
  return found;
};

class Paragraph {
  readonly #words: readonly Word[];
  readonly #sentences: readonly Span[];
  readonly sources: readonly Span[];
  readonly cues: readonly Span[];
  readonly contents: readonly Span[];

  constructor(words: readonly Word[], sentences: readonly Span[], roles: TaggedText['roles']) {
    const of = (role: AttributionRole): Span[] =>
      roles.filter(([, , found]) => found === role).map(([from, to]) => [from, to]);
    this.#words = words;
    this.#sentences = sentences;
    this.sources = of('source');
    this.cues = of('cue');
    this.contents = of('content');
  }

  /** Whether one of a run's governing word's next ancestors lies in the other run. */
  #under(run: Span, other: Span): boolean {
    let at = headOfRun(this.#words, run);
    for (let step = 0; step < 2; step++) {
      at = this.#words[at]?.head ?? -1;
      if (at < 0) return false;
      if (inside(at, other)) return true;
    }
    return false;
  }

  /** What joins two runs: words between them, made dear by what stands there, cheap by grammar. */
  #cost(a: Span, b: Span, cues: readonly Span[], ends: readonly Span[]): number {
    const bound = this.#under(a, b) || this.#under(b, a);
    const obstacles = perCueBetween * between(cues, a, b) + perSentence * between(ends, a, b);
    return gap(a, b) + obstacles - (bound ? grammar : 0);
  }

  /** Ends of the sentences around, as empty runs. */
  #ends(run: Span): Span[] {
    return near(this.#sentences, run).map(([, to]) => [to, to]);
  }

  cueOf(content: Span): Span | null {
    const [cues, ends] = [near(this.cues, content), this.#ends(content)];
    return nearest(cues, (cue) => this.#cost(content, cue, cues, ends));
  }

  sourceOf(cue: Span): Span | null {
    const [cues, ends, sources] = [near(this.cues, cue), this.#ends(cue), near(this.sources, cue)];
    return nearest(
      sources,
      (source) => this.#cost(source, cue, cues, ends) + perSourceBetween * between(sources, source, cue),
    );
  }
}

const nearest = (runs: readonly Span[], cost: (run: Span) => number): Span | null => {
  let best: Span | null = null;
  let least = tooFar;
  for (const run of runs) {
    const own = cost(run);
    if (own < least) {
      best = run;
      least = own;
    }
  }
  return best;
};

interface Draught {
  source: Span | null;
  cue: Span | null;
  content: Span[];
}

/** A quotation without words of speech goes on with what was said last, up to a paragraph before. */
class Linker {
  readonly links: Draught[] = [];
  #last: { readonly link: Draught; readonly paragraph: number } | null = null;

  read(paragraph: Paragraph, index: number): void {
    const byCue = new Map(
      paragraph.cues.map((cue): [Span, Draught] => [
        cue,
        { source: paragraph.sourceOf(cue), cue, content: [] },
      ]),
    );
    this.links.push(...byCue.values());
    for (const content of paragraph.contents) {
      const cue = paragraph.cueOf(content);
      const link = (cue && byCue.get(cue)) ?? this.#goingOn(index);
      link.content.push(content);
      this.#last = { link, paragraph: index };
    }
    const open = [...byCue.values()].at(-1);
    if (open && open.content.length === 0) this.#last = { link: open, paragraph: index };
  }

  #goingOn(index: number): Draught {
    if (this.#last && index - this.#last.paragraph <= 1) return this.#last.link;
    const link: Draught = { source: null, cue: null, content: [] };
    this.links.push(link);
    return link;
  }
}

/** The attributions of a text, in the order of their cues; `content` is empty where none was found. */
export const linkRoles = ({ words, sentences, paragraphs, roles }: TaggedText): Link[] => {
  const linker = new Linker();
  let [sentence, role] = [0, 0];
  for (const [index, [, to]] of paragraphs.entries()) {
    const [firstSentence, firstRole] = [sentence, role];
    while (sentence < sentences.length && (sentences[sentence] as Span)[1] <= to) sentence++;
    while (role < roles.length && (roles[role]?.[1] ?? 0) <= to) role++;
    const own = roles.slice(firstRole, role);
    if (own.length > 0)
      linker.read(new Paragraph(words, sentences.slice(firstSentence, sentence), own), index);
  }
  return linker.links;
};
