import type { NetworkOffer, OfferedNetwork } from '../contract.ts';
import { type NetworkName, titlesOf } from '../network.ts';

/** Whether anybody can share on this network from here, by an account or by its own page. */
export function isUsable({ unavailable, composer }: OfferedNetwork): boolean {
  return unavailable === null || composer !== null;
}

/** What a new request begins with: the networks of the one before, or else those where people can connect accounts. */
export function usualNetworks({ networks, lately }: NetworkOffer): readonly NetworkName[] {
  const usable = networks.filter(isUsable);
  const before = usable.filter(({ name }) => lately.includes(name));
  const connectable = usable.filter(({ unavailable }) => unavailable === null);
  const [first = []] = [before, connectable, usable].filter((some) => some.length > 0);
  return first.map(({ name }) => name);
}

/** What publishers should know of how people will post on the networks that they chose. */
export function postingNotes(offered: readonly OfferedNetwork[], chosen: readonly NetworkName[]): readonly string[] {
  const byHand = offered.filter(({ name, unavailable }) => chosen.includes(name) && unavailable !== null);
  const filled = byHand.filter(({ composer }) => composer?.carriesText === true).map(({ name }) => name);
  const bare = byHand.filter(({ composer }) => composer?.carriesText === false).map(({ name }) => name);
  const pages = (networks: readonly NetworkName[]) => (networks.length === 1 ? 'its own page' : 'their own pages');
  return [
    ...(filled.length === 0
      ? []
      : [`People post on ${titlesOf(filled)} by ${pages(filled)}, which Slack opens with the text filled in.`]),
    ...(bare.length === 0
      ? []
      : [
          `${titlesOf(bare)} ${bare.length === 1 ? 'takes' : 'take'} the link alone: people paste the text themselves.`,
        ]),
  ];
}
