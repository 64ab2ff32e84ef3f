import type { Network, NetworkName, SetupFinding } from '../network.ts';

/** How people get to a network from here: by an account that Coact posts with, by the network's own page, or not at all. */
export type Mode = 'account' | 'composer' | 'none';

export const modeOf = ({ unavailable, composer }: Pick<Network, 'unavailable' | 'composer'>): Mode =>
  unavailable === null ? 'account' : composer === null ? 'none' : 'composer';

/** The address that the network's app has to know. */
export const callbackOf = (publicUrl: string, network: NetworkName) => `${publicUrl}/connect/${network}/callback`;

/** What can be said of a network without asking it. */
export function findingsOf(
  network: Pick<Network, 'title' | 'unavailable' | 'composer'>,
  publicUrl: string,
): readonly SetupFinding[] {
  const { title, unavailable, composer } = network;
  if (unavailable !== null) {
    const instead =
      composer === null ? [] : [`People share by ${title}’s own page, which opens from Slack; that needs nothing.`];
    return [
      { level: composer === null ? 'problem' : 'note', sentence: unavailable },
      ...instead.map((sentence): SetupFinding => ({ level: 'good', sentence })),
    ];
  }
  const isLocal = publicUrl.startsWith('http:');
  return [
    { level: 'good', sentence: `People can connect their ${title} accounts.` },
    ...(isLocal
      ? [
          {
            level: 'warning',
            sentence: `This installation is reached without https (${publicUrl}): ${title} itself may refuse its call-back address.`,
          } as const,
        ]
      : []),
  ];
}
