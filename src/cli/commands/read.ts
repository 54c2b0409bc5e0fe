import { createInterface } from 'node:readline';
import { type Command, Option } from 'commander';
import { collect } from '../../collect/index.ts';
import { asProvisoError, ProvisoError, type Reading } from '../../model/index.ts';
import { createReader, type Layer, type Reader } from '../../read/index.ts';
import { parseJsonLine } from '../json-line.ts';
import { complain, print } from '../output.ts';
import { readingText } from '../reading-text.ts';

interface ReadOptions {
  published?: string;
  format: 'text' | 'json';
  jsonl?: boolean;
  layers?: string;
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
    .argument('[file...]', 'text, Markdown or HTML files or folders; - is standard input', ['-'])
    .option(
      '--published <date>',
      'publication date (YYYY-MM-DD, YYYY-MM or YYYY) that times are reckoned from',
    )
    .addOption(
      new Option('--format <format>', 'form of the reading').choices(['text', 'json']).default('text'),
    )
    .option('--jsonl', 'read {"id","text","published"?} lines from standard input, write a reading a line')
    .option('--layers <names>', 'further layers that the reader can give, comma-separated: factuality')
    .action(async (files: string[], options: ReadOptions) => {
      const reader = createReader();
      const layers = layersOf(options, reader);
      process.exitCode = options.jsonl
        ? await readLines(reader, layers)
        : await readFiles(reader, files, options, layers);
    });
};

const readFiles = async (
  reader: Reader,
  files: string[],
  { published, format }: ReadOptions,
  layers: Layer[],
): Promise<number> => {
  const readings: Reading[] = [];
  let refused = 0;
  for await (const event of collect(files, published ? { published } : {})) {
    if (event.kind === 'refused') {
      refused += 1;
      complain(`${event.source}: ${event.error.line}`);
      continue;
    }
    const { id, text, published: date } = event.document;
    readings.push(reader.read({ id, text, published: date, layers }));
  }
  if (format === 'text') for (const reading of readings) print(readingText(reading));
  else if (readings.length === 1 && refused === 0) print(JSON.stringify(readings[0], null, 2));
  else for (const reading of readings) print(JSON.stringify(reading));
  return refused > 0 ? 1 : 0;
};

/** One reading a line, in the order of the input; a line that is wrong is named and answered with an error. */
const readLines = async (reader: Reader, layers: Layer[]): Promise<number> => {
  let refused = 0;
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (!line.trim()) continue;
    try {
      const { id, text, published = null } = parseJsonLine(line, number);
      print(JSON.stringify(reader.read({ id, text, published, layers })));
    } catch (thrown) {
      refused += 1;
      const error = asProvisoError(thrown);
      complain(`line ${number}: ${error.line}`);
      print(JSON.stringify({ error: { code: error.code, message: error.message, line: number } }));
    }
  }
  return refused > 0 ? 1 : 0;
};
