import { foldName } from '../../resolve/index.ts';
import { isOrganisation } from './organisations.ts';
import { looksLikeDemonym, type Owners } from './owners.ts';

/** A body as its name says it: what it is, and whose. */
export interface BodyName {
  /** What it is, in words that all its names share, in the order of the alphabet: `['defence', 'ministry']`. */
  kind: readonly string[];
  /** Key of its owner; null where the words do not say. */
  owner: string | null;
  /** Somebody who speaks for it: a spokesman, its statement, its site. */
  isVoice: boolean;
}

/** Words for one thing, under one of them. */
const synonyms: Readonly<Record<string, string>> = {
  defense: 'defence',
  defences: 'defence',
  external: 'foreign',
  internal: 'interior',
  home: 'interior',
  labor: 'labour',
  department: 'ministry',
  ministries: 'ministry',
  minister: 'ministry',
  ministers: 'ministry',
  ministerial: 'ministry',
  military: 'army',
  troops: 'army',
  forces: 'army',
  soldiers: 'army',
  cabinet: 'government',
  authorities: 'government',
  administration: 'government',
  regime: 'government',
  president: 'government',
  presidency: 'government',
  presidential: 'government',
  premier: 'government',
  chancellor: 'government',
  centre: 'center',
  organisation: 'organization',
  defenders: 'defender',
  observers: 'observer',
  monitors: 'monitor',
};

/** Words that tell no two bodies apart. */
const idle = new Set(
  'the a an of for and in on at to its their his her our this that affairs relations matters national federal regional provincial state official officials armed ruling local deputy vice acting'.split(
    ' ',
  ),
);

/** Nouns that name a body of a state or an organisation. */
export const heads =
  'ministry|department|office|agency|authority|bureau|board|commission|committee|council|service|army|military|armed forces|forces|navy|air force|police|gendarmerie|coast guard|border guard|national guard|general staff|command|government|cabinet|authorities|presidency|parliament|court|embassy|mission|delegation|secretariat|treasury|inspectorate|directorate|headquarters|administration';

/** Bodies that are called by their building or by a name of their own. */
const seats: Readonly<Record<string, { kind: readonly string[]; owner: string }>> = {
  pentagon: { kind: ['defence', 'ministry'], owner: 'US' },
  'state department': { kind: ['foreign', 'ministry'], owner: 'US' },
  'white house': { kind: ['government'], owner: 'US' },
  kremlin: { kind: ['government'], owner: 'RU' },
  'downing street': { kind: ['government'], owner: 'GB' },
  elysee: { kind: ['government'], owner: 'FR' },
};

const voice =
  '(?:spokes(?:man|woman|person|people)|officials?|sources?|representatives?|statements?|communiques?|communiqués?|bulletins?|reports?|press (?:release|service|office|secretary|centre|center)|public (?:affairs|information) (?:office|officer)|website|web site|site|accounts?|channel|page|feed|post|briefing|head|chief|chair(?:man|woman|person)?|director(?: general)?|secretary(?: general)?|commander(?: in chief)?|lawyer|envoy|delegates?|negotiators?|clerk|adviser|advisor|aide|deputy|officers?|staff|members?|inspectors?|executives?|leader|leadership)';
const rank =
  '(?:(?:an?|the|its|their|same|latest|joint|written|one|two|three|several|some|senior|chief|deputy|acting|unnamed|top|official|new|vice|assistant|first|second|general|own|verified|telegram|twitter|facebook|x|social media|two of the|of) )*';
const voiceOf = new RegExp(
  `^${rank}${voice}(?: \\p{L}+)?(?:,? (?:of|for|from|at|by|in|with|inside|within)) (?:the )?(.+)$`,
  'iu',
);
const voiceAfter = new RegExp(`^(.+?)(?:['’]s?)? ${rank}${voice}(?:\\b.*)?$`, 'iu');

const spaces = /\s+/gu;
const article = /^(?:the|an?|its|their|his|her|our|this|that) /iu;

