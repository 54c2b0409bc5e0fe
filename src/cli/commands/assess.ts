import type { Command } from 'commander';
import { type Assessment, isDay, ProvisoError } from '../../model/index.ts';
import { boardText, reasonsText } from '../../publish/index.ts';
import type { Store } from '../../store/index.ts';
import { assessCase, findingOf, type OpenCase, openCase, sensitivityIn } from '../../work/index.ts';
import { type GlobalOptions, withStore } from '../context.ts';
import { complain, print, printJson, screen } from '../output.ts';

export interface AssessOptions extends GlobalOptions {
  case: string;
  asOf?: string;
  knownAt?: string;
  json?: boolean;
}

const requireDay = (day: string | undefined, option: string): void => {
  if (day !== undefined && !isDay(day)) {
    throw new ProvisoError(
      'PROVISO_DATE_INVALID',
      `${option} ${day} is no day of the calendar.`,
      'Write it as YYYY-MM-DD.',
    );
  }
};

export const withClocks = (command: Command): Command =>
  command
    .requiredOption('--case <id>', 'case to assess')
    .option('--as-of <date>', 'conduct up to this day (default: today)')
    .option('--known-at <date>', 'by what was published up to this day (default: today)');

/** Weighs the case that a command names on its clocks, and does something with it while the store is open. */
export const assessed = <T>(
  command: Command,
  use: (store: Store, open: OpenCase, assessment: Assessment) => T | Promise<T>,
): Promise<T> => {
  const options = command.optsWithGlobals<AssessOptions>();
  requireDay(options.asOf, '--as-of');
  requireDay(options.knownAt, '--known-at');
  return withStore(options, async (store) => {
    const open = await openCase(store, options.case);
    for (const { anchor } of open.unmatched) {
      complain(`A judgement on “${anchor.words}” no longer matches what is read there; it is kept.`);
    }
    for (const { words, documentId } of open.stranded) {
      complain(
        `The claim entered on “${words}” is in ${documentId}, which a later text replaced; it is kept.`,
      );
    }
    return use(store, open, assessCase(open, options));
  });
};

export const addAssessCommand = (program: Command): void => {
  withClocks(program.command('assess'))
    .description('show where every commitment stands, and since when')
    .option('--json', 'the whole assessment as JSON')
    .action(async ({ json }: AssessOptions, command: Command) => {
      await assessed(command, (_store, { file }, assessment) => {
        if (json) printJson(assessment);
        else print(boardText(file, assessment, screen()));
      });
    });
};

export const addWhyCommand = (program: Command): void => {
  withClocks(program.command('why'))
    .description('show why a commitment stands where it stands, down to the sentences')
    .argument('<commitment>', 'id of the commitment')
    .option('--json', 'the finding as JSON')
    .action(async (id: string, { json }: AssessOptions, command: Command) => {
      await assessed(command, (_store, open, assessment) => {
        const { commitment, finding } = findingOf(open, assessment, id);
        const sensitivity = sensitivityIn(open, assessment, id);
        if (json) printJson({ ...finding, sensitivity });
        else print(reasonsText({ ...open, commitment, finding, sensitivity }, screen()));
      });
    });
};
