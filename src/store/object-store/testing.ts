import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What an S3 server does in place of its work. */
export type Fault =
  | { status: number; code: string }
  | 'never answers'
  | 'breaks off'
  | 'stops in the middle'
  | 'gives half'
  | 'gives other bytes';

export interface S3Request {
  method: string;
  bucket: string;
  /** Empty where the bucket itself is asked. */
  key: string;
  query: URLSearchParams;
}

/** The newest version first; null bytes are a marker of deletion. */
type Versions = { id: string; bytes: Buffer | null }[];

const isVersioned = (versions: Versions | undefined): versions is Versions => versions !== undefined;

const xml = (root: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${content}</${root}>`;

/**
 * For tests: an S3 server in this process, of as much of the protocol as originals need. It fails as it is told to; signatures
 * are not checked, check sums are.
 */
export class S3Server {
  /** Buckets that are there; `keepsVersions`: as S3 with versioning. */
  readonly buckets = new Map<string, { keepsVersions: boolean; objects: Map<string, Versions> }>();
  /** Says what is to go wrong with a request; null: nothing. */
  fault: (request: S3Request) => Fault | null = () => null;
  /** All requests in order: `PUT bucket/key`. */
  readonly requests: string[] = [];
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch(() => response.destroy());
  });

  static async start(): Promise<S3Server> {
    const made = new S3Server();
    // A connection that is closed while it is idle would be a failure that nobody asked for.
    made.#server.keepAliveTimeout = 0;
    made.#server.listen(0, '127.0.0.1');
    await once(made.#server, 'listening');
    return made;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Makes the official client use this server, as its environment would. */
  useInEnvironment(): void {
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_S3: this.url,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test-secret',
      AWS_EC2_METADATA_DISABLED: 'true',
    });
  }

  /** Makes a bucket and gives its address. */
  makeBucket({ keepsVersions = false } = {}): { name: string; address: string } {
    const name = `originals-${randomUUID().slice(0, 8)}`;
    this.buckets.set(name, { keepsVersions, objects: new Map() });
    return { name, address: `s3://${name}` };
  }

  /** The bytes that a reader would get, by key; earlier versions and markers apart. */
  contents(bucket: string): Map<string, Buffer> {
    const objects = this.buckets.get(bucket)?.objects ?? new Map<string, Versions>();
    return new Map([...objects].flatMap(([key, [newest]]) => (newest?.bytes ? [[key, newest.bytes]] : [])));
  }

  /** How many versions there are under all keys, markers of deletion among them. */
  versions(bucket: string): number {
    return [...(this.buckets.get(bucket)?.objects.values() ?? [])].flat().length;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams: query } = new URL(incoming.url ?? '/', this.url);
    const [bucket = '', ...path] = pathname.slice(1).split('/').map(decodeURIComponent);
    const request: S3Request = { method: incoming.method ?? 'GET', bucket, key: path.join('/'), query };
    const body = await buffer(incoming);
    this.requests.push(`${request.method} ${bucket}/${request.key}`);
    const fault = this.fault(request);
    if (fault === 'never answers') return;
    if (fault === 'breaks off') {
      response.destroy();
      return;
    }
    if (fault !== null && typeof fault === 'object') {
      refuse(response, fault);
      return;
    }
    const kept = this.buckets.get(bucket);
    if (!kept) refuse(response, { status: 404, code: 'NoSuchBucket' });
    else if (request.key === '') list(response, kept.objects, query);
    else if (request.method === 'PUT') put(response, kept, request.key, body, incoming.headers);
    else if (request.method === 'DELETE') remove(response, kept, request.key, query.get('versionId'));
    else get(response, kept.objects.get(request.key), fault);
  }
}

function refuse(response: ServerResponse, { status, code }: { status: number; code: string }): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<Error><Code>${code}</Code><Message>Refused for a test.</Message></Error>`);
}

type Kept = { keepsVersions: boolean; objects: Map<string, Versions> };

function put(
  response: ServerResponse,
  { keepsVersions, objects }: Kept,
  key: string,
  bytes: Buffer,
  headers: IncomingMessage['headers'],
): void {
  const sum = headers['x-amz-checksum-sha256'];
  if (sum !== createHash('sha256').update(bytes).digest('base64')) {
    refuse(response, { status: 400, code: 'BadDigest' });
    return;
  }
  const earlier = keepsVersions ? (objects.get(key) ?? []) : [];
  objects.set(key, [{ id: keepsVersions ? randomUUID() : 'null', bytes }, ...earlier]);
  response.end();
}

function remove(
  response: ServerResponse,
  { keepsVersions, objects }: Kept,
  key: string,
  id: string | null,
): void {
  const versions = objects.get(key);
  if (id === null && keepsVersions) {
    const marker = { id: randomUUID(), bytes: null };
    objects.set(key, [marker, ...(versions ?? [])]);
    response.setHeader('x-amz-delete-marker', 'true').setHeader('x-amz-version-id', marker.id);
  } else {
    const left = (versions ?? []).filter((version) => id !== null && version.id !== id);
    if (left.length > 0) objects.set(key, left);
    else objects.delete(key);
  }
  response.writeHead(204);
  response.end();
}

function get(response: ServerResponse, versions: Versions | undefined, fault: Fault | null): void {
  const bytes = isVersioned(versions) ? versions[0]?.bytes : null;
  if (!bytes) refuse(response, { status: 404, code: 'NoSuchKey' });
  else if (fault === 'stops in the middle') {
    response.writeHead(200, { 'content-length': bytes.length });
    response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
  } else if (fault === 'gives half') response.end(bytes.subarray(0, bytes.length / 2));
  else if (fault === 'gives other bytes') response.end(bytes.map((byte) => byte ^ 1));
  else response.end(bytes);
}

function list(response: ServerResponse, objects: Map<string, Versions>, query: URLSearchParams): void {
  const prefix = query.get('prefix') ?? '';
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  response.setHeader('content-type', 'application/xml');
  if (query.has('versions')) {
    const line = (key: string, { id, bytes }: Versions[number]) => {
      const kind = bytes ? 'Version' : 'DeleteMarker';
      return `<${kind}><Key>${key}</Key><VersionId>${id}</VersionId></${kind}>`;
    };
    const lines = keys.flatMap((key) => (objects.get(key) ?? []).map((version) => line(key, version)));
    response.end(xml('ListVersionsResult', `<IsTruncated>false</IsTruncated>${lines.join('')}`));
    return;
  }
  // Pages are short, so that a second one is asked for.
  const from = keys.findIndex((key) => key > (query.get('continuation-token') ?? ''));
  const there = (from < 0 ? [] : keys.slice(from)).filter((key) => objects.get(key)?.[0]?.bytes);
  const page = there.slice(0, 3);
  const more = there.length > page.length;
  const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  const content = page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('');
  response.end(xml('ListBucketResult', `<IsTruncated>${more}</IsTruncated>${next}${content}`));
}
