import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Target } from './address.ts';
import { Fetcher } from './fetcher.ts';
import { type Site, siteOf } from './testing.ts';

const refused = expect.objectContaining({ code: 'PROVISO_ADDRESS_REFUSED' });
const v4 = (address: string): Target => ({ address, family: 4 });
const v6 = (address: string): Target => ({ address, family: 6 });

/** A name server of our own, so that no test asks a real one. */
const names: Record<string, Target[]> = {
  'public.example': [v4('93.184.215.14')],
  'inner.example': [v4('10.0.0.7')],
  'metadata.example': [v4('169.254.169.254')],
  'both.example': [v4('93.184.215.14'), v4('127.0.0.1')],
  'six.example': [v6('::1')],
  'mapped.example': [v6('::ffff:192.168.0.1')],
  'zone.example': [v6('fe80::1%eth0')],
  'nobody.example': [],
  localhost: [v4('93.184.215.14')],
  'app.localhost': [v4('93.184.215.14')],
  'printer.local': [v4('93.184.215.14')],
  'vault.internal': [v4('93.184.215.14')],
};
const resolve = async (host: string) => names[host] ?? [];

const addresses = [
  ['this machine', 'http://127.0.0.1/'],
  ['this machine, another number of it', 'http://127.8.9.10/'],
  ['decimal', 'http://2130706433/'],
  ['octal', 'http://0177.0.0.1/'],
  ['hexadecimal', 'http://0x7f000001/'],
  ['shortened', 'http://127.1/'],
  ['zero', 'http://0/'],
  ['IPv6', 'http://[::1]/'],
  ['IPv6, unspecified', 'http://[::]/'],
  ['IPv4 mapped into IPv6', 'http://[::ffff:127.0.0.1]/'],
  ['IPv4 mapped into IPv6, in hexadecimal', 'http://[::ffff:7f00:1]/'],
  ['IPv4 within IPv6, the old way', 'http://[::127.0.0.1]/'],
  ['through NAT64', 'http://[64:ff9b::7f00:1]/'],
  ['through 6to4', 'http://[2002:7f00:1::]/'],
  ['private, 10', 'http://10.1.2.3/'],
  ['private, 172.16', 'http://172.31.255.255/'],
  ['private, 192.168', 'http://192.168.1.1/admin'],
  ['private, IPv6', 'http://[fd00::1]/'],
  ['link-local: the metadata of a cloud', 'http://169.254.169.254/latest/meta-data/'],
  ['link-local, IPv6', 'http://[fe80::1]/'],
  ['shared by providers', 'http://100.64.0.1/'],
  ['many receivers', 'http://224.0.0.1/'],
  ['all receivers', 'http://255.255.255.255/'],
  ['full-width digits', 'http://１２７.０.０.１/'],
  ['localhost, whatever its server says', 'http://localhost/'],
  ['localhost with a dot', 'http://LOCALHOST./'],
  ['below localhost', 'http://app.localhost/'],
  ['a printer', 'http://printer.local/'],
  ['an inner name', 'https://vault.internal/'],
  ['a name of a private address', 'http://inner.example/'],
  ['a name of the metadata address', 'http://metadata.example/'],
  ['a name of a public and a private address', 'http://both.example/'],
  ['a name of an IPv6 address', 'http://six.example/'],
  ['a name of a mapped address', 'http://mapped.example/'],
  ['a name of an address with a zone', 'http://zone.example/'],
  ['a name of nothing', 'http://nobody.example/'],
  ['another service', 'http://public.example:25/'],
  ['a password', 'http://me:secret@public.example/'],
  ['files', 'file:///etc/passwd'],
  ['another protocol', 'gopher://public.example/'],
  ['no address', 'http://'],
] as const;

describe('an address', () => {
  let site: Site;
  beforeAll(async () => {
    site = await siteOf({ '/robots.txt': { status: 404 }, '/': { body: 'private' } });
  });
  afterAll(() => site.close());

  const fetcher = (permit = (_address: string, port: number) => port === site.port) =>
    new Fetcher({ resolve, permit, sleep: async () => {} });

  test.each(addresses)('given: %s is refused', async (_what, address) => {
    await expect(fetcher().fetch(address)).rejects.toEqual(refused);
  });

  test.each(addresses)('redirected to: %s is refused', async (_what, address) => {
    site.routes['/away'] = { status: 302, headers: { location: encodeURI(address) } };
    await expect(fetcher().fetch(`${site.origin}/away`)).rejects.toEqual(refused);
  });

  test('of this machine is refused, and no request made', async () => {
    const before = site.requests.length;
    await expect(new Fetcher().fetch(`${site.origin}/`)).rejects.toEqual(refused);
    expect(site.requests).toHaveLength(before);
  });

  test('whose name changes its meaning is fetched from where it was checked, or not at all', async () => {
    const answers = [v4('127.0.0.1'), v4('10.0.0.7')];
    let asked = 0;
    const rebinding = new Fetcher({
      resolve: async () => [answers[Math.min(asked++, 1)] as Target],
      permit: (address) => address === '127.0.0.1',
      sleep: async () => {},
    });
    // The first answer serves robots.txt; the second, for the page, is private.
    await expect(rebinding.fetch(`http://rebind.example:${site.port}/`)).rejects.toEqual(refused);
    expect(asked).toBe(2);
  });

  test('is refused without showing its password', async () => {
    const failure = await fetcher()
      .fetch('http://me:secret@public.example/')
      .catch((thrown) => thrown);
    expect(failure.line).not.toContain('secret');
  });
});
