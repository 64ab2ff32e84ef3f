import { type OrgId, orgId as parseOrgId, type Tx } from '../../../platform/db/index.ts';
import { type JobContext, RetryLater } from '../../../platform/jobs/index.ts';
import type { RingKey } from '../../../platform/vault/index.ts';
import type { NetworkLimits, Picture, Post, ShareOrder, ShareOutcome } from '../../networks/index.ts';
import { awarenessToken, requestKeyName, shareKeyName, shareToken } from '../blind.ts';
import type { ShareParts } from '../parts.ts';
import { findPicture, type StoredPicture } from '../pictures/store.ts';
import { findRequest } from '../store.ts';
import { videoFor } from '../videos/posted.ts';
import { openPayload, type SharePayload, sealPayload, wayOf } from './payload.ts';
import { postedWords } from './post-text.ts';
import {
  claimOutgoing,
  deleteAwarenessToken,
  deleteOutgoing,
  deleteShareToken,
  findOutgoing,
  hasShareToken,
  releaseOutgoing,
  resealOutgoing,
} from './store.ts';
import { type Ending, tellPerson } from './tell.ts';
import { waysOfRequest } from './way.ts';

/** A share that could not be posted for so long is given up, and the person told. */
const patienceInMs = 24 * 3_600_000;

const gaveUp =
  'Something went wrong on our side. Please look at your profile: if your post is not there, share it again.';

/** A share in hand: what it says, whether it may be out already, and what is to be posted, or why not. */
interface Taken {
  readonly share: SharePayload;
  readonly lookFirst: boolean;
  readonly todo: { readonly what: ShareOrder['what'] } | { readonly sentence: string };
}

/**
 * Posts one share, exactly once. Before the network is called the row says `sending`, durably. Whoever finds a row that
 * says so after a crash, or after an answer that got lost, first looks for the post by its record key: found, it is
 * done; absent, it is sent again under the same key. When it is settled, row, key and job are gone, and only the blind
 * token is left as the count.
 */
export async function runPostShare(
  parts: ShareParts,
  ids: { readonly orgId: string; readonly shareId: string },
  context: JobContext,
): Promise<void> {
  const orgId = parseOrgId(ids.orgId);
  const key = await parts.ring.find(shareKeyName(ids.shareId));
  const taken = await parts.db.inOrg(orgId, async (tx) => {
    const found = await take(parts, tx, key, ids.shareId);
    if (found === null) await context.forget(tx);
    return found;
  });
  if (taken === null || key === null) return;
  const ending = await attempt(parts, orgId, ids.shareId, { ...taken, key }).catch((error: unknown) => {
    if (error instanceof RetryLater || !context.last) throw error;
    parts.log.error({ event: 'share.given_up', shareId: ids.shareId }, error);
    return { kind: 'failed' as const, sentence: gaveUp };
  });
  await tellPerson(parts, orgId, taken.share, ending);
  await settle(parts, orgId, ids.shareId, taken.share, ending, context);
}

/**
 * Takes a share in hand in one step: reads it as it stands, locked, and says durably that it is being sent now. Whoever
 * cancels or changes it comes before, and is heeded, or after, and is told that it is on its way.
 * @returns null when there is nothing (more) to send
 */
async function take(parts: ShareParts, tx: Tx, key: RingKey | null, shareId: string): Promise<Taken | null> {
  const row = await findOutgoing(tx, shareId, true);
  if (row === null) return null;
  if (key === null) {
    // The key is gone (its folder was lost): what it sealed can't be read by anybody. Said in the log, loudly.
    parts.log.error({ event: 'share.key_missing', shareId });
    await deleteOutgoing(tx, shareId);
    return null;
  }
  const share = openPayload(key, row.sealed);
  const lookFirst = row.state === 'sending';
  const request = await findRequest(tx, share.requestId);
  // One that may be out already is looked for even so: the person is to hear the truth.
  if ((request === null || request.state === 'recalled') && !lookFirst) {
    const sentence = 'The request was recalled before your post went out, so nothing was posted.';
    return { share, lookFirst, todo: { sentence } };
  }
  await claimOutgoing(tx, shareId);
  return { share, lookFirst, todo: { what: await whatOf(parts, tx, share) } };
}

async function attempt(
  parts: ShareParts,
  orgId: OrgId,
  shareId: string,
  taken: Taken & { readonly key: RingKey },
): Promise<Ending> {
  const { share, lookFirst, todo, key } = taken;
  if ('sentence' in todo) return { kind: 'failed', sentence: todo.sentence };
  const { personId, network, recordKey } = share;
  const remember = async (memory: string) => {
    const sealed = sealPayload(key, { ...share, memory });
    await parts.db.inOrg(orgId, (tx) => resealOutgoing(tx, shareId, sealed));
  };
  const place = { recordKey, repeated: lookFirst, memory: share.memory, remember };
  const outcome = await parts.networks.postAs({ orgId, personId, network, place, what: todo.what });
  // Which network and what came of it: never whose share, of which request or organisation.
  parts.telemetry?.count('coact.share.attempts', { network, outcome: outcomes[outcome.kind] });
  if (outcome.kind === 'later' && !lookFirst) {
    // Surely not posted: it may be sent again without looking first.
    await parts.db.inOrg(orgId, (tx) => releaseOutgoing(tx, shareId));
  }
  return conclude(parts, share, outcome, lookFirst);
}

const outcomes = {
  ...({ posted: 'posted', rejected: 'rejected', reconnect: 'reconnect' } as const),
  ...({
    notConnected: 'not_connected',
    later: 'later',
    unknown: 'unknown',
    unsure: 'unsure',
    byHand: 'by_hand',
  } as const),
} satisfies Record<ShareOutcome['kind'], string>;

