import type { Command } from 'commander';
import { takeDown } from '../../work/index.ts';
import { type GlobalOptions, me, withStore } from '../context.ts';
import { complain, printJson } from '../output.ts';

interface TakedownOptions extends GlobalOptions {
  reason: string;
  by: string;
  json?: boolean;
}

export const addTakedownCommand = (program: Command): void => {
  program
    .command('takedown')
    .description('remove a document for good; its hash stays, with who took it down, when and why')
    .argument('<document>', 'id of the document')
    .requiredOption('--reason <text>', 'why it has to go')
    .option('--by <name>', 'who takes it down', me())
    .option('--json', 'what is left, as JSON')
    .action(async (document: string, _options: unknown, command: Command) => {
      const { reason, by, json, ...globals } = command.optsWithGlobals<TakedownOptions>();
      const done = await withStore(globals, (store) => takeDown(store, document, { by, reason }));
      if (json) printJson(done);
      complain(`taken down: ${document}, sha256 ${done.tombstone.sha256}`);
      for (const { id, title, kind } of done.copies)
        complain(
          `${kind === 'passages' ? 'passages of it stand' : 'a copy of it stands'} in ${id}: ${title}`,
        );
      for (const { id, title } of done.heldIn) complain(`it is still within ${id}: ${title}`);
    });
};
