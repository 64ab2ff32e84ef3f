import { namesOnly } from '../../mentions.ts';
import type { OfferedNetwork, Rendered, RenderedPost } from '../contract.ts';
import type { NetworkName } from '../network.ts';
import { countForBluesky, maxGraphemes } from './bluesky-count.ts';
import { wholePost } from './whole-post.ts';

/** What is left of a post on a network, in its own units; null while the server counts. */
export interface PostCount {
  readonly network: NetworkName;
  readonly remaining: number | null;
  readonly limit: number | null;
}

/** What a text is counted with. */
export interface Counting {
  readonly offered: readonly OfferedNetwork[];
  readonly rendered: Rendered | undefined;
}

/** The server's word on these very words; undefined where it has drawn others by now. */
export function drawnPost(
  rendered: Rendered | undefined,
  network: NetworkName,
  words: string,
): RenderedPost | undefined {
  return rendered?.networks[network]?.find((post) => post.words === words.trim());
}

/** Counts a text for a network. Bluesky's way is counted here, exactly, at every key; the others' by the server alone. */
export function countPost(network: NetworkName, words: string, { offered, rendered }: Counting): PostCount {
  if (network === 'bluesky') {
    const { remaining } = countForBluesky(namesOnly(wholePost(words, rendered)));
    return { network, remaining, limit: maxGraphemes };
  }
  const drawn = drawnPost(rendered, network, words);
  if (drawn !== undefined) return { network, remaining: drawn.remaining, limit: drawn.limit };
  const limit = offered.find(({ name }) => name === network)?.limits.text ?? null;
  return { network, remaining: words.trim() === '' ? limit : null, limit };
}

/** What a network would refuse about a text; null when nothing is known of. */
export function refusalOf(network: NetworkName, words: string, rendered: Rendered | undefined): string | null {
  if (network === 'bluesky') {
    const { problem } = countForBluesky(namesOnly(wholePost(words, rendered)));
    if (problem !== null) return problem;
  }
  if (words.trim() === '') return null;
  return drawnPost(rendered, network, words)?.problems[0] ?? null;
}
