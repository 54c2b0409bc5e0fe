import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { Desk } from './desk.ts';
import { createMcpServer } from './server.ts';

/** Answers one request over HTTP: no session is kept, so that nothing is left behind. */
export const answerHttp = async (desk: Desk, request: Request, parsedBody: unknown): Promise<Response> => {
  const server = createMcpServer(desk);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    return await transport.handleRequest(request, { parsedBody });
  } finally {
    await server.close();
  }
};

/** Speaks over two streams until the one that is read ends, or the signal says so. */
export const speakOver = async (
  desk: Desk,
  input: Readable,
  output: Writable,
  signal: AbortSignal,
): Promise<void> => {
  const server = createMcpServer(desk);
  const closed = new Promise<void>((resolve) => {
    server.onclose = resolve;
  });
  const close = () => void server.close();
  input.once('end', close);
  signal.addEventListener('abort', close, { once: true });
  await server.connect(new StdioServerTransport(input, output));
  if (signal.aborted) close();
  await closed;
};
