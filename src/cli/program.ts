import { Command } from 'commander';
import { version } from '../work/index.ts';
import { addAddCommand } from './commands/add.ts';
import { addAssessCommand, addWhyCommand } from './commands/assess.ts';
import { addBackupCommands } from './commands/backup.ts';
import { addCaseCommand } from './commands/case.ts';
import { addClaimCommand } from './commands/claim.ts';
import { addCorrectCommand } from './commands/correct.ts';
import { addFindingCommand, addRateCommand } from './commands/decide.ts';
import { addDocumentsCommand, addHistoryCommand } from './commands/documents.ts';
import { addEvaluateCommand } from './commands/evaluate.ts';
import { addExportCommand } from './commands/export.ts';
import { addJobsCommand } from './commands/jobs.ts';
import { addMcpCommand } from './commands/mcp.ts';
import { addLanguageModelCommands } from './commands/model.ts';
import { addNamesCommand } from './commands/names.ts';
import { addOriginalsCommand } from './commands/originals.ts';
import { addOriginsCommand } from './commands/origins.ts';
import { addPublishCommand, addReviewCommand } from './commands/publish.ts';
import { addReadCommand } from './commands/read.ts';
import { addRegistryCommand } from './commands/registry.ts';
import { addReportCommand } from './commands/report.ts';
import { addStartCommand } from './commands/start.ts';
import { addTakedownCommand } from './commands/takedown.ts';
import { addTranslateCommand } from './commands/translate.ts';
import { addHeadCommand, addVerifyCommand } from './commands/verify.ts';
import { addWatchCommand } from './commands/watch.ts';
import { addWorkCommand } from './commands/work.ts';

/** The whole command line; `docs/commands.md` says the same at more length. */
export const createProgram = (): Command => {
  const program = new Command('proviso')
    .description('Watches whether the parties to an agreement keep their word, and shows the evidence.')
    .version(version)
    .option('--store <dir>', 'folder of the store (default: $PROVISO_STORE or ./proviso-data)')
    .addHelpText(
      'after',
      '\nDATABASE_URL names a PostgreSQL server instead of the embedded database, PROVISO_ORIGINALS a bucket for a new store.\n' +
        'Exit codes: 0 done; 1 done, but some inputs were refused; 2 wrong use; 3 failed.',
    )
    .exitOverride();
  addStartCommand(program);
  addWorkCommand(program);
  addJobsCommand(program);
  addReadCommand(program);
  addOriginsCommand(program);
  addCaseCommand(program);
  addAddCommand(program);
  addWatchCommand(program);
  addDocumentsCommand(program);
  addHistoryCommand(program);
  addCorrectCommand(program);
  addAssessCommand(program);
  addWhyCommand(program);
  addReportCommand(program);
  addExportCommand(program);
  addReviewCommand(program);
  addPublishCommand(program);
  addClaimCommand(program);
  addTakedownCommand(program);
  addRateCommand(program);
  addFindingCommand(program);
  addNamesCommand(program);
  addRegistryCommand(program);
  addLanguageModelCommands(program);
  addTranslateCommand(program);
  addVerifyCommand(program);
  addHeadCommand(program);
  addBackupCommands(program);
  addOriginalsCommand(program);
  addMcpCommand(program);
  addEvaluateCommand(program);
  return program;
};
