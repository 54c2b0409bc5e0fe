import type { Span } from '../../model/index.ts';
import { bestLabels, chainOf, type Labelled, runsOf } from './chains.ts';
import { Encoder, type Rows, type Scores } from './encoder.ts';
import { lemmaOf } from './lemmas.ts';
import { WordPieces } from './pieces.ts';
import { Relations } from './relations.ts';
import { bestTree } from './trees.ts';
import { graphPath, type Labels, readLabels, readVocabulary } from './weights.ts';
import { type Paragraph, paragraphsOf, type Window } from './windows.ts';

/** A word of Universal Dependencies. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly lemma: string;
  readonly upos: string;
  /** Index among the text's words; −1 for the root of a sentence. */
  readonly head: number;
  readonly deprel: string;
}

export type NameType = 'person' | 'organisation' | 'place' | 'nationality' | 'other';
export type AttributionRole = 'source' | 'cue' | 'content';

/** What the network finds in a text. Runs count words: `[first, the one after the last, label]`. */
export interface TaggedText {
  readonly words: readonly Word[];
  /** Runs of words, as are paragraphs: every word is in one of each. */
  readonly sentences: readonly Span[];
  readonly paragraphs: readonly Span[];
  readonly names: readonly (readonly [from: number, to: number, type: NameType])[];
  readonly roles: readonly (readonly [from: number, to: number, role: AttributionRole])[];
  /** Words that tell of an event or state; factuality −3…3 is the author's view. */
  readonly events: readonly { readonly word: number; readonly factuality: number }[];
}

/** Longer sentences are lists and tables; they are cut where an end is likeliest. */
const longestSentence = 160;
const unlikely = -1e4;

const at = ({ data, width }: Rows, row: number, column: number): number =>
  data[row * width + column] as number;

const strongest = ({ data, width }: Rows, row: number): number => {
  let best = 0;
  for (let column = 1; column < width; column++)
    if ((data[row * width + column] as number) > (data[row * width + best] as number)) best = column;
  return best;
};

/** A paragraph's words with the scores of the window in which each lies deepest. */
class Scored {
  readonly #windows: readonly Window[];
  readonly #scores: readonly Scores[];
  readonly #owner: Int32Array;

  constructor(count: number, windows: readonly Window[], scores: readonly Scores[]) {
    this.#windows = windows;
    this.#scores = scores;
    this.#owner = new Int32Array(count);
    for (let word = 0; word < count; word++) this.#owner[word] = this.#deepest(word);
  }

  #deepest(word: number): number {
    const depth = ({ from, to }: Window): number => Math.min(word - from, to - 1 - word);
    return this.#windows.reduce(
      (best, window, index) => (depth(window) > depth(this.#windows[best] as Window) ? index : best),
      0,
    );
  }

  /** Scores of a word's window, and the word's row there. */
  of(word: number): readonly [Scores, row: number, window: Window] {
    const owner = this.#owner[word] as number;
    const window = this.#windows[owner] as Window;
    return [this.#scores[owner] as Scores, word - window.from, window];
  }

  emission(layer: 'names' | 'tags'): (word: number, label: number) => number {
    return (word, label) => {
      const [scores, row] = this.of(word);
      return at(scores[layer], row, label);
    };
  }

  ending(word: number): number {
    const [scores, row] = this.of(word);
    return at(scores.ends, row, 0);
  }

  /** Of an arc between words of the paragraph; head −1 is the root. Far words are unlikely heads. */
  arc(dependent: number, head: number): number {
    const [scores, row, window] = this.of(dependent);
    if (head < 0) return at(scores.arcs, row, 0);
    return head >= window.from && head < window.to ? at(scores.arcs, row, head - window.from + 1) : unlikely;
  }
}

/** Runs of words that end where the network says so, none longer than can be parsed. */
const sentencesOf = (count: number, ending: (word: number) => number): Span[] => {
  const sentences: Span[] = [];
  let from = 0;
  for (let word = 0; word < count; word++) {
    if (ending(word) > 0 || word === count - 1) {
      sentences.push([from, word + 1]);
      from = word + 1;
    } else if (word - from + 1 >= longestSentence) {
      let cut = word;
      for (let other = from + longestSentence / 2; other < word; other++)
        if (ending(other) > ending(cut)) cut = other;
      sentences.push([from, cut + 1]);
      word = cut;
      from = cut + 1;
    }
  }
  return sentences;
};

/** Tags texts with the trained network; one instance a thread. */
export class Tagger {
  readonly #encoder: Encoder;
  readonly #labels: Labels;
  readonly #wordPieces: WordPieces;
  readonly #relations: Relations;

