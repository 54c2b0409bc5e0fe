import { z } from 'zod';
import { addTokens, type ModelAnswer, ProvisoError, type ThrownAway } from '../model/index.ts';
import { saidBy } from './said-by.ts';
import type { ModelSettings } from './settings.ts';

/** What a language model is asked. `system` is ours alone; what others wrote is in `given`, and is data. */
export interface Prompt<T> {
  /** With its version: another text of the prompt has another name. */
  name: string;
  system: string;
  given: string;
  form: z.ZodType<T>;
  /** Most that the answer may be, in tokens; 1,000 unless given. */
  longest?: number;
}

/** What came of asking. */
interface Answered<T> {
  /** null: thrown away. */
  answer: T | null;
  thrownAway: Extract<ThrownAway, 'other form' | 'cut off'> | null;
  tokens: ModelAnswer['tokens'];
}

export interface LanguageModel {
  readonly name: string;
  /**
   * Asks; once more where the answer has another form. Throws PROVISO_MODEL_UNREACHABLE, _TOO_SLOW, _BUSY or _REFUSED; what
   * `signal` aborts with it aborts with.
   */
  ask<T>(prompt: Prompt<T>, signal?: AbortSignal): Promise<Answered<T>>;
}

/** How patient the client is. */
export interface Patience {
  /** Milliseconds for one answer. */
  timeout: number;
  /** How often it tries again after a 429, a 5xx or a lost connection, waiting longer each time or as long as the server says. */
  retries: number;
}

export const patient: Patience = { timeout: 120_000, retries: 4 };

/** Most that an answer may be, in tokens, unless its prompt says otherwise. */
const usuallyLongest = 1000;

const again =
  'That was not a JSON object of the schema. Answer the same question again, with the JSON object alone.';

type Module = typeof import('openai');
type Client = InstanceType<Module['OpenAI']>;
type Messages = { role: 'system' | 'user'; content: string }[];

/** The client's library, and the client made of it. */
interface Loaded {
  module: Module;
  client: Client;
}

/** A question as it is sent. */
interface Question {
  messages: Messages;
  format: Format;
  longest: number;
}

/** The form of an answer, as the server is told it. */
interface Format {
  name: string;
  strict: true;
  schema: Record<string, unknown>;
}

/** A server's own error comes again with the same question: it is not asked the same at once. */
const asking: typeof fetch = async (...given) => {
  const response = await fetch(...given);
  if (response.status !== 500) return response;
  const headers = new Headers(response.headers);
  headers.set('x-should-retry', 'false');
  return new Response(response.body, { status: response.status, headers });
};

/** The text of an answer without what some models put around JSON. */
const bare = (text: string): string => text.trim().replace(/^```(?:json)?\s*|\s*```$/g, '');

