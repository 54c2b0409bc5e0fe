import { z } from 'zod';
import {
  contains,
  Finding,
  type Matches,
  Origin,
  overlaps,
  type Reading,
  Reply,
  type Span,
} from '../../model/index.ts';
import { bearingWords, plainWords } from '../../publish/index.ts';
import type { Store } from '../../store/index.ts';
import { findingOf } from '../../work/index.ts';
import { CaseOnClocks, nextAfter, paging, weighedOn } from '../asked.ts';
import { Quotation, quotationOf } from '../source.ts';
import { Standing, standingOf } from '../standing.ts';
import { tool } from '../tool.ts';

type EvidenceItem = Finding['evidence'][number];
const Item = Finding.shape.evidence.element;

const Told = z.object({
  id: Item.shape.id,
  ...Quotation.shape,
  words: z
    .object({ quotation: z.string(), span: Quotation.shape.source.shape.span })
    .describe('What of the sentence bears on the commitment.'),
  bears: z.string().describe('What it means for the commitment, and how likely it means that.'),
  role: Item.shape.role.describe(
    'Only `counts` moves the finding; `suggested` waits for a person; `assessment` is somebody’s verdict and no conduct.',
  ),
  verdict: Item.shape.verdict.describe('What a person made of it; `proposed`: nobody has judged it yet.'),
  saidBy: z.array(z.string()).describe('Who tells it, outermost first.'),
  origin: z.string().nullable().describe('Whose knowledge it is: what goes back to one origin counts once.'),
  because: z.array(z.string()).describe('Why it was matched.'),
});

const WhoSays = Origin.pick({
  name: true,
  bearing: true,
  stance: true,
  camp: true,
  grade: true,
  adds: true,
}).extend({
  documents: z.int().describe('How many documents go back to it.'),
});

const Said = z.object({ kind: Reply.shape.kind, by: Reply.shape.by, ...Quotation.shape });

/** How many origins, and how many replies, an answer names; how many there are is said. */
const namedAtMost = 40;

const Output = z.object({
  ...weighedOn,
  standing: Standing,
  inWords: z.array(z.string()).describe('The finding in plain sentences, with what it hangs on.'),
  wouldChange: Finding.shape.wouldChange,
  whoSays: z.object({
    total: z.int(),
    origins: z.array(WhoSays).describe('Those whose word adds most first.'),
  }),
  elements: z
    .array(z.object({ element: z.string(), state: z.string(), words: z.string() }))
    .describe('What the commitment asks, part by part, and what is told of it.'),
  replies: z.object({ total: z.int(), items: z.array(Said).describe('What the accused party said.') }),
  evidence: z.object({
    total: z.int(),
    next: z.int().nullable().describe('`offset` of the next page; null after the last.'),
    items: z.array(Told).describe('What counts first, then by how likely it bears.'),
  }),
});

/** What counts comes first. */
const roles: readonly EvidenceItem['role'][] = ['counts', 'assessment', 'context', 'suggested', 'left out'];

const byWeight = (a: EvidenceItem, b: EvidenceItem): number =>
  roles.indexOf(a.role) - roles.indexOf(b.role) ||
  (b.probability ?? 1) - (a.probability ?? 1) ||
  a.id.localeCompare(b.id);

/** The sentences that a span stands in; the span itself where nothing was read. */
const sentencesOf = (reading: Reading | null, span: Span): Span => {
  const spans = (reading?.sentences ?? []).map((one) => one.span).filter((one) => overlaps(one, span));
  return [
    Math.min(span[0], ...spans.map(([start]) => start)),
    Math.max(span[1], ...spans.map(([, end]) => end)),
  ];
};

/** Finds the sentences of evidence. What was matched brings its own; what did not is looked up in readings, each asked for once. */
const sentenceFinder = (store: Store, { evidence }: Matches) => {
  const known = new Map(evidence.map(({ id, sentence }) => [id, sentence]));
  const readings = new Map<string, Promise<Reading | null>>();
  const readingOf = (id: string) => {
    const reading = readings.get(id) ?? store.readingOf(id);
    readings.set(id, reading);
    return reading;
  };
  return async ({ id, document, span }: EvidenceItem): Promise<Span> => {
    const sentence = known.get(id);
    return sentence && contains(sentence, span) ? sentence : sentencesOf(await readingOf(document), span);
  };
};

export const why = tool({
  name: 'why',
  title: 'Show why',
  description:
    'Why a commitment stands where it stands: the finding in plain sentences, who says so, what would change it, what ' +
    'the accused party replied, and the sentences of the evidence, each with document, date, span, hash and address. ' +
    'Answers “why”, “who says so”, “what would change it” and “show me the sentence”. Quote from it letter by letter, ' +
    'and name the source. Of a document whose `kind` is `digest` the words are Proviso’s own summary of a page, not the publisher’s.',
  input: CaseOnClocks.extend({
    commitment: z.string().min(1).max(200).describe('Id of a commitment, from `board`.'),
    role: Item.shape.role.optional().describe('Only evidence of this role; all of it unless given.'),
    ...paging(20, 100),
  }),
  output: Output,
  answer: (desk, { case: caseId, commitment: id, role, offset, limit, ...asked }) =>
    desk.withStore(async ({ store, cases, workbench }) => {
      const { open, clocks, assessment } = await cases.assessed(caseId, asked);
      const { file } = open;
      const { commitment, finding } = findingOf(open, assessment, id);
      const sensitivity = await cases.sensitivity(open, clocks, id);
      const sentenceOf = sentenceFinder(store, open.matches);
      const quoted = (document: string, span: Span): Quotation[] => {
        const found = open.documents.get(document);
        return found ? [quotationOf(file.id, found, span, workbench)] : [];
      };
      const all = finding.evidence.filter((item) => !role || item.role === role).sort(byWeight);
      const names = new Map(finding.origins.map((origin) => [origin.id, origin.name]));
      const items: z.input<typeof Told>[] = [];
      for (const item of all.slice(offset, offset + limit))
        for (const sentence of quoted(item.document, await sentenceOf(item)))
          items.push({
            id: item.id,
            ...sentence,
            words: { quotation: item.words, span: item.span },
            bears: bearingWords(item),
            ...{ role: item.role, verdict: item.verdict, saidBy: item.chain, because: item.through },
            origin: item.origin === null ? null : (names.get(item.origin) ?? item.origin),
          });
      // A reply is the whole sentence that it stands in.
      const replies = finding.replies
        .slice(0, namedAtMost)
        .flatMap(({ kind, by, document, span }) =>
          quoted(document, span).map((sentence) => ({ kind, by, ...sentence })),
        );
      const origins = finding.origins.toSorted((a, b) => Math.abs(b.adds) - Math.abs(a.adds));
      return {
        case: { id: file.id, title: file.title },
        ...clocks,
        standing: standingOf(file, commitment, finding, workbench),
        inWords: plainWords(file, commitment, finding, sensitivity),
        wouldChange: finding.wouldChange,
        whoSays: {
          total: origins.length,
          origins: origins
            .slice(0, namedAtMost)
            .map((origin) => ({ ...origin, documents: origin.documents.length })),
        },
        elements: finding.elements,
        replies: { total: finding.replies.length, items: replies },
        evidence: { total: all.length, next: nextAfter(offset, limit, all.length), items },
      };
    }),
});
