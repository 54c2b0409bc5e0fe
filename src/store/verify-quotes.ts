import { type Kysely, sql } from 'kysely';
import {
  type CopyLink,
  type Document,
  quote,
  type Reading,
  type Span,
  type TextChange,
  type Translation,
  withTranslation,
} from '../model/index.ts';
import { isInCase } from './cases.ts';
import { sha256Of } from './originals.ts';
import type { Problem } from './problem.ts';
import type { Tables } from './tables.ts';
import {
  everyTranslation,
  standingTranslation,
  type TranslationRow,
  toTranslation,
} from './translation-rows.ts';

/** Texts and readings are long: this many are in memory at once. */
const pageSize = 50;

const problem = (subject: string, message: string): Problem => ({ kind: 'quote', subject, message });

/**
 * Every span in readings, judgements, entered claims, copies and changes that does not quote what it says; of one case, or of
 * the whole store when `caseId` is null.
 */
export async function* quoteProblems(db: Kysely<Tables>, caseId: string | null): AsyncGenerator<Problem> {
  for await (const page of documentPages(db, caseId)) {
    for (const row of page) {
      const { id, text, pages, reading } = row;
      if (!pagesHold(pages, text)) yield problem(id, `The pages of document ${id} reach beyond its text.`);
      for (const translation of row.translations.map(toTranslation)) {
        const wrong = translationProblem(translation, text);
        if (wrong) yield problem(id, `A translation of document ${id} ${wrong}.`);
      }
      const wrong = reading && readingProblem(reading, textAsRead(row));
      if (wrong) yield problem(id, `The reading of document ${id} ${wrong}. Read it again.`);
    }
    yield* decisionProblems(db, page);
  }
  yield* copyProblems(db, caseId);
  yield* revisionProblems(db, caseId);
}

interface Row {
  id: string;
  sha256: string;
  text: string;
  pages: Document['pages'];
  reading: Reading | null;
  /** The one that stands. */
  translation: TranslationRow | null;
  translations: TranslationRow[];
}

const textWith = (text: string, translation: TranslationRow): string =>
  withTranslation({ text }, toTranslation(translation)).text;

const textAsRead = ({ text, translation }: Row): string => (translation ? textWith(text, translation) : text);

/** The text of a document, and with each of its translations: people judged what stood then. */
const everyText = ({ text, translations }: Row): string[] => [
  text,
  ...translations.map((translation) => textWith(text, translation)),
];

async function* documentPages(db: Kysely<Tables>, caseId: string | null): AsyncGenerator<Row[]> {
  for (let last = ''; ; ) {
    const rows = await db
      .selectFrom('documents')
      .leftJoin('readings', 'readings.document_id', 'documents.id')
      .select(['documents.id', 'documents.sha256', 'documents.text', 'pages', 'readings.reading'])
      .select([standingTranslation, everyTranslation])
      .where('documents.id', '>', last)
      .$if(caseId !== null, (query) => query.where(isInCase(caseId ?? '', 'documents.id')))
      .orderBy('documents.id')
      .limit(pageSize)
      .execute();
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    last = end.id;
  }
}

const within = ([start, end]: Span, text: string): boolean => start <= end && end <= text.length;

const pagesHold = (pages: Document['pages'], text: string): boolean =>
  (pages ?? []).every(({ start, end }) => within([start, end], text));

/** What is wrong with a translation of a text; null when it is as it was made. */
function translationProblem({ text, hash, sentences }: Translation, original: string): string | null {
  if (sha256Of(text) !== hash) return 'does not match its hash';
  const holds = sentences.every(
    (sentence) => within(sentence.original, original) && within(sentence.span, text),
  );
  return holds ? null : 'has sentences that are not in the text';
}

/** What is wrong with a reading of a text; null when all that it quotes stands there. */
function readingProblem(reading: Reading, text: string): string | null {
  if (reading.text !== text) return 'was made of another text than the document has';
  const wrong = spansOf(reading).find(([, span]) => !within(span, text));
  if (wrong) return `has ${wrong[0]} at ${wrong[1].join('–')}, which is not in the text`;
  const named = new Set(reading.entities.map(({ id }) => id));
  const stray = reading.mentions.find(({ entity }) => entity !== null && !named.has(entity));
  return stray ? `mentions ${stray.entity}, an entity that it does not have` : null;
}

/** Every span of a reading, with what it is of. */
function spansOf(reading: Reading): [what: string, span: Span][] {
  const all = (what: string, items: readonly { span: Span }[]): [string, Span][] =>
    items.map(({ span }) => [what, span]);
  return [
    ...all('a sentence', reading.sentences),
    ...all('a mention', reading.mentions),
    ...all('a time', reading.times),
    ...all('a place', reading.places),
    ...all('a quantity', reading.quantities),
    ...reading.entities.flatMap(({ mentions, relations }): [string, Span][] => [
      ...mentions.map((span): [string, Span] => ['a mention', span]),
      ...all('a relation', relations),
    ]),
    ...reading.attributions.flatMap(({ source, cue, content }) =>
      [...source, ...cue, ...content].map((span): [string, Span] => ['an attribution', span]),
    ),
    ...reading.claims.flatMap(({ span, predicate, roles }): [string, Span][] => [
      ['a claim', span],
      ['a predicate', predicate.span],
      ...all('a role', roles),
    ]),
  ];
}