const bareOf = (words: string): { bare: string; isVoice: boolean } => {
  let bare = words
    .replace(spaces, ' ')
    .replace(/ \([^)]*\)/gu, '')
    .trim()
    .replace(article, '');
  let isVoice = false;
  for (let round = 0; round < 2 && !/\bgeneral staff$/iu.test(bare); round++) {
    const inner = voiceOf.exec(bare)?.[1] ?? voiceAfter.exec(bare)?.[1];
    if (inner === undefined || inner.trim() === '' || /^(?:an?|the|its|their|senior|chief)$/iu.test(inner))
      break;
    bare = inner.replace(article, '').replace(/['’]s?$/u, '');
    isVoice = true;
  }
  return { bare, isVoice };
};

const kindOf = (words: string): string[] => {
  const folded = foldName(words)
    .replace(/\bprime minister(?:s|ial)?\b/gu, 'premier')
    .split(' ')
    .filter((word) => word !== '' && !idle.has(word))
    .map((word) => synonyms[word] ?? word);
  return [...new Set(folded)].sort();
};

const isPortfolio =
  /^(?:defen[cs]e|foreign|external|interior|internal|home|finance|justice|health|education|energy|labou?r|trade|commerce|agriculture|environment|transport|information|economy|economic|oil|water|housing|migration|security|sea|fisheries|culture|tourism|planning|industry|works)\b/iu;

/** An owner in front: "Verdania's …", "Verdanian …", "Verdania …". */
const ownerBefore = (bare: string, owners: Owners): { owner: string; rest: string } | null => {
  const genitive = /^(\p{Lu}[\p{L}.’'-]*?(?: (?:\p{Lu}[\p{L}.-]*|of|the))*)(?:['’]s|s['’]) (.+)$/u.exec(bare);
  if (genitive?.[1] && genitive[2]) return { owner: owners.named(genitive[1]), rest: genitive[2] };
  const words = bare.split(' ');
  for (let length = Math.min(3, words.length - 1); length > 0; length--) {
    const first = words.slice(0, length).join(' ');
    const owner = /^\p{Lu}/u.test(first) && !isPortfolio.test(first) ? owners.known(first) : null;
    if (owner !== null) return { owner, rest: words.slice(length).join(' ') };
  }
  const [first = '', next = ''] = words;
  const isAdjective =
    /^\p{Lu}/u.test(first) &&
    !isPortfolio.test(first) &&
    new RegExp(`^(?:${heads})$`, 'iu').test(first) === false &&
    (looksLikeDemonym(first) ||
      /^\p{Ll}/u.test(next) ||
      /^\S+ (?:Ministry|Department) (?:of|for) /u.test(bare));
  return isAdjective && words.length > 1
    ? { owner: owners.named(first), rest: words.slice(1).join(' ') }
    : null;
};

/** What an office says without an owner: "Ministry of Defence" is no ministry of a place called Defence. */
const takesPortfolio =
  /^(?:ministry|minister|department|office|board|commission|committee|agency|institute|bureau|service|mission|union|council|authority|force|league|association|centre|center)$/iu;

/** "… of the Republic of Verdania": the style of a state is not what its body is. */
const realm =
  / (?:of|for) (?:the )?(?:\p{Lu}\p{L}+ )?(?:Republic|Kingdom|Union|State|Federation|Emirate|Principality|Duchy)$/u;

/** An owner behind: "… of Verdania", "… of the Republic of Verdania", "… in Lakeport". */
const ownerBehind = (bare: string, owners: Owners): { owner: string | null; rest: string } | null => {
  const links = [...bare.matchAll(/ (?:of|in|for|at) (?:the )?(?=\p{Lu})/gu)];
  for (const link of links) {
    const whose = bare.slice(link.index + link[0].length);
    const owner = isPortfolio.test(whose) ? null : owners.known(whose);
    if (owner !== null) return { owner, rest: bare.slice(0, link.index) };
  }
  const last = links.at(-1);
  if (!last) return null;
  const [named, whose] = [bare.slice(0, last.index), bare.slice(last.index + last[0].length)];
  const rest = named.replace(realm, '');
  // A place that nobody knows as anybody's: it tells nothing of whose the body is.
  if (last[0].startsWith(' in')) return { owner: null, rest };
  return isPortfolio.test(whose) || takesPortfolio.test(rest) ? null : { owner: owners.named(whose), rest };
};

/** Those whom an organisation has in the field. */
const fieldStaff = new Set(['monitor', 'observer', 'peacekeepers', 'verifiers']);

/** "Finance Minister Ada Venn": the office without who holds it. */
const holder =
  /^(.*\b(?:[Mm]inister|[Pp]resident|[Cc]hancellor|[Pp]remier|[Mm]ayor|[Gg]overnor|[Ss]pokes(?:man|woman|person)|[Gg]eneral|[Cc]olonel|[Cc]ommander)) \p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)*$/u;

/** What names said before, by whose owners they may name. */
const names = new WeakMap<Owners, Map<string, BodyName | null>>();
const keptNames = 50_000;

/** What the words of a name say of a body; null when they name none. */
export const bodyNamed = (words: string, owners: Owners): BodyName | null => {
  const known = names.get(owners) ?? new Map<string, BodyName | null>();
  names.set(owners, known);
  const found = known.get(words);
  if (found !== undefined) return found;
  if (known.size >= keptNames) known.clear();
  const body = bodyIn(words, owners);
  known.set(words, body);
  return body;
};

const bodyIn = (words: string, owners: Owners): BodyName | null => {
  const { bare: named, isVoice } = bareOf(words);
  const bare = holder.exec(named)?.[1] ?? named;
  if (bare === '' || !/\p{L}\.?\p{L}/u.test(bare)) return null;
  const whole = owners.known(bare);
  if (whole !== null) return { kind: ['government'], owner: whole, isVoice };
  // "Ostravian officials"
  if (isVoice && looksLikeDemonym(bare)) return { kind: ['government'], owner: owners.named(bare), isVoice };
  const behind = ownerBehind(bare, owners);
  const before = ownerBefore(behind?.rest ?? bare, owners);
  const rest = before?.rest ?? behind?.rest ?? bare;
  const owner = behind?.owner ?? before?.owner ?? null;
  const seat = seats[foldName(rest)];
  if (seat && (owner === null || owner === (owners.known(seat.owner) ?? seat.owner)))
    return { kind: seat.kind, owner: owners.known(seat.owner) ?? seat.owner, isVoice };
  const kind = kindOf(rest);
  if (kind.length === 0) return owner === null ? null : { kind: ['government'], owner, isVoice };
  // "UN monitors" are its mission.
  if (owner !== null && isOrganisation(owner) && kind.length === 1 && fieldStaff.has(kind[0] ?? ''))
    return { kind: ['mission'], owner, isVoice: true };
  // "defence officials" speak for the ministry.
  const isMinistry = isVoice && kind.length === 1 && isPortfolio.test(kind[0] ?? '');
  return { kind: isMinistry ? [...kind, 'ministry'].sort() : kind, owner, isVoice };
};

/** One string for one body. */
export const bodyKey = ({ kind, owner }: Pick<BodyName, 'kind' | 'owner'>): string =>
  `body:${kind.join(' ')}${owner === null ? '' : `@${owner}`}`;

const institutions = new Set(heads.split('|').flatMap((head) => kindOf(head)));

/** Whether its name says what kind of body it is, so that what it is and whose tell it from all others. */
export const isInstitution = ({ kind }: Pick<BodyName, 'kind'>): boolean =>
  kind.some((word) => institutions.has(word));

const ofStates = new Set([
  'ministry',
  'army',
  'government',
  'police',
  'navy',
  'parliament',
  'embassy',
  'treasury',
]);

/** Whether only a state has such a body. */
export const isOfState = ({ kind }: Pick<BodyName, 'kind'>): boolean =>
  kind.some((word) => ofStates.has(word));
