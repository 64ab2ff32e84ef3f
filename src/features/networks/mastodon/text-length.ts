import { countGraphemes } from '../text-check.ts';

/** Mastodon's own; a server may say otherwise (characters_reserved_per_url). */
const usualLinkLength = 23;

const link = /https?:\/\/[^\s<>"]+/giu;
const endOfSentence = /[.,:;!?'"”’)\]}]+$/u;
const mention = /(?<![\p{L}\p{N}_/@])@([\p{L}\p{N}_]+(?:[.-]+[\p{L}\p{N}_]+)*)@[\p{L}\p{N}.-]*[\p{L}\p{N}]/gu;

/**
 * Length of a text as Mastodon counts it (app/validators/status_length_validator.rb): graphemes, every link as long as
 * the server says whatever its own length, and of a mention the name without its server.
 */
export function countMastodon(text: string, linkLength = usualLinkLength): number {
  const placeholder = 'x'.repeat(linkLength);
  const short = text.replace(link, (found) => placeholder + (endOfSentence.exec(found)?.[0] ?? ''));
  return countGraphemes(short.replace(mention, '@$1'));
}
