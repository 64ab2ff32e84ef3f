import { utmPlaceholders } from '../utm.ts';

/** The UTM parameters in the order in which they are always shown. */
export const utmKeys = ['source', 'medium', 'campaign', 'term', 'content'] as const;

/** What their fields say before anything is written. */
export const utmHints: Readonly<Record<(typeof utmKeys)[number], string>> = {
  source: 'e.g. {network}',
  medium: 'e.g. advocacy',
  campaign: 'e.g. {campaign}',
  term: 'optional',
  content: 'optional',
};

/** What may be written for words that differ from link to link. */
export const placeholderWords = `You may write ${Object.entries(utmPlaceholders)
  .map(([name, becomes]) => `{${name}} for ${becomes}`)
  .join(', and ')}. A parameter that stays empty is left out.`;
