import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './address.ts';
import { type EgressRefusal, refuse } from './refusals.ts';

/** One address of a name, in the shape that `net.connect` takes from a lookup. */
export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Turns a name into all of its addresses; throws when there are none. */
export type Resolve = (host: string) => Promise<readonly Address[]>;

/** The system's resolver (hosts file included), as `net.connect` itself would ask it. */
export const systemResolve: Resolve = async (host) => {
  const found = await lookup(host, { all: true, order: 'verbatim' });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

/**
 * Resolves a host once and checks every address found.
 *
 * Out: the addresses that the connection must use, or a refusal. One special address among public ones refuses them all: an honest
 * site has no reason to mix them, and whoever mixes them is waiting for the connection to fall back.
 * On networks where DNS64 synthesises 64:ff9b::/96 addresses this refuses IPv4-only sites too; such hosts need a real IPv4 route.
 */
export const checkedAddresses = async (
  host: string,
  allowed: boolean,
  resolve: Resolve,
): Promise<{ readonly ok: true; readonly addresses: readonly Address[] } | EgressRefusal> => {
  const addresses = await addressesOf(host, resolve);
  if (addresses.length === 0) return refuse('dns');
  if (!allowed && !addresses.every(({ address }) => isPublicAddress(address))) return refuse('private_address');
  return { ok: true, addresses };
};

const addressesOf = async (host: string, resolve: Resolve): Promise<readonly Address[]> => {
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family: family === 6 ? 6 : 4 }];
  try {
    return await resolve(host);
  } catch {
    // Every way a look-up fails (no such name, no answer, no network) means the same to the person.
    return [];
  }
};
