import type { Tx } from '../../../platform/db/index.ts';
import type { Found } from '../writing/process.ts';
import {
  beginFor,
  heldVersion,
  isLocation,
  settleProblem,
  type TriggerParts,
  tellOwner,
  type Whose,
  zoneOf,
} from './beginning.ts';
import { dueOf, type Time } from './by-time.ts';
import { changeStart, latestPlanned, noteStart } from './store.ts';
import type { Trigger } from './trigger.ts';

/** Who has the runs of a trigger that names nobody who comes and goes. */
export function chosenDoer({ doer, doerId, doerRoleId }: Trigger): Whose {
  if (doer === 'person') return { kind: 'person', id: doerId };
  return doer === 'role' && doerRoleId !== null ? { kind: 'role', id: doerRoleId } : { kind: 'anyone' };
}

/** Begins what the clock says. Of several times that were missed, only the last one that is still worth it. */
export async function runSchedule(parts: TriggerParts, tx: Tx, trigger: Trigger, found: Found): Promise<void> {
  const now = parts.clock.now();
  const latest = await latestPlanned(tx, trigger.id);
  const after = latest === null || latest < trigger.since ? trigger.since : latest;
  const { begin, skipped } = dueOf(trigger, await zoneOf(parts, tx, trigger.locationId), after, now);
  for (const time of skipped) await note(tx, trigger, time, 'too_late');
  if (skipped.length > 0) {
    const times = skipped.length === 1 ? 'once' : `${skipped.length} times`;
    await tellOwner(parts, tx, found, {
      key: `${trigger.id}/${skipped.at(-1)?.on}`,
      subject: (title) => `${title} was left out ${times}`,
      lines: ['Coact was not running at its time, and it was too late to begin it afterwards.'],
    });
  }
  if (begin !== null) await beginAt(parts, tx, trigger, found, begin);
}

async function beginAt(parts: TriggerParts, tx: Tx, trigger: Trigger, found: Found, time: Time): Promise<void> {
  const published = heldVersion(found);
  const isPlace = trigger.locationId === null || (await isLocation(parts, tx, trigger.locationId));
  if (published === null || !isPlace) {
    const why = published === null ? 'not_held' : 'no_location';
    if (await note(tx, trigger, time, why)) await settleProblem(parts, tx, trigger, found, why);
    return;
  }
  const start = { triggerId: trigger.id, occurrence: time.on, plannedAt: time.at, state: 'begun' } as const;
  if (!(await noteStart(tx, start))) return;
  const runId = await beginFor(parts, tx, trigger, found, published, {
    ...{ whose: chosenDoer(trigger), plannedAt: time.at, countFrom: time.at },
  });
  await changeStart(tx, start, { state: 'begun', runId, why: '', until: null });
}

function note(
  tx: Tx,
  { id }: Trigger,
  { on, at }: Time,
  why: 'too_late' | 'not_held' | 'no_location',
): Promise<boolean> {
  return noteStart(tx, { triggerId: id, occurrence: on, plannedAt: at, state: 'skipped', why });
}
