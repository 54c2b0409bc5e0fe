/** Lands by the endings of their hosts, where dates in English are written in different orders. */
const lands: Readonly<Record<string, string>> = { uk: 'GB', gov: 'US', mil: 'US', edu: 'US' };
const englishLands = new Set(
  'AU BD BW BZ CA GB GH GM HK IE IN JM KE LR LS MT MU MW MY NA NG NZ PH PK RW SC SG SL SS SZ TT TZ UG US ZA ZM ZW'.split(
    ' ',
  ),
);

/** The language of a page with its land, where either is told (BCP 47); it decides how figures of a date are read. */
export function localeOf(
  document: Document,
  meta: ReadonlyMap<string, string>,
  url: string | null,
): string | null {
  const told = [
    document.documentElement.getAttribute('lang') ?? document.documentElement.getAttribute('xml:lang'),
    meta.get('og:locale'),
    meta.get('content-language'),
    meta.get('language'),
  ].flatMap((tag) => parsed(tag) ?? []);
  const [first] = told;
  if (!first) return null;
  const region =
    first.region ?? told.find((one) => one.language === first.language && one.region)?.region ?? landOf(url);
  return region ? `${first.language}-${region}` : first.language;
}

function parsed(tag: string | null | undefined): Intl.Locale | null {
  try {
    return tag
      ? new Intl.Locale(
          tag
            .trim()
            .split(/[,;\s]/)[0]
            ?.replaceAll('_', '-') ?? '',
        )
      : null;
  } catch {
    return null;
  }
}

function landOf(url: string | null): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const ending = new URL(url).hostname.split('.').at(-1)?.toLowerCase() ?? '';
  const land = lands[ending] ?? ending.toUpperCase();
  return englishLands.has(land) ? land : undefined;
}
