import { buffer } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Assessment } from '../model/index.ts';
import {
  commitmentsTable,
  dataPackage,
  documentsTable,
  evidenceTable,
  monthsTable,
  originsTable,
  pamSheet,
  tableCsv,
} from '../publish/index.ts';
import type { Store } from '../store/index.ts';
import { assessCase, type OpenCase } from './assess-case.ts';
import { version } from './version.ts';

/** A case as it is handed on, on the clocks of its assessment. */
interface Exported {
  store: Store;
  open: OpenCase;
  assessment: Assessment;
}

/** A form in which a case is handed on as one file. */
interface ExportFormat {
  ending: string;
  mediaType: string;
  write(exported: Exported): Promise<Uint8Array>;
}

const zipped = async (files: ReadonlyMap<string, string>): Promise<Uint8Array> => {
  const zip = new ZipFile();
  for (const [name, text] of files) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const bytes = buffer(zip.outputStream);
  await finished(zip.outputStream, { writable: false });
  return bytes;
};

const dataPackageOf = async ({ store, open, assessment }: Exported): Promise<Uint8Array> => {
  const { file, documents } = open;
  const { asOf, knownAt } = assessment;
  const material = { file, assessment };
  const tables = [
    commitmentsTable(material),
    monthsTable(material),
    evidenceTable(material),
    originsTable(material),
    documentsTable(await store.documents(file.id), documents),
  ];
  return zipped(dataPackage({ name: file.id, title: file.title, asOf, knownAt, version }, tables));
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
  datapackage: { ending: 'zip', mediaType: 'application/zip', write: dataPackageOf },
  pam: { ending: 'csv', mediaType: 'text/csv; charset=utf-8', write: pamSheetOf },
} as const satisfies Record<string, ExportFormat>;

export type ExportName = keyof typeof formats;

export const exportNames = Object.keys(formats) as [ExportName, ...ExportName[]];

export const exportFormat = (name: ExportName): ExportFormat => formats[name];
