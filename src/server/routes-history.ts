import type { Hono } from 'hono';
import { z } from 'zod';
import { LogKind, type LogLine, LogView, UndoRequest } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { judgementLog, undoLine } from '../work/index.ts';
import type { Additions } from './additions.ts';
import { checked } from './checked.ts';
import { operation } from './operation.ts';
import { Paging } from './paging.ts';
import { personOf } from './people.ts';

const Asked = Paging.extend({
  kind: LogKind.optional(),
  by: z.string().max(200).optional(),
  q: z.string().trim().max(400).optional(),
  standing: z.stringbool().optional(),
});

const Line = z.object({ kind: LogKind, id: z.string() });

/** What of a line is looked through for words. */
const wordsOf = (line: LogLine): string => {
  const own =
    line.kind === 'verdict'
      ? line.judgement.anchor.words
      : line.kind === 'decision'
        ? `${line.decision.subject} ${JSON.stringify(line.decision.value)}`
        : 'claim' in line
          ? line.claim.words
          : `${line.correction.previous ?? ''} ${line.correction.value ?? ''}`;
  return `${own} ${line.reason} ${line.document?.title ?? ''}`.toLowerCase();
};

/** Routes of the history: what people decided, and undoing it later too. */
export const addHistoryRoutes = (app: Hono, store: Store, additions: Additions): void => {
  const ofHistory = operation({ summary: 'List what people decided', query: Asked, answer: LogView });
  app.get('/api/cases/:case/history', ofHistory, async (context) => {
    const { offset, limit, kind, by, q, standing } = context.req.valid('query');
    const all = await judgementLog(store, context.req.param('case'));
    const lines = all.filter(
      (line) =>
        (!kind || line.kind === kind) &&
        (!by || line.by === by) &&
        (!standing || line.stands) &&
        (!q || wordsOf(line).includes(q.toLowerCase())),
    );
    return context.json({
      total: lines.length,
      lines: lines.slice(offset, offset + limit),
      people: [...new Set(all.map((line) => line.by))].sort(),
    } satisfies LogView);
  });

  const toUndo = operation({ summary: 'Undo a decision', body: UndoRequest.prefault({}) });
  app.post('/api/cases/:case/history/:kind/:id/undo', toUndo, async (context) => {
    const { kind, id } = checked(Line, context.req.param());
    const { reason } = context.req.valid('json');
    const caseId = context.req.param('case');
    const line = await undoLine(store, caseId, { kind, id }, { by: personOf(context), reason });
    // A document whose date or language is another one lost its reading, and is read again in the background.
    if (line.kind === 'correction') await additions.add(caseId, { files: [], urls: [] });
    return context.body(null, 204);
  });
};
