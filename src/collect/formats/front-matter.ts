import { parseDocument, type Document as YamlDocument } from 'yaml';
import { z } from 'zod';
import { isPublicationDate } from '../dates.ts';
import { frontMatterInvalid } from '../refusals.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const line = z.string().regex(/^[^\x00-\x1f\x7f]*$/, 'must be one line of text');

/** An empty value says nothing, so it counts as absent. */
const absentWhenEmpty = (value: unknown) => (value === '' || value === null ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(absentWhenEmpty, schema.optional());

const FrontMatter = z.strictObject({
  title: optional(line),
  author: optional(line),
  publisher: optional(line),
  published: optional(
    z.string().refine(isPublicationDate, {
      error: ({ input }) =>
        `${JSON.stringify(input)} is no date (YYYY-MM-DD, YYYY-MM or YYYY) in the calendar`,
    }),
  ),
  url: optional(
    z.url({ protocol: /^https?$/, error: 'must be an address beginning with http:// or https://' }),
  ),
  kind: optional(z.enum(['original', 'digest'], 'must be original or digest')),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

/** A first `---` line opens front matter only before a key: else it is a rule across the page. */
const opening = /^---[ \t]*\n(?=\s*(?:[\w-]+[ \t]*:|---[ \t]*(?:\n|$)))/;
const closing = /^---[ \t]*$/m;

/**
 * Splits a text into its front matter and its body; the body has no blank lines around it.
 * Throws PROVISO_FRONT_MATTER_INVALID, which names the key.
 */
export function splitFrontMatter(text: string, source: string): { frontMatter: FrontMatter; body: string } {
  const [open] = opening.exec(text) ?? [];
  if (open === undefined) return { frontMatter: {}, body: trimBlankLines(text) };
  const rest = text.slice(open.length);
  const close = closing.exec(rest);
  if (!close) throw frontMatterInvalid(source, 'no line --- ends it');
  return {
    frontMatter: parseFrontMatter(rest.slice(0, close.index), source),
    body: trimBlankLines(rest.slice(close.index + close[0].length)),
  };
}

function parseFrontMatter(yaml: string, source: string): FrontMatter {
  // The failsafe schema leaves every value the string that was written: no dates, numbers or booleans.
  const document = parseDocument(yaml, { schema: 'failsafe' });
  const [error] = document.errors;
  if (error) throw frontMatterInvalid(source, firstLine(error.message));
  const parsed = FrontMatter.safeParse(toValue(document, source) ?? {});
  if (!parsed.success) throw frontMatterInvalid(source, issueInWords(parsed.error.issues[0]));
  return parsed.data;
}

/** Aliases of aliases, made to grow without end, are counted by the library and refused. */
function toValue(document: YamlDocument, source: string): unknown {
  try {
    return document.toJS();
  } catch {
    throw frontMatterInvalid(source, 'its aliases stand for too much');
  }
}

function issueInWords(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return 'it cannot be understood';
  if (issue.code === 'unrecognized_keys') return `unknown key ${issue.keys.join(', ')}`;
  return issue.path.length > 0
    ? `${issue.path.join('.')} ${issue.message}`
    : 'it is not a list of keys and values';
}

const firstLine = (message: string) => message.split('\n')[0]?.replace(/[.:]$/, '') ?? message;

const trimBlankLines = (text: string) => text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
