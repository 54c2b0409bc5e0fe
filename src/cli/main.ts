#!/usr/bin/env node
import { CommanderError } from 'commander';
import { chooseOwnLanguage } from '../messages/index.ts';
import { asProvisoError } from '../model/index.ts';
import { complain } from './output.ts';
import { createProgram } from './program.ts';

/** A reader of our output that goes away early (`| head`) is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

await chooseOwnLanguage(process.env);

try {
  await createProgram().parseAsync();
} catch (thrown) {
  if (thrown instanceof CommanderError) {
    process.exitCode = thrown.exitCode === 0 ? 0 : 2;
  } else {
    const error = asProvisoError(thrown);
    complain(error.line);
    process.exitCode = error.exitCode;
  }
}
