import type { Tx } from '../../../platform/db/index.ts';
import type { AccountLimits, NetworkName, Post, PostCheck } from '../../networks/index.ts';
import { withDisclosure } from '../disclosure/disclosure.ts';
import { mentionsIn, namesOnly, shownWords } from '../mentions.ts';
import type { ShareParts } from '../parts.ts';
import type { SharePayload } from './payload.ts';

/** As long as a real one: what stands behind it is chosen only when a request is sent. */
const slugLength = 12;

/** The whole text of a post: the words, and the tracked link where they don't hold it already. */
export function withLink(words: string, url: string): string {
  if (words.includes(url)) return words;
  return words === '' ? url : `${words}\n\n${url}`;
}

/**
 * A share's whole text as readers see it, with what it mentions: of the publisher's text that the person was given, and on
 * LinkedIn; nothing that they wrote themselves.
 */
export function postedWords(
  share: Pick<SharePayload, 'network' | 'text' | 'given' | 'disclosure'> & { readonly card: { readonly url: string } },
): Pick<Post, 'text' | 'mentions'> {
  const { network, text, given, disclosure, card } = share;
  const meant = network === 'linkedin' ? mentionsIn(given) : [];
  return shownWords(withLink(withDisclosure(text, disclosure), card.url), meant);
}

/** The tracked link of one version of a network's text; undefined where none was made. */
export function trackedLink(
  links: readonly { readonly network: string; readonly variant: number; readonly url: string }[],
  network: NetworkName,
  variant: number,
): string | undefined {
  return links.find((link) => link.network === network && link.variant === variant)?.url;
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

/** What a network says of these words once the tracked link stands with them; of a mention its readers see the name.
 * @param parts.link the tracked link where there is one: a name that a publisher gave it may be longer than what stands in for it
 * @param account what its server allows */
export function checkWords(
  parts: Pick<ShareParts, 'networks' | 'linksUrl'> & { readonly link?: string | undefined },
  network: NetworkName,
  words: string,
  account: AccountLimits = {},
): PostCheck {
  return parts.networks.check(
    network,
    { text: namesOnly(withLink(words, parts.link ?? sampleLink(parts.linksUrl))) },
    account,
  );
}
