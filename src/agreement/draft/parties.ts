import type { Actor, Party } from '../../model/index.ts';
import { foldName } from '../../resolve/index.ts';
import { type Definition, withoutArticle } from './definitions.ts';

/*
 * Who is bound. Parties come from the title, the preamble, definitions and signatures, and from nowhere else; a subject that
 * merely stands in the text ("Prisoners", "This Agreement") is none.
 */

/** A word of a name: a capital, with what joins names. */
const nameWord = String.raw`(?:\p{Lu}[\p{L}\p{N}’'&–-]*(?:\.\p{Lu}\.?)*|plc|ltd|gmbh)`;
const joint = `(?:[Oo][Ff]|[Ff][Oo][Rr]|de|del|della|du|des|al|el|bin|von|van|[Tt]he|THE|[Aa][Nn][Dd]|&)`;
const fullName = new RegExp(
  String.raw`^((?:(?:[Tt]he|[Aa]n?)\s+)?(?:(?:former|then|interim|transitional)\s+)?${nameWord}(?: (?:${joint} ){0,3}(?!ON |IN |AND |OF |THE )${nameWord}| \d{1,3}(?= ))*)`,
  'u',
);

/** Heads of names that are documents, times, things or nobody. */
const isNoParty =
  /^(?:(?:between|among|after|before|since|when|while|if|as|but|because|upon|under|this|that|these|those|such|any|no|each|every|all|both|either|neither|nothing|nobody|it|they|we|he|she|whereas|having|done|made|signed|in|on|at|by|from|recalling|noting|considering|mindful|wishing|desiring|convinced|preamble|recitals?)\b|(?:agreement|accord|treaty|protocol|pact|memorandum|declaration|convention|charter|understanding|annex|article|section|chapter|part|parties|party|sides?|schedule|appendix|title|state parties|contracting parties|high contracting parties|undersigned|agreements?)$)/iu;
const document =
  /\b(?:agreement|accords?|treaty|protocol|pact|memorandum|declaration|convention|charter|understanding|statute|compact|settlement|undertakings?|programme|communiqué|resolution|framework|annex|armistice|act|decree)\b/iu;
const month =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/u;

interface Named {
  name: string;
  aliases: string[];
}

const isCandidate = (name: string): boolean => {
  const words = withoutArticle(name);
  return (
    words.length > 1 &&
    !isNoParty.test(words) &&
    !month.test(words) &&
    !/^(?:\d|\p{Lu}\p{Ll}+ing$)/u.test(words)
  );
};

/** "Nurses and Ward Staff and the League": a name goes on over "and" only while no article follows. */
const nameAt = (
  text: string,
  isListOfArticles: boolean,
  isActor: (words: string) => boolean,
): string | null => {
  const found = fullName.exec(text)?.[1];
  if (!found) return null;
  const [, first, second] = /^(.+?) and (\p{Lu}[^,]*)$/u.exec(found) ?? [];
  // "The Union and Lumeria": the second acts by itself elsewhere.
  if (first && second && isActor(second)) return first;
  const parted = isListOfArticles
    ? found.split(/ and (?=(?:the|an?) )/iu)[0]
    : found.split(/ (?:and|AND) (?:(?=(?:the|an?) )|(?=\p{Lu}[\p{L} ]*$(?<!plc|ltd)))/u)[0];
  return parted?.replace(/ (?:of|for|and|the|&)$/iu, '') ?? null;
};

