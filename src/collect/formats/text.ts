import { alone, type Parsed, storable } from '../content.ts';
import { decodeText, likelyCharset } from '../decode.ts';
import { empty } from '../refusals.ts';
import { creditedAgency } from './agencies.ts';
import { splitFrontMatter } from './front-matter.ts';
import { textHead } from './text-head.ts';

const byFrontMatter = { source: 'front-matter', certainty: 'stated' } as const;
const byHeading = { source: 'text', certainty: 'stated' } as const;

/** Plain text or Markdown, with front matter where it has some. Throws PROVISO_INPUT_EMPTY for blanks alone. */
export function readText(
  bytes: Uint8Array,
  source: string,
  charset: string | null,
  markdown: boolean,
): Parsed {
  const text = decodeText(bytes, source, likelyCharset(bytes, charset, 'utf-8'));
  const { frontMatter, body } = splitFrontMatter(text, source);
  if (body.trim() === '') throw empty(source);
  const heading = markdown ? firstHeading(body) : undefined;
  const head = textHead(body);
  const title = frontMatter.title ?? heading ?? head.title;
  return alone({
    title,
    titleFrom: frontMatter.title ? byFrontMatter : heading ? byHeading : head.titleFrom,
    author: frontMatter.author ?? null,
    publisher: frontMatter.publisher ?? null,
    publisherFrom: frontMatter.publisher ? byFrontMatter : null,
    agency: head.agency ?? creditedAgency(body, frontMatter.author ?? null),
    published: frontMatter.published ?? head.published,
    publishedFrom: frontMatter.published ? byFrontMatter : head.publishedFrom,
    url: frontMatter.url ?? null,
    kind: frontMatter.kind ?? 'original',
    text: storable(body),
    pages: null,
  });
}

/** Without the hashes that may close it; found by steps, since one pattern for all would be slow on long lines. */
const firstHeading = (markdown: string): string | undefined =>
  /^#{1,6}[ \t]+(.*)$/m
    .exec(markdown)?.[1]
    ?.trimEnd()
    .replace(/(?:^|(?<=[ \t]))#+$/, '')
    .trimEnd();
