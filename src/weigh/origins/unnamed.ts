import { words as messages } from '../../messages/index.ts';
import type { Statement } from '../../model/index.ts';
import type { Inquiry } from './inquiry.ts';
import type { Found } from './source.ts';
import { passageOf } from './texts.ts';
import { quoted } from './ties.ts';

/** Somebody without a name: one a text, in however many copies. */
export const unnamedIn =
  ({ copies, pages, clusterOf, source, tieOf }: Inquiry) =>
  (statement: Statement, words: string): Found => {
    const passage = passageOf(statement, copies, pages);
    const cluster = clusterOf(passage?.page.id ?? statement.documentId);
    const tie = tieOf(
      statement,
      'unnamed',
      words ? messages.ties.noName(quoted(words)) : messages.ties.nobody,
      words || null,
    );
    return {
      source: source(
        `unnamed:${cluster}`,
        words ? messages.ties.unnamed(words) : messages.ties.unnamedUnsaid,
        null,
        tie,
      ),
      vague: 'unnamed',
    };
  };
