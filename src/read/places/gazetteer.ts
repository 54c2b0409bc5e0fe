import { type PlaceMention, partitionPoint } from '../../model/index.ts';
import { fold } from '../countries.ts';
import { wordTable } from '../word-table.ts';
import { type GazetteerFile, openGazetteer, textAt } from './gazetteer-file.ts';

/** A place that bears a name. */
export type GazetteerEntry = Omit<PlaceMention, 'span' | 'attributive'> & {
  /** ISO 3166-1 alpha-2; `''` for a continent. */
  readonly country: string;
  /** First-level region as `CC.NN`; `''` for none. */
  readonly region: string;
  readonly population: number;
  /** 2 for the capital of a country, 1 for the seat of a region. */
  readonly seat: number;
  /** Whether the name looked up is its own, not one of its others. */
  readonly own: boolean;
};

/** Continents, by GeoNames' points. */
const continents = wordTable<readonly [name: string, id: number, lat: number, lon: number]>({
  africa: ['Africa', 6255146, 7.1881, 21.09375],
  antarctica: ['Antarctica', 6255152, -78.15856, 16.40626],
  asia: ['Asia', 6255147, 29.84064, 89.29688],
  europe: ['Europe', 6255148, 48.69096, 9.14062],
  'north america': ['North America', 6255149, 46.07323, -100.54688],
  oceania: ['Oceania', 6255151, -18.31281, 138.51562],
  'south america': ['South America', 6255150, -14.60485, -57.65625],
});

/** Names whose places are kept; a few megabytes at most. */
const remembered = 5_000;

/** Places by their names and their other names. */
export class Gazetteer {
  readonly #file: GazetteerFile;
  readonly #countryRows: ReadonlyMap<string, number>;
  /** By folded names looked up lately, also of nothing: news name the same places again and again. */
  readonly #known = new Map<string, readonly GazetteerEntry[]>();

  constructor(file: GazetteerFile) {
    this.#file = file;
    const { regions, countries } = file.counts;
    this.#countryRows = new Map(
      Array.from({ length: countries }, (_, index) => [textAt(file.codes, regions + index), regions + index]),
    );
  }

  /** Every place of a name, whatever its marks and capitals. */
  named(name: string): readonly GazetteerEntry[] {
    const key = fold(name);
    const known = this.#known.get(key);
    if (known) return known;
    const found = this.#look(key);
    if (this.#known.size >= remembered) this.#known.clear();
    this.#known.set(key, found);
    return found;
  }

  #look(key: string): GazetteerEntry[] {
    const continent = continents[key];
    if (continent) return [this.#continent(continent)];
    const wanted = Buffer.from(key);
    const { keys, keyRows } = this.#file;
    const compare = (at: number): number =>
      keys.bytes.compare(wanted, 0, wanted.length, keys.starts[at], keys.starts[at + 1]);
    const found: GazetteerEntry[] = [];
    for (
      let at = partitionPoint(keyRows.length, (before) => compare(before) < 0);
      at < keyRows.length;
      at++
    ) {
      if (compare(at) !== 0) break;
      const row = keyRows[at] as number;
      found.push(this.#entry(row >> 1, (row & 1) === 1));
    }
    return found;
  }

  /** A country by its ISO 3166-1 alpha-2 code. */
  country(code: string): GazetteerEntry | undefined {
    const row = this.#countryRows.get(code);
    return row === undefined ? undefined : this.#entry(row, true);
  }

  #continent([name, id, lat, lon]: readonly [string, number, number, number]): GazetteerEntry {
    const all = { country: '', region: '', population: 1e9, seat: 0, own: true, within: [] };
    return { ...all, name, lat, lon, precision: 'country', gazetteerId: `geonames:${id}` };
  }

  #precision(row: number): PlaceMention['precision'] {
    const { regions, countries, districts } = this.#file.counts;
    if (row < regions) return 'province';
    if (row < regions + countries) return 'country';
    return row < regions + countries + districts ? 'district' : 'settlement';
  }

  #identifier(row: number, precision: PlaceMention['precision']): string {
    if (precision === 'settlement') return `geonames:${this.#file.ids[row]}`;
    const code = textAt(this.#file.codes, row);
    if (precision === 'country') return `iso3166:${code}`;
    return `geonames:${precision === 'province' ? 'admin1' : 'admin2'}:${code}`;
  }

  #entry(row: number, own: boolean): GazetteerEntry {
    const { counts, lats, lons, populations, regions, countries, seats, names, codes } = this.#file;
    const precision = this.#precision(row);
    const countryRow = counts.regions + (countries[row] as number);
    const regionRow = (regions[row] as number) - 1;
    const outer = [
      ...(regionRow >= 0 && regionRow !== row ? [textAt(names, regionRow)] : []),
      ...(countryRow !== row ? [textAt(names, countryRow)] : []),
    ];
    return {
      name: textAt(names, row),
      lat: degrees(lats[row]),
      lon: degrees(lons[row]),
      precision,
      within: outer,
      gazetteerId: this.#identifier(row, precision),
      country: textAt(codes, countryRow),
      region: regionRow >= 0 ? textAt(codes, regionRow) : '',
      population: populations[row] as number,
      seat: seats[row] as number,
      own,
    };
  }
}

/** The file holds single precision: some metres. */
const degrees = (value: number | undefined): number => Math.round((value ?? 0) * 1e5) / 1e5;

let opened: Gazetteer | undefined;

/** The gazetteer of this thread; all threads share its bytes. */
export const loadGazetteer = (): Gazetteer => {
  opened ??= new Gazetteer(openGazetteer());
  return opened;
};
