import type { Tx } from '../../../platform/db/index.ts';
import type { AccountLimits, NetworkName, PostCheck } from '../../networks/index.ts';
import type { ShareParts } from '../parts.ts';

/** As long as a real one: what stands behind it is chosen only when a request is sent. */
const slugLength = 12;

/** The whole text of a post: the words, and the tracked link where they don't hold it already. */
export function withLink(words: string, url: string): string {
  if (words.includes(url)) return words;
  return words === '' ? url : `${words}\n\n${url}`;
}

/** What the tracked link takes of a text, as a string of the same length. */
export function sampleLink(linksUrl: string): string {
  return `${linksUrl}/${'x'.repeat(slugLength)}`;
}

/** The same for the unit of work's organisation, whose own host may be longer than the one that all share. */
export async function withOwnHost(
  parts: Pick<ShareParts, 'networks' | 'links'>,
  tx: Tx,
): Promise<Pick<ShareParts, 'networks' | 'linksUrl'>> {
  return { networks: parts.networks, linksUrl: await parts.links.baseFor(tx) };
}

/** What a network says of these words once the tracked link stands with them. @param account what its server allows */
export function checkWords(
  parts: Pick<ShareParts, 'networks' | 'linksUrl'>,
  network: NetworkName,
  words: string,
  account: AccountLimits = {},
): PostCheck {
  return parts.networks.check(network, { text: withLink(words, sampleLink(parts.linksUrl)) }, account);
}
