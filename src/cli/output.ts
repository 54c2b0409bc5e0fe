import { writeFile } from 'node:fs/promises';
import type { Screen } from '../publish/index.ts';
import type { Progress, Refusal } from '../work/index.ts';

/** What standard output can show; NO_COLOR (no-color.org) and pipes turn colour off. */
export const screen = (): Screen => ({
  columns: Math.min(process.stdout.columns || 100, 120),
  colour: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR,
});

export const print = (text: string): void => {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
};

/** Writes to a file, or to standard output where none is named. */
export const writeOut = async (bytes: Uint8Array, file: string | undefined): Promise<void> => {
  if (file !== undefined) await writeFile(file, bytes);
  else process.stdout.write(bytes);
};

export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

export const complain = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

export const complainOf = (refused: readonly Refusal[]): void => {
  for (const { source, error } of refused) complain(`${source}: ${error.line}`);
};

/** The same as JSON. */
export const refusedJson = (refused: readonly Refusal[]) =>
  refused.map(({ source, error: { code, message } }) => ({ source, code, message }));

/** How far long work has come, in any words. */
type Told = Omit<Parameters<Progress>[0], 'doing'> & { doing: string };

/** A progress line on standard error: rewritten in place on a terminal, in a few lines elsewhere. */
export const progressLine = (): ((step: Told) => void) => {
  const { isTTY } = process.stderr;
  return ({ doing, done, total }) => {
    const line = `${doing} ${done} of ${total}`;
    if (isTTY) process.stderr.write(`\r\u001b[2K${line}${done === total ? '\n' : ''}`);
    else if (done === total || done % 25 === 0) complain(line);
  };
};
