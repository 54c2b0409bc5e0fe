import { type Command, InvalidArgumentError } from 'commander';
import {
  languageModel,
  type ModelSettings,
  modelSettings,
  translatorSettings,
} from '../../language-model/index.ts';
import { ProvisoError } from '../../model/index.ts';
import {
  decide,
  modelConsent,
  openCase,
  planSecondReading,
  requireAllowed,
  type SecondReading,
  type SecondReadingPlan,
  secondReading,
  translatorSubject,
} from '../../work/index.ts';
import { type GlobalOptions, me, withStore } from '../context.ts';
import { interruption } from '../interruption.ts';
import { complain, print, printJson, progressLine } from '../output.ts';

interface CaseOptions extends GlobalOptions {
  case: string;
}

interface DecideOptions extends CaseOptions {
  translator?: boolean;
  undo?: boolean;
  reason: string;
}

interface SecondReadOptions extends CaseOptions {
  budget: number;
  plan?: boolean;
  json?: boolean;
}

const requireModel = (): ModelSettings => {
  const settings = modelSettings(process.env);
  if (settings) return settings;
  throw new ProvisoError(
    'PROVISO_MODEL_NOT_SET',
    'No language model is set, and none is needed.',
    'To ask one, set PROVISO_MODEL_URL and PROVISO_MODEL; docs/language-model.md says which.',
  );
};

const countOf = (given: string): number => {
  if (/^\d{1,6}$/.test(given) && Number(given) > 0) return Number(given);
  throw new InvalidArgumentError('It is a number of questions, 1 or more.');
};

const planText = (
  { inDoubt, answered, questions }: SecondReadingPlan,
  { model, origin, isOwnMachine }: ModelSettings,
): string =>
  `${inDoubt} pairs of sentence and commitment are in doubt; ${answered} of them are answered already. ` +
  `${questions.length} are asked now of ${model} at ${origin}${isOwnMachine ? ', on this machine' : ''}.`;

const readingText = ({ asked, says, thrownAway, tokens, seconds }: SecondReading): string => {
  const thrown = Object.entries(thrownAway);
  const lost = thrown.reduce((sum, [, count]) => sum + count, 0);
  return [
    `${asked} answered in ${seconds} s: ${says.breach} breach, ${says.performance} performance, ${says.neither} neither; ` +
      `${lost} thrown away${lost > 0 ? ` (${thrown.map(([why, count]) => `${count} ${why}`).join(', ')})` : ''}.`,
    tokens
      ? `It took ${tokens.given} tokens of question and ${tokens.answered} of answer.`
      : 'The server does not say how many tokens it took.',
    'Nothing counts by it: it stands beside the suggestions and orders the queue.',
  ].join('\n');
};

const requireTranslatingServer = (): string => {
  const settings = translatorSettings(process.env);
  if (settings) return settings.origin;
  throw new ProvisoError(
    'PROVISO_TRANSLATOR_NOT_SET',
    'No translating server is set, and none is needed.',
    'Set PROVISO_TRANSLATE_URL to a LibreTranslate server; docs/translation.md says how.',
  );
};

/** Keeps what a person decides on a case and language models; null takes it back. */
const decideOnModels = async (
  { case: caseId, reason, ...global }: DecideOptions,
  subject: string,
  value: string | null,
): Promise<void> => {
  await withStore(global, (store) =>
    decide(store, caseId, { kind: 'language-model', subject, value, reason }, me()),
  );
};

/** Whether, and where, a case may be shown to a language model or a translating server. */
const addModelCommand = (program: Command): void => {
  const group = program.command('model').description('who may read a case beside people: language models');
  const decision = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .requiredOption('--case <id>', 'case that it is about')
      .option('--reason <text>', 'why', '')
      .option('--undo', 'take it back');
  const takenBack = 'Taken back: only a language model of this machine may read the case.';
  decision('allow', 'let the model of PROVISO_MODEL_URL read the case')
    .option('--translator', 'let the server of PROVISO_TRANSLATE_URL translate its documents instead')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<DecideOptions>();
      const { case: caseId, undo, translator } = options;
      const origin = undo ? null : translator ? requireTranslatingServer() : requireModel().origin;
      await decideOnModels(options, translator ? translatorSubject : caseId, origin);
      if (translator)
        print(
          origin === null
            ? 'Taken back: only a server of this machine may translate documents of the case.'
            : `The server at ${origin} may translate documents of the case.`,
        );
      else print(origin === null ? takenBack : `The language model at ${origin} may read the case.`);
    });
  decision('never', 'let no language model read the case').action(
    async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<DecideOptions>();
      await decideOnModels(options, options.case, options.undo ? null : 'never');
      print(options.undo ? takenBack : 'No language model may read the case, and nothing may translate it.');
    },
  );
};

const addSecondReadCommand = (program: Command): void => {
  program
    .command('second-read')
    .description('ask a language model of your own about what the matcher is unsure of')
    .requiredOption('--case <id>', 'case to read')
    .option('--budget <n>', 'most questions', countOf, 50)
    .option('--plan', 'only say what would be asked')
    .option('--json', 'the outcome as JSON')
    .action(async (_options: unknown, command: Command) => {
      const {
        case: caseId,
        budget,
        plan: isPlan,
        json,
        ...global
      } = command.optsWithGlobals<SecondReadOptions>();
      const settings = requireModel();
      await withStore(global, async (store) => {
        const open = await openCase(store, caseId);
        const plan = planSecondReading(open, await store.modelAnswers(caseId), settings.model, budget);
        complain(planText(plan, settings));
        if (isPlan) return;
        requireAllowed(settings, caseId, await modelConsent(store, caseId));
        const line = progressLine();
        const outcome = await secondReading(store, caseId, plan, languageModel(settings), me(), {
          progress: (done, total) => line({ doing: 'asking', done, total }),
          signal: interruption(),
        });
        const { stopped, ...told } = outcome;
        if (json) printJson(told);
        else print(readingText(outcome));
        if (stopped) throw stopped;
      });
    });
};

export const addLanguageModelCommands = (program: Command): void => {
  addModelCommand(program);
  addSecondReadCommand(program);
};
