import { languageInWords, translatorInWords } from '../../messages/index.ts';
import {
  type Document,
  dateInWords,
  longestQuotation,
  type Span,
  translatedFrom,
} from '../../model/index.ts';
import { clip, shortName } from '../clip.ts';
import type { Line, TableBlock } from '../paper/paper.ts';
import { placeInWords } from './place.ts';

/** What a report needs of each document that it may cite. */
export interface Citable {
  documents: ReadonlyMap<string, Document>;
  /** Instant at which each document's bytes were first taken, by its id. */
  collected: ReadonlyMap<string, string>;
}

const digest = 'Proviso’s summary, not the outlet’s text';

/** That words are those of a machine translation, with the original; nothing for words of the document itself. */
const translated = (document: Document, span: Span): Line => {
  const from = translatedFrom(document, span);
  if (!from) return [];
  const { words, language, at } = from;
  return [
    ` Machine translation from ${languageInWords(language)}, by ${translatorInWords(from)}, ${dateInWords(at.slice(0, 10))}. Original: `,
    { kind: 'quote', text: clip(words, longestQuotation) },
    '.',
  ];
};

/** The documents that a report cites, numbered as they are first cited, and listed in an annex. */
export class Citations {
  readonly #cited: string[] = [];
  readonly #citable: Citable;

  constructor(citable: Citable) {
    this.#citable = citable;
  }

  /** Its number in the annex, from 1. */
  numberOf(id: string): number {
    const known = this.#cited.indexOf(id);
    return known < 0 ? this.#cited.push(id) : known + 1;
  }

  /** Where words stand, for a note: title, publisher, date, page or paragraph, sentence, number in the annex. */
  cite(id: string, span: Span): Line {
    const document = this.#citable.documents.get(id);
    const number = this.numberOf(id);
    if (!document) return [`Annex A, document ${number}.`];
    const { title, publisher, published, kind } = document;
    return [
      { kind: 'quote', text: shortName(title || 'Untitled') },
      `, ${shortName(publisher ?? 'unknown publisher')}, ${published ? dateInWords(published) : 'undated'}, `,
      `${placeInWords(document, span)}${kind === 'digest' ? ` (${digest})` : ''}; annex A, document ${number}.`,
      ...translated(document, span),
    ];
  }

  /** Where words stand, for a cell of an annex: number of the document, page or paragraph, sentence. */
  citeShortly(id: string, span: Span): Line {
    const document = this.#citable.documents.get(id);
    const number = `Document ${this.numberOf(id)}`;
    return document
      ? [`${number}, ${placeInWords(document, span)}`, ...translated(document, span)]
      : [number];
  }

  get count(): number {
    return this.#cited.length;
  }

  /** The documents cited, with what proves that they are what was read. */
  annex(): TableBlock {
    return {
      kind: 'table',
      caption: 'Documents cited',
      columns: ['No.', 'Document', 'Published', 'Address', 'Collected', 'SHA-256 of its bytes'],
      widths: [6, 28, 12, 20, 13, 21],
      rows: this.#cited.map((id, place) => this.#row(id, place + 1)),
    };
  }

  #row(id: string, number: number): Line[] {
    const document = this.#citable.documents.get(id);
    if (!document) return [[String(number)], ['No longer in the case'], [], [], [], []];
    const { title, publisher, published, url, sha256, kind } = document;
    const collected = this.#citable.collected.get(id);
    return [
      [String(number)],
      [
        { kind: 'quote', text: shortName(title || 'Untitled') },
        `, ${shortName(publisher ?? 'unknown publisher')}${kind === 'digest' ? `. ${digest}` : ''}`,
      ],
      [published ? dateInWords(published) : 'undated'],
      url ? [{ kind: 'link', text: shortName(url), address: url }] : [],
      [collected ? `${collected.slice(0, 16).replace('T', ' ')} UTC` : ''],
      [sha256],
    ];
  }
}
