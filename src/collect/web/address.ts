import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { addressRefused } from '../refusals.ts';

/** The one IP address that a request goes to. */
export interface Target {
  address: string;
  family: 4 | 6;
}

/** All IP addresses of a host name. */
export type Resolve = (host: string) => Promise<readonly Target[]>;

/** Whether a request may go to an address and port that is not on the public internet. */
export type Permit = (address: string, port: number) => boolean;

/** Nothing within the machine or its network may be read by way of an address in a feed or a redirect. */
export const publicOnly: Permit = () => false;

export const resolveByDns: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })) as Target[];

/** Names for this machine and its network, whatever a name server says of them (RFC 6761, RFC 6762, RFC 9476). */
const localNames = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa|onion|alt)$/;

/** Ports of the web; others below 1024 belong to services that a request could be made to speak to. */
const isWebPort = (port: number) => port === 80 || port === 443 || port >= 1024;

const portOf = ({ port, protocol }: URL): number => Number(port) || (protocol === 'https:' ? 443 : 80);

/** Host without the brackets of IPv6 and the dot that closes a full name. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

/** An address as typed or linked, checked in its form. Throws PROVISO_ADDRESS_REFUSED. */
export function webAddress(address: string, base?: string): URL {
  if (!URL.canParse(address, base)) throw addressRefused(address, 'it is not written as an address is');
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw addressRefused(url.href, 'it does not begin with http:// or https://');
  if (url.username || url.password)
    throw addressRefused(`${url.protocol}//${url.host}${url.pathname}`, 'it carries a password');
  url.hash = '';
  return url;
}

/**
 * Where a request to the address goes. The name is resolved here, once, and the connection is made to what was
 * checked: a name server that answers otherwise the next time (DNS rebinding) changes nothing. A name with one
 * private address among public ones is refused. Throws PROVISO_ADDRESS_REFUSED; what DNS throws.
 */
export async function targetOf(url: URL, resolve: Resolve, permit: Permit): Promise<Target> {
  const host = hostOf(url);
  const port = portOf(url);
  const family = isIP(host);
  const targets = family ? [{ address: host, family: family as 4 | 6 }] : await resolve(host);
  const inner = targets.find(({ address }) => !isPublic(address) && !permit(address, port));
  if (inner) {
    const where = family ? 'it' : `its name stands for ${inner.address}, which`;
    throw addressRefused(url.href, `${where} is not on the public internet`);
  }
  const [first] = targets;
  if (!first) throw addressRefused(url.href, 'its name stands for no address');
  const isPermitted = targets.every(({ address }) => permit(address, port));
  if (!isPermitted && localNames.test(host))
    throw addressRefused(url.href, 'its name belongs to a local network');
  if (!isPermitted && !isWebPort(port))
    throw addressRefused(url.href, `port ${port} does not belong to the web`);
  return first;
}

/** The registries of special-purpose addresses (IANA, RFC 6890) as the library has them: all but plain unicast. */
function isPublic(address: string): boolean {
  const [bare = ''] = address.split('%');
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.process(bare);
  if (parsed.range() !== 'unicast') return false;
  // Of IPv6, only this block has been given out; outside of it lie old ways to write IPv4.
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(ipaddr.IPv6.parseCIDR('2000::/3'));
}
