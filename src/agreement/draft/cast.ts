import type { Actor, Party, Span } from '../../model/index.ts';
import { type Definition, withoutArticle } from './definitions.ts';
import { actorOf, type Bound, slug } from './parties.ts';

/*
 * Who a subject of the agreement's text means: one party, several, all of them, or a third body that gets a task.
 */

/** A place in a text where somebody is named. */
interface Named {
  ids: readonly string[];
  span: Span;
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

const singularOf = (word: string): string | null =>
  /ies$/u.test(word) ? `${word.slice(0, -3)}y` : /[^s]s$/u.test(word) ? word.slice(0, -1) : null;

const everybody =
  '(?:(?:high )?(?:contracting|signatory|state|warring|conflict|negotiating|concerned|participating|two|three|four|five|six|seven) )*(?:part(?:y|ies)(?: to (?:this|the|the present) (?:agreement|conflict|protocol|accord|treaty))?|sides?|signator(?:y|ies)|undersigned|participants|delegations|belligerents)';
const quantifier = '(?:(?:both|all|each|every|either|neither|no|none|any)(?: of)? )?(?:the )?';

const anybody = new RegExp(`${quantifier}${everybody}`, 'iu');

/** Parts of a body, and people who act for it: what they do, it does. */
const part =
  /\b(?:members?|forces?|troops?|soldiers?|officers?|commanders?|fighters?|combatants?|units?|ministers?|ministry|ministries|authorit(?:y|ies)|organs?|agenc(?:y|ies)|courts?|police|army|armies|navy|air force|aircraft|personnel|officials?|representatives?|government|parliament|office|services?|department|directorate|treasury|guards?|banks?|companies|subsidiar(?:y|ies)|affiliates?|president|prime minister|leaders?|leadership|secretary|board|staff|side|state organs|customs|inspectors?|delegation|nationals|citizens|employees|institutions?|bodies|militias?|groups?|wings?|supporters|boards?)\b/iu;
/** What a third body is called that can be given a task. */
const body =
  /(?:commission|committee|council|mission|monitors?|office|agency|board|authority|force|secretariat|tribunal|court|ministry|bank|panel|cent(?:re|er)|group|team|assembly|parliament|government|cell|mechanism|unit|observers?|organi[sz]ation|union|federation|league|service|police|army|guard|trustee|administrator|inspectorate|bureau|institute|minister|president|secretary|secretary-general|general|governor|mayor|commander|commissioner|chair(?:man|person|woman)?|director|envoy|representative|ombudsman|guarantors?|mediators?|facilitators?|company|corporation|fund|red cross|nations|directorate|congress|senate|diet|prosecutor|auditor|cabinet|legislature|executive)$/iu;
const noBody =
  /^(?:(?:this|that|these|those|such|i|it|they|there|he|she|we|nothing|nobody|no one|none|everyone|everybody|anyone|persons?|people|prisoners?|detainees?|captives?|citizens|elections?|disputes?|differences)\b|.*\b(?:agreement|accord|protocol|treaty|annex|article|section|chapter|provisions?|convention|charter|memorandum|list|zone|line|area|corridor|territory|prisoners|detainees)$)/iu;

const states =
  /\b(?:republic|kingdom|state|federation|commonwealth|emirate|principality|dominion|sultanate|confederation|union of \p{Lu})/iu;

export class Cast {
  readonly parties: readonly Party[];
  readonly #actors = new Map<string, Actor>();
  readonly #names: readonly { pattern: RegExp; ids: readonly string[] }[];
  readonly #bodies: ReadonlyMap<string, string>;
  readonly #everyone: RegExp;
  readonly #collective: readonly string[];

