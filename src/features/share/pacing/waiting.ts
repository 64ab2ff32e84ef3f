import type { Tx } from '../../../platform/db/index.ts';
import type { ShareParts } from '../parts.ts';
import type { ShareRequest } from '../request.ts';
import { channelNames } from '../topics/store.ts';
import { forecast, type Slot } from './forecast.ts';
import { type HoldReason, isPaced, type Pace } from './pace.ts';
import { lockChannel, markHeld, type QueuedRequest, queuedRequests, readPace, sendingsOf } from './store.ts';

/**
 * A request waits where the quiet time or the caps of a channel don't let it out at its time. Each of its channels is
 * waited for on its own, as each has a message, an outcome and a count of its own: the request is open with the first
 * message, and the others follow as their channels allow. Nothing is kept of how long it waits: that is worked out from
 * what is planned, what was posted and the setting, whenever it is asked for and again before each message, under a lock
 * of its channel. So neither a restart nor a second process, nor a change of setting or zone can let too much out.
 */
export interface Waiting {
  readonly reason: HoldReason;
  /** When the next of the channels that it waits for takes it, as things stand. */
  readonly until: Date;
  /** Whether it ends before that. */
  readonly endsFirst: boolean;
  /** Whether its own time has come. */
  readonly due: boolean;
  readonly channels: readonly WaitedFor[];
}

interface WaitedFor {
  readonly id: string;
  readonly name: string;
  readonly reason: HoldReason;
  readonly until: Date;
  /** Which of those that wait for the channel it is, from 1. */
  readonly place: number;
}

/** When everything goes that has yet to go. */
interface Outlook {
  readonly pace: Pace;
  readonly queue: readonly QueuedRequest[];
  /** Every slot of a channel, the first first. */
  readonly slotsOf: (channelId: string) => readonly Slot[];
  readonly waitingOf: (id: string) => Waiting | null;
}

type Parts = Pick<ShareParts, 'clock' | 'organisation'>;

/**
 * Works out when everything goes that has yet to go; null where nothing is held back.
 * @param wanted a request as it might be sent, in place of what is planned of it
 */
export async function outlook(parts: Parts, tx: Tx, wanted?: QueuedRequest): Promise<Outlook | null> {
  const pace = await readPace(tx);
  if (!isPaced(pace)) return null;
  const now = parts.clock.now();
  const { timeZone } = await parts.organisation(tx);
  const planned = await queuedRequests(tx);
  const queue = wanted === undefined ? planned : [...planned.filter(({ id }) => id !== wanted.id), wanted];
  const sendings = await sendingsOf(tx, now);
  const names = await channelNames(tx);
  const channels = new Map<string, readonly Slot[]>();
  const slotsOf = (channelId: string) => {
    const known = channels.get(channelId);
    if (known !== undefined) return known;
    const own = queue.filter(({ channelIds }) => channelIds.includes(channelId));
    const slots = forecast({ pace, timeZone, now, sent: sendings.get(channelId) ?? [], queue: own });
    channels.set(channelId, slots);
    return slots;
  };
  const waitingOf = (id: string) => {
    const request = queue.find((one) => one.id === id);
    return request === undefined ? null : waitingIn(request, slotsOf, names, now);
  };
  return { pace, queue, slotsOf, waitingOf };
}

function waitingIn(
  request: QueuedRequest,
  slotsOf: Outlook['slotsOf'],
  names: ReadonlyMap<string, string>,
  now: Date,
): Waiting | null {
  const channels = request.channelIds.flatMap((id): WaitedFor[] => {
    const slot = slotsOf(id).find((one) => one.id === request.id);
    if (slot === undefined || slot.reason === null) return [];
    return [{ id, name: names.get(id) ?? id, reason: slot.reason, until: slot.at, place: slot.place }];
  });
  const [next] = channels.toSorted((left, right) => left.until.getTime() - right.until.getTime());
  if (next === undefined) return null;
  const endsFirst = request.endsAt !== null && request.endsAt <= next.until;
  return { reason: next.reason, until: next.until, endsFirst, due: request.at <= now, channels };
}

/** Whether a request can wait at all: it is planned, or out and not in each of its channels. */
const canWait = ({ state, messages }: Pick<ShareRequest, 'state' | 'messages'>) =>
  state === 'scheduled' || (state === 'open' && messages.some((message) => message.state === 'queued'));

/** What some requests wait for; nothing is looked up where none of them can. */
export async function waitingOf(
  parts: Parts,
  tx: Tx,
  requests: readonly Pick<ShareRequest, 'id' | 'state' | 'messages'>[],
): Promise<(id: string) => Waiting | null> {
  if (!requests.some(canWait)) return () => null;
  const found = await outlook(parts, tx);
  return (id) => found?.waitingOf(id) ?? null;
}

interface Hold {
  /** After how long to ask again; null when it may be posted. */
  readonly seconds: number | null;
  /** Requests that have waited for the channel longer, and may go now too: they go first. */
  readonly before: readonly string[];
}

/** Those that are held at one moment follow one another, so that they stand in their channel in their order. */
const apartSeconds = 2;

/**
 * Whether a message has to wait for its channel now. Whoever asks holds the channel until the transaction ends, and posts
 * in it or not at all.
 */
export async function holdOf(parts: Parts, tx: Tx, request: ShareRequest, channelId: string): Promise<Hold> {
  await lockChannel(tx, channelId);
  const found = request.sendAnyway ? null : await outlook(parts, tx);
  const slots = found?.slotsOf(channelId) ?? [];
  const place = slots.findIndex(({ id }) => id === request.id);
  const slot = slots[place];
  const now = parts.clock.now();
  if (slot === undefined) return { seconds: null, before: [] };
  if (slot.at <= now) {
    const waited = new Set(found?.queue.filter(({ held }) => held).map(({ id }) => id));
    const before = slots.slice(0, place).filter(({ id, at }) => at <= now && waited.has(id));
    return { seconds: null, before: before.map(({ id }) => id) };
  }
  await markHeld(tx, request.id, channelId, now);
  const { endsAt } = request.draft;
  const until = slot.at.getTime() + slot.behind * apartSeconds * 1_000;
  const ends = endsAt ? Date.parse(endsAt) : until;
  // At its end it is settled, unless that has come already.
  const asked = ends > now.getTime() ? Math.min(until, ends) : until;
  return { seconds: Math.max(1, Math.ceil((asked - now.getTime()) / 1_000)), before: [] };
}