async function whatOf(parts: ShareParts, tx: Tx, share: SharePayload): Promise<ShareOrder['what']> {
  const { engage, text } = share;
  if (engage === null) return { post: await postOf(parts, tx, share) };
  return { engage: { ...engage, text, at: new Date(share.acceptedAt) } };
}

async function postOf({ db, publicUrl, networks }: ShareParts, tx: Tx, share: SharePayload): Promise<Post> {
  const cardPicture = share.card.pictureId === null ? null : await findPicture(tx, share.card.pictureId);
  const own = share.picture === null ? null : await findPicture(tx, share.picture.id);
  const small = own ?? cardPicture;
  const alt = own === null ? '' : (share.picture?.alt ?? '');
  const video = await videoFor({ db, networks, publicUrl }, tx, share);
  const pictures = await picturesFor(tx, share.pictures, networks.describe(share.network).limits, publicUrl);
  return {
    ...postedWords(share),
    writtenAt: new Date(share.at ?? share.acceptedAt),
    ...(pictures.length === 0 ? {} : { pictures }),
    ...(video === null ? {} : { video }),
    card: {
      url: share.card.url,
      title: share.card.title,
      description: share.card.description,
      ...(small === null ? {} : { picture: pictureOf(small, alt, publicUrl), chosen: own !== null }),
    },
  };
}

/** Some networks fetch pictures by themselves, which they can where we stand in the open. */
const addressOf = (id: string, publicUrl: string) =>
  publicUrl.startsWith('https://') ? { url: `${publicUrl}/media/${id}` } : {};

function pictureOf({ id, card, card_mime: mime }: StoredPicture, alt: string, publicUrl: string): Picture {
  return { bytes: Uint8Array.from(card), mime, alt, ...addressOf(id, publicUrl) };
}

/** As many of the pictures as the network takes; one that is too heavy for it goes as its smaller copy. */
async function picturesFor(
  tx: Tx,
  wanted: SharePayload['pictures'],
  { pictures: most, pictureBytes }: NetworkLimits,
  publicUrl: string,
): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const { id, alt } of wanted.slice(0, most)) {
    const found = await findPicture(tx, id);
    if (found === null) continue;
    const { width, height } = found;
    const whole = found.bytes.byteLength <= pictureBytes;
    const bytes = Uint8Array.from(whole ? found.bytes : found.card);
    pictures.push({
      ...{ bytes, mime: whole ? found.mime : found.card_mime, alt, width, height },
      ...addressOf(id, publicUrl),
    });
  }
  return pictures;
}

function conclude(parts: ShareParts, share: SharePayload, outcome: ShareOutcome, lookFirst: boolean): Ending {
  const { title } = parts.networks.describe(share.network);
  switch (outcome.kind) {
    case 'posted':
      return { kind: 'posted', url: outcome.url };
    case 'rejected':
      return { kind: 'failed', sentence: outcome.sentence };
    case 'reconnect':
    case 'notConnected':
      return {
        kind: 'failed',
        sentence: `${title} no longer accepts the connection. Disconnect the account in Coact’s Home tab, connect it again, and share once more.`,
      };
    case 'byHand':
      return outcome;
    case 'later':
      return waitOrGiveUp(parts, share, outcome.afterSeconds, lookFirst ? 'unknown' : 'unsent');
    case 'unknown':
      return waitOrGiveUp(parts, share, 5, 'unknown');
    case 'unsure':
      return { kind: 'failed', sentence: cannotTell(title) };
  }
}

function waitOrGiveUp(parts: ShareParts, share: SharePayload, seconds: number, known: 'unsent' | 'unknown'): Ending {
  const since = new Date(share.at ?? share.acceptedAt).getTime();
  if (parts.clock.now().getTime() - since < patienceInMs) throw new RetryLater(seconds);
  const { title } = parts.networks.describe(share.network);
  if (known === 'unsent') {
    return {
      kind: 'failed',
      sentence: `${title} could not be reached for a day, so nothing was posted.`,
    };
  }
  return { kind: 'failed', sentence: cannotTell(title) };
}

const cannotTell = (title: string) =>
  `${title} did not answer, and Coact could not find out whether your post is there. Please look at your profile before you share it again.`;

async function settle(
  parts: ShareParts,
  orgId: OrgId,
  id: string,
  share: SharePayload,
  ending: Ending,
  context: JobContext,
): Promise<void> {
  const key = ending.kind !== 'posted' ? await parts.ring.find(requestKeyName(share.requestId)) : null;
  await parts.db.inOrg(orgId, async (tx) => {
    if (key !== null) await uncount(tx, key, orgId, share);
    await deleteOutgoing(tx, id);
    await context.forget(tx);
  });
  await parts.ring.destroy(shareKeyName(id));
}

/**
 * Takes a share's count back: it was not posted, or nobody can tell, and the person may share again. They count as aware
 * while another share of theirs stands.
 */
export async function uncount(tx: Tx, key: RingKey, orgId: OrgId, share: SharePayload): Promise<void> {
  const { requestId, personId } = share;
  // Locked before the token is looked for: a release writes all tokens anew, and one that is just being written would be
  // missed and stay.
  const request = await findRequest(tx, requestId, true);
  await deleteShareToken(tx, requestId, shareToken(key, orgId, requestId, wayOf(share), personId));
  for (const way of request === null ? [] : waysOfRequest(request.draft)) {
    if (await hasShareToken(tx, requestId, shareToken(key, orgId, requestId, way, personId))) return;
  }
  await deleteAwarenessToken(tx, requestId, awarenessToken(key, orgId, requestId, personId));
}
