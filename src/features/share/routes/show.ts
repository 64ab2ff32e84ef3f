import type { z } from '@hono/zod-openapi';
import type { Tx } from '../../../platform/db/index.ts';
import { shown, shownWith } from '../figures/figure.ts';
import { releasedTallies, releasesByDay } from '../figures/store.ts';
import { advocacyValue, type DayCount, type EventValues, valuesOn } from '../figures/value.ts';
import { pictureUrls } from '../lifecycle/card.ts';
import { dayOf } from '../outgoing/good-time.ts';
import type { ShareParts } from '../parts.ts';
import type { ShareRequest } from '../request.ts';
import { commonOf, type requestShape } from './shapes.ts';

type Shown = z.infer<typeof requestShape>;

/** A request with everything that its page shows. */
export async function showRequest(parts: ShareParts, tx: Tx, request: ShareRequest): Promise<Shown> {
  const { picture, preview } = request.draft;
  const { pictureUrl, previewPictureUrl } = pictureUrls(parts.publicUrl, request.draft);
  return {
    ...request.draft,
    ...commonOf(request),
    picture: picture && pictureUrl ? { ...picture, url: pictureUrl } : null,
    preview: preview ? { ...preview, pictureId: preview.pictureId ?? null, pictureUrl: previewPictureUrl } : null,
    endedAt: request.endedAt?.toISOString() ?? null,
    revision: request.revision,
    delivery: { state: request.delivery, problem: request.deliveryProblem },
    figures: request.sentAt === null ? null : await figuresOf(parts, tx, request, request.sentAt),
  };
}

async function figuresOf(
  parts: ShareParts,
  tx: Tx,
  request: ShareRequest,
  sentAt: Date,
): Promise<NonNullable<Shown['figures']>> {
  const { timeZone, smallGroup } = await parts.organisation(tx);
  const tally = (await releasedTallies(tx, [request.id])).get(request.id) ?? { shares: {}, awareness: 0 };
  const clicks = (await parts.links.totals(tx, { requestIds: [request.id] })).get(request.id) ?? {
    total: 0,
    unique: 0,
    robots: 0,
  };
  const period = { from: dayOf(sentAt, timeZone), to: dayOf(parts.clock.now(), timeZone) };
  const clickDays = await parts.links.byDay(tx, { ...period, timeZone, requestIds: [request.id] });
  const releases = await releasesByDay(tx, period, request.id);
  const values = await dailyValues(parts, tx, timeZone);
  const links = await parts.links.forRequest(tx, request.id);
  const awareness = shown(tally.awareness, smallGroup);
  // Who sees how many clicks there are could tell the hidden shares from the value.
  const told = 'value' in awareness ? releases : [];
  return {
    awareness,
    shares: shownWith(
      Object.values(tally.shares).reduce((sum, count) => sum + count, 0),
      awareness,
    ),
    clicks,
    value: { value: advocacyValue(joinDays(told, clickDays), values) },
    currency: valuesOn(period.to, values).currency,
    byDay: clickDays.map((day) => ({ day: day.day, clicks: day.total })),
    links: links.map((link) => ({
      network: link.network,
      variant: link.variant,
      url: link.url,
      clicks: link.clicks.total,
    })),
  };
}

/** Releases and clicks of the same days side by side. */
export function joinDays(
  releases: readonly { readonly day: string; readonly shares: number; readonly awareness: number }[],
  clicks: readonly { readonly day: string; readonly total: number }[],
): DayCount[] {
  const days = new Map<string, DayCount>();
  const at = (day: string) => days.get(day) ?? { day, awareness: 0, shares: 0, clicks: 0 };
  for (const { day, shares, awareness } of releases) days.set(day, { ...at(day), shares, awareness });
  for (const { day, total } of clicks) days.set(day, { ...at(day), clicks: total });
  return [...days.values()].toSorted((left, right) => left.day.localeCompare(right.day));
}

/** Shares and clicks of many requests, for lists. */
export async function tallyRows(parts: ShareParts, tx: Tx, requests: readonly ShareRequest[]) {
  const ids = requests.map((request) => request.id);
  const { smallGroup } = await parts.organisation(tx);
  const tallies = await releasedTallies(tx, ids);
  const clicks = await parts.links.totals(tx, { requestIds: ids });
  return requests.map((request) => {
    const tally = tallies.get(request.id) ?? { shares: {}, awareness: 0 };
    const total = Object.values(tally.shares).reduce((sum, count) => sum + count, 0);
    return {
      request,
      shares: shownWith(total, shown(tally.awareness, smallGroup)),
      clicks: clicks.get(request.id)?.total ?? 0,
    };
  });
}

/** The organisation's event values by day of its calendar. */
export async function dailyValues(parts: ShareParts, tx: Tx, timeZone: string): Promise<EventValues[]> {
  const values = await parts.eventValues(tx);
  return values.map((entry) => ({ ...entry, validFrom: dayOf(entry.validFrom, timeZone) }));
}
