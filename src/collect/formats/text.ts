import { bare, type Content, storable } from '../content.ts';
import { empty } from '../refusals.ts';
import { creditedAgency } from './agencies.ts';
import { chatIn } from './chat-lines.ts';
import { type FrontMatter, splitFrontMatter } from './front-matter.ts';
import { textHead } from './text-head.ts';
import { turnsIn } from './turns.ts';

const byFrontMatter = { source: 'front-matter', certainty: 'stated' } as const;
const byHeading = { source: 'text', certainty: 'stated' } as const;

/** Plain text or Markdown, with front matter where it has some. Throws PROVISO_INPUT_EMPTY for blanks alone. */
export function readText(text: string, source: string, markdown: boolean): Content {
  const { frontMatter, body: written } = splitFrontMatter(text, source);
  if (!/\S/.test(written)) throw empty(source);
  const body = storable(written);
  const heading = markdown ? firstHeading(body) : undefined;
  const content = chatIn(body) ?? reportOf(body, frontMatter.author ?? null);
  return {
    ...content,
    ...(heading ? { title: heading, titleFrom: byHeading } : {}),
    ...saidIn(frontMatter),
  };
}

/** A report in plain text, with what its first lines say of it. */
const reportOf = (text: string, author: string | null): Content => {
  const { agency, ...head } = textHead(text);
  return {
    ...bare(text),
    ...head,
    agency: agency ?? creditedAgency(text, author),
    segments: turnsIn(text),
  };
};

/** What the front matter says; what it leaves open stays as the text has it. */
const saidIn = ({ title, author, publisher, published, url, kind }: FrontMatter): Partial<Content> => ({
  ...(title ? { title, titleFrom: byFrontMatter } : {}),
  ...(author ? { author } : {}),
  ...(publisher ? { publisher, publisherFrom: byFrontMatter } : {}),
  ...(published ? { published, publishedFrom: byFrontMatter } : {}),
  ...(url ? { url } : {}),
  ...(kind ? { kind } : {}),
});

/** Without the hashes that may close it; found by steps, since one pattern for all would be slow on long lines. */
const firstHeading = (markdown: string): string | undefined =>
  /^#{1,6}[ \t]+(.*)$/m
    .exec(markdown)?.[1]
    ?.trimEnd()
    .replace(/(?:^|(?<=[ \t]))#+$/, '')
    .trimEnd() || undefined;
