import { z } from 'zod';
import type { Tx } from '../../platform/db/index.ts';
import type { EventType } from '../../platform/webhooks/index.ts';
import { actsAsked } from './figures/act.ts';
import { releasedRows } from './figures/store.ts';
import { stepsOf, told } from './figures/told.ts';
import type { ShareParts } from './parts.ts';
import { requestStates, type ShareRequest } from './request.ts';
import { findRequest } from './store.ts';

const moment = z.iso.datetime().nullable();
const figure = z.union([z.strictObject({ value: z.number() }), z.strictObject({ fewerThan: z.number() })]);

const requestTold = z.strictObject({
  request: z.strictObject({
    id: z.uuid(),
    state: z.enum(requestStates),
    title: z.string(),
    link: z.string(),
    channelId: z.string().nullable(),
    channelIds: z.array(z.string()),
    sendAt: moment,
    sentAt: moment,
    endsAt: moment,
    endedAt: moment,
  }),
});

const figuresTold = z.strictObject({ requestId: z.uuid(), awareness: figure, shares: figure });

const ofRequest = (name: `request.${string}`, says: string) => ({ name, says, schema: requestTold });

const moves = {
  created: ofRequest('request.created', 'a request is drafted, also by duplicating another'),
  scheduled: ofRequest('request.scheduled', 'a request is sent: it goes to its channels now, or at its time'),
  opened: ofRequest('request.opened', 'the first message of a request stands in its channel'),
  edited: ofRequest('request.edited', 'a request that is planned or out is changed; drafts save themselves silently'),
  ended: ofRequest('request.ended', 'a request ends, at its time or before it'),
  recalled: ofRequest('request.recalled', 'a request is taken back'),
} as const;

const released: EventType<z.infer<typeof figuresTold>> = {
  name: 'figures.released',
  says: 'the totals of a request have grown by a whole group, or are final',
  schema: figuresTold,
};

/**
 * Everything that an organisation can be told of share requests. Totals only, and only as reports show them: nothing that
 * is told depends on who shared (docs/decisions/0008-counts-released-in-batches.md).
 */
export const events: readonly EventType[] = [...Object.values(moves), released];

type Teller = Pick<ShareParts, 'webhooks'>;

/** Tells that a request has moved on, as it stands now. */
export function tellOf({ webhooks }: Teller, tx: Tx, move: keyof typeof moves, requestId: string): Promise<void> {
  return webhooks.emit(tx, moves[move], async () => {
    const request = await findRequest(tx, requestId);
    if (request === null) throw new Error('a request vanished while it was written');
    return { request: toldOf(request) };
  });
}

/** Tells what may be told of a request's totals since a release. */
export function tellRelease({ webhooks }: Teller, tx: Tx, requestId: string, smallGroup: number): Promise<void> {
  return webhooks.emit(tx, released, async () => {
    const steps = stepsOf(await releasedRows(tx, { requestIds: [requestId] }), smallGroup);
    const request = await findRequest(tx, requestId);
    if (request === null) throw new Error('a request vanished while its figures were set free');
    const shares = told(steps, actsAsked(request.draft), smallGroup);
    return { requestId, awareness: told(steps, 'awareness', smallGroup), shares };
  });
}

function toldOf({
  id,
  state,
  draft,
  channels,
  sendAt,
  sentAt,
  endedAt,
}: ShareRequest): z.infer<typeof requestTold>['request'] {
  const { title, link, endsAt } = draft;
  const channelIds = channels.map((channel) => channel.id);
  const where = { channelId: channelIds[0] ?? null, channelIds };
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  const times = { sendAt: iso(sendAt), sentAt: iso(sentAt), endedAt: iso(endedAt) };
  return { id, state, title, link, ...where, ...times, endsAt: endsAt ? new Date(endsAt).toISOString() : null };
}
