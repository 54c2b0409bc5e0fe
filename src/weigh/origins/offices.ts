import type { ResolvedEntity, Statement } from '../../model/index.ts';
import { foldName } from '../../resolve/index.ts';
import { type BodyName, bodyNamed, isInstitution } from './body-names.ts';
import type { Inquiry } from './inquiry.ts';
import { NamesOnPages } from './names-on-pages.ts';
import type { Page } from './texts.ts';

/*
 * Whom a person speaks for: the office that the words beside the name say ("Finance Minister Ada Venn", "Sam Orre, head of
 * the Fisheries Board"), on this page or, for one who is called by name alone, on another page of the case.
 */

export interface Office {
  /** Id of the body. */
  id: string;
  words: string;
  document: string;
  /** UTF-16 code units of that document's text. */
  span: [number, number];
}

/** What somebody did is no office. */
const verb = /\b(?:has|have|had|is|are|was|were|will|would|says|said|told)\b/iu;
const gone = /\b(?:former|ex|late|retired|then|designate|outgoing|candidate|contender|nominee)\b/iu;

/** Words that stand before a name or, between commas, behind it. */
const beside = (name: string, text: string): { words: string; start: number }[] => {
  const found: { words: string; start: number }[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const before = text.slice(Math.max(0, at - 90), at);
    const title = /(?:^|[\s“"(,;:])((?:(?:\p{L}[\p{L}’'.-]*),?\s){1,9})$/u.exec(before)?.[1];
    const lead = title?.replace(/^.*[.;:]\s(?=\S)/u, '') ?? '';
    if (lead.trim() !== '' && endsInOffice.test(lead))
      found.push({ words: lead.trim().replace(/,$/u, ''), start: at - lead.length });
    const behind = /^,\s((?:an?\s|the\s|its\s)?[^,.;:“”"]{4,80})(?=[,.;])/u.exec(
      text.slice(at + name.length, at + name.length + 100),
    )?.[1];
    if (behind) found.push({ words: behind, start: at + name.length + 2 });
    const of =
      /^\s(?:of|from|for)\s((?:the\s)?\p{Lu}[\p{L}’'-]*(?:\s(?:of|the|and|\p{Lu}[\p{L}’'-]*))*)/u.exec(
        text.slice(at + name.length, at + name.length + 80),
      );
    if (of?.[1]) found.push({ words: of[1], start: at + name.length + of[0].length - of[1].length });
    if (found.length > 12) break;
  }
  return found;
};

/** Titles are what a person is; "the ministry told" before a name is what somebody did. */
const office =
  /\b(?:minister|spokes(?:man|woman|person)|head|chief|director|chair(?:man|woman|person)?|secretary|commander|president|envoy|ambassador|representative|governor|mayor|officer|official|coordinator|negotiator|lawyer|counsel|speaker|premier|chancellor|leader|executive|inspector|adviser|delegate|deputy|general|admiral)\b/iu;

/** Right before a name stands the office itself, or a comma. */
const endsInOffice = new RegExp(`(?:${office.source}|,)\\s*$`, 'iu');

/** The part of some words that names the office: from the last clause on, without its article. */
const titles = (words: string): string[] => {
  const clauses = words
    .split(/,\s|\band\b\s|\bthat\s|\bwith\s|\bto\s|\btold\s|\bsaid\s|\bby\s/u)
    .map((each) => each.trim());
  const last = clauses.at(-1) ?? '';
  return [last, last.replace(/^.*?\b(?:the|an?|its)\s/iu, '')].filter((each) => each !== '');
};

export interface Offices {
  /** The office that a person holds by the words of this page, else of another; null where none says. */
  of(person: ResolvedEntity, statement: Statement): Office | null;
}

export const officesOf = ({ bodies, cast, pages }: Pick<Inquiry, 'bodies' | 'cast' | 'pages'>): Offices => {
  /** An office that says not whose it is belongs to whom its holder does. */
  const ofHolder = (named: BodyName, { key, bodies: own }: ResolvedEntity): BodyName => ({
    ...named,
    owner: named.owner ?? own.find((body) => body !== key && cast.isCoarse(body)) ?? null,
  });
  const onPage = (person: ResolvedEntity, names: readonly string[], page: Page): Office | null => {
    for (const name of names)
      for (const { words, start } of beside(name, page.text)) {
        if (gone.test(words)) continue;
        for (const title of titles(words)) {
          if (verb.test(title)) continue;
          const isOffice = office.test(title);
          const called: BodyName | null = bodyNamed(title, bodies.owners);
          if (!called) continue;
          const named = isOffice && isInstitution(called) ? ofHolder(called, person) : called;
          const isTold = isOffice && (isInstitution(named) || named.isVoice);
          const titled = bodies.known(title, named);
          // A case may call somebody by his office: the body is another.
          const id = titled === person.key ? (bodies.known('', named) ?? bodies.known('', called)) : titled;
          if (id === null && !isTold) continue;
          if (id === null && !isInstitution(named)) continue;
          const at = page.text.indexOf(title, Math.max(0, start));
          const from = at >= 0 && at - start < 100 ? at : start;
          const meant = id === null ? bodies.meantOn(page, called) : null;
          const key = id ?? (meant ? bodies.named(meant.words, meant) : bodies.named(title, named));
          return { id: key, words: title, document: page.id, span: [from, from + title.length] };
        }
      }
    return null;
  };
  const found = new Map<string, Office | null>();
  const elsewhere = new Map<string, Office | null>();
  const namesOn = new NamesOnPages([...pages.values()]);
  return {
    of(person, { documentId }) {
      const key = `${documentId} ${person.key}`;
      const known = found.get(key);
      if (known !== undefined) return known;
      const page = pages.get(documentId);
      const last = person.name.split(' ').at(-1) ?? person.name;
      const names = [...new Set([person.name, ...(last.length > 3 ? [last] : [])])];
      const own = page ? onPage(person, names, page) : null;
      const office = own ?? anywhere(person);
      found.set(key, office);
      return office;
    },
  };
  /** On any page that has the whole name: one of a single word may be anybody's. */
  function anywhere(person: ResolvedEntity): Office | null {
    const known = elsewhere.get(person.key);
    if (known !== undefined) return known;
    let office: Office | null = null;
    if (foldName(person.name).includes(' '))
      for (const page of namesOn.pagesWith(person.name)) {
        office = onPage(person, [person.name], page);
        if (office) break;
      }
    elsewhere.set(person.key, office);
    return office;
  }
};
