import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { ProvisoError } from '../model/index.ts';
import type { AuditHead, Store } from '../store/index.ts';

/** The head of an audit log as a file that is kept elsewhere. */
const HeadFile = z.strictObject({
  seq: z.int().min(0).describe('Number of the last entry.'),
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'no SHA-256'),
  at: z.iso.datetime(),
  signature: z.base64().optional().describe('Ed25519 (RFC 8032), over the line that `signedLine` gives.'),
});
type HeadFile = z.infer<typeof HeadFile>;

const invalid = (what: string, todo: string): ProvisoError =>
  new ProvisoError('PROVISO_HEAD_INVALID', what, todo);

const signedLine = ({ seq, hash, at }: HeadFile): Buffer =>
  Buffer.from(`proviso audit head ${seq} ${hash} ${at}\n`);

/** A key out of a PEM file. @throws ProvisoError PROVISO_HEAD_INVALID for anything but an Ed25519 key. */
function keyOf(pem: string, make: (pem: string) => KeyObject): KeyObject {
  try {
    const key = make(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // said below
  }
  throw invalid('The key is no Ed25519 key as PEM.', 'Make one with: openssl genpkey -algorithm ed25519.');
}

/**
 * Where the audit log of a store ends, as the text of a file to be kept elsewhere; signed where a private key is given.
 * @throws ProvisoError PROVISO_HEAD_INVALID for a key that is none.
 */
export async function auditHeadText(store: Store, privateKey: string | null): Promise<string> {
  const head: HeadFile = { ...(await store.auditHead()), at: new Date().toISOString() };
  const key = privateKey === null ? null : keyOf(privateKey, createPrivateKey);
  const signature = key && sign(null, signedLine(head), key).toString('base64');
  return `${JSON.stringify(signature ? { ...head, signature } : head)}\n`;
}

/**
 * A head out of such a file; with a public key, only if its owner signed it.
 * @throws ProvisoError PROVISO_HEAD_INVALID.
 */
export function auditHeadOf(text: string, publicKey: string | null): AuditHead {
  const parsed = HeadFile.safeParse(parsedJson(text));
  if (!parsed.success)
    throw invalid('The file is no head of an audit log.', 'Write one with: proviso head --out FILE.');
  const head = parsed.data;
  if (publicKey !== null) {
    const signature = Buffer.from(head.signature ?? '', 'base64');
    if (!verify(null, signedLine(head), keyOf(publicKey, createPublicKey), signature))
      throw invalid(
        'The head is not signed by the owner of that key, or was changed since.',
        'Take it from where it was kept, or leave --signed-by out.',
      );
  }
  return { seq: head.seq, hash: head.hash };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
