import type { Tx } from '../../../../platform/db/index.ts';
import { type Asking, askingAs } from '../../../../platform/policy/index.ts';
import type { Worker } from '../../../people/index.ts';
import { mayDecide } from '../../asking.ts';
import { dayWords } from '../../calendar/describe.ts';
import type { ScheduleParts } from '../../parts.ts';
import type { RequestState, TimeOff } from './time-off.ts';

type Parts = Pick<ScheduleParts, 'people' | 'policy'>;

const keyOf = ({ id }: TimeOff) => `time_off/${id}/asked`;
const moment = (local: string) => {
  const [day = '', time = ''] = local.split('T');
  return time === '00:00' ? dayWords(day) : `${dayWords(day)} ${time}`;
};

/**
 * Who is to hear that somebody asks: the schedulers who may decide, and owners and admins only where there is none, or
 * every request of a large organisation would reach them. Nobody, where who asks may decide about it.
 */
async function decidersOf(parts: Parts, tx: Tx, asking: Asking, worker: Worker): Promise<readonly string[]> {
  if (mayDecide(asking, worker)) return [];
  const all = await parts.people.actorsIn(tx, ['owner', 'admin', 'scheduler']);
  const deciding = all.filter((actor) => actor.personId !== worker.id && mayDecide(askingAs(parts, actor), worker));
  const heads = deciding.filter(({ roles }) => roles.includes('owner') || roles.includes('admin'));
  const near = deciding.filter((actor) => !heads.includes(actor));
  return (near.length > 0 ? near : heads).map(({ personId }) => personId);
}

/** Tells who may decide of a request. What was noted with it they read where they decide, not in a mail. */
export async function tellDeciders(
  parts: Parts,
  tx: Tx,
  asking: Asking,
  { worker, request, kind }: { readonly worker: Worker; readonly request: TimeOff; readonly kind: string },
): Promise<void> {
  const ids = await decidersOf(parts, tx, asking, worker);
  const notice = {
    ...{ event: 'approval_needed' as const, key: keyOf(request) },
    subject: `${worker.name || 'Somebody from Slack'} asks for time off`,
    lines: [`${kind}: ${moment(request.from)} until ${moment(request.to)}`],
    link: { label: 'Decide', path: '/team/time-off' },
  };
  await parts.people.tell(
    tx,
    ids.map((personId) => ({ ...notice, personId })),
  );
}

/** There is nothing to decide any more: whoever was told of the request reads what became of it. */
export async function tellDecided(
  { people }: Parts,
  tx: Tx,
  { actor }: Asking,
  request: TimeOff & { readonly state: RequestState },
): Promise<void> {
  const name = (await people.namesOf(tx, [actor.personId])).get(actor.personId) || 'somebody';
  const line = `Nothing is to be decided any more: it was ${request.state} by ${name}.`;
  await people.retell(tx, keyOf(request), { lines: [line] });
}
