import {
  type AgreementSource,
  type Capture,
  type DocumentFacts,
  isWebAddress,
  type Revision,
} from '../model/index.ts';

/*
 * What leaves a store says where a report comes from, and nothing of the machine that collected it: no folders, no passwords
 * and keys in addresses, no headers but those that say what was served and when.
 */

const publicHeaders = new Set([
  'age',
  'cache-control',
  'content-encoding',
  'content-language',
  'content-length',
  'content-type',
  'date',
  'digest',
  'etag',
  'expires',
  'last-modified',
  'memento-datetime',
  'repr-digest',
  'server',
  'vary',
  'via',
]);

/** Parameters of an address that let whoever has them in. */
const secret =
  /^(?:.*[_-])?(?:auth|authorization|apikey|credential|credentials|jwt|key|pass|passwd|password|pwd|secret|sessionid|sig|signature|ticket|token)$/i;
const isSecret = (name: string): boolean => secret.test(name.replace(/([a-z])([A-Z])/g, '$1_$2'));

/** An address without what lets somebody in; null for one that is none of the web. */
export function publicAddress(address: string): string | null {
  if (!isWebAddress(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  const hasSecret = [...url.searchParams.keys()].some(isSecret);
  if (!url.username && !url.password && !hasSecret) return address;
  url.username = '';
  url.password = '';
  for (const name of new Set(url.searchParams.keys()))
    if (isSecret(name)) url.searchParams.set(name, 'withheld');
  return url.href;
}

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** An address as the public sees it; of a path, and of one in an archive, the names of the files alone. */
const publicSource = (source: string): string =>
  publicAddress(source) ?? source.split('!').map(fileName).join('!');

const maybe = (address: string | null): string | null => address && publicAddress(address);

const publicCapture = ({ source, url, headers, fetched, ...same }: Capture): Capture => ({
  ...same,
  source: publicSource(source),
  url: maybe(url),
  headers: headers?.filter(([name]) => publicHeaders.has(name.toLowerCase())) ?? null,
  fetched: fetched && {
    ...fetched,
    hops: fetched.hops.map((hop) => ({ ...hop, url: publicAddress(hop.url) ?? hop.url })),
  },
});

/** Captures as they may leave; the same file in two folders is one. */
export function publicCaptures(captures: readonly Capture[]): Capture[] {
  const files = new Set<string>();
  return captures.map(publicCapture).filter(({ documentId, source, sha256, fetched }) => {
    const file = `${documentId} ${sha256} ${source}`;
    if (fetched) return true;
    const isFirst = !files.has(file);
    files.add(file);
    return isFirst;
  });
}

export const publicRevision = (revision: Revision): Revision => ({
  ...revision,
  source: publicSource(revision.source),
});

export const publicFacts = <Facts extends Pick<DocumentFacts, 'url'>>(facts: Facts): Facts => ({
  ...facts,
  url: maybe(facts.url),
});

export const publicAgreement = (source: AgreementSource): AgreementSource => ({
  ...source,
  name: source.name && fileName(source.name),
});
