import type { Tx } from '../../../platform/db/index.ts';
import type { OnLeaving } from '../../people/index.ts';
import type { Found } from '../writing/process.ts';
import { beginFor, heldVersion, settleProblem, type TriggerParts, type Whose } from './beginning.ts';
import { chosenDoer } from './schedule-clock.ts';
import { type BegunStart, changeStart, leavingTriggers, noteStart, waitingStarts } from './store.ts';
import type { Trigger } from './trigger.ts';

/** How far back it is looked for people who have joined: longer than Coact is ever left off. */
const lookBackMs = 60 * 86_400_000;

/** Notes whoever has joined since, each once; somebody who comes back has joined before. */
async function noteJoiners(parts: TriggerParts, tx: Tx, trigger: Trigger): Promise<void> {
  const now = parts.clock.now();
  const from = new Date(Math.max(trigger.since.getTime(), now.getTime() - lookBackMs));
  const zone = (await parts.people.organisation(tx)).timeZone;
  for (const { personId, at } of await parts.people.joinedBetween(tx, { from, to: now, zone })) {
    const start = { triggerId: trigger.id, occurrence: personId, plannedAt: at, personId };
    await noteStart(tx, { ...start, state: 'waiting', managerId: await managerOf(parts, tx, personId) });
  }
}

/**
 * Notes that somebody leaves, within the unit of work in which they do: whom they reported to is known then, and if the process
 * ends right after, the next one finds what is to be begun.
 */
export function noteLeaver(parts: Pick<TriggerParts, 'people'>): OnLeaving {
  return async (tx, personId, at) => {
    for (const { id: triggerId } of await leavingTriggers(tx)) {
      const occurrence = `${personId} ${at.toISOString()}`;
      const managerId = await managerOf(parts, tx, personId);
      await noteStart(tx, { triggerId, occurrence, plannedAt: at, personId, managerId, state: 'waiting' });
    }
  };
}

async function managerOf({ people }: Pick<TriggerParts, 'people'>, tx: Tx, personId: string): Promise<string | null> {
  return (await people.managersOf(tx, [personId])).get(personId) ?? null;
}

/** Begins what waits because of somebody: however late, as nobody joins or leaves a second time. */
export async function runPeople(parts: TriggerParts, tx: Tx, trigger: Trigger, found: Found): Promise<void> {
  if (trigger.kind === 'joining') await noteJoiners(parts, tx, trigger);
  const waiting = await waitingStarts(tx, trigger.id);
  if (waiting.length === 0) return;
  const published = heldVersion(found);
  for (const start of waiting) {
    if (published === null) {
      await changeStart(tx, start, { state: 'skipped', runId: null, why: 'not_held', until: null });
      await settleProblem(parts, tx, trigger, found, 'not_held');
      continue;
    }
    const runId = await beginFor(parts, tx, trigger, found, published, {
      ...{ whose: whoseOf(trigger, start), plannedAt: start.plannedAt, countFrom: parts.clock.now() },
      aboutId: start.personId,
      more: await aboutWhom(parts, tx, trigger, start),
    });
    await changeStart(tx, start, { state: 'begun', runId, why: '', until: null });
  }
}

const whoseOf = (trigger: Trigger, { managerId }: BegunStart): Whose =>
  trigger.doer === 'manager' ? { kind: 'person', id: managerId, missing: 'no_manager' } : chosenDoer(trigger);

async function aboutWhom(
  { people }: TriggerParts,
  tx: Tx,
  { kind }: Trigger,
  { personId }: BegunStart,
): Promise<readonly string[]> {
  const name = (await people.namesOf(tx, personId === null ? [] : [personId])).get(personId ?? '') ?? 'Somebody';
  return [kind === 'joining' ? `${name} has joined.` : `${name} has left.`];
}
