import type { Hono } from 'hono';
import { z } from 'zod';
import type { Desk } from '../mcp/index.ts';
import type { Reader } from '../read/index.ts';
import type { Store } from '../store/index.ts';
import type { OpenCases } from '../work/index.ts';
import { operation } from './operation.ts';

/** A message of JSON-RPC, whose own rules the protocol's library checks. */
const Message = z.looseObject({ jsonrpc: z.literal('2.0') });

/** `POST /api/mcp`: the Model Context Protocol over HTTP, for assistants on this machine; each request stands alone. */
export const serveAssistants = (app: Hono, store: Store, cases: OpenCases, reader: () => Reader): void => {
  const toAssistants = operation({
    summary: 'Answer an assistant (Model Context Protocol)',
    body: Message,
    answer: Message,
  });
  app.post('/api/mcp', toAssistants, async (context) => {
    // The protocol's library is loaded with the first question.
    const { answerHttp } = await import('../mcp/index.ts');
    const workbench = `http://${context.req.header('host')}/`;
    const desk: Desk = { withStore: (use) => use({ store, cases, workbench }), reader };
    return answerHttp(desk, context.req.raw, context.req.valid('json'));
  });
  // As the protocol asks of a server that keeps no session and sends nothing of its own accord.
  app.all('/api/mcp', (context) => context.body(null, 405, { allow: 'POST' }));
};
