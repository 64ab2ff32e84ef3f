import { z } from 'zod';

/** Colours by name, so that each theme picks its own shade. */
export const campaignColours = ['green', 'blue', 'violet', 'rose', 'amber', 'teal', 'slate'] as const;
export type CampaignColour = (typeof campaignColours)[number];

/** What several requests are about together. */
export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly colour: CampaignColour;
  /** Days of the organisation's calendar, both included; null where it has no such end. */
  readonly from: string | null;
  readonly until: string | null;
  readonly archived: boolean;
}

const tooLong = 'At most 40 characters fit here.';
const mostTags = 10;

/** Words as they are kept: whole characters, no control characters, single spaces. */
function tidied(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Two spellings under the same key are one: case, width and spaces make no difference. */
export function nameKey(text: string): string {
  return tidied(text.normalize('NFKC')).toLowerCase().normalize('NFC');
}

export const campaignName = z
  .string()
  .overwrite(tidied)
  .min(1, 'Give the campaign a name.')
  .max(80, 'At most 80 characters fit here.');

const tag = z
  .string()
  .overwrite((text) => tidied(tidied(text).replace(/^#+/, '')))
  .max(40, tooLong);

/** A request's tags: without the sign that networks put in front, without empty ones, each once as first written. */
export const tagsSchema = z
  .array(tag)
  .max(50)
  .overwrite(onceEach)
  .refine((tags) => tags.length <= mostTags, `A request can have at most ${mostTags} tags.`);

function onceEach(tags: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const one of tags) {
    const key = nameKey(one);
    if (key !== '' && !kept.has(key)) kept.set(key, one);
  }
  return [...kept.values()];
}

/** Why a campaign can't end then; null when it can. */
export function daysProblem({ from, until }: Pick<Campaign, 'from' | 'until'>): string | null {
  return from !== null && until !== null && until < from ? 'The last day must not be before the first.' : null;
}

/**
 * Why a request can't belong to this campaign; null when it can.
 * @param campaign as it is found, null where it isn't
 * @param was the one that the request belongs to already: it may stay, archived or not
 */
export function campaignProblem(campaign: Campaign | null, was: string | null): string | null {
  if (campaign === null) return 'This campaign is not there any more. Choose another one.';
  if (campaign.archived && campaign.id !== was) return 'This campaign is archived. Choose another one, or reopen it.';
  return null;
}
