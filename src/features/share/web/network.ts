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

/** What can be asked for about a post that exists, in the order in which it is always shown. */
export const askNames = ['like', 'reshare', 'comment'] as const;
export const askSchema = z.enum(askNames);
export const askTitles: Readonly<Record<(typeof askNames)[number], string>> = {
  ...{ like: 'Like', reshare: 'Reshare', comment: 'Comment' },
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
