import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { draftAgreement, draftedCase, draftFromTable } from '../../agreement/index.ts';
import { collect, isTable, readTable } from '../../collect/index.ts';
import { type Draft, isDay, ProvisoError } from '../../model/index.ts';
import { withReader } from '../context.ts';
import { complain, print, printJson } from '../output.ts';

export interface DraftOptions {
  signed?: string;
  id: string;
  title?: string;
  out?: string;
  json?: boolean;
}

/** The text of one file of any kind that reports may have; `-` is standard input. */
const textOf = async (path: string): Promise<string> => {
  let refused: ProvisoError | null = null;
  for await (const event of collect([path])) {
    if (event.kind === 'collected') return event.document.text;
    if (event.kind === 'refused') refused ??= event.error;
  }
  throw (
    refused ??
    new ProvisoError(
      'PROVISO_INPUT_MISSING',
      `There is no text in ${path}.`,
      'Give one file that holds the agreement.',
    )
  );
};

const fileOf = (path: string): Promise<Uint8Array> =>
  readFile(path).catch((cause: unknown) => {
    throw new ProvisoError('PROVISO_INPUT_MISSING', `There is no file ${path}.`, 'Check the path.', {
      cause,
    });
  });

const draftOf = async (path: string, { signed, title }: DraftOptions): Promise<Draft> => {
  if (signed !== undefined && !isDay(signed))
    throw new ProvisoError(
      'PROVISO_DATE_INVALID',
      `"${signed}" is no day of the calendar.`,
      'Write the day of signing as YYYY-MM-DD.',
    );
  if (isTable(path)) {
    const rows = await readTable(await fileOf(path), path);
    return draftFromTable(rows, {
      signed: signed ?? null,
      title: title ?? basename(path, extname(path)),
    });
  }
  const text = await textOf(path);
  return withReader((reader) => draftAgreement(reader, { text, signed, title }));
};

/** Prints a draft as a case file, or as it is; what a person must know of it goes to standard error. */
export const draftCommand = async (path: string, options: DraftOptions): Promise<void> => {
  const draft = await draftOf(path, options);
  for (const { code, message, hint } of draft.notices) complain(`${code}: ${message} ${hint}`);
  const { id, out, json } = options;
  if (json && !out) return printJson(draft);
  const written = json ? `${JSON.stringify(draft, null, 2)}\n` : draftedCase(draft, { id });
  if (out) await writeFile(out, written);
  else print(written);
};
