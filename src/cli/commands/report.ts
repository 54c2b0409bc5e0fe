import { type Command, Option } from 'commander';
import { type PaperFormat, paperFormats, renderPaper, reportPaper } from '../../publish/index.ts';
import { reportOf } from '../../work/index.ts';
import { writeOut } from '../output.ts';
import { type AssessOptions, assessed, withClocks } from './assess.ts';

interface ReportOptions extends AssessOptions {
  format: PaperFormat;
  commitment?: string[];
  out?: string;
}

export const addReportCommand = (program: Command): void => {
  withClocks(program.command('report'))
    .description('write the report to hand in: method, summary, every finding with its sentences, annexes')
    .addOption(new Option('--format <format>', 'what it is written as').choices(paperFormats).default('html'))
    .option('--commitment <id...>', 'the commitments that it is on (default: all)')
    .option('-o, --out <file>', 'write to a file instead of standard output')
    .action(async ({ format, commitment, out }: ReportOptions, command: Command) => {
      const report = await assessed(command, (store, open, assessment) =>
        reportOf(store, open, assessment, commitment ?? null),
      );
      const { bytes } = await renderPaper(reportPaper(report), format);
      await writeOut(bytes, out);
    });
};
