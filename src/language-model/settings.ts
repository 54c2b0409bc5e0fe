import { readFileSync } from 'node:fs';
import ipaddr from 'ipaddr.js';
import { ProvisoError } from '../model/index.ts';

/** Where a server is that may be sent what a case has. */
export interface ServerAddress {
  /** Scheme, host and port of the server. */
  origin: string;
  isOwnMachine: boolean;
}

/** A server of the OpenAI-compatible chat interface, as its user set it. */
export interface ModelSettings extends ServerAddress {
  /** Where the interface begins, mostly ending in `/v1`. */
  url: string;
  /** Name of the model, as the server knows it. */
  model: string;
  /** Sent with every question; null: none is needed. Never kept, shown or logged. */
  key: string | null;
}

/** A LibreTranslate server, as its user set it. */
export interface TranslatorSettings extends ServerAddress {
  /** Where its interface begins: `/translate` follows. */
  url: string;
  /** Sent with every text; null: none is needed. Never kept, shown or logged. */
  key: string | null;
}

const wrong = (what: string, todo: string): ProvisoError =>
  new ProvisoError('PROVISO_MODEL_SETTING', what, todo);

/** Whether an address leads back to the machine itself. */
const isLoopback = ({ hostname }: URL): boolean => {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  return ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback';
};

const addressOf = (name: 'PROVISO_MODEL' | 'PROVISO_TRANSLATE', given: string, example: string): URL => {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search) return url;
  throw wrong(
    `${name}_URL is no address of a server.`,
    `Write it as ${example}; a key belongs into ${name}_KEY.`,
  );
};

const keyOf = (name: 'PROVISO_MODEL' | 'PROVISO_TRANSLATE', env: NodeJS.ProcessEnv): string | null => {
  const [key, file] = [env[`${name}_KEY`], env[`${name}_KEY_FILE`]];
  if (key?.trim()) return key.trim();
  if (!file) return null;
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch (cause) {
    throw new ProvisoError(
      'PROVISO_MODEL_SETTING',
      `The file that ${name}_KEY_FILE names cannot be read.`,
      'Name a file that holds the key alone, and that you may read.',
      { cause },
    );
  }
};

/**
 * The language model of `PROVISO_MODEL_URL`, `PROVISO_MODEL` and `PROVISO_MODEL_KEY` or `PROVISO_MODEL_KEY_FILE`; null: none is set.
 * @throws ProvisoError PROVISO_MODEL_SETTING.
 */
export function modelSettings(env: NodeJS.ProcessEnv): ModelSettings | null {
  const given = env.PROVISO_MODEL_URL?.trim();
  if (!given) return null;
  const url = addressOf('PROVISO_MODEL', given, 'http://127.0.0.1:11434/v1');
  const model = env.PROVISO_MODEL?.trim();
  if (!model)
    throw wrong('PROVISO_MODEL_URL is set, and PROVISO_MODEL is not.', 'Set it to the name of the model.');
  const { origin } = url;
  return { url: url.href, model, key: keyOf('PROVISO_MODEL', env), origin, isOwnMachine: isLoopback(url) };
}

/**
 * The LibreTranslate server of `PROVISO_TRANSLATE_URL` and `PROVISO_TRANSLATE_KEY` or `PROVISO_TRANSLATE_KEY_FILE`; null: none is
 * set. @throws ProvisoError PROVISO_MODEL_SETTING.
 */
export function translatorSettings(env: NodeJS.ProcessEnv): TranslatorSettings | null {
  const given = env.PROVISO_TRANSLATE_URL?.trim();
  if (!given) return null;
  const url = addressOf('PROVISO_TRANSLATE', given, 'http://127.0.0.1:5000');
  const { href, origin } = url;
  return { url: href, key: keyOf('PROVISO_TRANSLATE', env), origin, isOwnMachine: isLoopback(url) };
}
