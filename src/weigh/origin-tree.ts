import type { CaseFile, Document, OriginTree, Statement, Tie, TracedPage } from '../model/index.ts';
import type { TracedSource } from './origins/source.ts';
import type { Page } from './origins/texts.ts';
import { type Copies, traceOrigins } from './origins.ts';

/** Pages with what they tell, of no case. */
export interface TracedMaterial {
  file: CaseFile;
  pages: readonly (Page & Pick<Document, 'title' | 'url'>)[];
  statements: readonly Statement[];
  copies: Copies;
  /** Documents that were read; the others are traced by their text and publisher alone. */
  read: ReadonlySet<string>;
}

/** What stands for a page that nobody read: a claim of its whole text, in its own voice. */
const wholePage = ({ id, publisher, published, text }: Page): Statement => ({
  id: `${id}/page`,
  documentId: id,
  publisher,
  published,
  text: '',
  claim: {
    id: 'page',
    span: [0, Math.min(text.length, 1)],
    attribution: null,
    kind: 'state',
    predicate: { span: [0, 0], lemma: '', type: null },
    polarity: 'affirmed',
    mood: 'asserted',
    factuality: 0,
    band: null,
    roles: [],
    time: null,
    tense: 'none',
    place: null,
    confidence: 1,
  },
  chain: [],
  actors: [],
  promise: false,
  places: [],
  location: null,
  quantities: [],
  words: [],
});

/** What is said of what happened; plans, calls and questions tell nothing of it. */
const isTold = ({ claim }: Statement): boolean => claim.kind !== 'assessment' && claim.factuality !== 0;

/** Reasons that say the same in the same words, each once; the commonest first. */
const distinct = (ties: readonly Tie[]): Tie[] => {
  const counted = new Map<string, { tie: Tie; count: number }>();
  for (const tie of ties) {
    const key = `${tie.kind} ${tie.because}`;
    const known = counted.get(key);
    counted.set(key, { tie: known?.tie ?? tie, count: (known?.count ?? 0) + 1 });
  }
  return [...counted.values()].sort((a, b) => b.count - a.count).map(({ tie }) => tie);
};

const groupOf = <K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

interface TracedStatement {
  statement: Statement;
  source: TracedSource;
}

/** Whether an origin acts or undergoes something in what it tells: it is no bystander. */
const takesPart = ({ statement, source }: TracedStatement): boolean => {
  const own = new Set([source.id, ...source.bodies]);
  const owner = /@(?:~)?(.+)$/u.exec(source.id)?.[1];
  return statement.actors.some(
    ({ entity }) =>
      entity.bodies.some((body) => own.has(body)) ||
      (owner !== undefined && owner.length > 3 && entity.key.replace(/^name:/u, '').startsWith(owner)),
  );
};

/** A page's voice says less than whom it quotes: of two that tell as much, the one who is quoted. */
const isOwnVoice = ({ tie }: TracedSource): boolean =>
  ['writer', 'copy', 'passage', 'agency'].includes(tie.kind);

/** The origins of some pages, each page under the one that most of what it tells goes back to. */
export const originTree = ({
  file,
  pages,
  statements,
  copies,
  read,
}: TracedMaterial): Omit<OriginTree, 'refused'> => {
  const byId = new Map(pages.map((page) => [page.id, page]));
  const originOf = traceOrigins({
    file,
    copies,
    pages: byId,
    statements,
    decisions: [],
  });
  const all = groupOf(statements, ({ documentId }) => documentId);
  const placed = pages.map((page) => {
    const claims = all.get(page.id) ?? [];
    const happened = claims.filter(isTold);
    // A page of calls and plans alone is known by who makes them.
    const own = happened.length > 0 ? happened : claims;
    const traced: TracedStatement[] = (own.length > 0 ? own : [wholePage(page)]).map((statement) => ({
      statement,
      source: originOf(statement),
    }));
    const origins = [...groupOf(traced, ({ source }) => source.id).values()].sort(
      (a, b) =>
        b.length - a.length ||
        Number(isOwnVoice((a[0] as TracedStatement).source)) -
          Number(isOwnVoice((b[0] as TracedStatement).source)),
    );
    const [main = [], ...others] = origins;
    const traits: TracedPage = {
      document: page.id,
      title: page.title,
      publisher: page.publisher,
      published: page.published,
      url: page.url,
      isRead: read.has(page.id),
      told: own.length > 0 ? main.length : 0,
      claims: own.length,
      ties: distinct(main.map(({ source }) => source.tie)),
      also: others.map((group) => (group[0] as TracedStatement).source.name),
    };
    return { main, traits };
  });
  const origins = [...groupOf(placed, ({ main }) => (main[0] as TracedStatement).source.id)].map(
    ([id, own]) => {
      const sources = own.flatMap(({ main }) => main);
      const { name } = (sources[0] as TracedStatement).source;
      return {
        id,
        name,
        isParty: sources.some(takesPart),
        isOwn: sources.every(({ source }) => source.tie.kind === 'writer'),
        pages: own
          .map(({ traits }) => traits)
          .sort(
            (a, b) =>
              (a.published ?? '9').localeCompare(b.published ?? '9') || a.document.localeCompare(b.document),
          ),
      };
    },
  );
  origins.sort((a, b) => b.pages.length - a.pages.length || a.name.localeCompare(b.name));
  return { pages: pages.length, origins };
};
