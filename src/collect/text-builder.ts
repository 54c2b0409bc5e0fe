import type { Segment } from '../model/index.ts';

/** What a part of a text says of itself. */
export type Part = Omit<Segment, 'span'>;

/** Puts a text together of parts with an empty line between, and tells where each stands. */
export class TextBuilder {
  #text = '';
  readonly #segments: Segment[] = [];

  /** Adds a part; blanks alone add nothing. Without `part` it belongs to the document as a whole. */
  add(words: string, part?: Part): void {
    const text = words.trim();
    if (text === '') return;
    if (this.#text !== '') this.#text += '\n\n';
    const start = this.#text.length;
    this.#text += text;
    if (part) this.#segments.push({ ...part, span: [start, this.#text.length] });
  }

  get text(): string {
    return this.#text;
  }

  /** null when no part says anything of itself. */
  get segments(): Segment[] | null {
    return this.#segments.length > 0 ? this.#segments : null;
  }
}
