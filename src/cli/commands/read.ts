import { createInterface } from 'node:readline';
import { type Command, Option } from 'commander';
import { type CollectEvent, collect } from '../../collect/index.ts';
import { asProvisoError, mapConcurrently, ProvisoError, type Reading } from '../../model/index.ts';
import type { Layer, Reader } from '../../read/index.ts';
import { withReader } from '../context.ts';
import { parseJsonLine } from '../json-line.ts';
import { complain, print } from '../output.ts';
import { readingText } from '../reading-text.ts';

interface ReadOptions {
  published?: string;
  charset?: string;
  format: 'text' | 'json';
  jsonl?: boolean;
  layers?: string;
  explain?: boolean;
}

const layersOf = ({ layers }: ReadOptions, reader: Reader): Layer[] =>
  (layers?.split(',') ?? []).map((name) => {
    const layer = reader.layers.find((known) => known === name.trim());
    if (!layer) {
      throw new ProvisoError(
        'PROVISO_USAGE',
        `The reader "${reader.name}" gives no layer "${name}".`,
        `Choose from: ${reader.layers.join(', ')}.`,
      );
    }
    return layer;
  });

export const addReadCommand = (program: Command): void => {
  program
    .command('read')
    .description('read texts and show who says what, how surely and through whom; nothing is stored')
    .argument('[file...]', 'files, folders or patterns; - is standard input', ['-'])
    .option(
      '--published <date>',
      'publication date (YYYY-MM-DD, YYYY-MM or YYYY) that times are reckoned from',
    )
    .option('--charset <charset>', 'charset of text files, where they do not say it or say it wrongly')
    .addOption(
      new Option('--format <format>', 'form of the reading').choices(['text', 'json']).default('text'),
    )
    .option('--jsonl', 'read {"id","text","published"?} lines from standard input, write a reading a line')
    .option('--layers <names>', 'further layers that the reader can give, comma-separated: syntax,factuality')
    .option('--explain', 'name the rules that made each claim what it is')
    .action(async (files: string[], options: ReadOptions) => {
      process.exitCode = await withReader(async (reader) => {
        const layers = layersOf(options, reader);
        return options.jsonl ? readLines(reader, layers) : readFiles(reader, files, options, layers);
      });
    });
};

const readFiles = async (
  reader: Reader,
  files: string[],
  { published, charset, format, explain = false }: ReadOptions,
  layers: Layer[],
): Promise<number> => {
  const readings: Reading[] = [];
  let refused = 0;
  const read = async (event: CollectEvent): Promise<Reading | string | null> => {
    if (event.kind === 'skipped') return `${event.source}: not read: ${event.why}`;
    if (event.kind === 'refused') {
      refused += 1;
      return `${event.source}: ${event.error.line}`;
    }
    if (event.kind !== 'collected') return null;
    const { id, text, published: date, segments } = event.document;
    return reader.read({ id, text, published: date, segments, layers });
  };
  const events = collect(files, { ...(published ? { published } : {}), ...(charset ? { charset } : {}) });
  for await (const found of mapConcurrently(events, reader.threads + 1, read)) {
    if (typeof found === 'string') complain(found);
    else if (found) readings.push(found);
  }
  if (format === 'text') for (const reading of readings) print(readingText(reading, { explain }));
  else if (readings.length === 1 && refused === 0) print(JSON.stringify(readings[0], null, 2));
  else for (const reading of readings) print(JSON.stringify(reading));
  return refused > 0 ? 1 : 0;
};

/** One reading a line, in the order of the input; a line that is wrong is named and answered with an error. */
const readLines = async (reader: Reader, layers: Layer[]): Promise<number> => {
  let refused = 0;
  let number = 0;
  const read = async (line: string): Promise<string | null> => {
    const at = ++number;
    if (!line.trim()) return null;
    try {
      const { id, text, published = null } = parseJsonLine(line, at);
      return JSON.stringify(await reader.read({ id, text, published, layers }));
    } catch (thrown) {
      refused += 1;
      const error = asProvisoError(thrown);
      complain(`line ${at}: ${error.line}`);
      return JSON.stringify({ error: { code: error.code, message: error.message, line: at } });
    }
  };
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const answer of mapConcurrently(lines, reader.threads + 1, read)) if (answer) print(answer);
  return refused > 0 ? 1 : 0;
};
