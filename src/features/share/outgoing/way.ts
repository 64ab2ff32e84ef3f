import type { Ask, NetworkName } from '../../networks/index.ts';
import { type Draft, networksOf } from '../request.ts';

/**
 * What somebody did about a request: a post that Coact made (the network's name), a look into the network's own composer,
 * which tells nobody what became of it, or what was asked for about a post that exists. Each is counted by itself and
 * never called another.
 */
export type Way = NetworkName | `${NetworkName}.composer` | `${NetworkName}.${Ask}`;

export const composerWay = (network: NetworkName): Way => `${network}.composer`;

/** The ways of a network. */
export const waysOf = (network: NetworkName): readonly Way[] => [network, composerWay(network)];

export const askWay = (network: NetworkName, ask: Ask): Way => `${network}.${ask}`;

/** Everything that can be done about a request. */
export function waysOfRequest(draft: Pick<Draft, 'networks' | 'engagement'>): readonly Way[] {
  const { engagement } = draft;
  const asked = engagement ? engagement.asks.map((ask) => askWay(engagement.network, ask)) : [];
  return [...networksOf(draft).flatMap(waysOf), ...asked];
}
