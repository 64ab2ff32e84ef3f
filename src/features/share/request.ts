import { z } from 'zod';
import { asks, type NetworkName, networkNames } from '../networks/index.ts';
import { tagsSchema } from './campaigns/campaign.ts';
import { mostReminderHours, reminderProblem } from './reminders/reminder.ts';

/** How far employees may change the publisher's words. */
export const editPolicies = ['free', 'add', 'fixed'] as const;
export const requestStates = ['draft', 'in_review', 'approved', 'scheduled', 'open', 'ended', 'recalled'] as const;
export type RequestState = (typeof requestStates)[number];

/**
 * Half a character (a lone surrogate) can't be stored, and control characters show nothing but swell a message to Slack
 * sixfold: what a broken client or a paste from elsewhere brings along is mended where it comes in.
 */
export const line = (most: number) =>
  z
    .string()
    .overwrite((text) => text.toWellFormed().replaceAll(/(?![\n\t])\p{Cc}/gu, ''))
    .trim()
    .max(most, `At most ${most} characters fit here.`);
const utmValue = line(200).optional();
export const utm = z.object({
  source: utmValue,
  medium: utmValue,
  campaign: utmValue,
  term: utmValue,
  content: utmValue,
});
const notAnAddress = 'This is not a complete web address. It should look like https://example.com/page.';

/** Dates far outside a life's plans are slips of the pen, and the database can't hold all of them. */
const moment = z.iso
  .datetime({ offset: true, error: 'This is not a time.' })
  .refine((text) => Math.abs(new Date(text).getUTCFullYear() - 2100) <= 100, 'Choose a date within this century.');

/** As many versions of a text as a publisher keeps in view. */
const mostVariants = 5;

/** Pictures after the first: no network takes more than four in every post. */
const mostFurtherPictures = 3;
const picture = z.object({ id: z.uuid(), alt: line(1000) });

/** A film for the posts; where a network does not take it, the post goes as if there were none. */
const video = z.object({
  ...{ id: z.uuid(), alt: line(1000) },
  /** The picture that stands for it where it does not play. */
  stillId: z.uuid().nullish(),
});
/** As many channels as one request goes to: Slack takes a message a second, and nobody waits for more. */
export const mostChannels = 20;
const unique = (ids: string[]) => [...new Set(ids)];

/** A post that exists and what is asked for about it, in place of something to share. */
const engagementSchema = z.object({
  network: z.enum(networkNames),
  /** The post's address, as the network's connector keeps it. */
  post: line(2000),
  asks: z
    .array(z.enum(asks))
    .max(asks.length)
    .transform((chosen) => asks.filter((ask) => chosen.includes(ask))),
  /** Words that a comment may begin with; the rest is the person's own. */
  starters: z.array(line(300)).max(3).default([]),
  /** Whose post it is and how it begins, for the card. */
  card: z.object({ author: line(200), text: line(1000) }).default({ author: '', text: '' }),
});

/** Where requests go. */
export const placesShape = {
  channelId: line(40).nullish(),
  /** Those that follow the first. */
  moreChannelIds: z
    .array(line(40).min(1))
    .max(mostChannels - 1)
    .overwrite(unique)
    .optional(),
  /** Whose channels it goes to as well. */
  topicIds: z.array(z.uuid()).max(mostChannels).overwrite(unique).optional(),
};

/** What a publisher composes. Everything but the link may be empty while it is a draft. */
export const draftSchema = z.object({
  link: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)], { error: notAnAddress }),
  title: line(150),
  slackText: line(2500),
  picture: picture.nullish(),
  /** Those that follow the first. */
  morePictures: z.array(picture).max(mostFurtherPictures).optional(),
  /** Whether posts carry the pictures; else the link's card, with the first of them. */
  postsPictures: z.boolean().optional(),
  video: video.nullish(),
  networks: z.partialRecord(z.enum(networkNames), z.object({ variants: z.array(line(5000)).min(1).max(mostVariants) })),
  editPolicy: z.enum(editPolicies),
  utm: utm.default({}),
  ...placesShape,
  endsAt: moment.nullish(),
  /** So long before its end its channels are reminded of it, once; never where it is absent. */
  reminderHours: z.int().min(1).max(mostReminderHours).nullish(),
  /** Whether posts say at their end what the organisation's posts have to say; they do unless this is false. */
  disclosed: z.boolean().optional(),
  preview: z.object({ title: line(300), description: line(1000), pictureId: z.uuid().nullish() }).nullish(),
  campaignId: z.uuid().nullish(),
  tags: tagsSchema.optional(),
  engagement: engagementSchema.nullish(),
});

