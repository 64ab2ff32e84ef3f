import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Special blocks of the IANA registries that ipaddr.js 2.5 still calls unicast. */
const furtherBlocks = [
  ['fec0::', 10], // site-local, deprecated by RFC 3879 but still routed inside some networks
  ['::', 96], // IPv4-compatible, RFC 4291 2.5.5.1: an IPv4 address in another coat
  ['64:ff9b::', 96], // NAT64, RFC 6052
  ['64:ff9b:1::', 48], // local-use NAT64, RFC 8215
  ['2001::', 23], // IETF protocol assignments: Teredo, ORCHID, benchmarking
  ['2002::', 16], // 6to4, RFC 3056
] as const satisfies readonly (readonly [string, number])[];

/** Public by its range, but inside Azure it is the host's own service (DHCP, health, metadata proxy) for every virtual machine. */
const azurePlatform = '168.63.129.16';

const globalUnicast = ipaddr.IPv6.parse('2000::');

/**
 * Whether an IP address is an ordinary public one.
 *
 * In: an address as a resolver or `URL` gives it, without brackets. Out: true only for global unicast; false for everything special
 * (private, loopback, link-local, shared, multicast, reserved, documentation, benchmarking, and every IPv6 form that embeds an IPv4
 * address, since a translator on the way could turn it back) and for what cannot be parsed.
 * Source: IANA special-purpose address registries, RFC 6890.
 */
export const isPublicAddress = (text: string): boolean => {
  // A zone id (`%eth0`) names an interface of this machine. ipaddr.js alone would also take `1.2.3` for an address.
  if (text.includes('%') || isIP(text) === 0) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  if (address instanceof ipaddr.IPv4) return address.toString() !== azurePlatform;
  if (furtherBlocks.some(([block, bits]) => address.match(ipaddr.IPv6.parse(block), bits))) return false;
  // Only 2000::/3 has been given out for global unicast; the rest of the space is nobody's.
  return address.match(globalUnicast, 3) && !isIsatap(address);
};

/** ISATAP (RFC 5214) hides an IPv4 address behind the interface id 0000:5efe or 0200:5efe in any prefix. */
const isIsatap = (address: ipaddr.IPv6): boolean =>
  address.parts[5] === 0x5efe && (address.parts[4] === 0 || address.parts[4] === 0x0200);
