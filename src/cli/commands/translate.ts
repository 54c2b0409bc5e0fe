import { type Command, InvalidArgumentError } from 'commander';
import { type Translator, translatorFrom } from '../../language-model/index.ts';
import { languageInWords, translatorInWords } from '../../messages/index.ts';
import { ProvisoError } from '../../model/index.ts';
import {
  catchUp,
  requireDocument,
  sentencesToTranslate,
  type Translated,
  translateDocuments,
  untranslatedIn,
} from '../../work/index.ts';
import { type GlobalOptions, me, withReader, withStore } from '../context.ts';
import { interruption } from '../interruption.ts';
import { complain, complainOf, printJson, progressLine, refusedJson } from '../output.ts';

interface TranslateOptions extends GlobalOptions {
  case: string;
  all?: boolean;
  plan?: boolean;
  again?: boolean;
  json?: boolean;
}

const requireTranslator = (): Translator => {
  const translator = translatorFrom(process.env);
  if (translator) return translator;
  throw new ProvisoError(
    'PROVISO_TRANSLATOR_NOT_SET',
    'Nothing is set that translates, and none is needed: documents in other languages are kept and searchable.',
    'Set PROVISO_TRANSLATE_URL to a LibreTranslate server, or PROVISO_MODEL_URL and PROVISO_MODEL; docs/translation.md says how.',
  );
};

export const addTranslateCommand = (program: Command): void => {
  program
    .command('translate')
    .description('have documents in other languages translated, and read them')
    .argument('[document...]', 'ids of documents')
    .requiredOption('--case <id>', 'case that they belong to')
    .option('--all', 'every document of the case that cannot be read otherwise')
    .option('--plan', 'only say what would be sent, and where to')
    .option('--again', 'also where the same translator did it before')
    .option('--json', 'the outcome as JSON')
    .action(async (documents: string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<TranslateOptions>();
      if (documents.length === 0 && !options.all)
        throw new InvalidArgumentError('Name documents, or say --all.');
      const translator = requireTranslator();
      const outcome = await withStore(options, async (store) => {
        const ids = options.all ? await untranslatedIn(store, options.case) : documents;
        if (options.plan) {
          await tellPlan(store, options.case, ids, translator);
          return null;
        }
        return translateAll(store, options, ids, translator);
      });
      if (!outcome) return;
      const { translated, known, refused, stopped } = outcome;
      complainOf(refused);
      if (options.json) printJson({ translated, known, refused: refusedJson(refused) });
      else
        complain(
          `${translated.length} translated by ${translatorInWords(translator)}, ${known.length} already, ${refused.length} refused`,
        );
      if (stopped) throw stopped;
      if (refused.length > 0) process.exitCode = 1;
    });
};

type Store = Parameters<Parameters<typeof withStore>[1]>[0];

const tellPlan = async (store: Store, caseId: string, ids: readonly string[], translator: Translator) => {
  for (const id of ids) {
    const document = await requireDocument(store, caseId, id);
    const { sentences, characters } = sentencesToTranslate(document);
    complain(
      `${id}  ${document.title}: ${languageInWords(document.language)}, ${sentences} sentences, ${characters} characters`,
    );
  }
  const { tool, origin, isOwnMachine } = translator;
  const where = isOwnMachine ? ', on this machine' : tool === 'LibreTranslate' ? '' : ` at ${origin}`;
  complain(`Their texts would be sent to ${translatorInWords(translator)}${where}.`);
};

const translateAll = async (
  store: Store,
  { case: caseId, again = false }: TranslateOptions,
  ids: readonly string[],
  translator: Translator,
): Promise<Translated> => {
  const signal = interruption();
  const progress = progressLine();
  const outcome = await translateDocuments(store, caseId, ids, translator, {
    by: me(),
    again,
    progress,
    signal,
  });
  if (outcome.translated.length === 0) return outcome;
  const failed = await withReader((reader) => catchUp(store, reader, caseId, progress, signal));
  return { ...outcome, refused: [...outcome.refused, ...failed] };
};
