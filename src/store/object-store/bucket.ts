import { createHash } from 'node:crypto';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  type S3ClientConfig,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { ProvisoError } from '../../model/index.ts';
import { systemReason } from '../refusals.ts';
import { bucketOf, type ObjectStore } from './object-store.ts';

/** Times after which the client tries again, in ms: to be connected, and without a byte from either side. */
const waits = { connectionTimeout: 5_000, socketTimeout: 30_000 };

/** How the client of S3 is to differ from its usual; for tests. */
export type BucketOptions = Pick<S3ClientConfig, 'maxAttempts'> & Partial<typeof waits>;

/**
 * Objects of a bucket. Endpoint, region and credentials are those of the environment, as for every program with the official
 * client; it tries again what fails on the way.
 * @throws ProvisoError PROVISO_ORIGINALS_SETTING for an address that is none.
 */
export const openBucket = (address: string, { maxAttempts, ...times }: BucketOptions = {}): ObjectStore => {
  const { bucket, prefix } = bucketOf(address);
  const client = clientFor({ ...waits, ...times }, maxAttempts);
  const at = (key: string) => ({ Bucket: bucket, Key: prefix + key });
  const asked = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (thrown) {
      throw refusal(address, bucket, thrown);
    }
  };

  /**
   * Ids of all versions under a key; a bucket that keeps none names one, `null`. Markers of deletion come first: without them
   * the bytes are seen again, by whoever verifies too, until the last version is gone.
   */
  const versionsOf = async (key: string): Promise<string[]> => {
    const ids: string[] = [];
    let markers: { KeyMarker?: string; VersionIdMarker?: string } | null = {};
    while (markers) {
      const page: ListObjectVersionsCommandOutput = await client.send(
        new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix + key, ...markers }),
      );
      for (const { Key, VersionId = 'null' } of [...(page.DeleteMarkers ?? []), ...(page.Versions ?? [])])
        if (Key === prefix + key) ids.push(VersionId);
      const { IsTruncated, NextKeyMarker, NextVersionIdMarker } = page;
      markers =
        IsTruncated && NextKeyMarker !== undefined
          ? {
              KeyMarker: NextKeyMarker,
              ...(NextVersionIdMarker ? { VersionIdMarker: NextVersionIdMarker } : {}),
            }
          : null;
    }
    return ids;
  };

  return {
    address,
    get: (key) =>
      asked(async () => {
        try {
          const { Body } = await client.send(new GetObjectCommand(at(key)));
          return Body as unknown as Buffer;
        } catch (thrown) {
          if (thrown instanceof NoSuchKey) return null;
          throw thrown;
        }
      }),
    put: (key, bytes) =>
      asked(async () => {
        // The server compares, and refuses what reaches it otherwise.
        const ChecksumSHA256 = createHash('sha256').update(bytes).digest('base64');
        await client.send(new PutObjectCommand({ ...at(key), Body: bytes, ChecksumSHA256 }));
      }),
    remove: (key) =>
      asked(async () => {
        const versions = await versionsOf(key).catch((thrown) => {
          if (keepsNoVersions(thrown)) return null;
          throw thrown;
        });
        // A plain deletion would only lay a marker over what a bucket with versions keeps.
        const ids = (versions ?? []).filter((id) => id !== 'null');
        for (const VersionId of ids) await client.send(new DeleteObjectCommand({ ...at(key), VersionId }));
        if (ids.length > 0 && !versions?.includes('null')) return;
        const { DeleteMarker, VersionId } = await client.send(new DeleteObjectCommand(at(key)));
        if (!DeleteMarker) return;
        if (versions === null) throw keptVersions(address);
        await client.send(new DeleteObjectCommand({ ...at(key), VersionId }));
      }),
    async *keys() {
      try {
        for await (const { Contents = [] } of paginateListObjectsV2(
          { client },
          { Bucket: bucket, Prefix: prefix },
        ))
          for (const { Key } of Contents) if (Key !== undefined) yield Key.slice(prefix.length);
      } catch (thrown) {
        throw refusal(address, bucket, thrown);
      }
    },
    close: () => client.destroy(),
  };
};

