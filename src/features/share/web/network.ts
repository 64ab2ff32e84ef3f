import { z } from '../../../web/zod.ts';

/** In the order in which networks are always shown. */
export const networkNames = ['linkedin', 'x', 'facebook', 'threads', 'mastodon', 'bluesky'] as const;
export const networkSchema = z.enum(networkNames);
export type NetworkName = z.infer<typeof networkSchema>;

/** The names people know. */
export const networkTitles: Readonly<Record<NetworkName, string>> = {
  ...{ linkedin: 'LinkedIn', x: 'X', facebook: 'Facebook' },
  ...{ threads: 'Threads', mastodon: 'Mastodon', bluesky: 'Bluesky' },
};

const sentenceList = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "LinkedIn, X and Bluesky". */
export function titlesOf(networks: readonly NetworkName[]): string {
  return sentenceList.format(networks.map((network) => networkTitles[network]));
}

/** Whether a word from the server names a network of ours. */
export function isNetwork(name: string): name is NetworkName {
  return networkSchema.safeParse(name).success;
}
