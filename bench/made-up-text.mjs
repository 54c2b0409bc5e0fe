/** What made-up documents are made with. */
import { createHash } from 'node:crypto';
import { unreadReading } from '../dist/model/index.js';

/** Mulberry32: the same numbers from 0 to 1 on every machine. */
export const randomFrom = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

/** One of them, as `random` has it. */
export const oneOf = (random, items) => items[Math.floor(random() * items.length)];

/** The place of a word in a vocabulary in the order of frequency, as uneven as the words of a language (Zipf). */
export const zipf = (random, count) => Math.min(count - 1, Math.floor(Math.exp(random() * Math.log(count))));

/** A day of an accord that was signed on 2020-01-01, as ISO. */
export const day = (offset) =>
  new Date(Date.UTC(2020, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);

/** A text that is written together with its reading, so that nothing needs to be read. */
export class TextWithReading {
  text = '';
  #ids = new Map();

  constructor(published, reader) {
    this.reading = { ...unreadReading({ published }), reader };
  }

  /** Adds words. Returns their span. */
  put(words) {
    const span = [this.text.length, this.text.length + words.length];
    this.text += words;
    return span;
  }

  /** Adds the name of an entity, with its mention. Returns its span, and the entity's id in the reading. */
  putName(name, type) {
    const span = this.put(name);
    const { entities, mentions } = this.reading;
    const entity = this.#ids.get(name) ?? `e${this.#ids.size}`;
    if (!this.#ids.has(name)) entities.push({ id: entity, type, name, mentions: [], relations: [] });
    this.#ids.set(name, entity);
    entities.find(({ id }) => id === entity).mentions.push(span);
    mentions.push({ span, kind: 'name', entity });
    return { span, entity };
  }

  /** Bytes, document and reading of the text, as an outlet prints it. */
  printedBy(outlet, title) {
    const { text, reading } = this;
    const bytes = Buffer.from(text);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const id = sha256.slice(0, 16);
    const document = {
      ...{ id, sha256, mediaType: 'text/plain', byteLength: bytes.length, text, title, titleFrom: null },
      ...{ author: null, publisher: outlet, publisherFrom: null, agency: null },
      ...{ published: reading.published, publishedFrom: { source: 'person', certainty: 'stated' } },
      ...{ url: null, kind: 'original', language: 'en', guessedCharset: null, pages: null, segments: null },
      ...{ account: null, incomplete: null },
    };
    return { bytes, document, reading: { ...reading, id, text } };
  }
}
