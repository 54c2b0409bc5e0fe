import { type CollectOptions, collect, copiesAmong } from '../collect/index.ts';
import {
  type CaseFile,
  type Document,
  isReadable,
  mapConcurrently,
  type OriginTree,
  type Reading,
  type Statement,
  unreadReading,
} from '../model/index.ts';
import type { Reader } from '../read/index.ts';
import { resolve } from '../resolve/index.ts';
import { originTree } from '../weigh/index.ts';
import { type Progress, silent } from './progress.ts';

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

const knowledge = { file: nobody, entries: [], decisions: [] };

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
  const pages: Document[] = [];
  const refused: OriginTree['refused'] = [];
  let done = 0;
  async function* collected(): AsyncGenerator<Document> {
    const met = new Set<string>();
    for await (const event of collect(inputs, options)) {
      if (signal?.aborted) return;
      if (event.kind === 'refused') {
        const { code, message: why, todo } = event.error;
        refused.push({ source: event.source, code, why, todo });
      }
      if (event.kind !== 'collected' || met.has(event.document.id)) continue;
      met.add(event.document.id);
      pages.push(event.document);
      if (done === 0) progress({ doing: 'collecting', done: pages.length, total: pages.length });
      yield event.document;
    }
  }
  const readOf = (document: Document): Promise<Reading> | Reading =>
    isReadable(document)
      ? reader.read({ id: document.id, text: document.text, published: document.published, layers: [] })
      : unreadReading(document);
  // All beside the reading is done while the reader's threads read on.
  const found = mapConcurrently(collected(), reader.threads + 1, async (document) => {
    const reading = await readOf(document);
    return resolve(knowledge, [{ document, reading }]).flatMap(({ statements }) => statements);
  });
  const statements: Statement[] = [];
  for await (const told of found) {
    statements.push(...told);
    done += 1;
    progress({ doing: 'reading', done, total: pages.length });
  }
  const read = new Set(pages.filter(isReadable).map(({ id }) => id));
  return { ...originTree({ file: nobody, pages, statements, copies: copiesAmong(pages), read }), refused };
}
