import { Writable } from 'node:stream';
import type { Command } from 'commander';
import { createReader, type Reader } from '../../read/index.ts';
import type { GlobalOptions } from '../context.ts';
import { interruption } from '../interruption.ts';
import { LentStore } from '../lent-store.ts';

/** Standard output for the protocol alone: whatever else would be printed there goes to standard error. */
const ownOutput = (): Writable => {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  return new Writable({ write: (chunk, _encoding, done) => void write(chunk, done) });
};

export const addMcpCommand = (program: Command): void => {
  program
    .command('mcp')
    .description('let an assistant read the store: the Model Context Protocol over standard input and output')
    .action(async (_options: unknown, command: Command) => {
      const store = new LentStore(command.optsWithGlobals<GlobalOptions>());
      let reader: Reader | undefined;
      const desk = {
        withStore: store.use.bind(store),
        reader: () => {
          reader ??= createReader();
          return reader;
        },
      };
      // The protocol's library is loaded by whoever speaks it.
      const { speakOver } = await import('../../mcp/index.ts');
      try {
        await speakOver(desk, process.stdin, ownOutput(), interruption());
      } finally {
        await store.close();
        await reader?.close();
      }
    });
};
