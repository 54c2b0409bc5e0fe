import type { CaseFile, Span } from '../../model/index.ts';
import type { Page } from './texts.ts';

/** One that the case lists, where a page names it. */
export interface Mention {
  id: string;
  words: string;
  span: Span;
}

const someone = /^(?:he|she|him|her|the (?:old )?man|the woman)$/iu;
const something =
  /^(?:it|they|them|the (?:company|firm|group|club|service|board|bank|union|management|movement|party|agency))$/iu;
const voiceAlone =
  /^(?:an?|the|its|their|one|two|another|the company['’]s|the firm['’]s)?\s?(?:spokes(?:man|woman|person|people)|manager|officials?|lawyers?|representative|help page|press office)$/iu;
const possessed = /^(?:its|their) (?:own )?\p{Ll}+(?: \p{Ll}+)?$/u;
/** Words of a source longer than this tell a story. */
const longest = 9;
/** What is left of a source whose head the page does not give: a number, a relative, a letter. */
const nobody =
  /^(?:which|who|that|this|these|those|what|one|all|both|everybody|everyone|[^\p{L}]*\p{L}?[^\p{L}]*)$/iu;

export const saysNothing = (words: string): boolean => nobody.test(words.trim());

/** How far back somebody is still meant, in characters. */
const reach = 500;

/** Whom "he", "it" or "a spokeswoman" stands for: the last that the page names of those that the case lists. */
export const antecedentsOf = ({ parties, actors }: CaseFile) => {
  const people = new Set(actors.filter(({ memberOf }) => memberOf.length > 0).map(({ id }) => id));
  const names = [...parties, ...actors].flatMap(({ id, name, aliases }) =>
    [name, ...aliases].map((called) => ({ id, called })),
  );
  // "a Front quartermaster" belongs to "the Front".
  const bare = names.flatMap(({ id, called }) => {
    const noun = /^[Tt]he (\p{Lu}.{3,})$/u.exec(called)?.[1];
    return noun ? [{ id, called: noun }] : [];
  });
  const byName = new Map([...names, ...bare].toReversed().map(({ id, called }) => [called, id]));
  const pattern = new RegExp(
    `(?<!\\p{L})(?:${[...byName.keys()]
      .sort((a, b) => b.length - a.length)
      .map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
      .join('|')})(?!\\p{L})`,
    'gu',
  );
  const mentions = new Map<string, Mention[]>();
  const mentionsOn = (page: Page): Mention[] => {
    const known = mentions.get(page.id);
    if (known) return known;
    const found =
      byName.size === 0
        ? []
        : [...page.text.matchAll(pattern)].map(
            ({ index, 0: words }): Mention => ({
              id: byName.get(words) as string,
              words,
              span: [index, index + words.length],
            }),
          );
    mentions.set(page.id, found);
    return found;
  };
  /** "the colonel", after "Colonel Iduma Sellasi": who bears the title. */
  const titled = (page: Page, role: string, at: number): Mention | null => {
    const title = new RegExp(`(?<!\\p{L})${role}\\s+(?:\\p{Lu}[\\p{L}.’'-]*\\s+){0,2}$`, 'iu');
    return (
      mentionsOn(page).findLast(
        ({ id, words, span }) =>
          people.has(id) &&
          span[0] < at &&
          (title.test(page.text.slice(Math.max(0, span[0] - 60), span[0])) ||
            words.toLowerCase().startsWith(`${role.toLowerCase()} `)),
      ) ?? null
    );
  };
  return (page: Page, words: string, at: number): Mention | null => {
    const said = words.trim();
    const within = mentionsOn(page).filter(({ span }) => span[0] >= at && span[1] <= at + words.length);
    if (within.length > 0 && said.split(' ').length < longest)
      return within.every(({ id }) => id === within[0]?.id) ? (within[0] as Mention) : null;
    const role = /^the (?:\p{Ll}+ )?(\p{Ll}+)$/u.exec(said)?.[1];
    const bearer = role ? titled(page, role, at) : null;
    if (bearer) return bearer;
    const isPerson = someone.test(said);
    if (!isPerson && !something.test(said) && !voiceAlone.test(said) && !possessed.test(said)) return null;
    const before = mentionsOn(page).filter(
      ({ id, span }) => span[1] <= at && at - span[1] < reach && people.has(id) === isPerson,
    );
    return before.at(-1) ?? null;
  };
};
