import { readFileSync } from 'node:fs';
import { z } from 'zod';

/*
 * `models/gazetteer/gazetteer.bin`, which `make.mjs` beside it writes: the length of a header, the header as
 * JSON, columns of numbers and of text. All threads read the same bytes. Rows are places: first-level
 * regions, countries, districts, settlements, in this order.
 */

/** Types of columns, by name, as views on shared bytes. */
const types = {
  Uint8Array: (shared: SharedArrayBuffer, from: number, length: number) =>
    new Uint8Array(shared, from, length),
  Uint16Array: (shared: SharedArrayBuffer, from: number, length: number) =>
    new Uint16Array(shared, from, length),
  Uint32Array: (shared: SharedArrayBuffer, from: number, length: number) =>
    new Uint32Array(shared, from, length),
  Float32Array: (shared: SharedArrayBuffer, from: number, length: number) =>
    new Float32Array(shared, from, length),
} as const;

const Header = z.object({
  counts: z.object({ regions: z.int(), countries: z.int(), districts: z.int() }),
  columns: z.record(
    z.string(),
    z.object({
      type: z.enum(['Uint8Array', 'Uint16Array', 'Uint32Array', 'Float32Array']),
      offset: z.int().describe('In bytes from the first column.'),
      length: z.int().describe('In numbers.'),
    }),
  ),
});

/** Texts one after the other; text `at` is `bytes[starts[at] … starts[at + 1])` in UTF-8. */
export interface Texts {
  readonly bytes: Buffer;
  readonly starts: ArrayLike<number>;
}

/** The columns as views on the shared bytes; null islands are 0. */
export interface GazetteerFile {
  readonly counts: z.infer<typeof Header>['counts'];
  /** GeoNames id; 0 but for settlements. */
  readonly ids: ArrayLike<number>;
  readonly lats: ArrayLike<number>;
  readonly lons: ArrayLike<number>;
  /** Of an area the sum of its settlements of 500 people and more. */
  readonly populations: ArrayLike<number>;
  /** Row of the first-level region and one; 0 for none. */
  readonly regions: ArrayLike<number>;
  /** Index among the countries. */
  readonly countries: ArrayLike<number>;
  /** 2 for the capital of a country, 1 for the seat of a first-level region. */
  readonly seats: ArrayLike<number>;
  readonly names: Texts;
  /** `CC.NN` of a region, `CC` of a country, `CC.NN.NNN` of a district; settlements have none. */
  readonly codes: Texts;
  /** All names of all places, folded and sorted by their bytes. */
  readonly keys: Texts;
  /** Row of the place that bears a key, doubled; plus one where it is the name, not another one. */
  readonly keyRows: ArrayLike<number>;
}

const headStart = 4;
const alignment = 8;

const view = (shared: SharedArrayBuffer): GazetteerFile => {
  const headLength = Buffer.from(shared, 0, headStart).readUInt32LE();
  const header = Header.parse(JSON.parse(Buffer.from(shared, headStart, headLength).toString()));
  const first = Math.ceil((headStart + headLength) / alignment) * alignment;
  const place = (name: string) => {
    const column = header.columns[name];
    if (!column) throw new Error(`gazetteer.bin has no column ${name}`);
    return column;
  };
  const numbers = (name: string): ArrayLike<number> => {
    const { type, offset, length } = place(name);
    return types[type](shared, first + offset, length);
  };
  const texts = (name: string, starts: string): Texts => {
    const { offset, length } = place(name);
    return { bytes: Buffer.from(shared, first + offset, length), starts: numbers(starts) };
  };
  return {
    counts: header.counts,
    ids: numbers('ids'),
    lats: numbers('lats'),
    lons: numbers('lons'),
    populations: numbers('populations'),
    regions: numbers('regions'),
    countries: numbers('countries'),
    seats: numbers('seats'),
    names: texts('names', 'nameStarts'),
    codes: texts('codes', 'codeStarts'),
    keys: texts('keyTexts', 'keyStarts'),
    keyRows: numbers('keyRows'),
  };
};

const path = new URL('../../../models/gazetteer/gazetteer.bin', import.meta.url);
let bytes: SharedArrayBuffer | undefined;

/** The file's bytes, read once and to be handed to the other threads. */
export const gazetteerBytes = (): SharedArrayBuffer => {
  if (!bytes) {
    const read = readFileSync(path);
    bytes = new SharedArrayBuffer(read.length);
    read.copy(Buffer.from(bytes));
  }
  return bytes;
};

/** In a thread, before the first look-up: the bytes that another thread has read. */
export const shareGazetteer = (shared: SharedArrayBuffer): void => {
  bytes = shared;
};

export const openGazetteer = (): GazetteerFile => view(gazetteerBytes());

export const textAt = ({ bytes: all, starts }: Texts, at: number): string =>
  all.toString('utf8', starts[at], starts[at + 1]);
