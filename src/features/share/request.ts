import { z } from 'zod';

/** How far employees may change the publisher's words. */
export const editPolicies = ['free', 'add', 'fixed'] as const;
export const requestStates = ['draft', 'scheduled', 'open', 'ended', 'recalled'] as const;
export type RequestState = (typeof requestStates)[number];

/**
 * Half a character (a lone surrogate) can't be stored, and control characters show nothing but swell a message to Slack
 * sixfold: what a broken client or a paste from elsewhere brings along is mended where it comes in.
 */
const line = (most: number) =>
  z
    .string()
    .overwrite((text) => text.toWellFormed().replaceAll(/(?![\n\t])\p{Cc}/gu, ''))
    .trim()
    .max(most, `At most ${most} characters fit here.`);
const utmValue = line(200).optional();
const utm = z.object({ source: utmValue, medium: utmValue, campaign: utmValue, term: utmValue, content: utmValue });
const notAnAddress = 'This is not a complete web address. It should look like https://example.com/page.';

/** Dates far outside a life's plans are slips of the pen, and the database can't hold all of them. */
const moment = z.iso
  .datetime({ offset: true, error: 'This is not a time.' })
  .refine((text) => Math.abs(new Date(text).getUTCFullYear() - 2100) <= 100, 'Choose a date within this century.');

/** What a publisher composes. Everything but the link may be empty while it is a draft. */
export const draftSchema = z.object({
  link: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)], { error: notAnAddress }),
  title: line(150),
  slackText: line(2500),
  picture: z.object({ id: z.uuid(), alt: line(1000) }).nullish(),
  networks: z.object({ bluesky: z.object({ variants: z.array(line(3000)).min(1).max(5) }).optional() }),
  editPolicy: z.enum(editPolicies),
  utm: utm.default({}),
  channelId: line(40).nullish(),
  endsAt: moment.nullish(),
  preview: z.object({ title: line(300), description: line(1000), pictureId: z.uuid().nullish() }).nullish(),
});

export type Draft = z.infer<typeof draftSchema>;

/** A change of what was composed: fields that are left out stay as they are, campaign parameters too. */
export const draftChangeSchema = draftSchema.extend({ utm }).partial();

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
  readonly message: { readonly channelId: string; readonly ts: string } | null;
  readonly revision: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly changedAt: Date;
  /** Employees who acted, as far as reports may show. */
  readonly releasedAwareness: number;
}

/** The networks that a draft has texts for. */
export function networksOf(draft: Draft): 'bluesky'[] {
  return draft.networks.bluesky === undefined ? [] : ['bluesky'];
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
  if (draft.link === '') say('link', 'Add the link that people should share.');
  if (draft.title === '') say('title', 'Give the request a title.');
  if (!draft.channelId) say('channelId', 'Choose the Slack channel that it goes to.');
  if (networksOf(draft).length === 0) say('networks', 'Write a text for at least one network.');
  draft.networks.bluesky?.variants.forEach((text, index) => {
    if (text === '') say(`networks.bluesky.variants.${index}`, 'This text is empty. Write it or remove it.');
  });
  if (draft.picture && draft.picture.alt === '') {
    say('picture.alt', 'Describe the picture for people who can’t see it.');
  }
  if (sendAt !== null && sendAt.getTime() < now.getTime() - minute) {
    say('at', 'This time has passed. Choose a later one, or send it now.');
  }
  if (sendAt !== null && sendAt.getTime() > now.getTime() + yearAhead) say('at', 'Choose a time within the next year.');
  const ends = draft.endsAt ? new Date(draft.endsAt) : null;
  const starts = sendAt ?? now;
  if (ends !== null && ends.getTime() < starts.getTime() + 10 * minute) {
    say('endsAt', 'The end must be at least ten minutes after it is sent.');
  }
  return problems;
}

/** Which states a publisher's act is open to; anything else is answered with a sentence. */
const allowedFrom = {
  edit: ['draft', 'scheduled', 'open'],
  send: ['draft', 'scheduled'],
  recall: ['scheduled', 'open'],
  end: ['open'],
  remove: ['draft'],
} as const satisfies Record<string, readonly RequestState[]>;

export type RequestAct = keyof typeof allowedFrom;

const unsure =
  'Slack did not answer when this was sent. Look into the channel: if the message is missing, recall this request and duplicate it.';

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
  if (act === 'send' && state === 'scheduled' && delivery === 'sending') return 'This request is being sent just now.';
  if (act === 'send' && state === 'scheduled' && delivery === 'uncertain') return unsure;
  if (open.includes(state)) return null;
  if (act === 'remove') return 'Only drafts can be deleted. Recall it instead, so that its figures stay.';
  if (state === 'ended') return 'This request has ended. Duplicate it to use it again.';
  if (state === 'recalled') return 'This request was recalled. Duplicate it to use it again.';
  if (act === 'end' || act === 'recall') return 'This request has not been sent yet.';
  return 'This request has been sent already.';
}
