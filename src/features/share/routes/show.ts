import type { z } from '@hono/zod-openapi';
import type { Tx } from '../../../platform/db/index.ts';
import type { Ask } from '../../networks/index.ts';
import { actsAsked } from '../figures/act.ts';
import { releasedRows } from '../figures/store.ts';
import { type Step, stepsOf, told } from '../figures/told.ts';
import { advocacyValue, type EventValues, type Money, valuesOn } from '../figures/value.ts';
import { pictureUrls } from '../lifecycle/card.ts';
import { dayOf } from '../outgoing/good-time.ts';
import { shownWaiting } from '../pacing/shapes.ts';
import { waitingOf } from '../pacing/waiting.ts';
import type { ShareParts } from '../parts.ts';
import { reminderShown } from '../reminders/shown.ts';
import { dailyValues } from '../reports/gather.ts';
import { picturesOf, type ShareRequest } from '../request.ts';
import { shownVideo } from '../videos/shown.ts';
import { commonOf, type requestShape } from './shapes.ts';

type Shown = z.infer<typeof requestShape>;

/** A request with everything that its page shows. */
export async function showRequest(parts: ShareParts, tx: Tx, request: ShareRequest): Promise<Shown> {
  const { picture, preview } = request.draft;
  const { pictureUrl, morePictures, previewPictureUrl } = pictureUrls(parts.publicUrl, request.draft);
  const [, ...more] = picturesOf(request.draft);
  return {
    ...request.draft,
    ...commonOf(request),
    picture: picture && pictureUrl ? { ...picture, url: pictureUrl } : null,
    morePictures: more.map((one, place) => ({ ...one, url: morePictures[place]?.url ?? '' })),
    video: await shownVideo(tx, request.draft, parts.publicUrl),
    preview: preview ? { ...preview, pictureId: preview.pictureId ?? null, pictureUrl: previewPictureUrl } : null,
    endedAt: request.endedAt?.toISOString() ?? null,
    revision: request.revision,
    waiting: shownWaiting((await waitingOf(parts, tx, [request]))(request.id)),
    sendAnyway: request.sendAnyway,
    delivery: { state: request.delivery, problem: request.deliveryProblem, channels: messagesShown(request) },
    reminder: await reminderShown(parts, tx, request),
    figures: request.sentAt === null ? null : await figuresOf(parts, tx, request, request.sentAt),
  };
}

function messagesShown({ messages, channels }: ShareRequest) {
  return messages.map(({ channelId: id, state, problem }) => {
    const name = channels.find((channel) => channel.id === id)?.name ?? id;
    return { id, name, state, problem };
  });
}

async function figuresOf(
  parts: ShareParts,
  tx: Tx,
  request: ShareRequest,
  sentAt: Date,
): Promise<NonNullable<Shown['figures']>> {
  const { timeZone, smallGroup } = await parts.organisation(tx);
  const steps = stepsOf(await releasedRows(tx, { requestIds: [request.id] }), smallGroup);
  const clicks = (await parts.links.totals(tx, { requestIds: [request.id] })).get(request.id) ?? {
    total: 0,
    unique: 0,
    robots: 0,
  };
  const period = { from: dayOf(sentAt, timeZone), to: dayOf(parts.clock.now(), timeZone) };
  const clickDays = await parts.links.byDay(tx, { ...period, timeZone, requestIds: [request.id] });
  const clicked = clickDays.map(({ day, total }) => ({ day, measure: 'click' as const, count: total }));
  const values = await dailyValues(parts, tx, timeZone);
  const { value, ...currencies } = inLatestCurrency(advocacyValue([...steps, ...clicked], values), values, period.to);
  const links = await parts.links.forRequest(tx, request.id);
  const { engagement } = request.draft;
  return {
    awareness: told(steps, 'awareness', smallGroup),
    shares: told(steps, actsAsked(request.draft), smallGroup),
    asks: engagement ? askedFigures(steps, engagement.asks, smallGroup) : null,
    clicks,
    value: { value },
    ...currencies,
    byDay: clickDays.map((day) => ({ day: day.day, clicks: day.total })),
    links: links.map((link) => ({
      network: link.network,
      variant: link.variant,
      url: link.url,
      clicks: link.clicks.total,
    })),
  };
}

/** What was done of each thing that is asked for about a post. */
const askedFigures = (steps: readonly Step[], asks: readonly Ask[], smallGroup: number) =>
  Object.fromEntries(asks.map((ask) => [ask, told(steps, ask, smallGroup)]));

/** An advocacy value in the currency in which the latest of it was counted, with what is in others apart. */
export function inLatestCurrency(amounts: readonly Money[], values: readonly EventValues[], day: string) {
  const [latest = { currency: valuesOn(day, values).currency, minor: 0 }, ...others] = amounts;
  const otherValues = others.map(({ currency, minor }) => ({ currency, value: minor }));
  return { currency: latest.currency, value: latest.minor, otherValues };
}

/** Shares and clicks of many requests, for lists. */
export async function tallyRows(parts: ShareParts, tx: Tx, requests: readonly ShareRequest[]) {
  const ids = requests.map((request) => request.id);
  const { smallGroup } = await parts.organisation(tx);
  const steps = Map.groupBy(
    stepsOf(await releasedRows(tx, { requestIds: ids }), smallGroup),
    ({ requestId }) => requestId,
  );
  const clicks = await parts.links.totals(tx, { requestIds: ids });
  return requests.map((request) => ({
    request,
    shares: told(steps.get(request.id) ?? [], actsAsked(request.draft), smallGroup),
    clicks: clicks.get(request.id)?.total ?? 0,
  }));
}
