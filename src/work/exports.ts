import type { Assessment, Capture } from '../model/index.ts';
import {
  asHandedOn,
  caseStix,
  citedIn,
  commitmentsTable,
  dataPackage,
  documentsCited,
  documentsTable,
  entitiesFtm,
  eventsGeoJson,
  evidenceTable,
  type HandedOn,
  monthsTable,
  originsTable,
  type PackageForm,
  type Provenance,
  pamSheet,
  publicCaptures,
  publicFacts,
  publicPeople,
  quotationsJsonLd,
  sourcesBibtex,
  sourcesCsl,
  sourcesRis,
  tableCsv,
} from '../publish/index.ts';
import type { Store } from '../store/index.ts';
import { assessCase, type OpenCase } from './assess-case.ts';
import { editionSourceOf } from './publication/edition-source.ts';
import { version } from './version.ts';
import { zipped } from './zipped.ts';

/** A case that is to be handed on, on the clocks of its assessment. */
interface Exported {
  store: Store;
  open: OpenCase;
  assessment: Assessment;
}

/** A form in which a case is handed on as one file. */
interface ExportFormat {
  /** Of the file's name: two formats of one ending say which they are. */
  ending: string;
  mediaType: string;
  write(exported: Exported): Promise<Uint8Array>;
}

const handedOn = async ({ store, open, assessment }: Exported): Promise<HandedOn> => {
  const source = await editionSourceOf(store, open, assessment);
  const names = await store.everyName(open.file.id);
  return asHandedOn(
    {
      file: open.file,
      assessment,
      statements: new Map(open.statements.map((statement) => [statement.id, statement])),
      documents: open.documents,
      collected: source.collected,
      version,
    },
    {
      types: new Map(names.map(({ key, type }) => [key, type])),
      publicPeople: publicPeople(source),
    },
  );
};

/** A format whose file is one text. */
const text = (
  ending: string,
  mediaType: string,
  write: (handed: HandedOn, exported: Exported) => string | Promise<string>,
): ExportFormat => ({
  ending,
  mediaType,
  write: async (exported) => new TextEncoder().encode(await write(await handedOn(exported), exported)),
});

/** Who did what to the documents that sentences are cited from. */
const provenanceOf = async (handed: HandedOn, { store, open }: Exported): Promise<Provenance> => {
  const captures = new Map<string, Capture[]>();
  for (const { id } of documentsCited(citedIn(handed)))
    captures.set(id, publicCaptures(await store.captures(id)));
  return {
    captures,
    readers: await store.readersOf(open.file.id),
    judgements: await store.judgements(open.file.id),
    decisions: open.decisions,
  };
};

const packageOf =
  (form: PackageForm) =>
  async (exported: Exported): Promise<Uint8Array> => {
    const { file, assessment } = await handedOn(exported);
    const { asOf, knownAt } = assessment;
    const material = { file, assessment };
    const listed = await exported.store.documents(file.id);
    const tables = [
      commitmentsTable(material),
      monthsTable(material),
      evidenceTable(material),
      originsTable(material),
      documentsTable(listed.map(publicFacts), exported.open.documents),
    ];
    const about = { name: file.id, title: file.title, asOf, knownAt, version };
    return zipped(await dataPackage(about, tables, form));
  };

/** Days at the end of each year of an agreement, the last on the cut-off day. */
const yearEnds = (signed: string, asOf: string): { year: number; day: string }[] => {
  const [first, last] = [Number(signed.slice(0, 4)), Number(asOf.slice(0, 4))];
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => {
    const end = `${first + index}-12-31`;
    return { year: first + index, day: end < asOf ? end : asOf };
  });
};

const pamSheetOf = async ({ open, assessment: { asOf, knownAt } }: Exported): Promise<Uint8Array> => {
  const years = yearEnds(open.file.signed, asOf).map(({ year, day }) => ({
    year,
    findings: assessCase(open, { asOf: day, knownAt }).commitments,
  }));
  return new TextEncoder().encode(tableCsv(pamSheet(open.file, years)));
};

/** Every form in which a case is handed on, by its name. */
const formats = {
  datapackage: { ending: 'zip', mediaType: 'application/zip', write: packageOf('csv') },
  parquet: { ending: 'parquet.zip', mediaType: 'application/zip', write: packageOf('parquet') },
  pam: { ending: 'csv', mediaType: 'text/csv; charset=utf-8', write: pamSheetOf },
  geojson: text('geojson', 'application/geo+json', eventsGeoJson),
  'csl-json': text('csl.json', 'application/vnd.citationstyles.csl+json', sourcesCsl),
  bibtex: text('bib', 'application/x-bibtex; charset=utf-8', sourcesBibtex),
  ris: text('ris', 'application/x-research-info-systems; charset=utf-8', sourcesRis),
  'json-ld': text('jsonld', 'application/ld+json', async (handed, exported) =>
    quotationsJsonLd(handed, await provenanceOf(handed, exported)),
  ),
  ftm: text('ftm.jsonl', 'application/jsonl', entitiesFtm),
  stix: text('stix.json', 'application/stix+json;version=2.1', caseStix),
} as const satisfies Record<string, ExportFormat>;

export type ExportName = keyof typeof formats;

export const exportNames = Object.keys(formats) as [ExportName, ...ExportName[]];

export const exportFormat = (name: ExportName): ExportFormat => formats[name];