/** The brackets right after a name, with what it is called by from there on. */
const bracketsAt = (text: string): { aliases: string[]; length: number; isGroup: boolean } => {
  const aliases: string[] = [];
  let isGroup = false;
  let length = 0;
  for (;;) {
    const rest = text.slice(length);
    const bracket = /^\s*\(([^()]{1,200})\)/u.exec(rest);
    const henceforth =
      /^,?\s*(?:hereinafter|hereafter|henceforth)\s+(?:(?:referred to as|called)\s+)?((?:the\s+)?\p{Lu}[\p{L} ]{1,40}?)(?=[,.;)]|\s+and\b|$)/u.exec(
        rest,
      );
    if (bracket) {
      const inner = bracket[1] ?? '';
      isGroup ||= /\b(?:together|collectively|jointly)\b/iu.test(inner);
      const quoted = [...inner.matchAll(/["“‘']((?:the )?[^"“”‘’]{2,50})["”’']/giu)].map(
        ([, alias = '']) => alias,
      );
      const called =
        /^(?:hereinafter|hereafter|henceforth)\s+(?:referred to as\s+|called\s+)?(.{2,40})$/iu.exec(
          inner,
        )?.[1];
      const acronym = /^[\p{Lu}\d][\p{Lu}\d\-/.]{1,14}$/u.test(inner.trim()) ? inner.trim() : null;
      aliases.push(...(quoted.length > 0 ? quoted : called ? [called] : acronym ? [acronym] : []));
      length += bracket[0].length;
    } else if (henceforth) {
      aliases.push(henceforth[1] ?? '');
      length += henceforth[0].length;
    } else return { aliases: aliases.map((alias) => alias.trim().replace(/[,.]$/u, '')), length, isGroup };
  }
};

/** What may stand between two names of a list: a relative clause up to the comma or "and" before the next. */
const nextInList =
  /^(?:\s*,?\s*(?:of the (?:one|first|second|third|other) part,?)?\s*(?:,|;|,?\s*and|,?\s*as well as)\s+(?:and\s+)?(?:on the one hand,?\s+)?)(?=(?:(?:the|an?)\s+)?\p{Lu})/u;
const clauseBetween =
  /^\s*,\s+(?!and\b)\p{Ll}[^.;:\n]*?(?=,?\s+and\s+the\s+\p{Lu}|,\s+(?:and\s+)?the\s+\p{Lu})/u;
/** "acting for the Kingdom, the National Army": the first is whom it acts for. */
const opensClause =
  /^\s*,\s+(?:acting|represented|established|being|formed|which|who|whose|for|through|under|with|a|an|composed|consisting|duly|supported)\b/u;

