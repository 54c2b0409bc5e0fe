import { ProvisoError } from '../../model/index.ts';

/** Where bytes are kept by key: a folder, or a bucket of an S3-compatible store. */
export interface ObjectStore {
  /** As people and the settings write it: a path, or `s3://bucket/prefix`. */
  readonly address: string;
  /** The bytes; null where there are none of that key. */
  get(key: string): Promise<Uint8Array | null>;
  /** Keeps the bytes, whole or not at all; returns once they are safe. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Removes the bytes and every earlier version of them; returns once they would not come back. Of a key that is not there, nothing. */
  remove(key: string): Promise<void>;
  /** All keys, in no order. */
  keys(): AsyncIterable<string>;
  close(): void;
}

/** How an address of a bucket begins. */
export const bucketScheme = 's3://';

/** @throws ProvisoError PROVISO_ORIGINALS_SETTING for an address that is no bucket's. */
export function bucketOf(address: string): { bucket: string; prefix: string } {
  const [, bucket, path = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(address) ?? [];
  // Such a prefix would be another one to some servers.
  const isPlain = path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
  if (bucket === undefined || (path !== '' && !isPlain))
    throw new ProvisoError(
      'PROVISO_ORIGINALS_SETTING',
      `${address} is no bucket.`,
      `Write ${bucketScheme}BUCKET or ${bucketScheme}BUCKET/PREFIX, with the bucket's name in small letters.`,
    );
  return { bucket, prefix: path === '' ? '' : `${path}/` };
}