const parsed = <T>(form: z.ZodType<T>, text: string | null): T | null => {
  try {
    const result = form.safeParse(JSON.parse(bare(text ?? '')));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
};

/** What a failure is told as, by its class; whatever else the server answers is told as it said it. */
const refusals = ({ OpenAI }: Module) =>
  [
    [
      OpenAI.APIConnectionTimeoutError,
      'PROVISO_MODEL_TOO_SLOW',
      'did not answer in time.',
      'Ask again later, or a smaller model.',
    ],
    [
      OpenAI.APIConnectionError,
      'PROVISO_MODEL_UNREACHABLE',
      'cannot be reached.',
      'Start it, and look at PROVISO_MODEL_URL; what was answered before is kept.',
    ],
    [
      OpenAI.RateLimitError,
      'PROVISO_MODEL_BUSY',
      'takes no more questions now (429).',
      'Run the command again later: what was answered is kept and not asked again.',
    ],
  ] as const;

/** A failure of the client as a refusal. */
const refusalOf = (thrown: unknown, module: Module, { origin, key }: ModelSettings): unknown => {
  const { APIError, APIUserAbortError } = module.OpenAI;
  if (!(thrown instanceof APIError) || thrown instanceof APIUserAbortError) return thrown;
  const [, code, what, todo] = refusals(module).find(([type]) => thrown instanceof type) ?? [
    APIError,
    'PROVISO_MODEL_REFUSED',
    `refused the question (${thrown.status ?? 'no status'}): ${saidBy(thrown.message, key)}.`,
    'Look at PROVISO_MODEL, at the key, and at what the server logs.',
  ];
  return new ProvisoError(code, `The language model at ${origin} ${what}`, todo);
};

/** Whether a server does not know one of the things that it need not know: a schema, a seed. */
const isUnknownOption = (thrown: unknown, { OpenAI }: Module): boolean =>
  thrown instanceof OpenAI.BadRequestError || thrown instanceof OpenAI.UnprocessableEntityError;

/** Connects to nothing yet: the client is loaded with the first question. */
export function languageModel(
  settings: ModelSettings,
  { timeout, retries }: Patience = patient,
): LanguageModel {
  let loading: Promise<Loaded> | undefined;
  /** Whether the server knows no schema. */
  let isPlain = false;

  const load = async (): Promise<Loaded> => {
    const module = await import('openai');
    const client = new module.OpenAI({
      baseURL: settings.url,
      apiKey: settings.key ?? 'none',
      organization: null,
      project: null,
      timeout,
      maxRetries: retries,
      logLevel: 'off',
      fetch: asking,
      // A server of this machine that sends on to another one would take the question there.
      fetchOptions: { redirect: 'error' },
    });
    return { module, client };
  };

  const once = async (
    client: Client,
    { messages, format, longest }: Question,
    isPlainly: boolean,
    signal?: AbortSignal,
  ) => {
    const { choices, usage } = await client.chat.completions.create(
      {
        model: settings.model,
        messages,
        temperature: 0,
        max_tokens: longest,
        ...(!isPlainly && { seed: 1, response_format: { type: 'json_schema', json_schema: format } }),
      },
      signal ? { signal } : {},
    );
    const [choice] = choices ?? [];
    return {
      text: choice?.message?.content ?? null,
      isCut: choice?.finish_reason === 'length',
      tokens: usage ? { given: usage.prompt_tokens, answered: usage.completion_tokens } : null,
    };
  };

  /** Asks with the schema, and at once without where that may be what the server fails on. */
  const withFormat = async ({ module, client }: Loaded, question: Question, signal?: AbortSignal) => {
    try {
      return await once(client, question, false, signal);
    } catch (thrown) {
      const isUnknown = isUnknownOption(thrown, module);
      isPlain ||= isUnknown;
      // A server may fail on what its model wrote against the schema: this question is asked without.
      if (!isUnknown && !(thrown instanceof module.OpenAI.InternalServerError)) throw thrown;
      return once(client, question, true, signal);
    }
  };

  const asked = async (question: Question, signal?: AbortSignal) => {
    loading ??= load();
    const loaded = await loading;
    try {
      return await (isPlain
        ? once(loaded.client, question, true, signal)
        : withFormat(loaded, question, signal));
    } catch (thrown) {
      throw refusalOf(thrown, loaded.module, settings);
    }
  };

  return {
    name: settings.model,
    async ask(prompt, signal) {
      const { name, system, given, form, longest = usuallyLongest } = prompt;
      const schema = z.toJSONSchema(form);
      const format: Format = { name, strict: true, schema };
      const messages: Messages = [
        { role: 'system', content: `${system}\n\nThe JSON Schema: ${JSON.stringify(schema)}` },
        { role: 'user', content: given },
      ];
      const first = await asked({ messages, format, longest }, signal);
      const answer = parsed(form, first.text);
      if (answer !== null) return { answer, thrownAway: null, tokens: first.tokens };
      const retold: Messages = [...messages, { role: 'user', content: again }];
      const second = await asked({ messages: retold, format, longest }, signal);
      const better = parsed(form, second.text);
      const tokens = addTokens(first.tokens, second.tokens);
      if (better !== null) return { answer: better, thrownAway: null, tokens };
      return { answer: null, thrownAway: second.isCut ? 'cut off' : 'other form', tokens };
    },
  };
}