export type Draft = z.infer<typeof draftSchema>;

/** A draft as it is begun: where it says nothing of parameters, they are the default template's. */
export const newDraftSchema = draftSchema.extend({
  utm: utm.optional().describe('Left out, those of the default template; empty for none'),
});
/** Where something goes, as it was chosen. */
export type Destination = Pick<Draft, keyof typeof placesShape>;

/** A change of what was composed: fields that are left out stay as they are, campaign parameters too. */
export const draftChangeSchema = draftSchema.extend({ utm }).partial();

/** The message of a request in one channel. */
export interface ChannelMessage {
  readonly channelId: string;
  readonly state: 'queued' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'removed';
  /** Why it does not stand there as it should, for the publisher. */
  readonly problem: string | null;
  readonly ts: string | null;
  /** Since when it waits for its channel; null while it does not. */
  readonly heldAt: Date | null;
  /** What became of the reminder under it; null while there is none. */
  readonly reminder: Reminder | null;
}

/** The reminder under one message of a request. */
export interface Reminder {
  readonly state: 'sending' | 'sent' | 'uncertain' | 'failed' | 'removed';
  readonly ts: string | null;
  /** Why it does not stand there, for the publisher. */
  readonly problem: string | null;
  /** When it was posted. */
  readonly at: Date | null;
}

/** A share request as it is stored. */
export interface ShareRequest {
  readonly id: string;
  readonly state: RequestState;
  readonly draft: Draft;
  readonly channelName: string | null;
  readonly sendAt: Date | null;
  readonly sentAt: Date | null;
  readonly endedAt: Date | null;
  readonly delivery: 'none' | 'queued' | 'sending' | 'sent' | 'uncertain' | 'failed';
  readonly deliveryProblem: string | null;
  /** Its parameters as they went out, with the title and campaign of that moment; null before it has. */
  readonly sentUtm: Draft['utm'] | null;
  /** Every channel that it goes to, its topics' among them; once it goes out, those that it went to. */
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  /** Its messages, one in each channel; none before it goes out. */
  readonly messages: readonly ChannelMessage[];
  readonly revision: number;
  /** The revision that somebody approved; null when none was, or it was taken back. */
  readonly approvedRevision: number | null;
  /** Whether it goes out at its time, whatever the quiet time and the caps of its channels. */
  readonly sendAnyway: boolean;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly changedAt: Date;
  /** Employees who acted, as far as reports may show. */
  readonly releasedAwareness: number;
}

/** The networks that a draft has texts for, in the order in which they are always shown. */
export function networksOf(draft: Pick<Draft, 'networks'>): NetworkName[] {
  return networkNames.filter((network) => draft.networks[network] !== undefined);
}

/** Whether any channel or topic was chosen. */
export function goesSomewhere({ channelId, moreChannelIds = [], topicIds = [] }: Destination): boolean {
  return Boolean(channelId) || moreChannelIds.length + topicIds.length > 0;
}

/** The pictures of a draft in their order; without a first there are none. */
export function picturesOf({ picture, morePictures = [] }: Pick<Draft, 'picture' | 'morePictures'>) {
  return picture ? [picture, ...morePictures] : [];
}

/** Where a picture stands in a draft. @param place from 0 */
export const pictureField = (place: number) => (place === 0 ? 'picture' : `morePictures.${place - 1}`);

/** The versions of a draft's text for a network; none where it has no text for it. */
export function variantsOf(draft: Pick<Draft, 'networks'>, network: NetworkName): readonly string[] {
  return draft.networks[network]?.variants ?? [];
}

export interface SendingProblem {
  /** Path of the field in the draft. */
  readonly field: string;
  /** What to do, for the publisher. */
  readonly sentence: string;
}

const minute = 60_000;
const yearAhead = 366 * 24 * 60 * minute;

/**
 * What still keeps a draft from being sent.
 * @param sendAt when it is to go out; null for now
 */