/** What people judged and entered must still stand where they saw it. */
async function* decisionProblems(db: Kysely<Tables>, page: readonly Row[]): AsyncGenerator<Problem> {
  const texts = new Map(
    page.flatMap((row) => {
      const every = everyText(row);
      return [[row.id, every] as const, [row.sha256, every] as const];
    }),
  );
  const stand = (words: string, span: Span, of: string): boolean =>
    (texts.get(of) ?? ['']).some((text) => quote(text, span) === words);
  const judgements = await db
    .selectFrom('judgements')
    .select(['id', 'anchor'])
    .where(
      sql<string>`anchor ->> 'documentSha256'`,
      'in',
      page.map(({ sha256 }) => sha256),
    )
    .orderBy('seq')
    .execute();
  for (const { id, anchor } of judgements) {
    if (!stand(anchor.words, anchor.span, anchor.documentSha256))
      yield problem(id, `Judgement ${id} quotes “${anchor.words}”, which is not in its document there.`);
  }
  const claims = await db
    .selectFrom('entered_claims')
    .select(['id', 'document_id', 'words', 'entry'])
    .where(
      'document_id',
      'in',
      page.map(({ id }) => id),
    )
    .orderBy('seq')
    .execute();
  for (const { id, document_id, words, entry } of claims) {
    if (!stand(words, entry.span, document_id))
      yield problem(id, `The entered claim ${id} quotes “${words}”, which is not in its document there.`);
  }
}

/** Letters and figures alone: copies are the same words in another case and layout. */
const bare = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** Whether the passages have the same words on both sides. */
const passagesHold = (passages: CopyLink['passages'], here: string, there: string): boolean =>
  passages.every(
    (passage) =>
      within(passage.here, here) &&
      within(passage.there, there) &&
      bare(quote(here, passage.here)) === bare(quote(there, passage.there)),
  );

async function* copyProblems(db: Kysely<Tables>, caseId: string | null): AsyncGenerator<Problem> {
  for (let last = { document_id: '', other_id: '' }; ; ) {
    const rows = await db
      .selectFrom('copy_links')
      .innerJoin('documents as here', 'here.id', 'document_id')
      .innerJoin('documents as there', 'there.id', 'other_id')
      .select(['document_id', 'other_id', 'passages', 'here.text as text', 'there.text as other'])
      .where(sql<boolean>`(document_id, other_id) > (${last.document_id}, ${last.other_id})`)
      .$if(caseId !== null, (query) => query.where(isInCase(caseId ?? '', 'document_id')))
      .orderBy('document_id')
      .orderBy('other_id')
      .limit(pageSize)
      .execute();
    for (const { document_id, other_id, passages, text, other } of rows) {
      if (!passagesHold(passages, text, other))
        yield problem(
          document_id,
          `A passage shared by ${document_id} and ${other_id} differs between them.`,
        );
    }
    const end = rows.at(-1);
    if (!end) return;
    last = end;
  }
}

/** Whether two texts are the same but for the changes. */
function changesHold(changes: readonly TextChange[], earlier: string, later: string): boolean {
  let [before, after] = [0, 0];
  for (const change of changes) {
    if (!within(change.earlier, earlier) || !within(change.later, later)) return false;
    if (earlier.slice(before, change.earlier[0]) !== later.slice(after, change.later[0])) return false;
    [before, after] = [change.earlier[1], change.later[1]];
  }
  return earlier.slice(before) === later.slice(after);
}

async function* revisionProblems(db: Kysely<Tables>, caseId: string | null): AsyncGenerator<Problem> {
  for (let last = '0'; ; ) {
    const rows = await db
      .selectFrom('revisions')
      .innerJoin('documents as earlier', 'earlier.id', 'earlier_id')
      .innerJoin('documents as later', 'later.id', 'later_id')
      .select(['seq', 'earlier_id', 'later_id', 'changes', 'earlier.text as before', 'later.text as after'])
      .where('seq', '>', last)
      .$if(caseId !== null, (query) => query.where(isInCase(caseId ?? '', 'later_id')))
      .orderBy('seq')
      .limit(pageSize)
      .execute();
    for (const { earlier_id, later_id, changes, before, after } of rows) {
      if (!changesHold(changes, before, after))
        yield problem(later_id, `What changed from ${earlier_id} to ${later_id} is not what is kept of it.`);
    }
    const end = rows.at(-1);
    if (!end) return;
    last = end.seq;
  }
}
