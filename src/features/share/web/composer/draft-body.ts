import { instantOf } from '../../../../web/zoned-time.ts';
import type { EditPolicy, EngagementAnswer, Utm } from '../contract.ts';
import type { NetworkName } from '../network.ts';
import { utmKeys } from '../utm-keys.ts';
import type { ComposerForm } from './composer-form.ts';
import { engagementBody, isRead } from './engagement-form.ts';
import { chosenNetworks, textsFor } from './post-texts.ts';
import { webAddress } from './tracked-url.ts';

/** The body of `POST` and `PATCH /api/requests`: a draft may be incomplete, and null empties a field. */
export interface DraftBody {
  readonly link: string;
  readonly title: string;
  readonly slackText: string;
  readonly picture: { readonly id: string; readonly alt: string } | null;
  readonly morePictures: { readonly id: string; readonly alt: string }[];
  readonly postsPictures: boolean;
  readonly video: { readonly id: string; readonly alt: string; readonly stillId: string | null } | null;
  readonly preview: { readonly title: string; readonly description: string; readonly pictureId: string | null } | null;
  readonly networks: { readonly [network in NetworkName]?: { readonly variants: string[] } };
  readonly disclosed: boolean;
  readonly engagement: EngagementAnswer | null;
  readonly editPolicy: EditPolicy;
  readonly utm: Utm;
  readonly channelId: string | null;
  readonly moreChannelIds: string[];
  readonly topicIds: string[];
  readonly campaignId: string | null;
  readonly tags: string[];
  readonly endsAt: string | null;
  readonly reminderHours: number | null;
}

function utmOf(form: ComposerForm): Utm {
  const filled = utmKeys.map((key) => [key, form.utm[key].trim()] as const).filter(([, value]) => value !== '');
  return Object.fromEntries(filled);
}

/** What the server is told about a form. It takes whole web addresses only: half of one is sent as none. */
export function draftBody(form: ComposerForm, timeZone: string): DraftBody {
  const body = { ...sharedBody(form, timeZone), engagement: null };
  if (form.kind === 'shares') return body;
  const nothingToShare = { link: '', preview: null, networks: {}, postsPictures: false, utm: {} };
  return { ...body, ...nothingToShare, engagement: engagementBody(form.engagement) };
}

function sharedBody(form: ComposerForm, timeZone: string): Omit<DraftBody, 'engagement'> {
  return {
    link: webAddress(form.link)?.toString() ?? '',
    title: form.title.trim(),
    slackText: form.slackText,
    picture: form.picture === null ? null : { id: form.picture.id, alt: form.picture.alt },
    morePictures: form.morePictures.map(({ id, alt }) => ({ id, alt })),
    postsPictures: form.postsPictures,
    video: form.video === null ? null : { id: form.video.id, alt: form.video.alt, stillId: form.video.stillId },
    preview:
      form.card === null
        ? null
        : { title: form.card.title, description: form.card.description, pictureId: form.card.pictureId },
    networks: Object.fromEntries(
      chosenNetworks(form).map((network) => [network, { variants: [...textsFor(form, network)] }]),
    ),
    disclosed: form.disclosed,
    editPolicy: form.editPolicy,
    utm: utmOf(form),
    channelId: form.channelId === '' ? null : form.channelId,
    moreChannelIds: form.moreChannelIds,
    topicIds: form.topicIds,
    campaignId: form.campaignId,
    tags: [...form.tags],
    endsAt: instantOf(form.endsAt, timeZone)?.toISOString() ?? null,
    reminderHours: form.reminderHours,
  };
}

/** True when the server's copy would show less than what is in the form, so that the device's copy has to stay. */
export function loses(form: ComposerForm): boolean {
  if (form.kind === 'engagement') return form.engagement.url.trim() !== '' && !isRead(form.engagement);
  return form.link.trim() !== '' && webAddress(form.link) === null;
}

/**
 * What a body changes of what the server was last known to have. Nothing else is sent, so that of two people (or two tabs)
 * who write on one request each keeps what the other wrote elsewhere in it.
 */
export function changesOf(body: DraftBody, known: DraftBody): Partial<DraftBody> {
  const before = new Map<string, unknown>(Object.entries(known));
  const isSame = (name: string, value: unknown) => JSON.stringify(value) === JSON.stringify(before.get(name));
  return Object.fromEntries(Object.entries(body).filter(([name, value]) => !isSame(name, value)));
}

/** What of a body may change once a request is planned: links that are out can't lead elsewhere, and filing is apart. */
export function changeOfSent(body: Partial<DraftBody>): Partial<DraftBody> {
  const { link: _link, campaignId: _campaign, tags: _tags, ...rest } = body;
  return rest;
}
