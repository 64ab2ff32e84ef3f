import { type OrgId, orgId as parseOrgId, type Tx } from '../../../platform/db/index.ts';
import { type JobContext, RetryLater } from '../../../platform/jobs/index.ts';
import type { RingKey } from '../../../platform/vault/index.ts';
import type { Post, ShareOutcome } from '../../networks/index.ts';
import { awarenessToken, requestKeyName, shareKeyName, shareToken } from '../blind.ts';
import type { ShareParts } from '../parts.ts';
import { findPicture } from '../pictures/store.ts';
import { findRequest } from '../store.ts';
import { openPayload, type SharePayload } from './payload.ts';
import { withLink } from './post-text.ts';
import {
  claimOutgoing,
  deleteAwarenessToken,
  deleteOutgoing,
  deleteShareToken,
  findOutgoing,
  hasShareToken,
  releaseOutgoing,
} from './store.ts';
import { tellPerson } from './tell.ts';

/** A share that could not be posted for so long is given up, and the person told. */
const patienceInMs = 24 * 3_600_000;

const gaveUp =
  'Something went wrong on our side. Please look at your profile: if your post is not there, share it again.';

type Ending =
  | { readonly kind: 'posted'; readonly url: string }
  | { readonly kind: 'failed'; readonly sentence: string; readonly counts: boolean };

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
  const held = await parts.db.inOrg(orgId, async (tx) => {
    const row = await findOutgoing(tx, ids.shareId);
    if (row === null) await context.forget(tx);
    return row;
  });
  if (held === null) return;
  const key = await parts.ring.find(shareKeyName(held.id));
  if (key === null) return dropUnreadable(parts, orgId, held.id, context);
  const share = openPayload(key, held.sealed);
  const ending = await attempt(parts, orgId, held, share).catch((error: unknown) => {
    if (error instanceof RetryLater || !context.last) throw error;
    parts.log.error({ event: 'share.given_up', shareId: held.id }, error);
    return { kind: 'failed' as const, counts: held.state === 'sending', sentence: gaveUp };
  });
  await tellPerson(parts, orgId, share, ending);
  await settle(parts, orgId, held.id, share, ending, context);
}

async function attempt(
  parts: ShareParts,
  orgId: OrgId,
  row: { readonly id: string; readonly state: 'queued' | 'sending' },
  share: SharePayload,
): Promise<Ending> {
  const lookFirst = row.state === 'sending';
  const prepared = await parts.db.inOrg(orgId, (tx) => prepare(tx, row.id, share, lookFirst));
  if ('sentence' in prepared) return { kind: 'failed', counts: false, sentence: prepared.sentence };
  const { personId, network, recordKey } = share;
  const order = { orgId, personId, network, recordKey, lookFirst, post: prepared.post };
  const outcome = await parts.networks.postAs(order);
  if (outcome.kind === 'later' && !lookFirst) {
    // Surely not posted: it may be sent again without looking first.
    await parts.db.inOrg(orgId, (tx) => releaseOutgoing(tx, row.id));
  }
  return conclude(parts, share, outcome, lookFirst);
}

/** Reads what is to be posted and says durably that it is being sent now. */
async function prepare(
  tx: Tx,
  id: string,
  share: SharePayload,
  lookFirst: boolean,
): Promise<{ post: Post } | { sentence: string }> {
  const request = await findRequest(tx, share.requestId);
  // One that may be out already is looked for even so: the person is to hear the truth.
  if ((request === null || request.state === 'recalled') && !lookFirst) {
    return { sentence: 'The request was recalled before your post went out, so nothing was posted.' };
  }
  const cardPicture = share.card.pictureId === null ? null : await findPicture(tx, share.card.pictureId);
  const own = share.picture === null ? null : await findPicture(tx, share.picture.id);
  await claimOutgoing(tx, id);
  const small = own ?? cardPicture;
  const alt = own === null ? '' : (share.picture?.alt ?? '');
  return {
    post: {
      text: withLink(share.text, share.card.url),
      writtenAt: new Date(share.at ?? share.acceptedAt),
      card: {
        url: share.card.url,
        title: share.card.title,
        description: share.card.description,
        ...(small === null ? {} : { picture: { bytes: Uint8Array.from(small.card), mime: small.card_mime, alt } }),
      },
    },
  };
}

function conclude(parts: ShareParts, share: SharePayload, outcome: ShareOutcome, lookFirst: boolean): Ending {
  const { title } = parts.networks.describe(share.network);
  switch (outcome.kind) {
    case 'posted':
      return { kind: 'posted', url: outcome.url };
    case 'rejected':
      return { kind: 'failed', counts: false, sentence: outcome.sentence };
    case 'reconnect':
    case 'notConnected':
      return {
        kind: 'failed',
        counts: false,
        sentence: `${title} no longer accepts the connection. Disconnect the account in Coact’s Home tab, connect it again, and share once more.`,
      };
    case 'later':
      return waitOrGiveUp(parts, share, outcome.afterSeconds, lookFirst ? 'unknown' : 'unsent');
    case 'unknown':
      return waitOrGiveUp(parts, share, 5, 'unknown');
  }
}

function waitOrGiveUp(parts: ShareParts, share: SharePayload, seconds: number, known: 'unsent' | 'unknown'): Ending {
  const since = new Date(share.at ?? share.acceptedAt).getTime();
  if (parts.clock.now().getTime() - since < patienceInMs) throw new RetryLater(seconds);
  const { title } = parts.networks.describe(share.network);
  if (known === 'unsent') {
    return {
      kind: 'failed',
      counts: false,
      sentence: `${title} could not be reached for a day, so nothing was posted.`,
    };
  }
  return {
    kind: 'failed',
    counts: true,
    sentence: `${title} did not answer, and Coact could not find out whether your post is there. Please look at your profile before you share it again.`,
  };
}

async function settle(
  parts: ShareParts,
  orgId: OrgId,
  id: string,
  share: SharePayload,
  ending: Ending,
  context: JobContext,
): Promise<void> {
  const key =
    ending.kind === 'failed' && !ending.counts ? await parts.ring.find(requestKeyName(share.requestId)) : null;
  await parts.db.inOrg(orgId, async (tx) => {
    if (key !== null) await uncount(tx, key, orgId, share);
    await deleteOutgoing(tx, id);
    await context.forget(tx);
  });
  await parts.ring.destroy(shareKeyName(id));
}

/** Takes a share's count back: it was not posted. The person counts as aware while another share of theirs stands. */
export async function uncount(tx: Tx, key: RingKey, orgId: OrgId, share: SharePayload): Promise<void> {
  const { requestId, personId } = share;
  await deleteShareToken(tx, requestId, shareToken(key, orgId, requestId, share.network, personId));
  const request = await findRequest(tx, requestId);
  const networks = Object.keys(request?.draft.networks ?? {});
  for (const network of networks) {
    if (await hasShareToken(tx, requestId, shareToken(key, orgId, requestId, network, personId))) return;
  }
  await deleteAwarenessToken(tx, requestId, awarenessToken(key, orgId, requestId, personId));
}

/** The key is gone (its folder was lost): what it sealed can't be read by anybody. Said in the log, loudly. */
async function dropUnreadable(parts: ShareParts, orgId: OrgId, id: string, context: JobContext): Promise<void> {
  parts.log.error({ event: 'share.key_missing', shareId: id });
  await parts.db.inOrg(orgId, async (tx) => {
    await deleteOutgoing(tx, id);
    await context.forget(tx);
  });
}
