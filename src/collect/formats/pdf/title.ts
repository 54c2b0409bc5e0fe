import type { Content } from '../../content.ts';
import type { LaidOut } from '../../layout/layout.ts';

/** Between a page's title and the name of its site, as browsers print them. */
const separator = /\s+[|–—•·]\s+|\s+-\s+|\s*::\s*/;
/** A heading's letters, measured in those of the text below. */
const headingSize = 1.15;
const longest = 200;

/** What programs write for a title: their own names, those of files, or that there is none. */
function written(title: string | null): string | null {
  const own = title?.replace(/^microsoft (?:word|powerpoint|excel) - /i, '') ?? '';
  return /^\(?(?:untitled|unspecified|title|document\d*|none)\)?$|\.(?:docx?|odt|rtf|pdf|html?|indd|qxd|pptx?|xlsx?)$/i.test(
    own,
  )
    ? null
    : own || null;
}

/** The line in the largest letters at the top, where they are larger than the text's. */
function headingOf({ firstPage }: LaidOut): string | null {
  const sizes = firstPage.map(({ size }) => size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const largest = sizes.at(-1) ?? 0;
  if (largest < headingSize * usual) return null;
  const first = firstPage.findIndex(({ size }) => size >= 0.98 * largest);
  const lines = firstPage.slice(first);
  const end = lines.findIndex(({ size }) => size < 0.98 * largest);
  const title = lines
    .slice(0, end < 0 ? lines.length : end)
    .map(({ text }) => text)
    .join(' ');
  return /\p{L}{2}/u.test(title) && title.length <= longest ? title : null;
}

/**
 * Title and publisher: as the file says, where its title ends with a site's name parted from a heading of the page; else the
 * first page's largest line.
 */
export function titleOf(
  said: string | null,
  laidOut: LaidOut,
): Pick<Content, 'title' | 'titleFrom' | 'publisher' | 'publisherFrom'> {
  const title = written(said);
  const heading = title ? null : headingOf(laidOut);
  const untold = { publisher: null, publisherFrom: null };
  if (!title)
    return { title: heading, titleFrom: heading ? { source: 'text', certainty: 'likely' } : null, ...untold };
  const titleFrom = { source: 'file-properties', certainty: 'likely' } as const;
  const parts = title.split(separator).filter((part) => part !== '');
  const [first = ''] = parts;
  const site = parts.length > 1 ? parts.at(-1) : undefined;
  const isOnPage = laidOut.firstPage.some(({ text }) => text === first);
  if (!site || !isOnPage) return { title, titleFrom, ...untold };
  return { title: first, titleFrom, publisher: site, publisherFrom: titleFrom };
}
