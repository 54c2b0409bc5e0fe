import type { Status } from '../../model/index.ts';

/** A part of a line. Plain text is our own words; a `quote` is somebody else's, exactly as they stand. */
export type Inline =
  | string
  | { kind: 'strong'; text: string }
  | { kind: 'quote'; text: string }
  | { kind: 'status'; status: Status; text: string }
  | { kind: 'link'; text: string; address: string }
  | { kind: 'section'; text: string; anchor: string }
  | { kind: 'note'; content: Line };

export type Line = readonly Inline[];

export interface TableBlock {
  kind: 'table';
  caption: string;
  columns: readonly string[];
  /** How wide each column is, in percent of the page; where a format asks for it. */
  widths: readonly number[];
  rows: readonly (readonly Line[])[];
}

/** What a section is made of: numbered paragraphs, lists and tables. */
export type Block =
  | { kind: 'paragraph'; content: Line }
  | { kind: 'list'; items: readonly Line[] }
  | TableBlock;

export interface Section {
  heading: string;
  /** By which links find it; one of a kind in a paper. */
  anchor: string;
  blocks: readonly Block[];
  sections: readonly Section[];
}

/**
 * A paper to hand in, as data: made once, and rendered as a Word document, a page and Markdown. Paragraphs are numbered through
 * the whole of it, and so are notes, each where it first stands.
 */
export interface Paper {
  title: string;
  /** Lines under the title. */
  subtitle: readonly string[];
  sections: readonly Section[];
}

export const paragraph = (...content: Line): Block => ({ kind: 'paragraph', content });

/** A list, unless there is nothing in it. */
export const list = (items: readonly Line[]): Block[] => (items.length > 0 ? [{ kind: 'list', items }] : []);

export const note = (...content: Line): Inline => ({ kind: 'note', content });

export const quote = (text: string): Inline => ({ kind: 'quote', text });

/** Counts paragraphs and collects notes while a paper is rendered. */
export class Numbering<Note> {
  readonly notes: Note[] = [];
  #paragraphs = 0;

  /** Number of the next paragraph, from 1. */
  paragraph(): number {
    this.#paragraphs += 1;
    return this.#paragraphs;
  }

  /** Number of a note, from 1. */
  note(content: Note): number {
    return this.notes.push(content);
  }
}
