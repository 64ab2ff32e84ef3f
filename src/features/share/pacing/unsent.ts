import type { OrgId, Tx } from '../../../platform/db/index.ts';
import type { Notice } from '../../people/index.ts';
import { setMessage } from '../lifecycle/store.ts';
import type { ShareParts } from '../parts.ts';
import type { ShareRequest } from '../request.ts';
import { composersOf } from '../review/store.ts';
import { quoted } from '../review/tell.ts';
import { setProgress } from '../store.ts';

/** Said of a request that has waited until its end: as all that could not be sent, it is as before, to be mended. */
export const endedWaiting =
  'It waited for its channel until its end date passed, so it was not sent. Choose a later end and send it again, or send it anyway.';
const endedBefore = 'The request ended before this channel could take it.';

/** Whether a request was held back when its time came. */
export const hasWaited = ({ messages }: Pick<ShareRequest, 'messages'>): boolean =>
  messages.some(({ state, heldAt }) => state === 'queued' && heldAt !== null);

/**
 * A request that is out was stopped before it was in each of its channels: what waits goes nowhere any more, and says so.
 * @param why told of each such channel; that the request has ended, unless told
 * @returns the channels that it never reached
 */
export async function dropWaiting(tx: Tx, request: ShareRequest, why = endedBefore): Promise<readonly string[]> {
  const waiting = request.messages.filter(({ state }) => state === 'queued').map(({ channelId }) => channelId);
  if (waiting.length === 0) return [];
  for (const id of waiting) await setMessage(tx, request.id, id, { state: 'failed', problem: why });
  const names = waiting.map((id) => `#${request.channels.find((channel) => channel.id === id)?.name ?? id}`);
  await setProgress(tx, request.id, { delivery_problem: `${names.join(', ')}: ${why}` });
  return names;
}

/** Whoever wrote a request hears that it was not sent, once; where none of them publishes any more, all who do. */
export async function tellUnsent(
  { people }: Pick<ShareParts, 'people'>,
  tx: Tx,
  request: ShareRequest,
  lines: readonly string[],
): Promise<void> {
  const composers = await composersOf(tx, request.id);
  const publishers = await people.actorsIn(tx, ['owner', 'admin', 'publisher']);
  const own = publishers.filter(({ personId }) => composers.includes(personId));
  const readers = own.length > 0 ? own : publishers;
  const notices = readers.map(
    ({ personId }): Notice => ({
      ...{ personId, event: 'request_decided', key: `unsent/${request.id}/${request.draft.endsAt}` },
      ...{ subject: `${quoted(request)} was not sent everywhere before its end`, lines },
      link: { label: 'Open the request', path: `/requests/${request.id}` },
    }),
  );
  await people.tell(tx, notices);
}

/** The end date came first: some channels never had it. */
export async function endUnsent(parts: ShareParts, tx: Tx, orgId: OrgId, request: ShareRequest): Promise<void> {
  const names = await dropWaiting(tx, request);
  if (names.length === 0) return;
  parts.log.info({ event: 'share.ended_waiting', orgId, requestId: request.id });
  await tellUnsent(parts, tx, request, [`It has ended, and ${names.join(' and ')} never had it.`]);
}
