import type { Tx } from '../../../../platform/db/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import type { Worker } from '../../../people/index.ts';
import { mayPlan, workersOf } from '../../asking.ts';
import { dayWords } from '../../calendar/describe.ts';
import { dayOfDate } from '../../calendar/local.ts';
import { aroundDays } from '../../calendar/spans.ts';
import type { ScheduleParts } from '../../parts.ts';
import { shiftTold } from '../../plan/publishing/changes.ts';
import { toldBetween } from '../../plan/publishing/store.ts';
import type { WorkRole } from '../../work/roles/role.ts';
import { listRoles, whoKnows } from '../../work/roles/store.ts';

/** Whom a message is for: one person, all who know a role, all on shift at a location on a day. */
export type Audience =
  | { readonly kind: 'person' | 'role'; readonly id: string; readonly day: null }
  | { readonly kind: 'shift'; readonly id: string; readonly day: string };

/** Who that is just now. */
export interface Addressed {
  /** As a heading says it: "everybody who knows Bar". */
  readonly words: string;
  readonly people: readonly Worker[];
  /** How many more it would be for, whom the writer does not schedule. */
  readonly beyond: number;
}

type Parts = Pick<ScheduleParts, 'people'>;

/**
 * Who gets a message; null where it is for a person, a role or a location beyond the writer's reach. Of a role or a
 * location only those people are reached whom the writer schedules, and never the writer.
 */
export async function addressedBy(parts: Parts, tx: Tx, asking: Asking, audience: Audience): Promise<Addressed | null> {
  const found = await findAudience(parts, tx, asking, audience);
  if (found === null) return null;
  const { words, ids } = found;
  const within = (await workersOf(parts, tx, asking)).filter(({ id }) => ids.has(id));
  if (audience.kind === 'person' && within.length === 0) return null;
  const reached = new Set(within.map(({ id }) => id)).add(asking.actor.personId);
  const others = new Set((await parts.people.workers(tx)).map(({ id }) => id));
  const beyond = [...ids].filter((id) => !reached.has(id) && others.has(id)).length;
  return { words, beyond, people: within.filter(({ id }) => id !== asking.actor.personId) };
}

interface Found {
  readonly words: string;
  readonly ids: ReadonlySet<string>;
}

async function findAudience(parts: Parts, tx: Tx, asking: Asking, { kind, id, day }: Audience): Promise<Found | null> {
  if (kind === 'person') {
    const name = (await parts.people.worker(tx, id))?.name;
    return name === undefined ? null : { words: name || 'somebody from Slack', ids: new Set([id]) };
  }
  const planned = (await listRoles(tx)).filter((role) => mayPlan(asking, role));
  if (kind === 'shift') return onShift(parts, tx, asking, { planned, locationId: id, day });
  const role = planned.find((one) => one.id === id && !one.archived);
  if (role === undefined) return null;
  const knowing = (await whoKnows(tx)).filter(({ roleId }) => roleId === id);
  return { words: `everybody who knows ${role.name}`, ids: new Set(knowing.map(({ personId }) => personId)) };
}

interface ShiftAudience {
  /** The roles that the writer plans. */
  readonly planned: readonly WorkRole[];
  readonly locationId: string;
  readonly day: string;
}

/** By what people were told: nobody learns from a message of a shift that is not published. */
async function onShift(
  { people }: Parts,
  tx: Tx,
  asking: Asking,
  { planned, locationId, day }: ShiftAudience,
): Promise<Found | null> {
  const place = (await people.places(tx)).locations.find(({ id }) => id === locationId);
  const date = dayOfDate(day);
  if (place === undefined || date === null) return null;
  const here = new Set(planned.filter((role) => role.locationId === locationId).map(({ id }) => id));
  if (here.size === 0 && !mayPlan(asking, { id: locationId, locationId, departmentId: null })) return null;
  const told = (await toldBetween(tx, aroundDays(date, date))).filter(
    (one) => here.has(one.roleId) && shiftTold(one).day === date,
  );
  return {
    words: `everybody on shift at ${place.name} on ${dayWords(day)}`,
    ids: new Set(told.map(({ personId }) => personId)),
  };
}
