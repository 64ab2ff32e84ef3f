import type { Tx } from '../../../../platform/db/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import type { Worker } from '../../../people/index.ts';
import { mayDecide } from '../../asking.ts';
import { localAt } from '../../calendar/zone.ts';
import type { ScheduleParts } from '../../parts.ts';
import { wordsOf } from './requests.ts';
import { type Conflict, type StoredTimeOff, shiftsWhileOff } from './store.ts';

/** Whether somebody may take a request back: who asked before it begins, and who decides about them at any time. */
export function mayWithdraw(asking: Asking, worker: Worker, { state, startsAt }: StoredTimeOff, now: Date): boolean {
  if (state !== 'asked' && state !== 'approved') return false;
  if (mayDecide(asking, worker)) return true;
  return worker.id === asking.actor.personId && (state === 'asked' || startsAt > now);
}

/** Requests as the asking person sees them. @param workers those of them whom they may see */
export async function shownRequests(
  parts: ScheduleParts,
  tx: Tx,
  asking: Asking,
  requests: readonly StoredTimeOff[],
  workers: ReadonlyMap<string, Worker>,
) {
  const now = parts.clock.now();
  const names = await parts.people.namesOf(
    tx,
    requests.flatMap(({ decidedBy }) => decidedBy ?? []),
  );
  const found = [];
  for (const request of requests) {
    const worker = workers.get(request.personId);
    if (worker === undefined) continue;
    const { id, personId, kindId, zone, from, to, minutes, state } = request;
    found.push({
      ...{ id, personId, personName: worker.name, kindId, zone, from, to, minutes, state },
      ...{ startsAt: request.startsAt.toISOString(), endsAt: request.endsAt.toISOString() },
      ...(await wordsOf(parts, tx, request)),
      askedAt: request.askedAt.toISOString(),
      decidedBy: request.decidedBy === null ? null : (names.get(request.decidedBy) ?? ''),
      decidedAt: request.decidedAt?.toISOString() ?? null,
      mayDecide: state === 'asked' && mayDecide(asking, worker),
      mayWithdraw: mayWithdraw(asking, worker, request, now),
    });
  }
  return found;
}

/** What came of an act: the request as it is now, and for what is approved the shifts that the person has meanwhile. */
export async function shownOutcome(
  parts: ScheduleParts,
  tx: Tx,
  asking: Asking,
  worker: Worker,
  request: StoredTimeOff,
  findings: readonly string[] = [],
) {
  const [shown] = await shownRequests(parts, tx, asking, [request], new Map([[worker.id, worker]]));
  if (shown === undefined) throw new Error('a request of somebody else was shown');
  const isOn = request.state === 'asked' || request.state === 'approved';
  const conflicts = isOn ? await shiftsWhileOff(tx, request) : [];
  return { request: shown, findings: [...findings], conflicts: conflicts.map(shownConflict) };
}

function shownConflict({ startsAt, endsAt, zone, ...shift }: Conflict) {
  const local = (at: Date) => localAt(zone, Math.floor(at.getTime() / 60_000));
  return {
    ...{ ...shift, zone, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    ...{ localStart: local(startsAt), localEnd: local(endsAt) },
  };
}
