import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { ProvisoError } from '../model/index.ts';
import { type Patience, patient } from './client.ts';
import { saidBy } from './said-by.ts';
import type { TranslatorSettings } from './settings.ts';
import { checkedTranslations, noTranslation } from './translation-check.ts';
import type { ToTranslate, Translator } from './translator.ts';

const Answer = z.object({ translatedText: z.array(z.string()) });

/** Most bytes of an answer; a batch of sentences is far less. */
const mostBytes = 4 * 1024 * 1024;

/** How long to wait where the server does not say, in milliseconds, doubled each time; and the most that is waited. */
const firstPause = 500;
const longestPause = 30_000;

const refusal = (code: 'UNREACHABLE' | 'TOO_SLOW' | 'BUSY' | 'REFUSED', origin: string, what: string) =>
  new ProvisoError(
    `PROVISO_TRANSLATOR_${code}`,
    `The translating server at ${origin} ${what}. Nothing was kept.`,
    {
      UNREACHABLE: 'Start it, and look at PROVISO_TRANSLATE_URL.',
      TOO_SLOW: 'Ask again later, or give the server more processors.',
      BUSY: 'Ask again later.',
      REFUSED: 'Look at the languages that the server has, at the key, and at what the server logs.',
    }[code],
  );

/** The tag's language alone, which is what the server names its models by. */
const codeOf = (from: string): string => (from === 'und' ? 'auto' : new Intl.Locale(from).language);

const isPassing = (status: number): boolean => status === 429 || status === 502 || status === 503;

const pauseOf = (response: Response, tries: number): number => {
  const said = Number(response.headers.get('retry-after') ?? Number.NaN);
  const wanted = Number.isFinite(said) && said >= 0 ? said * 1000 : firstPause * 2 ** tries;
  return Math.min(wanted, longestPause);
};

/** The body, up to what an answer may have. */
async function bodyOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > mostBytes) throw noTranslation('the answer is far too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
};

/** A LibreTranslate server as a translator: connects to nothing before it is asked. */
export function libreTranslate(
  { url, key, origin, isOwnMachine }: TranslatorSettings,
  { timeout, retries }: Patience = patient,
): Translator {
  const address = `${url.replace(/\/+$/, '')}/translate`;

  const sent = async ({ from, sentences }: ToTranslate, signal?: AbortSignal) => {
    const late = AbortSignal.timeout(timeout);
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          q: sentences,
          source: codeOf(from),
          target: 'en',
          format: 'text',
          ...(key === null ? {} : { api_key: key }),
        }),
        // A server of this machine that sends on to another one would take the text there.
        redirect: 'error',
        signal: signal ? AbortSignal.any([signal, late]) : late,
      });
      return { response, body: await bodyOf(response) };
    } catch (thrown) {
      if (thrown instanceof ProvisoError || signal?.aborted) throw thrown;
      if (late.aborted) throw refusal('TOO_SLOW', origin, 'did not answer in time');
      throw refusal('UNREACHABLE', origin, 'cannot be reached, or sends elsewhere');
    }
  };

  const asked = async (given: ToTranslate, signal?: AbortSignal): Promise<string> => {
    for (let tries = 0; ; tries += 1) {
      const { response, body } = await sent(given, signal);
      if (response.ok) return body;
      const { status } = response;
      if (isPassing(status) && tries < retries) {
        await pause(pauseOf(response, tries), undefined, signal ? { signal } : {});
        continue;
      }
      if (status === 429) throw refusal('BUSY', origin, 'takes no more texts now (429)');
      const said = z.object({ error: z.string() }).safeParse(parsed(body));
      const why = said.success ? `: ${saidBy(said.data.error, key)}` : '';
      throw refusal('REFUSED', origin, `refused the text (${status})${why}`);
    }
  };

  return {
    tool: 'LibreTranslate',
    model: origin,
    prompt: null,
    origin,
    isOwnMachine,
    batch: { sentences: 20, characters: 4000 },
    async translate(given, signal) {
      const answer = Answer.safeParse(parsed(await asked(given, signal)));
      if (!answer.success) throw noTranslation('the server’s answer has another form');
      return checkedTranslations(given.sentences, answer.data.translatedText);
    },
  };
}
