import { BlockList, isIP } from 'node:net';

/** Whether an address belongs to the public Internet. Anything that is no plain IP address does not. */
export function isPublicAddress(address: string): boolean {
  // A zone (fe80::1%eth0) exists on a local link only; BlockList cannot read it.
  if (address.includes('%')) return false;
  const family = isIP(address);
  if (family === 4) return !privateIpv4.check(address, 'ipv4');
  if (family === 6) return globalIpv6.check(address, 'ipv6') && !specialIpv6.check(address, 'ipv6');
  return false;
}

/** The special-purpose registries of IANA, plus one address of a cloud that lies among the public ones. */
const privateIpv4 = subnets('ipv4', [
  ['0.0.0.0', 8], // this host
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // CGNAT; Alibaba's metadata 100.100.100.200
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local; metadata of AWS, Google, Azure, Yandex
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments; Oracle's metadata 192.0.0.192
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved and broadcast
  ['168.63.129.16', 32], // Azure's host agent
]);

/**
 * Only this block is given out to the Internet. Everything else is refused without being listed: ::, ::1,
 * ::ffff:a.b.c.d, 64:ff9b::/96, fc00::/7, fe80::/10, ff00::/8 and what will be invented.
 */
const globalIpv6 = subnets('ipv6', [['2000::', 3]]);
const specialIpv6 = subnets('ipv6', [
  ['2001::', 23], // Teredo, benchmarks, ORCHID
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: carries any IPv4 address
  ['3fff::', 20], // documentation
]);

function subnets(family: 'ipv4' | 'ipv6', blocks: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of blocks) list.addSubnet(network, prefix, family);
  return list;
}
