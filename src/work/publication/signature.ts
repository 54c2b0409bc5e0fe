import { spawn } from 'node:child_process';
import { ProvisoError } from '../../model/index.ts';

/** What the signature is for: none made for anything else counts (ssh-keygen(1), namespace). */
const namespace = 'proviso';

interface Ran {
  code: number | null;
  output: string;
}

/** Runs OpenSSH's ssh-keygen; what it asks of a person it asks on their terminal. */
const sshKeygen = (args: readonly string[], input = ''): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn('ssh-keygen', args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let output = '';
    const heard = (data: Buffer) => {
      output += data;
    };
    child.stdout.on('data', heard);
    child.stderr.on('data', heard);
    child.once('error', (cause) =>
      reject(
        new ProvisoError(
          'PROVISO_SIGNING_FAILED',
          'ssh-keygen cannot be started.',
          'Install OpenSSH 8.1 or newer.',
          {
            cause,
          },
        ),
      ),
    );
    child.once('close', (code) => resolve({ code, output: output.trim() }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });

/** Signs a file with an SSH key; the signature is written beside it, with `.sig` after its name. @throws ProvisoError PROVISO_SIGNING_FAILED. */
export async function signFile(path: string, key: string): Promise<void> {
  const { code, output } = await sshKeygen(['-Y', 'sign', '-f', key, '-n', namespace, path]);
  if (code === 0) return;
  throw new ProvisoError(
    'PROVISO_SIGNING_FAILED',
    `The manifest could not be signed with ${key}: ${output.split('\n').at(-1)}.`,
    'Name the file of an SSH private key, such as ~/.ssh/id_ed25519.',
  );
}

/** How a signature stands. */
export type Signature =
  | { state: 'good'; by: string }
  | { state: 'unknown signer' }
  | { state: 'bad'; why: string };

/**
 * Checks a signature over a text.
 * @param signers file of those who may sign (allowed_signers of ssh-keygen(1)); null: only whether it fits is checked
 */
export async function checkSignature(
  text: string,
  signature: string,
  signers: string | null,
): Promise<Signature> {
  const fits = await sshKeygen(['-Y', 'check-novalidate', '-n', namespace, '-s', signature], text);
  if (fits.code !== 0) return { state: 'bad', why: fits.output.split('\n').at(-1) ?? '' };
  if (signers === null) return { state: 'unknown signer' };
  const found = await sshKeygen(['-Y', 'find-principals', '-s', signature, '-f', signers]);
  const [by = ''] = found.output.split('\n');
  if (found.code !== 0 || !by) return { state: 'bad', why: 'it is by nobody whom the file of signers names' };
  const good = await sshKeygen(
    ['-Y', 'verify', '-f', signers, '-I', by, '-n', namespace, '-s', signature],
    text,
  );
  return good.code === 0
    ? { state: 'good', by }
    : { state: 'bad', why: good.output.split('\n').at(-1) ?? '' };
}
