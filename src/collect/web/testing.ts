import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a test's server answers on a path; a function may answer for itself. */
export type Route =
  | { status?: number; headers?: Record<string, string>; body?: string | Uint8Array }
  | ((request: IncomingMessage, response: ServerResponse) => void);

export interface Site {
  origin: string;
  port: number;
  /** Every request so far, as `GET /path`. */
  requests: string[];
  /** By path with its query; what is not there is 404. Tests may change it. */
  routes: Record<string, Route>;
  close(): Promise<void>;
}

/** For tests: a web server on this machine. */
export async function siteOf(routes: Record<string, Route>): Promise<Site> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const route = routes[request.url ?? ''] ?? { status: 404, body: 'Not here.' };
    if (typeof route === 'function') return route(request, response);
    const { status = 200, headers = {}, body = '' } = route;
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    requests,
    routes,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
