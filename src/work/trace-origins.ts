import { type CollectOptions, collect, copiesAmong } from '../collect/index.ts';
import { type CaseFile, type Document, type OriginTree, unreadReading } from '../model/index.ts';
import { inOrder, type Reader } from '../read/index.ts';
import { resolve } from '../resolve/index.ts';
import { originTree } from '../weigh/index.ts';
import { type Progress, silent } from './progress.ts';
import { isReadable } from './read-pending.ts';

/** Nobody is a party, nothing is owed: pages are traced without a case. */
const nobody: CaseFile = {
  id: 'origins',
  title: 'Origins',
  signed: '1970-01-01',
  parties: [],
  actors: [],
  grades: {},
  standard: 'un-panel',
  standards: {},
  commitments: [],
};

export interface TraceOptions extends Omit<CollectOptions, 'visits'> {
  progress?: Progress;
  signal?: AbortSignal;
}

/** Where what some pages tell comes from. Nothing is kept. */
export async function traceOrigins(
  reader: Reader,
  inputs: readonly string[],
  { progress = silent, signal, ...options }: TraceOptions = {},
): Promise<OriginTree> {
  const documents = new Map<string, Document>();
  const refused: OriginTree['refused'] = [];
  for await (const event of collect(inputs, options)) {
    if (signal?.aborted) break;
    if (event.kind === 'collected') documents.set(event.document.id, event.document);
    if (event.kind === 'refused') {
      const { code, message: why, todo } = event.error;
      refused.push({ source: event.source, code, why, todo });
    }
  }
  progress({ doing: 'collecting', done: documents.size, total: documents.size });
  const pages = [...documents.values()];
  const read = new Set(pages.filter(isReadable).map(({ id }) => id));
  const found = inOrder(pages, reader.threads + 1, async (document) => ({
    document,
    reading: read.has(document.id)
      ? await reader.read({ id: document.id, text: document.text, published: document.published, layers: [] })
      : unreadReading(document),
  }));
  const readings = [];
  for await (const one of found) {
    readings.push(one);
    progress({ doing: 'reading', done: readings.length, total: pages.length });
  }
  const resolved = resolve({ file: nobody, entries: [], decisions: [] }, readings);
  const tree = originTree({
    file: nobody,
    pages,
    statements: resolved.flatMap(({ statements }) => statements),
    copies: copiesAmong(pages),
    read,
  });
  return { ...tree, refused };
}
