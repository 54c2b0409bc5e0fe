import type { CaseFile, ResolvedEntity, Statement, Tie } from '../../model/index.ts';
import { type CaseBodies, caseBodies } from './case-bodies.ts';
import { type Cast, castOf } from './cast.ts';
import { creditOf } from './page-heads.ts';
import type { TracedSource } from './source.ts';
import { type Copies, clusterTexts, type Page } from './texts.ts';
import { type TieMaker, tiesOn } from './ties.ts';

/** What the finders of origins share: the pages of a case, its bodies, and the form of what they find. */
export interface Inquiry {
  file: CaseFile;
  copies: Copies;
  pages: ReadonlyMap<string, Page>;
  statements: readonly Statement[];
  bodies: CaseBodies;
  cast: Cast;
  tieOf: TieMaker;
  /** The document that a document's words come from: itself, or the first to have them. */
  clusterOf(document: string): string;
  /** Whom a line of the page gives as its source; null for none. */
  credits(page: Page): string | null;
  /** What an origin is called: as the case lists it, else as it was called first. */
  nameOf(id: string, words: string): string;
  /** An origin by its id; `entity` is null for a page and for whoever is unnamed. */
  source(id: string, name: string, entity: ResolvedEntity | null, tie: Tie): TracedSource;
}

const nameKeeper = ({ names }: Cast): Inquiry['nameOf'] => {
  const shown = new Map<string, string>();
  return (id, words) => {
    const known = names.get(id) ?? shown.get(id);
    if (known) return known;
    shown.set(id, words);
    return words;
  };
};

const sourceMaker =
  (cast: Cast, bodies: CaseBodies): Inquiry['source'] =>
  (id, name, entity, tie) => {
    const own = [...new Set([...bodies.belonging(id), ...(entity?.bodies ?? [])])];
    return {
      id,
      name,
      camp: cast.campOf(own),
      gradeBy: (grades) =>
        grades.of(entity) ??
        grades.of({ key: id, name: cast.names.get(id) ?? name, type: 'organisation', bodies: own }),
      adverseTo: cast.adversaries([...own, ...(entity?.allies ?? [])]),
      bodies: own,
      isNamed: entity !== null,
      tie,
    };
  };

const creditReader = ({ isKnown }: CaseBodies): Inquiry['credits'] => {
  const read = new Map<Page, string | null>();
  return (page) => {
    const known = read.get(page);
    if (known !== undefined) return known;
    const credit = creditOf(page, isKnown)?.words ?? null;
    read.set(page, credit);
    return credit;
  };
};

export const inquiryInto = ({
  file,
  copies,
  pages,
  statements,
}: Pick<Inquiry, 'file' | 'copies' | 'pages' | 'statements'>): Inquiry => {
  const clusters = clusterTexts([...pages.values()], copies);
  const bodies = caseBodies(file, pages);
  const cast = castOf(file);
  return {
    file,
    copies,
    pages,
    statements,
    bodies,
    cast,
    tieOf: tiesOn(pages),
    clusterOf: (document) => clusters.get(document) ?? document,
    credits: creditReader(bodies),
    nameOf: nameKeeper(cast),
    source: sourceMaker(cast, bodies),
  };
};
