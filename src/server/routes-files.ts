import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { paperFormats, renderPaper, reportPaper } from '../publish/index.ts';
import type { Store } from '../store/index.ts';
import { reportOf } from '../work/index.ts';
import { checked } from './checked.ts';
import type { Assessed } from './routes-explore.ts';

const AskedReport = z.object({
  format: z.enum(paperFormats).default('html'),
  shown: z.stringbool().default(false),
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
  app.get('/api/cases/:case/report', async (context) => {
    const { format, shown } = checked(AskedReport, context.req.query());
    const { open, assessment } = await assessed(context);
    const report = await reportOf(store, open, assessment, context.req.queries('commitment') ?? null);
    const name = `${open.file.id}-report-${assessment.asOf}.${format}`;
    return fileAnswer(context, await renderPaper(reportPaper(report), format), name, shown);
  });
};
