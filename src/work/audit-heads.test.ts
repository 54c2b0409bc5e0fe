import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Store } from '../store/index.ts';
import { auditHeadOf, auditHeadText } from './audit-heads.ts';

const head = { seq: 12, hash: 'ab'.repeat(32) };
const store = { auditHead: async () => head } as unknown as Store;
const pair = () =>
  generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
const invalid = expect.objectContaining({ code: 'PROVISO_HEAD_INVALID' });

describe('the head of an audit log as a file', () => {
  it('is read back, signed or not', async () => {
    const { privateKey, publicKey } = pair();
    expect(auditHeadOf(await auditHeadText(store, null), null)).toEqual(head);
    const signed = await auditHeadText(store, privateKey);
    expect(auditHeadOf(signed, null)).toEqual(head);
    expect(auditHeadOf(signed, publicKey)).toEqual(head);
  });

  it.each<[string, (text: string) => string, boolean]>([
    ['signed by another', (text) => text, true],
    ['not signed', (text) => JSON.stringify({ ...JSON.parse(text), signature: undefined }), false],
    ['of another entry', (text) => text.replace('"seq":12', '"seq":11'), false],
    ['of another day', (text) => text.replace(/"at":"\d{4}/, '"at":"2001'), false],
    ['no head', () => '{"seq":1}', false],
    ['no JSON', () => 'seq 1', false],
  ])('is refused when it is %s', async (_what, changed, isOther) => {
    const { privateKey, publicKey } = pair();
    const text = changed(await auditHeadText(store, privateKey));
    expect(() => auditHeadOf(text, isOther ? pair().publicKey : publicKey)).toThrow(invalid);
  });

  it('is not signed with what is no Ed25519 key', async () => {
    await expect(auditHeadText(store, 'a key')).rejects.toEqual(invalid);
  });
});
