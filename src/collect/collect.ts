import { createReadStream } from 'node:fs';
import { asProvisoError, ProvisoError } from '../model/index.ts';
import { charsetOf } from './charset.ts';
import { takenFromNowhere } from './containers/inner.ts';
import { isPublicationDate } from './dates.ts';
import type { CollectEvent, CollectOptions } from './events.ts';
import { type Input, inputs } from './inputs.ts';
import { createParser } from './parser.ts';
import { dateInvalid, fileRefusal } from './refusals.ts';
import { streamFrom } from './streams.ts';
import { type Found, type Tools, Unfolding } from './unfolding.ts';
import { Fetcher } from './web/fetcher.ts';

/**
 * Reads every input that the paths stand for, one at a time, in order, the files inside archives, mails and
 * feeds, and the pages that feeds and lists of addresses name. An input that cannot be read is reported as refused and the next one is read. Throws
 * PROVISO_DATE_INVALID or PROVISO_USAGE when the options themselves are wrong.
 */
export async function* collect(
  paths: readonly string[],
  options: CollectOptions = {},
): AsyncGenerator<CollectEvent> {
  checkOptions(options);
  const tools = { options, parser: createParser(), fetcher: new Fetcher(options.web) };
  try {
    for await (const input of inputs(paths)) yield* collectInput(input, tools);
  } finally {
    tools.fetcher.close();
    await tools.parser.close();
  }
}

async function* collectInput(input: Input, tools: Tools): AsyncGenerator<CollectEvent> {
  const { source } = input;
  let given = false;
  try {
    if (input.kind === 'refused') throw input.error;
    const unfolding = new Unfolding(source, input.kind === 'file' ? input.size : 0, tools);
    const events =
      input.kind === 'url' ? unfolding.page(source, null) : unfolding.events(foundAt(input, tools.options));
    for await (const event of events) {
      given = true;
      yield { ...event, input: source };
    }
    // An archive of nothing but folders: it must not vanish from the count.
    if (!given) yield { kind: 'skipped', source, why: 'it holds no files', input: source };
  } catch (thrown) {
    yield { kind: 'refused', source, error: asProvisoError(thrown), input: source };
  }
}

function foundAt(input: Extract<Input, { kind: 'file' | 'stdin' }>, options: CollectOptions): Found {
  const isFile = input.kind === 'file';
  return {
    source: input.source,
    name: isFile ? input.source : '',
    path: isFile ? input.source : null,
    // Standard input has no name to go by: its first bytes tell, or it is plain text.
    mediaType: isFile ? null : 'text/plain',
    charset: null,
    said: {},
    supposed: {},
    taken: takenFromNowhere,
    heldIn: null,
    open: async () =>
      isFile ? fileStream(input.source) : streamFrom(options.stdin ?? (() => process.stdin)),
  };
}

async function* fileStream(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path);
  } catch (thrown) {
    throw fileRefusal(path, thrown);
  }
}

function checkOptions({ published, url, charset }: CollectOptions): void {
  if (published && !isPublicationDate(published)) throw dateInvalid('The publication date given', published);
  if (url && !(URL.canParse(url) && /^https?:/i.test(url))) {
    throw new ProvisoError(
      'PROVISO_USAGE',
      `${url} is no web address.`,
      'Give one that begins with https://.',
    );
  }
  if (charset && charsetOf(charset) === null) {
    throw new ProvisoError(
      'PROVISO_USAGE',
      `${charset} is no charset that we know.`,
      'Give one such as windows-1251, koi8-r, iso-8859-2, windows-1256, gb18030 or shift_jis.',
    );
  }
}
