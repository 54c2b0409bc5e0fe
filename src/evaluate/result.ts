import type { Reading } from '../model/index.ts';
import type { Layer, ReadInput } from '../read/index.ts';

/** What can be measured; one entry or more of `measures` each. */
export const measuredLayers = [
  'attribution',
  'links',
  'syntax',
  'names',
  'coref',
  'events',
  'factuality',
  'times',
  'places',
  'namepairs',
  'matching',
  'accords',
  'draft',
  'speed',
] as const;
export type MeasuredLayer = (typeof measuredLayers)[number];

/** Fact sheets and coded accords have folders of their own: they are measured when asked for. */
const apart: readonly MeasuredLayer[] = ['matching', 'accords', 'draft'];

/** What is measured together, on one folder of corpora. */
export const layersTogether = measuredLayers.filter((layer) => !apart.includes(layer));

/**
 * F1 and % go from 0 to 100; r is Pearson's correlation, −1…1; points are on the scale of factuality, −3…3.
 * Of MB, times, % of pairs (to be looked at) and % off, less is better.
 */
type Unit =
  | 'F1'
  | 'points of F1'
  | '%'
  | '% of pairs'
  | '% off'
  | 'r'
  | 'points'
  | 'a second'
  | 'seconds'
  | 'MB'
  | 'times';

/** One thing measured on one corpus. */
export interface Figure {
  readonly measure: string;
  /** Where one measure goes over several corpora: whose figure it is. */
  readonly corpus?: string;
  readonly unit: Unit;
  /** How many gold items stand behind it. */
  readonly count: number;
  /** null where it is not defined: nothing to measure, or no variation to correlate. */
  readonly value: number | null;
  /** 0–100, beside an F1 only. */
  readonly precision?: number;
  readonly recall?: number;
  /** To compare: the same of something simpler (words alone, always the commonest), or what it should be. */
  readonly beside?: number | null;
  /** What was got wrong, a line each, where it can be named. */
  readonly misses?: readonly string[];
}

/** A figure with what the design asks for; null where it asks for nothing. */
export interface Row extends Figure {
  readonly layer: MeasuredLayer;
  readonly corpus: string;
  readonly reach: number | null;
  readonly beyond: number | null;
}

/** A corpus without figures, and why. */
export interface NotMeasured {
  readonly layer: MeasuredLayer;
  readonly corpus: string;
  readonly why: string;
}

/** Carries no date or path: but for speed, the same reader on the same corpora gives the same object. */
export interface Evaluation {
  readonly reader: { readonly name: string; readonly version: string };
  readonly rows: readonly Row[];
  readonly notMeasured: readonly NotMeasured[];
}

/** A reader as it is measured: by its readings alone. */
export interface MeasuredReader {
  readonly name: string;
  readonly version: string;
  readonly layers: readonly Layer[];
  /** How many texts it reads at the same time. */
  readonly threads: number;
  read(input: ReadInput): Reading | Promise<Reading>;
}

type Read = (input: ReadInput) => Promise<Reading>;

/** How many texts of a corpus have been read. */
type Watch = (done: number, total: number) => void;

/** What a measure needs to come to its figures. */
export interface Task {
  /** Folder of the corpora. */
  readonly data: string;
  readonly read: Read;
  /** How many texts to give it at a time, so that no thread of it waits for the next. */
  readonly width: number;
  readonly watch: Watch;
}