export function sendingProblems(draft: Draft, sendAt: Date | null, now: Date): SendingProblem[] {
  const problems: SendingProblem[] = [];
  const say = (field: string, sentence: string) => problems.push({ field, sentence });
  const { engagement } = draft;
  if (!engagement && draft.link === '') say('link', 'Add the link that people should share.');
  if (draft.title === '') say('title', 'Give the request a title.');
  if (!goesSomewhere(draft)) say('channelId', 'Choose the Slack channel that it goes to.');
  if (!engagement && networksOf(draft).length === 0) say('networks', 'Write a text for at least one network.');
  if (engagement && networksOf(draft).length > 0)
    say('networks', 'Ask about a post or for shares, not for both at once.');
  if (engagement?.post === '') say('engagement.post', 'Paste the address of the post.');
  if (engagement?.asks.length === 0) say('engagement.asks', 'Choose what you ask for.');
  for (const network of networksOf(draft)) {
    variantsOf(draft, network).forEach((text, index) => {
      if (text === '') say(`networks.${network}.variants.${index}`, 'This text is empty. Write it or remove it.');
    });
  }
  picturesOf(draft).forEach(({ alt }, place) => {
    if (alt === '') say(`${pictureField(place)}.alt`, 'Describe the picture for people who can’t see it.');
  });
  if (draft.video?.alt === '') say('video.alt', 'Describe the video for people who can’t see or hear it.');
  if (sendAt !== null && sendAt.getTime() < now.getTime() - minute) {
    say('at', 'This time has passed. Choose a later one, or send it now.');
  }
  if (sendAt !== null && sendAt.getTime() > now.getTime() + yearAhead) say('at', 'Choose a time within the next year.');
  const ends = draft.endsAt ? new Date(draft.endsAt) : null;
  const starts = sendAt ?? now;
  if (ends !== null && ends.getTime() < starts.getTime() + 10 * minute) {
    say('endsAt', 'The end must be at least ten minutes after it is sent.');
  } else {
    const unremindable = reminderProblem(draft, starts);
    if (unremindable !== null) say('reminderHours', unremindable);
  }
  return problems;
}

/** Which states a publisher's act is open to; anything else is answered with a sentence. */
const allowedFrom = {
  edit: ['draft', 'in_review', 'approved', 'scheduled', 'open'],
  // What waits for its approval is told so by sending itself.
  send: ['draft', 'in_review', 'approved', 'scheduled'],
  submit: ['draft'],
  withdraw: ['in_review', 'approved'],
  decide: ['in_review'],
  // In review, with a time that is wished for.
  move: ['in_review', 'scheduled'],
  recall: ['scheduled', 'open'],
  end: ['open'],
  remove: ['draft'],
} as const satisfies Record<string, readonly RequestState[]>;

export type RequestAct = keyof typeof allowedFrom;

const unsure =
  'Slack did not answer when this was sent. Look into the channel: if the message is missing, recall this request and duplicate it.';
const inReview = 'This request is in review.';
const notInReview = 'This request is not in review any more.';
export const noTime = 'This request has no time yet. Choose one when you send it.';
const keep = 'Only drafts can be deleted. Recall it instead, so that its figures stay.';
const notSent = 'This request has not been sent yet.';

/** What is said of an act in a state where the usual sentence would not help. */
const sentences: Partial<Record<RequestAct, Partial<Record<RequestState, string>>>> = {
  submit: {
    in_review: `${inReview} It waits for somebody else’s decision.`,
    approved: 'This request is approved already. Send it.',
    scheduled: 'This request is planned already.',
  },
  withdraw: { draft: notInReview, scheduled: 'This request is planned already. Recall it instead.' },
  decide: { draft: notInReview, approved: 'This request is approved already.', scheduled: notInReview },
  move: { draft: noTime, approved: noTime },
  recall: { draft: notSent, in_review: notSent, approved: notSent },
  end: { draft: notSent, in_review: notSent, approved: notSent, scheduled: notSent },
  remove: {
    in_review: `${inReview} Withdraw it first.`,
    approved: 'This request is approved. Make it a draft again to delete it.',
    ...{ scheduled: keep, open: keep, ended: keep, recalled: keep },
  },
};

/**
 * Null when the act fits the state; else why not, for the publisher.
 * @param delivery what is under way, or not known, must not be sent a second time
 */
export function refusal(
  act: RequestAct,
  state: RequestState,
  delivery: ShareRequest['delivery'] = 'none',
): string | null {
  const open: readonly RequestState[] = allowedFrom[act];
  const goesOut = (act === 'send' || act === 'move') && state === 'scheduled';
  if (goesOut && delivery === 'sending') return 'This request is being sent just now.';
  if (goesOut && delivery === 'uncertain') return unsure;
  if (open.includes(state)) return null;
  const own = sentences[act]?.[state];
  if (own !== undefined) return own;
  if (state === 'ended') return 'This request has ended. Duplicate it to use it again.';
  if (state === 'recalled') return 'This request was recalled. Duplicate it to use it again.';
  return 'This request has been sent already.';
}
