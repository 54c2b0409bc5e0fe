import { words as messages } from '../../messages/index.ts';
import type { Span, Statement } from '../../model/index.ts';
import { foldName } from '../../resolve/index.ts';
import { bodyNamed, isInstitution } from './body-names.ts';
import { ByDay } from './by-day.ts';
import type { CaseBodies } from './case-bodies.ts';
import { cluesOf, type Days, daysOf, type Gist, gistOf, sameDays, sameness, toldWords } from './gists.ts';
import { isRewritten } from './rewrites.ts';
import type { Found, TracedSource } from './source.ts';
import { byDate, type Page } from './texts.ts';

/*
 * One statement is one occasion, in however many pages and words. A vague speaker ("officials", "the ministry", an outlet
 * that passes something on, a page in its own voice) whose words say what somebody else is known to have said in those
 * days is that somebody.
 */

interface Told {
  statement: Statement;
  found: Found;
  gist: Gist;
  days: Days;
}

/** A statement that says the same, and why it may be of one occasion. */
interface Match {
  other: Told;
  score: number;
  /** Made when it is wanted: few of those looked at are kept. */
  why: () => string;
  kind: 'occasion' | 'rewrite';
}

/** From how much sameness on two statements say one thing. */
const sameThing = {
  party: 0.6,
  body: 0.5,
  unnamed: 0.6,
  outlet: 0.5,
  writer: 0.72,
  rewrite: 0.5,
  figures: 0.4,
};

/** Clues that more statements than this share lead nowhere. */
const maxPostings = 400;
/** Of the statements that share clues, those that share most are compared. */
const maxCompared = 40;

const names = (source: TracedSource): string[] =>
  [
    source.name.replace(/^unnamed: /u, ''),
    source.id.replace(/^(?:publisher|name|body):/u, '').replace(/@.*$/u, ''),
  ].filter((name) => name.length > 3);

