import { z } from '../../../../web/zod.ts';
import type { EngagementAnswer } from '../contract.ts';
import { askSchema, networkSchema } from '../network.ts';

/** What one fills in about a post that exists. */
export const engagementFormSchema = z.object({
  /** The address as it is typed; once the post was read, as it is kept. */
  url: z.string(),
  /** The address that was read; another one asks for a fresh reading. */
  of: z.string(),
  /** Null until the post was read. */
  network: networkSchema.nullable(),
  asks: z.array(askSchema),
  starters: z.array(z.string()),
  author: z.string(),
  text: z.string(),
});
export type EngagementForm = Readonly<z.infer<typeof engagementFormSchema>>;

/** What a new one asks for: what takes a moment; words of one's own are asked for on purpose. */
export const emptyEngagement: EngagementForm = {
  ...{ url: '', of: '', network: null, asks: ['like', 'reshare'], starters: [], author: '', text: '' },
};

export const mostStarters = 3;

/** The body's part about the post. Until it was read there is no address to send, and any network will do. */
export function engagementBody(form: EngagementForm): EngagementAnswer {
  const known = isRead(form);
  return {
    network: form.network ?? 'linkedin',
    post: known ? form.of : '',
    asks: [...form.asks],
    starters: form.asks.includes('comment') ? form.starters.map((words) => words.trim()).filter(Boolean) : [],
    card: { author: form.author.trim(), text: form.text.trim() },
  };
}

/** What the server has about the post, as one fills it in. */
export function engagementOf({ network, post, asks, starters, card }: EngagementAnswer): EngagementForm {
  const read = post === '' ? null : network;
  return { url: post, of: post, network: read, asks: [...asks], starters: [...starters], ...card };
}

/** Whether the address that stands there is one that was read. */
export function isRead({ url, of, network }: EngagementForm): boolean {
  return network !== null && of !== '' && url.trim() === of;
}

export type EngagementField = 'engagement.post' | 'engagement.asks';

/** What is still missing about the post. */
export function engagementProblems(form: EngagementForm): Partial<Record<EngagementField, string>> {
  const missing = form.url.trim() === '' ? 'Paste the address of the post.' : 'The post isn’t read yet.';
  return {
    ...(!isRead(form) && { 'engagement.post': missing }),
    ...(form.asks.length === 0 && { 'engagement.asks': 'Choose what you ask for.' }),
  };
}
