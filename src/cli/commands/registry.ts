import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { ProvisoError } from '../../model/index.ts';
import { importRegistry } from '../../work/index.ts';
import { type GlobalOptions, withStore } from '../context.ts';
import { complain, print, printJson } from '../output.ts';

const readRegistry = async (path: string): Promise<Uint8Array> => {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new ProvisoError(
      'PROVISO_INPUT_MISSING',
      `The registry ${path} cannot be read.`,
      'Check its path and that you may read it.',
      { cause },
    );
  }
};

/** The file's name up to its first full stop, in letters that a key may have. */
const nameOf = (path: string): string =>
  basename(path)
    .split('.')[0]
    ?.toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-') || 'registry';

export const addRegistryCommand = (program: Command): void => {
  const group = program.command('registry').description('bring in and list registries of names');
  group
    .command('import')
    .description('keep the people and bodies of a sanctions list or a register, for judging names')
    .argument('<file>', 'UN consolidated list (XML) or FollowTheMoney (JSON Lines), gzipped or not')
    .option('--name <id>', "name of the registry (default: the file's)")
    .action(async (path: string, { name = nameOf(path) }: { name?: string }, command: Command) => {
      const bytes = await readRegistry(path);
      const entries = await withStore(command.optsWithGlobals<GlobalOptions>(), (store) =>
        importRegistry(store, name, bytes),
      );
      complain(`${name}: ${entries} people and bodies.`);
    });
  group
    .command('list')
    .description('list the registries')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }, command: Command) => {
      const list = await withStore(command.optsWithGlobals<GlobalOptions>(), (store) => store.registries());
      if (json) printJson(list);
      else for (const { registry, entries } of list) print(`${registry}  ${entries}`);
    });
};
