import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { ProvisoError } from '../../model/index.ts';
import { auditHeadOf, auditHeadText, type FolderCheck, verifyFolder } from '../../work/index.ts';
import { type GlobalOptions, withStore } from '../context.ts';
import { complain, print } from '../output.ts';

interface VerifyOptions extends GlobalOptions {
  against: string[];
  signedBy?: string;
  signers?: string;
}

const gathered = (file: string, files: string[]): string[] => [...files, file];

const textOf = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new ProvisoError(
      'PROVISO_INPUT_MISSING',
      `The file ${path} cannot be read.`,
      'Check its path and that you may read it.',
      { cause },
    );
  }
};

const signatureWords = ({ signature }: FolderCheck): string => {
  if (signature === null) return 'it is not signed';
  if (signature.state === 'good') return `signed by ${signature.by}`;
  return signature.state === 'bad'
    ? `the signature does not hold: ${signature.why}`
    : 'signed, by whom is not known: --signers names who may sign';
};

/** Says what a check of a published folder found; whether all holds. */
const printCheck = (check: FolderCheck): boolean => {
  const { edition, day, differences, signature } = check;
  for (const { kind, path } of differences) print(`${kind} ${path}`);
  const holds = differences.length === 0 && signature?.state !== 'bad';
  complain(
    `edition ${edition} of ${day}: ${differences.length === 0 ? 'every file is as it was published' : `${differences.length} files are not as they were published`}; ${signatureWords(check)}`,
  );
  return holds;
};

export const addVerifyCommand = (program: Command): void => {
  program
    .command('verify')
    .argument('[dir]', 'a published folder: it is checked by itself, without a store')
    .description(
      're-hash every original, re-check every quotation, and hold rows, audit log and journal against each other; exit code 1 when something does not hold',
    )
    .option(
      '--against <file>',
      'head of the audit log that was kept elsewhere; may be given again',
      gathered,
      [],
    )
    .option('--signed-by <file>', 'public key that the heads must be signed with, as PEM')
    .option('--signers <file>', 'who may sign a published folder, as allowed_signers of ssh-keygen')
    .action(async (dir: string | undefined, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<VerifyOptions>();
      if (dir !== undefined) {
        if (!printCheck(await verifyFolder(dir, options.signers ?? null))) process.exitCode = 1;
        return;
      }
      const publicKey = options.signedBy === undefined ? null : await textOf(options.signedBy);
      const texts = await Promise.all(options.against.map(textOf));
      const heads = texts.map((text) => auditHeadOf(text, publicKey));
      let problems = 0;
      await withStore(options, async (store) => {
        for await (const { kind, subject, message } of store.verify(heads)) {
          if (kind !== 'note') problems += 1;
          print(`${kind} ${subject}: ${message}`);
        }
      });
      complain(problems === 0 ? 'everything holds' : `${problems} things do not hold`);
      if (problems > 0) process.exitCode = 1;
    });
};

export const addHeadCommand = (program: Command): void => {
  program
    .command('head')
    .description('write down where the audit log ends, to be kept elsewhere and held against it by verify')
    .option('--out <file>', 'file to write to (default: standard output)')
    .option('--key <file>', 'private key to sign it with: Ed25519, as PEM')
    .action(async (_options: unknown, command: Command) => {
      const { out, key, ...options } = command.optsWithGlobals<
        GlobalOptions & { out?: string; key?: string }
      >();
      const privateKey = key === undefined ? null : await textOf(key);
      const text = await withStore(options, (store) => auditHeadText(store, privateKey));
      if (out === undefined) print(text);
      else await writeFile(out, text);
    });
};
