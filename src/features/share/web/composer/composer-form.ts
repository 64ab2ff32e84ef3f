import { z } from '../../../../web/zod.ts';
import { addDays, dayAt, type WallTime } from '../../../../web/zoned-time.ts';
import { editPolicySchema, type ShareRequest, type Utm } from '../contract.ts';
import { type NetworkName, networkSchema } from '../network.ts';
import { emptyEngagement, engagementFormSchema, engagementOf } from './engagement-form.ts';
import { textsOf } from './post-texts.ts';

const versions = z.array(z.string()).min(1).max(5);

const pictureSchema = z.object({ id: z.string(), alt: z.string(), url: z.string() });

/** What a network takes of it is the server's to say; length and size are shown to the publisher. */
const videoSchema = z.object({
  ...{ id: z.string(), alt: z.string(), url: z.string(), seconds: z.number(), bytes: z.number() },
  ...{ stillId: z.string().nullable(), stillUrl: z.string().nullable() },
});

const cardSchema = z.object({
  /** The link that was read; another link asks for a fresh reading. */
  of: z.string(),
  title: z.string(),
  description: z.string(),
  pictureId: z.string().nullable(),
  pictureUrl: z.string().nullable(),
});

/** Everything one fills in, as plain text and ids; also the shape of the copy kept on the device. */
export const composerFormSchema = z.object({
  kind: z.enum(['shares', 'engagement']).default('shares'),
  /** What stands in place of link and posts where people are to join in on a post. */
  engagement: engagementFormSchema.default(emptyEngagement),
  link: z.string(),
  title: z.string(),
  slackText: z.string(),
  card: cardSchema.nullable(),
  picture: pictureSchema.nullable(),
  /** Those that follow the first. */
  morePictures: z.array(pictureSchema).default([]),
  /** Whether posts carry the pictures in place of the link's card. */
  postsPictures: z.boolean().default(false),
  video: videoSchema.nullable().default(null),
  // A copy from before there were several networks was written for the one there was.
  networks: z.array(networkSchema).default(['bluesky']),
  /** Versions of the post for all networks that have none of their own. */
  variants: versions,
  /** Versions for one network alone. */
  own: z.partialRecord(networkSchema, versions).default({}),
  /** Whether posts end with what the organisation's posts have to say. */
  disclosed: z.boolean().default(true),
  editPolicy: editPolicySchema,
  utm: z.object({
    source: z.string(),
    medium: z.string(),
    campaign: z.string(),
    term: z.string(),
    content: z.string(),
  }),
  channelId: z.string(),
  /** Those that follow the first. */
  moreChannelIds: z.array(z.string()).default([]),
  topicIds: z.array(z.string()).default([]),
  campaignId: z.string().nullable().default(null),
  tags: z.array(z.string()).default([]),
  when: z.enum(['now', 'later']),
  sendAt: z.string(),
  endsAt: z.string(),
  /** Whether quiet time and caps are set aside for it. */
  sendAnyway: z.boolean().default(false),
  /** So long before the end the channels are reminded, in hours; null for never. */
  reminderHours: z.number().nullable().default(null),
  /** False while the end follows the sending day by itself. */
  endChosen: z.boolean(),
});

export type ComposerForm = Readonly<z.infer<typeof composerFormSchema>>;
export type Card = Readonly<z.infer<typeof cardSchema>>;

export const noUtm: ComposerForm['utm'] = { source: '', medium: '', campaign: '', term: '', content: '' };

export const maxVariants = 5;

/** A request stays open for a week, to the end of an office day: long enough for people who are away, short enough to act. */
export function defaultEnd(sendDay: string): WallTime {
  return `${addDays(sendDay, 7)}T18:00`;
}

/** What an empty composer begins with. */
export interface Beginning {
  readonly networks: readonly NetworkName[];
  readonly utm: Utm;
}

/** An empty composer on this day in the organisation's zone. */
export function emptyForm(
  now: Date,
  timeZone: string,
  networks: readonly NetworkName[] = [],
  utm: Utm = {},
): ComposerForm {
  return {
    kind: 'shares',
    engagement: emptyEngagement,
    link: '',
    title: '',
    slackText: '',
    card: null,
    picture: null,
    morePictures: [],
    postsPictures: false,
    video: null,
    networks: [...networks],
    variants: [''],
    own: {},
    disclosed: true,
    editPolicy: 'free',
    utm: { ...noUtm, ...utm },
    channelId: '',
    moreChannelIds: [],
    topicIds: [],
    campaignId: null,
    tags: [],
    when: 'now',
    sendAt: '',
    endsAt: defaultEnd(dayAt(now, timeZone)),
    sendAnyway: false,
    reminderHours: null,
    endChosen: false,
  };
}

/** A request from the server as a form; `wallTime` turns its instants into the organisation's clock. */
export function formOf(request: ShareRequest, empty: ComposerForm, wallTime: (iso: string) => WallTime): ComposerForm {
  const { preview, link, endsAt } = request;
  // The time of one that is out already is history, and would be refused as past.
  const isPlanned = request.state === 'scheduled' || request.state === 'in_review';
  // Sent once more, one that waits for its channel keeps its place.
  const sendAt = isPlanned && !request.waiting?.due ? request.sendAt : null;
  const { engagement } = request;
  return {
    kind: engagement ? 'engagement' : 'shares',
    engagement: engagement ? engagementOf(engagement) : empty.engagement,
    link,
    title: request.title,
    slackText: request.slackText,
    card: preview === null ? null : { of: link, ...preview },
    picture: request.picture,
    morePictures: request.morePictures,
    postsPictures: request.postsPictures,
    video: request.video ?? null,
    ...textsOf(request.networks),
    disclosed: request.disclosed,
    editPolicy: request.editPolicy,
    utm: { ...noUtm, ...request.utm },
    channelId: request.channelId ?? '',
    moreChannelIds: request.moreChannelIds,
    topicIds: request.topicIds,
    campaignId: request.campaignId ?? null,
    tags: request.tags ?? [],
    when: sendAt == null ? 'now' : 'later',
    sendAt: sendAt == null ? '' : wallTime(sendAt),
    endsAt: endsAt == null ? empty.endsAt : wallTime(endsAt),
    sendAnyway: isPlanned && (request.sendAnyway ?? false),
    reminderHours: request.reminderHours ?? null,
    endChosen: endsAt != null,
  };
}

/** True when nobody has written anything yet: an untouched composer makes no draft. */
export function isUntouched(form: ComposerForm): boolean {
  const texts = [form.variants, ...Object.values(form.own)].flat();
  const words = [form.link, form.engagement.url, form.title, form.slackText, ...texts].join('').trim();
  const { picture, video, channelId, topicIds } = form;
  return words === '' && picture === null && video === null && channelId === '' && topicIds.length === 0;
}
