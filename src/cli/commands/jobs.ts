import type { Command } from 'commander';
import type { JobsView } from '../../model/index.ts';
import { catchUp, jobsView, takeUpJobs } from '../../work/index.ts';
import { type GlobalOptions, withReader, withStore } from '../context.ts';
import { complain, complainOf, print, printJson, progressLine } from '../output.ts';

interface JobsOptions extends GlobalOptions {
  retry?: string[];
  json?: boolean;
}

const jobsText = ({ kinds, setAside }: JobsView): string =>
  [
    ...kinds.map(
      (one) => `${one.kind}: ${one.waiting} waiting, ${one.active} under way, ${one.setAside} set aside`,
    ),
    ...setAside.map(({ id, title, why }) => `${id}  ${title}: ${why}`),
  ].join('\n');

export const addJobsCommand = (program: Command): void => {
  program
    .command('jobs')
    .description('show what is to be read and matched, and what was set aside after three tries')
    .option('--retry <id...>', 'try again what was set aside: its id, several, or all')
    .option('--json', 'as JSON')
    .action(async (_options: unknown, command: Command) => {
      const { retry, json, ...globals } = command.optsWithGlobals<JobsOptions>();
      const view = await withStore(globals, async (store) => {
        if (retry) {
          const cases = await takeUpJobs(store, retry.includes('all') ? 'all' : retry);
          complain(`taken up again in ${cases.length === 1 ? 'one case' : `${cases.length} cases`}`);
          await withReader(async (reader) => {
            for (const caseId of cases) complainOf(await catchUp(store, reader, caseId, progressLine()));
          });
        }
        return jobsView(store);
      });
      if (json) printJson(view);
      else print(jobsText(view));
      if (retry && view.setAside.length > 0) process.exitCode = 1;
    });
};
