import type { Command } from 'commander';
import { ProvisoError } from '../../model/index.ts';
import { type Corrected, catchUp, correct, documentsOfSamePublisher } from '../../work/index.ts';
import { type GlobalOptions, me, withReader, withStore } from '../context.ts';
import { complain, printJson, progressLine } from '../output.ts';

interface CorrectOptions extends GlobalOptions {
  case: string;
  title?: string;
  author?: string;
  publisher?: string;
  published?: string;
  language?: string;
  replaces?: string;
  beside?: boolean;
  alike?: boolean;
  reason: string;
  by: string;
  json?: boolean;
}

/** An empty word says that it is not known. */
const fieldsOf = ({
  title,
  author,
  publisher,
  published,
  language,
  replaces,
  beside,
}: CorrectOptions): Corrected => {
  if (beside && replaces !== undefined) {
    throw new ProvisoError(
      'PROVISO_USAGE',
      'A text replaces the one before or stands beside it.',
      'Give one of --replaces and --beside.',
    );
  }
  const given = { title, author, publisher, published, language, replaces };
  const told = Object.entries(given).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(told.map(([field, value]) => [field, value || null])),
    ...(beside ? { replaces: null } : {}),
  };
};

export const addCorrectCommand = (program: Command): void => {
  program
    .command('correct')
    .description('put right what is known of documents: title, author, publisher, date, language')
    .argument('<document...>', 'ids of documents')
    .requiredOption('--case <id>', 'case that has the documents')
    .option('--title <title>', 'title of the report')
    .option('--author <names>', 'who signed it; empty: not known')
    .option('--publisher <name>', 'who put it out; empty: not known')
    .option('--published <date>', 'publication date; empty: not known')
    .option('--language <code>', 'language of the text, such as en or pt-BR')
    .option('--replaces <document>', 'the text takes the place of that earlier text of its page')
    .option('--beside', 'the text takes no place: it and the text of its page before both stand')
    .option('--alike', 'also all other documents of the case that have the same publisher as the first')
    .option('--reason <words>', 'why', '')
    .option('--by <name>', 'who puts it right', me())
    .option('--json', 'what was put right, as JSON')
    .action(async (ids: string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CorrectOptions>();
      const { case: caseId, alike, reason, by, json } = options;
      const input = { fields: fieldsOf(options), reason, by };
      const made = await withStore(options, async (store) => {
        const [first = ''] = ids;
        const all = alike ? [...(await documentsOfSamePublisher(store, caseId, first)), ...ids] : ids;
        const corrections = await correct(store, caseId, all, input);
        await withReader((reader) => catchUp(store, reader, caseId, progressLine()));
        return corrections;
      });
      if (json) printJson({ corrections: made });
      else
        complain(
          `${made.length} put right on ${new Set(made.map(({ documentId }) => documentId)).size} documents`,
        );
    });
};
