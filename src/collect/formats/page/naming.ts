import type { SaidBy } from '../../../model/index.ts';
import { fold } from './fold.ts';
import type { LinkedData } from './linked-data.ts';

/** What a page is called and who put it out, each with who says so. */
export interface Naming {
  title: string | null;
  titleFrom: SaidBy | null;
  publisher: string | null;
  publisherFrom: SaidBy | null;
}

interface Page {
  data: LinkedData;
  meta: ReadonlyMap<string, string>;
  /** Of the `title` element. */
  titled: string | null;
  /** Of the first `h1` of the report. */
  heading: string | null;
  url: string | null;
  /** Of the publisher in the page's microdata. */
  stated: string | null;
  /** What links to the front page say: a site's logo as a rule. */
  home: readonly string[];
}

const titleNames = [
  'og:title',
  'citation_title',
  'dc.title',
  'dcterms.title',
  'twitter:title',
  'parsely-title',
  'headline',
];
const publisherNames = [
  'og:site_name',
  'citation_publisher',
  'citation_journal_title',
  'dc.publisher',
  'dcterms.publisher',
  'publisher',
  'article:publisher',
  'twitter:app:name:iphone',
  'apple-mobile-web-app-title',
  'application-name',
];

/** The title without its site's name, and the publisher, each from the best source that has one. */
export function namingOf({ data, meta, titled, heading, url, stated, home }: Page): Naming {
  const told = firstOf(meta, publisherNames);
  const publisher =
    said(data.publisher, 'linked-data', 'stated') ??
    said(stated, 'page', 'stated') ??
    said(told, 'meta-tag', 'stated') ??
    said(data.site, 'linked-data', 'likely');
  const best =
    said(data.title, 'linked-data', 'stated') ??
    said(firstOf(meta, titleNames), 'meta-tag', 'stated') ??
    said(titled, 'page', 'stated') ??
    said(heading, 'page', 'likely');
  const known = { heading, sites: [data.publisher, stated, told, data.site, ...home], host: hostOf(url) };
  const split = best ? splitTitle(best.value, known) : null;
  const fromTitle = split?.site ?? (titled ? splitTitle(titled, known).site : null);
  const put = publisher ?? said(fromTitle, 'page', 'likely');
  return {
    title: split?.title ?? null,
    titleFrom: best?.by ?? null,
    publisher: put?.value ?? null,
    publisherFrom: put?.by ?? null,
  };
}

const said = (
  value: string | null | undefined,
  source: SaidBy['source'],
  certainty: SaidBy['certainty'],
): { value: string; by: SaidBy } | null =>
  value && !isAddress(value) ? { value, by: { source, certainty } } : null;

const isAddress = (value: string) => /^(?:https?:\/\/|@)/i.test(value);

const firstOf = (meta: ReadonlyMap<string, string>, names: readonly string[]): string | null =>
  names.map((name) => meta.get(name)).find((value) => value && !isAddress(value)) ?? null;

const hostOf = (url: string | null): string => (url && URL.canParse(url) ? new URL(url).hostname : '');

/** Parts of a site that stand in titles beside its name. */
const sections =
  /^(?:home|news|world|world news|politics|opinion|business|sports?|video|live|breaking(?: news)?|national|international|local|africa|asia|europe|americas|middle east|latest|top stories|analysis|press releases?|statements?|blog|nachrichten|politik|ausland|international|monde|actualités?|mundo|noticias|esteri|новости|мир|в мире|أخبار|اخبار)$/i;

const separator = /\s+(?:[|–—·•»«~]|-|::|\|\|)\s+|\s*[|]\s*/u;

interface Known {
  heading: string | null;
  sites: readonly (string | null)[];
  host: string;
}

/**
 * A title and the site's name that stands beside it, `Ferry sinks | The Hill` as `Ferry sinks` and `The Hill`. A part
 * is the site's when the site, its host or its first heading says so, or when it stands alone behind a bar.
 */
function splitTitle(title: string, { heading, sites, host }: Known): { title: string; site: string | null } {
  const parts = title
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
  const last = parts.at(-1) as string;
  const first = parts[0] as string;
  const whole = { title, site: null };
  const isSite = (part: string) =>
    sites.some((site) => site !== null && fold(site) === fold(part)) || isOfHost(part, host);
  const [, ahead, rest] = /^([^:]{2,40}): (.{8,})$/.exec(title) ?? [];
  if (ahead && rest && isSite(ahead)) return { title: rest, site: ahead };
  if (parts.length < 2) return whole;
  const headed = heading ? fold(heading) : null;
  const without = (from: number, to: number) => titleBefore(title, parts, from, to);
  if (headed && fold(first) === headed) return { title: first, site: siteAmong(parts.slice(1)) };
  if (headed && fold(last) === headed) return { title: last, site: siteAmong(parts.slice(0, -1)) };
  if (headed === fold(title)) return whole;
  if (isSite(last)) return { title: without(0, parts.length - 1), site: last };
  if (isSite(first)) return { title: without(1, parts.length), site: first };
  // Behind a bar, or behind a dash a few words with a capital.
  const isShort = last.split(/\s+/).length <= 4 && last.length < first.length;
  const isBar = /[|]|::/.test(title.slice(title.lastIndexOf(last) - 4, title.lastIndexOf(last)));
  if (isShort && isBar && !sections.test(last)) return { title: without(0, parts.length - 1), site: last };
  return whole;
}

/** The last that is no section of a site. */
const siteAmong = (parts: readonly string[]): string | null =>
  parts.filter((part) => !sections.test(part) && part.length <= 60).at(-1) ?? null;

/** Cut out of the title, with the signs between as they are; sections of the site go with its name. */
function titleBefore(title: string, parts: readonly string[], from: number, to: number): string {
  const own = [...parts.slice(from, to)];
  while (own.length > 1 && sections.test(own.at(-1) as string)) own.pop();
  const start = title.indexOf(own[0] as string);
  const end = title.lastIndexOf(own.at(-1) as string) + (own.at(-1) as string).length;
  return title.slice(start, end);
}

/** Whether a name, without blanks, is a label of the host, or the letters that it begins with. */
function isOfHost(part: string, host: string): boolean {
  const name = fold(part).replaceAll(' ', '');
  const short = name.replace(/^the/, '');
  const labels = host
    .split('.')
    .slice(0, -1)
    .map((label) => label.replaceAll('-', ''));
  return (
    name.length > 2 && labels.some((label) => label === name || label === short || label === `${name}news`)
  );
}
