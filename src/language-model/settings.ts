import { readFileSync } from 'node:fs';
import ipaddr from 'ipaddr.js';
import { ProvisoError } from '../model/index.ts';

/** A server of the OpenAI-compatible chat interface, as its user set it. */
export interface ModelSettings {
  /** Where the interface begins, mostly ending in `/v1`. */
  url: string;
  /** Name of the model, as the server knows it. */
  model: string;
  /** Sent with every question; null: none is needed. Never kept, shown or logged. */
  key: string | null;
  /** Scheme, host and port of the server. */
  origin: string;
  isOwnMachine: boolean;
}

const wrong = (what: string, todo: string): ProvisoError =>
  new ProvisoError('PROVISO_MODEL_SETTING', what, todo);

/** Whether an address leads back to the machine itself. */
const isLoopback = ({ hostname }: URL): boolean => {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  return ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback';
};

const addressOf = (given: string): URL => {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search) return url;
  throw wrong(
    'PROVISO_MODEL_URL is no address of a server.',
    'Write it as http://127.0.0.1:11434/v1; a key belongs into PROVISO_MODEL_KEY.',
  );
};

const keyOf = ({
  PROVISO_MODEL_KEY: key,
  PROVISO_MODEL_KEY_FILE: file,
}: NodeJS.ProcessEnv): string | null => {
  if (key?.trim()) return key.trim();
  if (!file) return null;
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch (cause) {
    throw new ProvisoError(
      'PROVISO_MODEL_SETTING',
      'The file that PROVISO_MODEL_KEY_FILE names cannot be read.',
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
  const url = addressOf(given);
  const model = env.PROVISO_MODEL?.trim();
  if (!model)
    throw wrong('PROVISO_MODEL_URL is set, and PROVISO_MODEL is not.', 'Set it to the name of the model.');
  return { url: url.href, model, key: keyOf(env), origin: url.origin, isOwnMachine: isLoopback(url) };
}
