import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type LanguageModel, languageModel } from './client.ts';
import { modelSettings } from './settings.ts';

/** What a language model's server was sent. */
export interface Asked {
  headers: IncomingHttpHeaders;
  body: {
    model: string;
    temperature: number;
    seed?: number;
    response_format?: unknown;
    messages: { role: string; content: string }[];
  };
}

/** How it answers: with a text as the model's, or with a status and what else the protocol has. */
export interface Replied {
  text?: string;
  status?: number;
  headers?: Record<string, string>;
  finish?: 'stop' | 'length';
  /** Milliseconds before it answers. */
  after?: number;
  usage?: boolean;
}

export interface ModelServer {
  /** For `PROVISO_MODEL_URL`. */
  url: string;
  asked: Asked[];
  close(): Promise<void>;
}

/** For tests: a server of the OpenAI-compatible chat interface that answers as it is told. */
export async function modelServer(reply: (asked: Asked, place: number) => Replied): Promise<ModelServer> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const one: Asked = { headers: request.headers, body: JSON.parse(Buffer.concat(parts).toString()) };
    asked.push(one);
    const {
      text = '',
      status = 200,
      headers,
      finish = 'stop',
      after = 0,
      usage = true,
    } = reply(one, asked.length - 1);
    if (after > 0) await new Promise((done) => setTimeout(done, after));
    const answer = {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 0,
      model: one.body.model,
      choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', content: text } }],
      ...(usage ? { usage: { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 } } : {}),
    };
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(status === 200 ? answer : { error: { message: text } }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** The model `small` of a server. `env`: more settings; `patience`: of the client, as usual unless given. */
export const modelAt = (
  url: string,
  { env, patience }: { env?: NodeJS.ProcessEnv; patience?: Parameters<typeof languageModel>[1] } = {},
): LanguageModel => {
  const settings = modelSettings({ PROVISO_MODEL_URL: url, PROVISO_MODEL: 'small', ...env });
  if (!settings) throw new Error('no settings');
  return languageModel(settings, patience);
};

/** The fields of what a server was given as data. */
export const givenTo = ({ body }: Asked): Record<string, string | null> =>
  JSON.parse(body.messages.find(({ role }) => role === 'user')?.content ?? '{}');

/** A second reader that reads by a few words, as one that does its work would answer. */
export const goodAnswer = (asked: Asked): Replied => {
  const sentence = givenTo(asked).sentence ?? '';
  const words = /attacked|opened fire|crossed/.exec(sentence)?.[0];
  return {
    text: JSON.stringify(
      words ? { says: 'breach', words, shows: ['what'] } : { says: 'neither', words: '', shows: [] },
    ),
  };
};

/** What a LibreTranslate server was sent. */
export interface SentToTranslate {
  headers: IncomingHttpHeaders;
  body: { q: string[]; source: string; target: string; format: string; api_key?: string };
}

/** How it answers: with translations, or with a status and whatever text. */
export interface TranslationReplied {
  translated?: string[];
  text?: string;
  status?: number;
  headers?: Record<string, string>;
  /** Milliseconds before it answers. */
  after?: number;
}

export interface TranslatingServer {
  /** For `PROVISO_TRANSLATE_URL`. */
  url: string;
  asked: SentToTranslate[];
  close(): Promise<void>;
}

/** For tests: a server of LibreTranslate's interface that answers as it is told. */
export async function translatingServer(
  reply: (asked: SentToTranslate, place: number) => TranslationReplied,
): Promise<TranslatingServer> {
  const asked: SentToTranslate[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const one = { headers: request.headers, body: JSON.parse(Buffer.concat(parts).toString()) };
    asked.push(one);
    const { translated, text, status = 200, headers, after = 0 } = reply(one, asked.length - 1);
    if (after > 0) await new Promise((done) => setTimeout(done, after));
    response.writeHead(request.url === '/translate' ? status : 404, {
      'content-type': 'application/json',
      ...headers,
    });
    response.end(text ?? JSON.stringify({ translatedText: translated }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** Answers by a book of sentences, as a server that knows their language; what is not in it comes back marked. */
export const byBook =
  (book: Readonly<Record<string, string>>) =>
  ({ body }: Pick<SentToTranslate, 'body'>): TranslationReplied => ({
    translated: body.q.map((sentence) => book[sentence] ?? `Untold: ${sentence}`),
  });
