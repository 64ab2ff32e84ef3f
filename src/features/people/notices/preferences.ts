import type { Tx } from '../../../platform/db/index.ts';
import type { NoticeContext } from './context.ts';
import { byEvent, methodsFor, type NoticeEvent, type NoticeMethod, noticeEvents, noticeMethods } from './notice.ts';
import { type Chosen, choicesOf, putChoices } from './preference-store.ts';
import { addresseesOf } from './store.ts';

/** Why a method is not open to somebody. */
export const closedReasons = ['not_connected', 'not_linked', 'no_address', 'not_configured', 'no_number'] as const;
export type ClosedReason = (typeof closedReasons)[number];

/** A person's grid: which methods are open to them, and which they are told by for each event. */
export interface Preferences {
  /** Null where the method is open. */
  readonly closed: Readonly<Record<NoticeMethod, ClosedReason | null>>;
  readonly chosen: Readonly<Record<NoticeEvent, readonly NoticeMethod[]>>;
}

type Context = Pick<NoticeContext, 'phone' | 'phoneOf'>;

/**
 * Reads somebody's grid. Methods that they chose once and that are closed to them now are left out, as nothing goes there.
 * @param connected whether the organisation's Slack is: asked before, as that takes a unit of work of its own
 */
export async function readPreferences(
  context: Context,
  tx: Tx,
  personId: string,
  connected: boolean,
): Promise<Preferences> {
  const closed = await closedMethods(context, tx, personId, connected);
  const open = new Set(noticeMethods.filter((method) => closed[method] === null));
  const choices = (await choicesOf(tx, [personId])).get(personId);
  return { closed, chosen: byEvent((event) => methodsFor(choices?.get(event), open)) };
}

async function closedMethods(
  { phone, phoneOf }: Context,
  tx: Tx,
  personId: string,
  connected: boolean,
): Promise<Preferences['closed']> {
  const person = (await addresseesOf(tx, [personId])).get(personId);
  const byPhone = phone === null ? 'not_configured' : (await phoneOf(tx, personId)) === null ? 'no_number' : null;
  return {
    slack: !connected ? 'not_connected' : person?.slackUserId ? null : 'not_linked',
    email: person?.emailSealed ? null : 'no_address',
    text: byPhone,
    call: byPhone,
  };
}

/**
 * Sets somebody's whole grid.
 * @returns the events with a method that is closed to them; nothing is changed then
 */
export async function setPreferences(
  tx: Tx,
  personId: string,
  closed: Preferences['closed'],
  wanted: Preferences['chosen'],
): Promise<readonly NoticeEvent[]> {
  const wrong = noticeEvents.filter((event) => wanted[event].some((method) => closed[method] !== null));
  if (wrong.length > 0) return wrong;
  const chosen: Chosen = new Map(noticeEvents.map((event) => [event, [...new Set(wanted[event])]]));
  await putChoices(tx, personId, chosen);
  return [];
}
