import type { Draft } from './request.ts';

/** What stands in for the placeholders of a request's campaign parameters. */
export interface UtmFilling {
  readonly network: string;
  /** The request's title. */
  readonly title: string;
  /** The name of the campaign that it is filed under; empty without one. */
  readonly campaign: string;
}

/** Placeholders that a parameter may hold, with what they become, for those who write them. */
export const utmPlaceholders = {
  network: 'the network that the link is posted on, as linkedin',
  request: 'the title of the request, as our-first-ferry',
  campaign: 'the campaign that it is filed under, as open-harbour-day',
} as const;

/**
 * The parameters of one network's links: so that visits from LinkedIn and from X are told apart with one template.
 * Placeholders that nobody knows stay as they were written.
 */
export function filledUtm(utm: Draft['utm'], { network, title, campaign }: UtmFilling): Draft['utm'] {
  const values: Readonly<Record<keyof typeof utmPlaceholders, string>> = {
    ...{ network, request: inAddress(title), campaign: inAddress(campaign) },
  };
  const fill = (template: string) =>
    template.replaceAll(/\{(network|request|campaign)\}/g, (_, name: keyof typeof values) => values[name]);
  return Object.fromEntries(Object.entries(utm).map(([name, value]) => [name, value && fill(value)]));
}

/** The parameters with the title and campaign of this moment in their places, and the network's still to be filled in. */
export function keptUtm(utm: Draft['utm'], filling: Omit<UtmFilling, 'network'>): Draft['utm'] {
  // No title is written with braces once it stands in an address.
  return filledUtm(utm, { ...filling, network: '{network}' });
}

/** Words as they are usual in addresses: small, with hyphens, without accents. Scripts without capitals stay. */
function inAddress(words: string): string {
  const plain = words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 100);
}
