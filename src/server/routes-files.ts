import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { Bearing, Finding } from '../model/index.ts';
import {
  commitmentsTable,
  documentsTable,
  eventsTable,
  evidenceTable,
  monthsTable,
  originsTable,
  paperFormats,
  renderPaper,
  reportPaper,
  type Table,
  tableCsv,
  tableXlsx,
} from '../publish/index.ts';
import type { Store } from '../store/index.ts';
import { exportFormat, exportNames, type OpenCase, reportOf } from '../work/index.ts';
import { AskedDocuments, annotatedBy } from './annotated.ts';
import { checked } from './checked.ts';
import { Clocks } from './clocks.ts';
import { eventsThat } from './events.ts';
import { operation } from './operation.ts';
import type { Assessed } from './routes-explore.ts';

const AskedReport = Clocks.extend({
  format: z.enum(paperFormats).default('html'),
  shown: z.stringbool().default(false),
  /** May stand several times; all commitments without it. */
  commitment: z.string().optional(),
});

const TableName = z.enum(['commitments', 'months', 'evidence', 'origins', 'events', 'documents']);

const AskedTable = Clocks.extend({
  format: z.enum(['csv', 'xlsx']).default('csv'),
  bearing: Bearing.optional(),
  role: Finding.shape.evidence.element.shape.role.optional(),
  placed: z.stringbool().optional(),
  q: z.string().trim().max(400).optional(),
  ...AskedDocuments.shape,
  /** May stand several times; all commitments without it. */
  commitment: z.string().optional(),
});
type AskedTable = z.infer<typeof AskedTable>;

const AskedExport = Clocks.extend({ format: z.enum(exportNames) });

const tableFormats = {
  csv: { mediaType: 'text/csv; charset=utf-8', write: async (table: Table) => Buffer.from(tableCsv(table)) },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: tableXlsx,
  },
} as const;

/** No case has more documents; a search ranks no more. */
const most = { documents: 1_000_000, found: 500 } as const;

/** The documents that the page lists with these filters, or finds with these words. */
const documentsAsked = async (store: Store, { file, documents }: OpenCase, { q, ...asked }: AskedTable) => {
  const { filter } = await annotatedBy(store, file.id, asked);
  if (!q) {
    const page = await store.documentPage(file.id, filter, { offset: 0, limit: most.documents });
    return documentsTable(page.documents, documents);
  }
  const { hits } = await store.search(file.id, q, { offset: 0, limit: most.found }, filter);
  const listed = hits.map(({ document }) => ({
    ...document,
    language: documents.get(document.id)?.language ?? null,
  }));
  return documentsTable(listed, documents);
};

/** Answers with a file, to be kept under a name, or shown. */
export const fileAnswer = (
  context: Context,
  { bytes, mediaType }: { bytes: Uint8Array; mediaType: string },
  name: string,
  isShown = false,
) => {
  context.header('content-type', mediaType);
  context.header('content-disposition', `${isShown ? 'inline' : 'attachment'}; filename="${name}"`);
  return context.body(new Uint8Array(bytes));
};

/** Routes that answer with files to hand in. */
export const addFileRoutes = (app: Hono, store: Store, assessed: Assessed): void => {
  const toReport = operation({
    summary: 'Write the report',
    query: AskedReport,
    answer: 'application/octet-stream',
  });
  app.get('/api/cases/:case/report', toReport, async (context) => {
    const { format, shown, ...asked } = context.req.valid('query');
    const { open, assessment } = await assessed(context.req.param('case'), asked);
    const report = await reportOf(store, open, assessment, context.req.queries('commitment') ?? null);
    const name = `${open.file.id}-report-${assessment.asOf}.${format}`;
    return fileAnswer(context, await renderPaper(reportPaper(report), format), name, shown);
  });

  const toTable = operation({
    summary: 'Write a table as a page shows it',
    query: AskedTable,
    answer: 'application/octet-stream',
  });
  app.get('/api/cases/:case/tables/:table', toTable, async (context) => {
    const asked = context.req.valid('query');
    const table = checked(TableName, context.req.param('table'));
    const { open, assessment } = await assessed(context.req.param('case'), asked);
    const material = { file: open.file, assessment };
    const filter = {
      commitments: context.req.queries('commitment'),
      bearing: asked.bearing,
      role: asked.role,
    };
    const tables = {
      commitments: () => commitmentsTable(material, filter),
      months: () => monthsTable(material, filter),
      evidence: () => evidenceTable(material, filter),
      origins: () => originsTable(material, filter),
      events: () => eventsTable(open.file, eventsThat(open, assessment, asked)),
      documents: () => documentsAsked(store, open, asked),
    };
    const { mediaType, write } = tableFormats[asked.format];
    const bytes = await write(await tables[table]());
    return fileAnswer(context, { bytes, mediaType }, `${open.file.id}-${table}.${asked.format}`);
  });

  const toExport = operation({
    summary: 'Hand the case on to other programs',
    query: AskedExport,
    answer: 'application/octet-stream',
  });
  app.get('/api/cases/:case/export', toExport, async (context) => {
    const { format, ...asked } = context.req.valid('query');
    const { ending, mediaType, write } = exportFormat(format);
    const { open, assessment } = await assessed(context.req.param('case'), asked);
    const bytes = await write({ store, open, assessment });
    return fileAnswer(context, { bytes, mediaType }, `${open.file.id}-${assessment.asOf}.${ending}`);
  });
};