/** "the Solvane Group of donor states ("the Donors")", "the Union, acting for four islands ("the Union")". */
const bracketAfterWords =
  /^(?: (?:of|for) \p{Ll}[^,("\n]{0,40}(?=\s*\()|, (?:acting|represented|established|being|which)\b[^("\n;]{0,120}?(?=\s*\())(?<!\band the\b.*)/u;

/** Names printed in capitals, as names are written. */
const properCase = (name: string): string =>
  /\p{Ll}/u.test(name) || !name.includes(' ')
    ? name
    : name
        .toLowerCase()
        .replace(/(?<=^| |-)(?!(?:of|the|and|for) )\p{L}/gu, (letter) => letter.toUpperCase());

/** Names that stand in a row from a place on: "the A ("a"), the B, acting for the C, and the D". */
const listAt = (text: string, isActor: (words: string) => boolean): Named[] => {
  const names: Named[] = [];
  /** Where those begin that a bracket may call together. */
  let side = 0;
  let rest = text;
  const isListOfArticles = /^(?:[Tt]he|[Aa]n?)\s/u.test(text);
  for (let turns = 0; turns < 40; turns++) {
    const name = nameAt(rest, isListOfArticles, isActor);
    if (!name || !isCandidate(name)) break;
    const tail = bracketAfterWords.exec(rest.slice(name.length))?.[0].length ?? 0;
    const { aliases, length, isGroup } = bracketsAt(rest.slice(name.length + tail));
    const [group] = aliases;
    // "A, of the one part, and B, C and D (together "the Group"), of the other part": the Group is one party.
    if (isGroup && group && side > 0 && side < names.length)
      names.splice(side, names.length, { name: withoutArticle(group), aliases: aliases.slice(1) });
    else names.push({ name: properCase(withoutArticle(name)), aliases });
    if (aliases.length > 0) side = names.length;
    rest = rest.slice(name.length + tail + length);
    let skipped = nextInList.exec(rest)?.[0];
    if (skipped === undefined) {
      const between = opensClause.test(rest) ? clauseBetween.exec(rest)?.[0] : undefined;
      skipped =
        between === undefined
          ? undefined
          : between + (nextInList.exec(rest.slice(between.length))?.[0] ?? '');
      const after = between === undefined ? '' : rest.slice(skipped?.length ?? 0);
      if (skipped !== undefined && !/^(?:the\s+)?\p{Lu}/u.test(after)) break;
    }
    if (skipped === undefined) break;
    if (/of the (?:one|first) part/u.test(skipped)) side = names.length;
    rest = rest.slice(skipped.length);
  }
  return names;
};

const starts =
  /(?:\b(?:[Bb]etween|BETWEEN|among|given by|accepted by|(?:[Aa]greed|[Aa]dopted|[Cc]oncluded|[Mm]ade|[Rr]eached|[Ii]ssued)[^.;\n]{0,60}? by|parties to (?:this|the) \w+ are|parties:|(?<=(?:^|[.\n])\s*(?:The\s+)?)(?:[Dd]elegations|[Rr]epresentatives|[Gg]overnments|[Ll]eaders|[Ee]nvoys) of|on behalf of|signed by|for and on behalf of)\s*:?\s+|(?:^|\n)\s*(?:PREAMBLE[.:]?|Preamble[.:]?|WHEREAS|Whereas|We,|For)?\s*(?![Bb]etween|BETWEEN|[Aa]mong ))(?=(?:(?:the|The|a|an)\s+)?(?:\p{Lu}|former|interim|transitional))/gu;

const isDocument = (name: string): boolean =>
  document.test(name) &&
  !/\b(?:group|organi[sz]ation|council|commission|conference|alliance|secretariat)\b/iu.test(name);

interface Preamble {
  names: Named[];
  /** What the bracket after the last name calls all of them. */
  everyone: string[];
  /** Several in a row who agree: who else has a name there is no party. */
  isList: boolean;
}

const namedInPreamble = (preamble: string, isActor: (words: string) => boolean): Preamble => {
  const lists = [...preamble.matchAll(starts)].map(({ index, 0: opening }) => {
    const at = index + opening.length;
    const isBetween = /\p{L}/u.test(opening) && !/preamble|whereas/iu.test(opening);
    const after = preamble.slice(at, at + 1500);
    const names = listAt(after, isActor).filter(({ name }) => !isDocument(name));
    const isWhoAccepts = /accepted by|behalf/u.test(opening);
    return { names, isBetween, isWhoAccepts };
  });
  const [best] = lists
    .filter(({ names }) => names.length > 1)
    .sort((a, b) => b.names.length - a.names.length);
  if (!best)
    return {
      names: lists.flatMap(({ isBetween, names }) => (isBetween ? names : [])),
      everyone: [],
      isList: false,
    };
  const everyone = collectiveOf(best.names);
  const others = lists.flatMap(({ names, isWhoAccepts }) => (isWhoAccepts ? names : []));
  return { names: [...best.names, ...others], everyone, isList: true };
};

/** Names with a bracket that says how they are called: `the Mining Company Ltd ("the Company")`, wherever it stands. */
const namedWithAlias = (preamble: string, isActor: (words: string) => boolean): Named[] => {
  const found: Named[] = [];
  let from = 0;
  for (const { index } of preamble.matchAll(/(?<=^|[\s(,])(?=(?:the\s+|The\s+)?\p{Lu})/gu)) {
    if (index < from) continue;
    const rest = preamble.slice(index, index + 300);
    const name = nameAt(rest, true, isActor);
    if (!name) continue;
    from = index + name.length;
    const { aliases } = bracketsAt(rest.slice(name.length));
    const isOneOfList =
      / and /u.test(name) &&
      !companyEnd.test(name) &&
      (!/^the\s/iu.test(name) || aliases.some((alias) => plural.test(alias)));
    if (aliases.length > 0 && isCandidate(name) && !isDocument(name) && !isOneOfList)
      found.push({ name: properCase(withoutArticle(name)), aliases });
  }
  return found;
};

const states =
  /^(?:(?:[\p{Lu}][\p{L}-]+\s+){0,3})(?:Republic|Kingdom|State|Federation|Commonwealth|Emirate|Principality|Dominion|Province|Region|City|Village|Town|Sultanate|Duchy|Confederation|Empire|Government|Municipality|District|County|Isle|Islands?|Territory|Democratic Republic|Islamic Republic|Canton|Republics|States) of (?:the )?(.+)$/u;

/** The proper noun of a state or place: "Government of the Republic of Orvanda" → "Orvanda". */
const properPart = (name: string): string | null => {
  const inner = states.exec(name)?.[1];
  if (!inner) return /^Union of (\p{Lu}\p{Ll}+[^s\s])$/u.exec(name)?.[1] ?? null;
  return properPart(inner) ?? inner;
};

const companyEnd =
  /\s+(?:plc|ltd|limited|inc|incorporated|corp|corporation|company|co|sa|s\.a|ag|gmbh|nv|n\.v|bv|b\.v|llc|llp|oy|ab|as|spa|group|joint stock company|holdings?)\.?$/iu;

const initials = (name: string): string =>
  name
    .split(/[\s-]+/u)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('');

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

const acts = '(?:shall|will|must|may|undertakes?|agrees?|commits?|pledges?|is to|are to|also|further)';

/** Whether the text uses words as somebody's name: as who acts, owns, is owed or is named. */
const isUsedAsName = (words: string, text: string): boolean =>
  new RegExp(
    `(?<!\\p{Lu}[\\p{L}’']* |\\p{L})(?:(?:[Tt]he|[Ee]ach|[Nn]o|[Nn]either|[Ee]ither) )?${escaped(words)}(?: ${acts}\\b|[’']s\\b|\\))`,
    'u',
  ).test(text);

/** The nouns that a name may be shortened to: "Union" of "Union of Nurses", "Movement" of "River Movement". */
const headsOf = (name: string): ReadonlySet<string> => {
  const head = name.split(/ (?:of|for) /u)[0] ?? name;
  return new Set([head, head.split(' ').at(-1) ?? head]);
};

/** Parts of a name, longest first: "Highland Assembly", "Assembly". */
const partsOf = (name: string): string[] => {
  const words = name.split(' ');
  const parts: string[] = [];
  for (let length = words.length - 1; length > 0; length--)
    for (let at = 0; at + length <= words.length; at++) {
      const part = words.slice(at, at + length);
      if (/^\p{Lu}/u.test(part[0] ?? '') && /^\p{Lu}/u.test(part.at(-1) ?? '')) parts.push(part.join(' '));
    }
  return parts;
};

const generic =
  /^(?:Party|Parties|State|States|Side|Agreement|National|Popular|Free|First|Federal|Democratic|United|General|International|Joint|New|Old|Upper|Lower|North|South|East|West|Northern|Southern|Eastern|Western|Islamic|Royal|Republics?|Country|Countries|World|People|Peoples)$/u;

const adjectives = (short: string, text: string): string[] => {
  const stem = short.replace(/(?:ia|[aeiouy])$/u, '');
  if (stem.length < 3 || short.includes(' ')) return [];
  const pattern = new RegExp(
    `(?<![\\p{L}])${escaped(stem)}(?:ia)?(?:i|is|an|ans|n|ns|ian|ians|ese|er|ers|ish|ic|ite|ites)(?![\\p{L}])`,
    'gu',
  );
  return [...new Set([...text.matchAll(pattern)].map(([word]) => word))].filter((word) => word !== short);
};

const unique = (values: readonly string[]): string[] => [
  ...new Set(values.map((value) => value.trim()).filter(Boolean)),
];

export const slug = (text: string, words = 5): string =>
  foldName(text)
    .replace(/[^a-z0-9 ]/gu, ' ')
    .trim()
    .split(/\s+/u)
    .filter((word) => !/^(?:of|the|and|for|a|an)$/u.test(word))
    .slice(0, words)
    .join('-') || 'x';

/** Ids, each once: a second of the same words gets a number. */
export const uniqueIds = (): ((id: string) => string) => {
  const taken = new Map<string, number>();
  return (id) => {
    const times = (taken.get(id) ?? 0) + 1;
    taken.set(id, times);
    return times === 1 ? id : `${id}-${times}`;
  };
};

/** One of two that are one: a name within the other, or an alias of it. */
const isSame = (a: Named, b: Named): boolean => {
  const keys = ({ name, aliases }: Named) =>
    new Set([name, ...aliases].map((one) => foldName(withoutArticle(one))));
  const [one, other] = [keys(a), keys(b)];
  return [...one].some((key) => other.has(key));
};

const merged = (found: readonly Named[]): Named[] => {
  const parties: Named[] = [];
  for (const one of found) {
    const known = parties.find((party) => isSame(party, one));
    if (!known) parties.push({ ...one });
    else {
      const longer = one.name.length > known.name.length ? one.name : known.name;
      known.aliases = unique([...known.aliases, ...one.aliases, known.name, one.name]).filter(
        (alias) => alias !== longer,
      );
      known.name = longer;
    }
  }
  return parties;
};

const isGeneric = (alias: string): boolean => generic.test(withoutArticle(alias));

/** Words that stand for two of the parties stand for neither alone. */
const withoutShared = (parties: readonly Named[]): Named[] => {
  const count = new Map<string, number>();
  for (const { name, aliases } of parties)
    for (const key of new Set([name, ...aliases].map((one) => foldName(withoutArticle(one)))))
      count.set(key, (count.get(key) ?? 0) + 1);
  return parties.map(({ name, aliases }) => ({
    name,
    aliases: aliases.filter((alias) => count.get(foldName(withoutArticle(alias))) === 1),
  }));
};

const isGovernment =
  /\b(?:government|republic|kingdom|state|federation|commonwealth|emirate|dominion|sultanate|principality)\b/iu;
const isArmed = /\b(?:front|movement|army|brigade|militia|forces?|rebels?|fighters)\b/iu;

/** The usual names of what a party acts through. */
const usualNames = (name: string, short: string | null): string[] => {
  if (short && isGovernment.test(name))
    return [`${short} government`, `Government of ${short}`, `${short} army`, `${short} forces`];
  return isArmed.test(name) && short ? [`${short} forces`, `${short} fighters`] : [];
};

const aliasesOf = (
  { name, aliases }: Named,
  text: string,
  definitions: readonly Definition[],
  terms: ReadonlySet<string>,
): string[] => {
  const proper = properPart(name);
  const company = name.replace(companyEnd, '');
  const first = companyEnd.test(name) ? (name.split(' ')[0] ?? null) : null;
  const short = proper ?? (company !== name ? company : null);
  const acronym = initials(name);
  const defined = definitions
    .filter(({ meaning, term }) => {
      const said = foldName(withoutArticle(meaning));
      const words = foldName(name);
      return (
        (said === words || said.startsWith(`${words} `)) &&
        !/\b(?:each|either|any|both)\b/iu.test(meaning) &&
        term.length > 1
      );
    })
    .map(({ term }) => term);
  const elsewhere = text.replaceAll(name, ' ');
  const heads = headsOf(name);
  const parts = partsOf(name).filter((part) => {
    if (isGeneric(part) || terms.has(foldName(part))) return false;
    if (companyEnd.test(` ${part}`)) return false;
    return (
      isUsedAsName(part, elsewhere) ||
      (heads.has(part) && new RegExp(`\\b[Tt]he ${escaped(part)}(?! \\p{Lu})`, 'u').test(elsewhere))
    );
  });
  return unique([
    ...aliases,
    ...(short ? [short] : []),
    ...(first && first.length > 2 && !isGeneric(first) ? [first] : []),
    ...defined,
    ...(!proper && acronym.length >= 3 && acronym.length <= 7 && !name.includes(acronym) ? [acronym] : []),
    ...parts,
    ...(short ? adjectives(short, text) : []),
    ...(aliases[0] && !short ? adjectives(withoutArticle(aliases[0]), text) : []),
    ...usualNames(name, short),
  ]).filter((alias) => alias !== name && (aliases.includes(alias) || !isGeneric(alias)));
};

const mostActing = 6;

/** A subject that acts in a text which names its parties nowhere: "Norland shall …". */
const actingNames = (text: string): Named[] => {
  const counts = new Map<string, number>();
  for (const [, words = ''] of text.matchAll(
    new RegExp(
      `(?:^|[.;:]\\s+|\\)\\s+|\\d\\.?\\s+)(?:[Tt]he\\s+)?(${nameWord}(?:\\s+(?:of\\s+(?:the\\s+)?)?${nameWord}){0,5})\\s+(?:shall|will|must|undertakes?|agrees?|commits?|pledges?)\\b(?! (?:not |also )?be\\b)`,
      'gmu',
    ),
  )) {
    if (isCandidate(words) && !isDocument(words) && !isGeneric(words))
      counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const names = [...counts.keys()];
  // "Norland" is the "Republic of Norland".
  const longest = names.filter(
    (name) => !names.some((other) => other !== name && ` ${other} `.includes(` ${name} `)),
  );
  const times = (name: string) =>
    names.reduce((sum, one) => (name.includes(one) ? sum + (counts.get(one) ?? 0) : sum), 0);
  return longest
    .sort((a, b) => times(b) - times(a))
    .slice(0, mostActing)
    .map((name) => ({
      name,
      aliases: names.filter((other) => other !== name && ` ${name} `.includes(` ${other} `)),
    }));
};

const signatures = (text: string): Named[] =>
  [
    ...text
      .slice(-2500)
      .matchAll(
        /(?:^|\n)\s*(?:Signed\s+)?(?:For|On behalf of|For and on behalf of)\s+(?=(?:the\s+)?\p{Lu})/gu,
      ),
  ].flatMap(({ index, 0: opening }) => {
    const rest =
      text
        .slice(-2500)
        .slice(index + opening.length, index + opening.length + 200)
        .split('\n')[0] ?? '';
    return listAt(rest, () => false).slice(0, 1);
  });

/** The parties, and what all of them together are called beside "the Parties". */
export interface Bound {
  parties: Party[];
  everyone: string[];
  /** Third bodies that the preamble names, with what it calls them. */
  bodies: { name: string; aliases: string[] }[];
}

const plural =
  /^(?:the\s+)?(?:(?:\p{Lu}\p{L}+ ){0,2}\p{Lu}\p{L}*s|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Undersigned)$/u;

/** `the A, the B and the C ("the Riparians")`: the bracket after the last names all of them. */
const collectiveOf = (names: readonly Named[]): string[] => {
  const last = names.at(-1);
  if (!last || names.length < 2 || names.slice(0, -1).some(({ aliases }) => aliases.length > 0)) return [];
  return last.aliases.filter((alias) => plural.test(alias) && !last.name.includes(withoutArticle(alias)));
};

/** The parties of an agreement with all that they are called by. */
export const partiesOf = (text: string, preamble: string, definitions: readonly Definition[]): Bound => {
  const isActor = (words: string) => isUsedAsName(words, text);
  const title = preamble.split('\n').slice(0, 3).join('\n');
  const { names: preambleNames, everyone, isList } = namedInPreamble(preamble, isActor);
  const withAlias = namedWithAlias(preamble, isActor).filter(
    ({ aliases }) => !aliases.some((alias) => everyone.includes(alias)),
  );
  const named = merged([
    ...preambleNames.map(({ name, aliases }) => ({
      name,
      aliases: aliases.filter((alias) => !everyone.includes(alias)),
    })),
    ...(isList ? [] : withAlias),
    ...(preambleNames.length > 1 ? [] : signatures(text)),
  ]);
  const found =
    named.length > 0 ? named : merged([...signatures(text), ...namedInPreamble(title, isActor).names]);
  const parties = found.length > 0 ? found : merged(actingNames(text));
  const terms = new Set(definitions.map(({ term }) => foldName(term)));
  const own = new Set(
    parties.flatMap(({ aliases }) => aliases.map((alias) => foldName(withoutArticle(alias)))),
  );
  for (const term of own) terms.delete(term);
  const full = withoutShared(
    parties.map((party) => ({ name: party.name, aliases: aliasesOf(party, text, definitions, terms) })),
  );
  const id = uniqueIds();
  const bound = full.map(({ name, aliases }) => ({ id: id(slug(properPart(name) ?? name)), name, aliases }));
  const bodies = isList
    ? withAlias.filter(
        (one) =>
          !named.some(
            (party) => isSame(party, one) || one.name.includes(party.name) || party.name.includes(one.name),
          ),
      )
    : [];
  return { parties: bound, everyone: everyone.map(withoutArticle), bodies };
};

/** A body that a definition or a task names, and that is no party. */
export const actorOf = (
  id: string,
  name: string,
  aliases: readonly string[],
  partOf: readonly string[],
): Actor => ({
  id,
  name,
  aliases: [...aliases],
  memberOf: [],
  partOf: [...partOf],
  adverseTo: [],
  relations: [],
});