function clientFor(times: typeof waits, maxAttempts: S3ClientConfig['maxAttempts']): S3Client {
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, AWS_REGION, AWS_DEFAULT_REGION } = process.env;
  // Its version is ours to choose: what it says of Node's is not for who uses Proviso.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const isOwn = Boolean(AWS_ENDPOINT_URL_S3 || AWS_ENDPOINT_URL);
  const client = new S3Client({
    requestHandler: times,
    // Every original is held against its own hash.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(maxAttempts === undefined ? {} : { maxAttempts }),
    // Servers of one's own have no host name for each bucket, and often no region.
    ...(isOwn ? { forcePathStyle: true } : { followRegionRedirects: true }),
    ...(isOwn && !AWS_REGION && !AWS_DEFAULT_REGION ? { region: 'us-east-1' } : {}),
  });
  // Within what the client tries again: an answer that breaks off is asked for anew.
  client.middlewareStack.add(
    (next) => async (given) => {
      const answer = await next(given);
      const { output } = answer as { output: { Body?: Partial<Pick<SdkStream, 'transformToByteArray'>> } };
      if (!output.Body?.transformToByteArray) return answer;
      const { buffer, byteOffset, byteLength } = await output.Body.transformToByteArray();
      Object.assign(output, { Body: Buffer.from(buffer, byteOffset, byteLength) });
      return answer;
    },
    { name: 'wholeBody', step: 'deserialize', priority: 'high' },
  );
  return client;
}

/** What the client makes of an answer's body. */
interface SdkStream {
  transformToByteArray(): Promise<Uint8Array<ArrayBuffer>>;
}

/** Whether the server has no versions, or does not let us ask for them. */
const keepsNoVersions = (thrown: unknown): boolean =>
  thrown instanceof S3ServiceException && [403, 405, 501].includes(thrown.$metadata.httpStatusCode ?? 0);

const keptVersions = (address: string) =>
  new ProvisoError(
    'PROVISO_ORIGINALS_REFUSED',
    `The bucket of ${address} keeps earlier versions, and did not let them be removed.`,
    'Allow s3:ListBucketVersions and s3:DeleteObjectVersion on it, and do it again.',
  );

/** What a failure means, and what to do. Answers of the server are named, not quoted: they hold keys. */
function refusal(address: string, bucket: string, thrown: unknown): ProvisoError {
  if (thrown instanceof ProvisoError) return thrown;
  if (thrown instanceof S3ServiceException) return refusalBy(address, bucket, thrown);
  const { name = '', code, message = '' } = Object(thrown) as Partial<NodeJS.ErrnoException>;
  if (name === 'CredentialsProviderError' || /region is missing|could not load credentials/i.test(message))
    return new ProvisoError(
      'PROVISO_ORIGINALS_SETTING',
      `The originals at ${address} cannot be reached: ${/region/i.test(message) ? 'no region is set' : 'there are no credentials'}.`,
      'Set AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile; for a server of your own AWS_ENDPOINT_URL_S3 too.',
      { cause: thrown },
    );
  // The client calls a broken connection a time-out too.
  const isLate = name === 'TimeoutError' && code === undefined;
  return unreachable(address, isLate ? 'they do not answer in time' : systemReason(thrown), thrown);
}

function refusalBy(address: string, bucket: string, thrown: S3ServiceException): ProvisoError {
  const { name, $metadata } = thrown;
  const status = $metadata.httpStatusCode ?? 0;
  const refused = (why: string, todo: string) =>
    new ProvisoError('PROVISO_ORIGINALS_REFUSED', `The originals at ${address} were refused: ${why}.`, todo, {
      cause: thrown,
    });
  if (name === 'NoSuchBucket')
    return refused(
      `there is no bucket ${bucket}`,
      'Make it, or put PROVISO_ORIGINALS or AWS_ENDPOINT_URL_S3 right.',
    );
  if (status === 401 || status === 403)
    return refused(
      `it is not allowed (${name})`,
      'Check the credentials; they need s3:GetObject, s3:PutObject, s3:DeleteObject and s3:ListBucket there.',
    );
  if (status >= 500 || status === 429) return unreachable(address, `they answer ${status} ${name}`, thrown);
  return refused(`${status} ${name}`, 'Look up that answer of your S3 server, put it right, and try again.');
}

const unreachable = (address: string, why: string, cause: unknown) =>
  new ProvisoError(
    'PROVISO_ORIGINALS_UNREACHABLE',
    `The originals at ${address} are out of reach: ${why}.`,
    'Check that the server runs and AWS_ENDPOINT_URL_S3 is its address, and do it again: nothing is done twice.',
    { cause },
  );
