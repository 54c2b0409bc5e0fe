import { setTimeout as delay } from 'node:timers/promises';
import { Hono } from 'hono';
import type { Counter, Histogram, Registry } from 'prom-client';
import { asProvisoError, ProvisoError, readLanguages } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { observe } from '../work/index.ts';
import { createGuard, localHosts } from './guard.ts';
import { listening } from './listening.ts';

/** How long database and originals may take to answer, in ms. */
const patience = 5000;

/** Bounds of answering times, in seconds: from a view that is kept to a case that is weighed anew. */
const times = [0.005, 0.02, 0.1, 0.3, 1, 3, 10, 30];

/** What is measured in this process and asked of the store at each look. Labels are codes, states and templates of routes. */
async function metricsOf(store: Store): Promise<{ registry: Registry; close(): void }> {
  const { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } = await import('prom-client');
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests: Histogram = new Histogram({
    name: 'proviso_http_request_duration_seconds',
    help: 'Time to answer a request, by the template of its route.',
    labelNames: ['method', 'route', 'status'],
    buckets: times,
    registers,
  });
  const refusals: Counter = new Counter({
    name: 'proviso_refusals_total',
    help: 'What was refused or failed, by its code.',
    labelNames: ['code'],
    registers,
  });
  const readings: Counter = new Counter({
    name: 'proviso_readings_total',
    help: 'Documents that this process read, or that its reader failed on.',
    labelNames: ['outcome'],
    registers,
  });
  new Gauge({
    name: 'proviso_documents',
    help: 'Documents in the store: waiting to be read, or done, which those in a language that is not read are too.',
    labelNames: ['state'],
    registers,
    async collect() {
      const { documents, waiting } = await store.readingCounts(readLanguages);
      this.set({ state: 'waiting' }, waiting);
      this.set({ state: 'done' }, documents - waiting);
    },
  });
  const stops = [
    observe('request', ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status }, seconds),
    ),
    observe('refusal', ({ code }) => refusals.inc({ code })),
    observe('reading', ({ outcome }) => readings.inc({ outcome })),
  ];
  return { registry, close: () => stops.forEach((stop) => void stop()) };
}

const inTime = async (work: Promise<void>): Promise<void> => {
  const late = async () => {
    await delay(patience, undefined, { ref: false });
    throw new ProvisoError(
      'PROVISO_STORE_UNUSABLE',
      'The store does not answer in time.',
      'Look at its database.',
    );
  };
  await Promise.race([work, late()]);
};

/**
 * Serves what operators ask of a server, on a port of its own and this machine's loopback address only: `/healthz` answers while
 * the process works, `/readyz` while its database and originals do, `/metrics` is for Prometheus.
 * @throws ProvisoError PROVISO_PORT_TAKEN.
 */
export async function serveMetrics(store: Store, port: number): Promise<{ close(): Promise<void> }> {
  const { registry, close } = await metricsOf(store);
  const app = new Hono();
  app.use(createGuard(localHosts(port)).middleware);
  app.onError((thrown, context) => {
    const { code, httpStatus } = asProvisoError(thrown);
    return context.json({ code }, httpStatus as 503);
  });
  app.get('/healthz', (context) => context.text('ok\n'));
  app.get('/readyz', async (context) => {
    await inTime(store.check());
    return context.text('ok\n');
  });
  app.get('/metrics', async (context) =>
    context.body(await registry.metrics(), 200, { 'content-type': registry.contentType }),
  );
  try {
    const server = await listening(app.fetch, port, 'choose another with --metrics-port');
    return {
      close: async () => {
        close();
        await server.close();
      },
    };
  } catch (thrown) {
    close();
    throw thrown;
  }
}
