import { bare, type Content, storable } from '../content.ts';
import { empty } from '../refusals.ts';
import { chatIn } from './chat-lines.ts';
import { splitFrontMatter } from './front-matter.ts';
import { turnsIn } from './turns.ts';

/** Plain text or Markdown, with front matter where it has some. Throws PROVISO_INPUT_EMPTY for blanks alone. */
export function readText(text: string, source: string, markdown: boolean): Content {
  const { frontMatter, body } = splitFrontMatter(text, source);
  if (body.trim() === '') throw empty(source);
  const heading = markdown ? firstHeading(body) : undefined;
  const content = chatIn(body) ?? { ...bare(storable(body)), segments: turnsIn(storable(body)) };
  return { ...content, ...said(frontMatter, heading) };
}

/** What the front matter says; what it leaves open stays as the text has it. */
const said = (
  { published, ...rest }: ReturnType<typeof splitFrontMatter>['frontMatter'],
  heading: string | undefined,
): Partial<Content> => ({
  ...(heading ? { title: heading } : {}),
  ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
  ...(published ? { published, publishedFrom: { source: 'front-matter', certainty: 'stated' } } : {}),
});

/** Without the hashes that may close it; found by steps, since one pattern for all would be slow on long lines. */
const firstHeading = (markdown: string): string | undefined =>
  /^#{1,6}[ \t]+(.*)$/m
    .exec(markdown)?.[1]
    ?.trimEnd()
    .replace(/(?:^|(?<=[ \t]))#+$/, '')
    .trimEnd() || undefined;
