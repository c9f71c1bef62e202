import { BlockList, isIP } from 'node:net';

/** Addresses that no public news site has: own machine, own network, reserved, documentation, multicast (IANA registries). */
const PRIVATE_RANGES: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

const PRIVATE = new BlockList();
for (const [network, prefix] of PRIVATE_RANGES)
  PRIVATE.addSubnet(network, prefix, network.includes(':') ? 'ipv6' : 'ipv4');

/**
 * Whether an IP address is one on the public internet. IPv6 forms that carry an IPv4 address (mapped, compatible, NAT64,
 * 6to4) are judged by that.
 *
 * @example
 * isPublicAddress('::ffff:127.0.0.1'); // false
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const family = isIP(bare);
  if (family === 0) return false;
  if (family === 4) return !PRIVATE.check(bare, 'ipv4');
  const words = parseIpv6(bare);
  const carried = findCarriedIpv4(words);
  if (carried !== undefined) return !PRIVATE.check(carried, 'ipv4');
  // Everything public is handed out of 2000::/3; the rest, :: and ::1 included, is not.
  return (words[0]! & 0xe000) === 0x2000 && !PRIVATE.check(bare, 'ipv6');
}

/** The eight words of a valid IPv6 address, normalised by the URL parser. */
function parseIpv6(address: string): readonly number[] {
  const normal = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [left = '', right] = normal.split('::');
  const before = left === '' ? [] : left.split(':');
  const after = right === undefined || right === '' ? [] : right.split(':');
  const zeros =
    right === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].map((word) => Number.parseInt(word, 16));
}

function findCarriedIpv4(words: readonly number[]): string | undefined {
  const [a, b, c, d, e, f, g, h] = words as [number, number, number, number, number, number, number, number];
  const isZero = a === 0 && b === 0 && c === 0 && d === 0;
  if (isZero && ((e === 0 && f === 0xffff) || (e === 0xffff && f === 0))) return describeIpv4(g, h);
  if (a === 0x64 && b === 0xff9b && c === 0 && d === 0) return describeIpv4(g, h);
  if (a === 0x2002) return describeIpv4(b, c);
  return undefined;
}

function describeIpv4(high: number, low: number): string {
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
}
