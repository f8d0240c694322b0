import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** The addresses that a host name stands for; none where there is no such host. */
export type Lookup = (hostname: string) => Promise<readonly string[]>;

/** Networks that no page of the world's is served from (the special-purpose registries of IANA). */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) PRIVATE.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [['::', 96], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8]] as const) PRIVATE.addSubnet(network, bits, 'ipv6');

export const LOOKUP: Lookup = async (hostname) => {
  try {
    return (await lookup(hostname, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
};

/** True for an IP address of this machine, of its network, or of no single machine. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && PRIVATE.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** True where a host name of an address (as `URL` gives it) may lead to this machine or its network. */
export async function isPrivateHost(hostname: string, find: Lookup): Promise<boolean> {
  return (await addressesOf(hostname, find)).some(isPrivateAddress);
}

/** True where it leads nowhere else: a host of the world's cannot pass for one of this network by naming both. */
export async function isLocalHost(hostname: string, find: Lookup): Promise<boolean> {
  const addresses = await addressesOf(hostname, find);
  return addresses.length > 0 && addresses.every(isPrivateAddress);
}

async function addressesOf(hostname: string, find: Lookup): Promise<readonly string[]> {
  const name = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '').toLowerCase();
  if (isIP(name) !== 0) return [name];
  return name === 'localhost' || name.endsWith('.localhost') ? ['127.0.0.1'] : find(name);
}