  constructor({ parties, everyone, bodies }: Bound, definitions: readonly Definition[]) {
    this.parties = parties;
    this.#collective = everyone;
    const all = parties.map(({ id }) => id);
    const groups = this.#groupsIn(definitions);
    const names = [
      ...parties.flatMap(({ id, name, aliases }) =>
        [name, ...aliases].flatMap((alias) => {
          const words = withoutArticle(alias);
          const single = singularOf(words);
          return [words, ...(single && !words.includes(' ') ? [single] : [])].map((one) => ({
            words: one,
            ids: [id],
          }));
        }),
      ),
      ...everyone.flatMap((word) => [word, singularOf(word) ?? word].map((words) => ({ words, ids: all }))),
      ...groups,
    ].sort((a, b) => b.words.length - a.words.length);
    this.#names = names.map(({ words, ids }) => ({
      pattern: new RegExp(
        `(?<![\\p{L}\\p{N}-])(?:[Tt]he )?${escaped(words)}(?![\\p{L}\\p{N}]|-\\p{L})`,
        'gu',
      ),
      ids,
    }));
    this.#bodies = new Map([
      ...bodies.flatMap(({ name, aliases }) =>
        aliases.map((alias) => [withoutArticle(alias), name] as const),
      ),
      ...definitions.flatMap(({ term, meaning }) => {
        const [, name] =
          /^(?:the |an? )?((?:\p{Lu}[\p{L}’'-]*)(?: (?:(?:of|for|and|the|on|de) )*\p{Lu}[\p{L}’'-]*)*)/u.exec(
            meaning,
          ) ?? [];
        return name && body.test(name.split(/ (?:of|for|on) /u)[0] ?? name) ? [[term, name] as const] : [];
      }),
    ]);
    this.#everyone = new RegExp(
      `^(?:${quantifier}${everybody}(?: (?:each|all|jointly|both))?|both|each|they|we|all|the two|the three|the four|the five)$`,
      'iu',
    );
  }

  /** Third bodies that were given a task, in the order in which they came up. */
  get actors(): readonly Actor[] {
    return [...this.#actors.values()];
  }

  get all(): readonly string[] {
    return this.parties.map(({ id }) => id);
  }

  nameOf(id: string): string {
    return this.parties.find((party) => party.id === id)?.name ?? this.#actors.get(id)?.name ?? id;
  }

  /** `"Army" means either of the two armies`: the parties whose names have the word. */
  #groupsIn(definitions: readonly Definition[]): { words: string; ids: readonly string[] }[] {
    return definitions.flatMap(({ term, meaning }) => {
      if (!/^(?:(?:each|either|any|both|all|one)\b|the (?:two|three|four|five|six)\b)/iu.test(meaning))
        return [];
      if (!/\b(?:part|sign|arm|stat|side|benc|govern|movement|compan|abov|first|named)/iu.test(meaning))
        return [];
      const having = this.parties.filter(({ name }) => name.includes(term));
      const ids = (having.length > 1 ? having : this.parties).map(({ id }) => id);
      return [term, `${term}s`, ...(singularOf(term) ? [singularOf(term) ?? ''] : [])].map((words) => ({
        words,
        ids,
      }));
    });
  }

  /** Everyone named in a text, longest names first, each place once; in the order of the text. */
  namedIn(text: string): Named[] {
    const found: Named[] = [];
    for (const { pattern, ids } of this.#names)
      for (const { index, 0: words } of text.matchAll(pattern)) {
        const span: Span = [index, index + words.length];
        if (!found.some((other) => other.span[0] < span[1] && span[0] < other.span[1]))
          found.push({ ids, span });
      }
    return found.sort((a, b) => a.span[0] - b.span[0]);
  }

  /** Whether words mean all the parties: "the Parties", "both sides", "neither Party". */
  isEveryone(words: string): boolean {
    return this.#everyone.test(words.trim());
  }

  /** "Countries that exceed their quota": a plural that ends what all of them are called. */
  #bareClass(words: string): readonly string[] | null {
    const noun = /^(\p{Lu}\p{Ll}+s)(?: (?:that|which|who)\s.*)?$/u.exec(words)?.[1];
    return noun && this.#collective.some((one) => one.endsWith(` ${noun}`)) ? this.all : null;
  }

  /** The parties of a class that a quantifier takes together: "Neither State", "each Government". */
  #classOf(words: string): readonly string[] | null {
    const [, noun] =
      /^(?:both|all|each|every|either|neither|no|the (?:two|three|four|five))(?: of the)? (?:\p{Ll}+ )?(\p{L}{3,})$/iu.exec(
        words,
      ) ?? [];
    if (!noun) return null;
    const single = singularOf(noun) ?? noun;
    const having = this.parties.filter(({ name }) => new RegExp(`\\b${escaped(single)}`, 'iu').test(name));
    const ofKind = /^(?:state|countr|nation|government)/iu.test(single)
      ? this.parties.filter(({ name }) => states.test(name))
      : [];
    const best = ofKind.length > 1 && ofKind.length > having.length ? ofKind : having;
    if (best.length > 0) return best.map(({ id }) => id);
    return /^(?:state|government|movement|signator|compan|organi|countr|nation|arm|member|institution|bod)/iu.test(
      single,
    )
      ? this.all
      : null;
  }

  /**
   * Whom a subject means, and whether it is somebody: ids of parties or actors, empty for nobody in particular. A body that
   * only this text knows becomes an actor where it `acts`.
   */
  resolve(subject: string, acts: boolean): readonly string[] {
    const words = subject
      .replace(/\s*\([^)]*\)\s*$/u, (bracket) => (this.namedIn(bracket).length > 0 ? bracket : ''))
      .replace(
        /,?\s+(?:each|jointly|together|both|all|severally|respectively|in turn|also|further|furthermore|therefore|hereby|in particular|at all times|always|immediately|likewise|similarly|moreover|for its part|for their part|as appropriate|accordingly)$/giu,
        '',
      )
      .replace(/^(?:and|or|but|moreover|furthermore|in addition|likewise|then|also),?\s+/iu, '')
      .trim();
    if (!words) return [];
    if (this.isEveryone(words)) return this.all;
    if (this.isEveryone(words.replace(/\s(?:that|which|who)\s.*$/u, ''))) return this.all;
    const ofClass = this.#classOf(words) ?? this.#bareClass(words);
    if (ofClass) return ofClass;
    const named = this.namedIn(words);
    const head = this.#heads(words, named);
    if (head) return head;
    const common = this.#commonNoun(words);
    if (common) return common;
    const group = anybody.exec(words);
    if (
      group &&
      part.test(words.slice(0, group.index)) &&
      /\b(?:of|from)\s*$/iu.test(words.slice(0, group.index))
    )
      return this.all;
    return acts ? this.#body(words) : [];
  }

  /** "the boards" is the League of Hospital Boards, where no other party's name has the word. */
  #commonNoun(words: string): readonly string[] | null {
    const [, noun] = /^(?:the |all |each |every |no )(?:\p{Ll}+ )?(\p{Ll}{4,})$/iu.exec(words) ?? [];
    if (!noun) return null;
    const single = singularOf(noun) ?? noun;
    const having = this.parties.filter(({ name, aliases }) =>
      [name, ...aliases].some((one) => new RegExp(`\\b${escaped(single)}s?\\b`, 'iu').test(one)),
    );
    return having.length === 1 ? having.map(({ id }) => id) : null;
  }

  /** Those named who are the subject itself, or whose part it is. */
  #heads(words: string, named: readonly Named[]): readonly string[] | null {
    const [first] = named;
    if (!first) return null;
    const before = words.slice(0, first.span[0]).trim();
    const after = words.slice(first.span[1]).trim();
    const all = [...new Set(named.flatMap(({ ids }) => ids))];
    // "Vantrel and Osmia", "neither Upper nor Lower": joined names are joint debtors.
    const between = named.slice(1).map(({ span }, at) => words.slice(named[at]?.span[1], span[0]).trim());
    const areJoined =
      named.length > 1 &&
      between.every((gap) => /^(?:,|,? ?(?:and|or|nor|as well as|together with)|&|\/)$/iu.test(gap));
    const opens = /^(?:(?:both|neither|either|no|each|the|every|none of|each of|any)\s*)*$/iu.test(before);
    if (opens && (after === '' || areJoined)) return areJoined ? all : first.ids;
    if (opens && /^[’']s?\s/u.test(after)) return part.test(after) ? first.ids : null;
    if (opens && /^(?:,|and |or |which|who|that |acting|through|on behalf)/iu.test(after))
      return areJoined ? all : first.ids;
    if (opens && part.test(after)) return first.ids;
    // "officers of the Department", "the Minister of Housing (Hearth)".
    if (part.test(before) && /(?:\bof|\bfrom|\bin|\bunder|\()\s*(?:the|either|each|both|no)?$/iu.test(before))
      return areJoined ? all : first.ids;
    return null;
  }

  /** The ministry, parliament or bank of a text's only state. */
  #organOf(name: string): readonly string[] | null {
    if (
      !/^(?:Ministry|Ministries|Minister|Parliament|Government|Treasury|Cabinet|President|Prime Minister|Central Bank|National Assembly|Army|Armed Forces|Council of Ministers|Legislature|Congress|State|Attorney General|Finance Ministry|National Bank|Authorities)\b(?! of (?:the )?Parties)/u.test(
        name,
      )
    )
      return null;
    const ofStates = this.parties.filter(
      (party) => states.test(party.name) || /\bgovernment\b/iu.test(party.name),
    );
    return ofStates.length === 1 ? ofStates.map(({ id }) => id) : null;
  }

  #body(words: string): readonly string[] {
    const name = withoutArticle(words.replace(/^(?:no|each|every|neither|either|both|all)\s+/iu, ''));
    if (!/^\p{Lu}/u.test(name) || noBody.test(name) || name.split(' ').length > 9) return [];
    const organ = this.#organOf(name);
    if (organ) return organ;
    const [main = name] = name.split(/ (?:of|for|on|in|between) /u);
    const isAcronym = /^\p{Lu}[\p{Lu}\d-]{1,9}$/u.test(name);
    const full = this.#bodies.get(name) ?? [...this.#bodies.values()].find((known) => known === name);
    if (!full && !body.test(main) && !isAcronym) return [];
    const known = full ?? name;
    const same = [...this.#actors.values()].filter((actor) => actor.name.endsWith(` ${known}`));
    const [longer] = same;
    if (longer && same.length === 1) {
      if (!longer.aliases.includes(known)) longer.aliases.push(known);
      return [longer.id];
    }
    const id = slug(known);
    if (this.parties.some((party) => party.id === id)) return [id];
    if (!this.#actors.has(id)) {
      const aliases = [...this.#bodies].flatMap(([term, meaning]) =>
        meaning === known && term !== known ? [term] : [],
      );
      const partOf = [...new Set(this.namedIn(known).flatMap(({ ids }) => ids))];
      this.#actors.set(id, actorOf(id, known, aliases, partOf.length === 1 ? partOf : []));
    }
    return [id];
  }
}
