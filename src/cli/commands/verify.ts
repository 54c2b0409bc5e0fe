import type { Command } from 'commander';
import { type GlobalOptions, withStore } from '../context.ts';
import { complain, print } from '../output.ts';

export const addVerifyCommand = (program: Command): void => {
  program
    .command('verify')
    .description(
      're-hash every original, re-check every quotation and the audit log; exit code 1 when something does not hold',
    )
    .action(async (_options: unknown, command: Command) => {
      let problems = 0;
      await withStore(command.optsWithGlobals<GlobalOptions>(), async (store) => {
        for await (const { kind, subject, message } of store.verify()) {
          problems += 1;
          print(`${kind} ${subject}: ${message}`);
        }
      });
      complain(problems === 0 ? 'everything holds' : `${problems} things do not hold`);
      if (problems > 0) process.exitCode = 1;
    });
};
