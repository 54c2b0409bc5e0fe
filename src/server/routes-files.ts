import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { paperFormats, renderPaper, reportPaper } from '../publish/index.ts';
import type { Store } from '../store/index.ts';
import { reportOf } from '../work/index.ts';
import { Clocks } from './clocks.ts';
import { operation } from './operation.ts';
import type { Assessed } from './routes-explore.ts';

const AskedReport = Clocks.extend({
  format: z.enum(paperFormats).default('html'),
  shown: z.stringbool().default(false),
  /** May stand several times; all commitments without it. */
  commitment: z.string().optional(),
});

/** Answers with a file, to be kept under a name, or shown. */
const fileAnswer = (
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
};