  private constructor(encoder: Encoder, labels: Labels, wordPieces: WordPieces) {
    this.#encoder = encoder;
    this.#labels = labels;
    this.#wordPieces = wordPieces;
    this.#relations = new Relations(labels);
  }

  static async load(): Promise<Tagger> {
    return new Tagger(await Encoder.load(graphPath()), readLabels(), new WordPieces(readVocabulary()));
  }

  /** Every layer of a text. The same text gives the same tags whatever was read before it. */
  async tag(text: string): Promise<TaggedText> {
    const tagged = {
      words: [] as Word[],
      sentences: [] as Span[],
      paragraphs: [] as Span[],
      names: [] as Labelled[],
      roles: [] as Labelled[],
      events: [] as { word: number; factuality: number }[],
    };
    for (const paragraph of paragraphsOf(text, this.#wordPieces)) {
      const first = tagged.words.length;
      const count = paragraph.words.length;
      const scored = await this.#score(paragraph);
      const shift = ([from, to, label]: Labelled): Labelled => [from + first, to + first, label];
      const sentences = sentencesOf(count, (word) => scored.ending(word));
      tagged.paragraphs.push([first, first + count]);
      tagged.words.push(...this.#parse(text, paragraph, scored, sentences, first));
      for (const [from, to] of sentences) tagged.sentences.push([from + first, to + first]);
      for (const run of this.#names(scored, sentences)) tagged.names.push(shift(run));
      for (const run of this.#roles(scored, count)) tagged.roles.push(shift(run));
      for (let word = 0; word < count; word++) {
        const [scores, row] = scored.of(word);
        const factuality = Math.max(-3, Math.min(3, at(scores.events, row, 1)));
        if (at(scores.events, row, 0) > 0) tagged.events.push({ word: word + first, factuality });
      }
    }
    return tagged as TaggedText;
  }

  /** Only runs the network over a text, to tell its time from that of all else. */
  async encode(text: string): Promise<void> {
    for (const { windows } of paragraphsOf(text, this.#wordPieces))
      for (const window of windows) await this.#encoder.run(window);
  }

  async #score({ words, windows }: Paragraph): Promise<Scored> {
    const scores: Scores[] = [];
    for (const window of windows) scores.push(await this.#encoder.run(window));
    return new Scored(words.length, windows, scores);
  }

  #names(scored: Scored, sentences: readonly Span[]): Labelled[] {
    const { names } = this.#labels;
    const emission = scored.emission('names');
    return sentences.flatMap(([from, to]) => {
      const path = bestLabels(chainOf(names), to - from, (word, label) => emission(word + from, label));
      return runsOf([...path].map((label) => names[label] as string)).map(
        ([start, end, label]): Labelled => [start + from, end + from, label],
      );
    });
  }

  #roles(scored: Scored, count: number): Labelled[] {
    const { tags, tagStarts, tagTransitions } = this.#labels;
    const path = bestLabels(chainOf(tags, tagStarts, tagTransitions), count, scored.emission('tags'));
    return runsOf([...path].map((label) => tags[label] as string));
  }

  #parse(
    text: string,
    { words }: Paragraph,
    scored: Scored,
    sentences: readonly Span[],
    first: number,
  ): Word[] {
    return sentences.flatMap(([from, to]) => {
      const heads = bestTree(to - from, (dependent, head) =>
        scored.arc(from + dependent - 1, head === 0 ? -1 : from + head - 1),
      );
      return words.slice(from, to).map(([start, end], index): Word => {
        const word = from + index;
        const head = (heads[index + 1] as number) === 0 ? -1 : from + (heads[index + 1] as number) - 1;
        const [scores, row] = scored.of(word);
        const upos = this.#labels.upos[strongest(scores.upos, row)] as string;
        return {
          start,
          end,
          lemma: lemmaOf(text.slice(start, end), upos),
          upos,
          head: head < 0 ? -1 : head + first,
          deprel: this.#relation(scored, word, head),
        };
      });
    });
  }

  #relation(scored: Scored, dependent: number, head: number): string {
    if (head < 0) return 'root';
    const [scores, row, window] = scored.of(dependent);
    // A head outside the window (a cut sentence) is judged as the root's place, which is always there.
    const headRow = head >= window.from && head < window.to ? head - window.from + 1 : 0;
    return this.#relations.between(scores, row, headRow);
  }
}
