import { type Selectable, sql } from 'kysely';
import { Translation } from '../model/index.ts';
import type { TranslationsTable } from './tables.ts';

/** A translation as the database gives it back inside of another row; null where none stands. */
export type TranslationRow = Omit<Selectable<TranslationsTable>, 'at' | 'search'> & { at: Date | string };

const given = sql`
  select jsonb_build_object(
    'document_id', document_id, 'hash', hash, 'text', text, 'sentences', sentences,
    'from_language', from_language, 'into_language', into_language,
    'tool', tool, 'model', model, 'prompt', prompt, 'by', "by", 'at', at)
  from translations`;

/** The translation that stands for a row of `documents`: the newest, unless the document turned out to be in its language. */
export const standingTranslation = sql<TranslationRow | null>`(
  ${given} where translations.document_id = documents.id
    and translations.into_language is distinct from documents.language
  order by translations.at desc, translations.hash limit 1)`.as('translation');

/** Every translation of a row of `documents`, the newest first. */
export const everyTranslation = sql<TranslationRow[]>`(
  select coalesce(jsonb_agg(translation), '[]') from (
    ${given} where translations.document_id = documents.id
    order by translations.at desc, translations.hash) as every (translation))`.as('translations');

export const toTranslation = ({
  document_id,
  from_language,
  into_language,
  at,
  ...same
}: TranslationRow): Translation =>
  Translation.parse({
    ...same,
    documentId: document_id,
    from: from_language,
    into: into_language,
    at: new Date(at).toISOString(),
  });