export const occasionsOf = (
  statements: readonly Statement[],
  alone: (statement: Statement) => Found,
  pages: ReadonlyMap<string, Page>,
  bodies: CaseBodies,
): ((statement: Statement, found: Found) => TracedSource) => {
  let index: Map<string, ByDay<Told>> | undefined;
  const byDocument = new Map<string, Told[]>();
  const told = (statement: Statement, found: Found): Told => ({
    statement,
    found,
    gist: gistOf(toldWords(statement)),
    days: daysOf(statement),
  });
  const indexed = (): Map<string, ByDay<Told>> => {
    if (index) return index;
    index = new Map();
    for (const statement of statements) {
      const one = told(statement, alone(statement));
      const ofDocument = byDocument.get(statement.documentId);
      if (ofDocument) ofDocument.push(one);
      else byDocument.set(statement.documentId, [one]);
      for (const clue of cluesOf(one.gist)) {
        const postings = index.get(clue) ?? new ByDay<Told>();
        postings.add(one);
        index.set(clue, postings);
      }
    }
    return index;
  };

  /** Statements of other pages and the same days that share the most clues with one. */
  const near = (one: Told): Told[] => {
    const shared = new Map<Told, number>();
    for (const clue of cluesOf(one.gist)) {
      const postings = indexed().get(clue);
      if (!postings || postings.size > maxPostings) continue;
      for (const other of postings.around(one.days))
        if (other.statement.documentId !== one.statement.documentId && sameDays(one.days, other.days))
          shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    return [...shared]
      .filter(([, count]) => count > 1)
      .sort(([a, x], [b, y]) => y - x || (a.statement.id < b.statement.id ? -1 : 1))
      .slice(0, maxCompared)
      .map(([other]) => other);
  };

  const folded = new Map<string, string>();
  const foldedText = (page: Page): string => {
    const text = folded.get(page.id) ?? ` ${foldName(page.text)} `;
    folded.set(page.id, text);
    return text;
  };
  const isNamedOn = (page: Page | undefined, { id, name }: TracedSource): boolean => {
    if (!page) return false;
    const text = foldedText(page);
    const listed = bodies.namesOf(id);
    return [...listed, ...names({ id, name } as TracedSource)].some((each) =>
      text.includes(` ${foldName(each)} `),
    );
  };

  const pair = new Map<string, boolean>();
  const rewrites = (document: string, earlier: string): boolean => {
    const key = `${document} ${earlier}`;
    const known = pair.get(key);
    if (known !== undefined) return known;
    const [page, other] = [pages.get(document), pages.get(earlier)];
    const found =
      page !== undefined && other !== undefined && byDate(other, page) < 0 && isRewritten(page, other);
    pair.set(key, found);
    return found;
  };

  /** Whose words an outlet passes on: somebody is seen to be quoted by it, or on its own pages. */
  const passesOn = (outlet: string, { statement: { chain, publisher }, found }: Told): boolean =>
    found.source.id !== outlet &&
    [
      ...chain
        .slice(0, -1)
        .map(({ entity, group, words }) => bodies.named((entity ?? group)?.name ?? words, null)),
      ...chain.flatMap(({ relays }) => relays.map(({ name }) => bodies.named(name, null))),
      ...(publisher === null || chain.length === 0 ? [] : [bodies.publisher(publisher)]),
    ].includes(outlet);

  const kindOf = ({ name }: TracedSource): readonly string[] => bodyNamed(name, bodies.owners)?.kind ?? [];

  /** How much sameness makes the vague one the other; null where it cannot be. */
  const bar = (
    one: Told,
    other: Told,
  ): { least: number; why: () => string; kind: 'occasion' | 'rewrite' } | null => {
    const { source, vague } = one.found;
    const target = other.found.source;
    if (target.id === source.id) return null;
    const { documentId } = one.statement;
    if ((vague === 'writer' || vague === 'unnamed') && rewrites(documentId, other.statement.documentId)) {
      // Whoever is unnamed in a rewriting is whom the page rewritten has: the page itself is another's.
      const isLike = vague === 'writer' ? true : other.found.vague !== 'writer';
      if (isLike)
        return {
          least: sameThing.rewrite,
          why: () =>
            other.statement.publisher === null
              ? messages.ties.rewritesUnknown
              : messages.ties.rewrites(other.statement.publisher),
          kind: 'rewrite',
        };
    }
    if (
      other.found.vague !== null &&
      !(vague === null && other.found.vague === 'body') &&
      !(vague === 'writer' && other.found.vague === 'writer') &&
      !(vague === 'unnamed' && other.found.vague === 'party') &&
      !(vague === 'body' && other.found.vague === 'party')
    )
      return null;
    const why = () => messages.ties.occasion(target.name);
    if (vague === null)
      return passesOn(source.id, other)
        ? {
            least: sameThing.outlet,
            why: () => messages.ties.passesOn({ outlet: source.name, name: target.name }),
            kind: 'occasion',
          }
        : null;
    if (vague === 'party')
      return target.bodies.includes(source.id) ? { least: sameThing.party, why, kind: 'occasion' } : null;
    if (vague === 'body') {
      const kind = kindOf(target);
      const isPart = isInstitution({ kind }) && kindOf(source).every((word) => kind.includes(word));
      return isPart ? { least: sameThing.body, why, kind: 'occasion' } : null;
    }
    if (vague === 'unnamed')
      return /\b(?:officials?|sources?|spokes\w+|authorities)\b/iu.test(source.name) &&
        isInstitution({ kind: kindOf(target) })
        ? { least: sameThing.unnamed, why, kind: 'occasion' }
        : null;
    // A page in its own voice: only of whom it names, and who said so before.
    const [page, earlier] = [pages.get(documentId), pages.get(other.statement.documentId)];
    if (!page || !earlier || byDate(earlier, page) >= 0 || !isNamedOn(page, target)) return null;
    const isOwnReport = other.found.vague === 'writer' && !target.id.startsWith('publisher:');
    const shared = [...one.gist.numbers].some(
      (number) => other.gist.numbers.has(number) && Number(number) >= 10,
    );
    return {
      least: isOwnReport && shared ? sameThing.figures : sameThing.writer,
      why: () => messages.ties.namedSaid(target.name),
      kind: 'occasion',
    };
  };

  const spanIn = (document: string, statement: Statement): Span | null =>
    pages.has(document) ? statement.claim.span : null;

  const bestOf = (one: Told, ask: (other: Told) => ReturnType<typeof bar>): Match | null => {
    let best: Match | null = null;
    for (const other of near(one)) {
      const asked = ask(other);
      if (!asked) continue;
      const score = sameness(one.gist, other.gist);
      if (score < asked.least || (best && best.score >= score)) continue;
      best = { other, score, why: asked.why, kind: asked.kind };
    }
    return best;
  };

  const matches = new Map<Statement, Match | null>();
  /** Of a statement by itself. */
  const outright = (one: Told): Match | null => {
    const known = matches.get(one.statement);
    if (known !== undefined) return known;
    const match = one.gist.words.length < 3 ? null : bestOf(one, (other) => bar(one, other));
    matches.set(one.statement, match);
    return match;
  };

  const retold = new Map<string, ReadonlySet<string>>();
  /** The pages of others of which a page tells something outright, in its own voice. */
  const retoldOn = (document: string): ReadonlySet<string> => {
    const known = retold.get(document);
    if (known) return known;
    indexed();
    const told = (byDocument.get(document) ?? []).filter((one) => one.found.vague === 'writer');
    const pages = new Set(told.flatMap((one) => outright(one)?.other.statement.documentId ?? []));
    retold.set(document, pages);
    return pages;
  };

  /** What a page that retells another has from there besides. */
  const besides = (one: Told): Match | null => {
    if (one.found.vague !== 'writer' || one.gist.words.length < 3) return null;
    const from = retoldOn(one.statement.documentId);
    if (from.size === 0) return null;
    return bestOf(one, ({ statement, found: { source, vague } }) =>
      from.has(statement.documentId) &&
      source.id !== one.found.source.id &&
      (vague === null || vague === 'writer')
        ? {
            least: sameThing.rewrite,
            why: () => messages.ties.retells(source.name),
            kind: 'occasion',
          }
        : null,
    );
  };

  const resolved = (statement: Statement, found: Found): TracedSource => {
    const one = told(statement, found);
    const best = outright(one) ?? besides(one);
    if (!best) return found.source;
    const { other, why, kind } = best;
    const { documentId: document } = other.statement;
    // What an outlet passes on may itself be vague: whose it is, its own occasion says.
    const target = found.vague === null ? resolved(other.statement, other.found) : other.found.source;
    return {
      ...target,
      tie: {
        ...found.source.tie,
        kind,
        because: why(),
        span: found.source.tie.span ?? statement.claim.span,
        words: found.source.tie.words ?? statement.text,
        other: { document, span: spanIn(document, other.statement), words: other.statement.text },
      },
    };
  };
  return resolved;
};
