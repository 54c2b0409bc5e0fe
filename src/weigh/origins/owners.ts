import type { CaseFile } from '../../model/index.ts';
import { countryNamed, countryOfCapital, countryOfDemonym } from '../../read/index.ts';
import { foldName } from '../../resolve/index.ts';
import { organisationNamed } from './organisations.ts';

/*
 * Whose a body is. One state is written as a name, an adjective, a genitive or its capital; of a state that no list knows,
 * name and adjective share their stem ("Verdania", "Verdanian").
 */

/** Words of a party's name that say what it is, not who. */
const styles =
  /\b(?:government|republic|kingdom|state|union|federation|federal|islamic|democratic|peoples|people|of|the|and|a|an)\b/gu;

const demonymEndings = /(?:ians?|eans?|ans?|ese|ish|ois|ers?|ics?|is?)$/u;
const vowelsAtTheEnd = /[aeiouy]+$/u;

/** A party's part among its names says nothing of who owns other parts. */
const organ =
  /\b(?:army|military|forces?|navy|police|ministry|department|office|staff|guards?|command|parliament|agency|board|bank)\b/iu;

/** Fewer letters than this tell nobody apart. */
const shortest = 4;

/** What the name of a state and its adjective have in common: "verdania" and "verdanian" give "verdan". */
const stemOf = (name: string): string => {
  const folded = foldName(name);
  const bare = folded.replace(demonymEndings, '');
  const stem = (bare.length >= shortest ? bare : folded).replace(vowelsAtTheEnd, '');
  return stem.length >= shortest ? stem : folded;
};

/** Whether a word may be the adjective of a state that no list knows. */
export const looksLikeDemonym = (word: string): boolean =>
  /^\p{Lu}\p{Ll}{3,}(?:ian|ean|an|ese|ish|i|ois)s?$/u.test(word);

export interface Owners {
  /** Key of the owner that a name, an adjective or a capital stands for: a party's id, an ISO code, an organisation, else null. */
  known(words: string): string | null;
  /** The same; one that nobody knows is called by its stem. */
  named(words: string): string;
}

const country = (words: string): string | undefined =>
  (countryNamed(words) ?? countryOfDemonym(words))?.code ?? countryOfCapital(words);

/** Everything that the owners of a case are called. */
export const ownersOf = ({ parties }: Pick<CaseFile, 'parties'>): Owners => {
  const byName = new Map<string, string>();
  const add = (key: string, id: string) => {
    if (key !== '' && !byName.has(key)) byName.set(key, id);
  };
  for (const { id, name, aliases } of parties)
    for (const called of [name, ...aliases]) {
      if (organ.test(called)) continue;
      const bare = foldName(called).replace(styles, ' ').replace(/ +/gu, ' ').trim();
      add(foldName(called), id);
      add(bare, id);
      const code = country(called) ?? country(bare);
      if (code) add(`iso:${code}`, id);
    }
  // Stems come last: a name that is written out goes before one that only sounds like it.
  for (const { id, name } of parties)
    add(`stem:${stemOf(foldName(name).replace(styles, ' ').replace(/ +/gu, ' ').trim())}`, id);
  const known = (words: string): string | null => {
    const folded = foldName(words);
    const bare = folded.replace(styles, ' ').replace(/ +/gu, ' ').trim();
    const code = country(words) ?? country(bare);
    return (
      byName.get(folded) ??
      (bare === '' ? undefined : byName.get(bare)) ??
      organisationNamed(words) ??
      (code && (byName.get(`iso:${code}`) ?? code)) ??
      byName.get(`stem:${stemOf(bare)}`) ??
      null
    );
  };
  return {
    known,
    named: (words) => known(words) ?? `~${stemOf(foldName(words).replace(styles, ' ').trim())}`,
  };
};
