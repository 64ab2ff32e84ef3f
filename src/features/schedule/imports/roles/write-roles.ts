import { folded } from '../../../../platform/imports/index.ts';
import { byPerson } from '../../acts.ts';
import { freeColour } from '../../work/palette.ts';
import { openRates, sealRoleRate } from '../../work/roles/rates.ts';
import type { WorkRole } from '../../work/roles/role.ts';
import { addRole, changeRole, targetOf } from '../../work/roles/roles.ts';
import { type Calendar, calendarOfRole } from '../../work/series/calendars.ts';
import type { addSeries } from '../../work/series/edit-series.ts';
import type { ShiftPayload } from '../../work/series/series-rows.ts';
import { addTimes, changePayload } from '../write-series.ts';
import type { Does, Found, PlaceRef } from './judgement.ts';
import { roleKey } from './standing.ts';

type Doing = Parameters<typeof addSeries>[0];

interface RoleWriter {
  /** Does what a row does; false, with nothing written, where the row that was to make its role was not taken. */
  readonly write: (does: Does) => Promise<boolean>;
  readonly done: () => {
    readonly added: number;
    readonly changed: number;
    readonly shifts: number;
    readonly placesMade: number;
    readonly findings: readonly string[];
  };
}

const mostFindings = 20;

/** Writes roles, and their shifts, as rows say: each by the one way in which it is written by hand. */
export async function openRoleWriter(doing: Doing, found: Found): Promise<RoleWriter> {
  const roles = new Map(found.roles.map((role) => [roleKey(role.name, { id: role.locationId }), role]));
  const places = placeMaker(doing, (await doing.parts.people.organisation(doing.tx)).timeZone);
  const calendars = new Map<string, Calendar>();
  const [added, changed] = [new Set<string>(), new Set<string>()];
  const findings: string[] = [];
  let shifts = 0;
  const calendarOf = async ({ id }: WorkRole): Promise<Calendar> => {
    const { parts, tx, asking } = doing;
    const calendar = calendars.get(id) ?? (await calendarOfRole(parts, tx, asking, id));
    if (calendar === null) throw new Error('a role that was judged to be theirs is not');
    calendars.set(id, calendar);
    return calendar;
  };
  const tell = (role: WorkRole, told: readonly string[]) =>
    findings.push(...told.map((sentence) => `${role.name}: ${sentence}`));
  const write = async (does: Does) => {
    const before = roles.get(does.key) ?? (await makeRole(doing, does, places, [...roles.values()]));
    if (before === null) return false;
    if (roles.has(does.key)) {
      if (!added.has(before.id)) changed.add(before.id);
    } else added.add(before.id);
    const role = await changeAttributes(doing, before, does, places);
    roles.set(does.key, role);
    if (does.rate !== undefined) await writeRate(doing, role, does.rate);
    if (does.shifts) {
      const payload: ShiftPayload = { needs: does.shifts.needs, breakMinutes: 0, label: null };
      tell(role, await addTimes(doing, await calendarOf(role), does.shifts.times, payload));
      shifts += 1;
    }
    if (does.needs) {
      const { series, people } = does.needs;
      const payload: ShiftPayload = { ...series.payload, needs: people };
      tell(role, await changePayload(doing, await calendarOf(role), series, payload));
    }
    return true;
  };
  const counts = () => ({ added: added.size, changed: changed.size, shifts, placesMade: places.made() });
  return { write, done: () => ({ ...counts(), findings: [...new Set(findings)].slice(0, mostFindings) }) };
}

interface PlaceMaker {
  readonly idOf: (kind: 'department' | 'location', ref: PlaceRef) => Promise<string>;
  /** How many it has made. */
  readonly made: () => number;
}

/** Gives the ids of places, which it makes where that is asked for. New locations get the organisation's time zone. */
function placeMaker({ parts, tx, asking }: Doing, timeZone: string): PlaceMaker {
  const made = new Map<string, string>();
  const idOf: PlaceMaker['idOf'] = async (kind, ref) => {
    if ('id' in ref) return ref.id;
    const key = `${kind} ${folded(ref.create)}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const wanted = { name: ref.create, timeZone: kind === 'location' ? timeZone : null };
    const place = await parts.people.addPlace(tx, asking.actor, kind, wanted);
    if (place === null) throw new Error('a place that was just missing is there');
    made.set(key, place.id);
    return place.id;
  };
  return { idOf, made: () => made.size };
}

async function makeRole(
  { parts, tx, asking }: Doing,
  { add, department, colour }: Does,
  places: PlaceMaker,
  roles: readonly WorkRole[],
): Promise<WorkRole | null> {
  if (add === undefined) return null;
  const made = await addRole(parts, tx, asking, {
    name: add.name,
    locationId: await places.idOf('location', add.location),
    departmentId: department === undefined ? null : await places.idOf('department', department),
    colour: colour ?? freeColour(roles.filter(({ archived }) => !archived)),
    ...{ importance: null, conditions: [] },
  });
  if ('fields' in made) throw new Error(`an import judged well what is not: ${Object.keys(made.fields).join()}`);
  return made;
}

async function changeAttributes(
  { parts, tx, asking }: Doing,
  role: WorkRole,
  { department, colour }: Does,
  places: PlaceMaker,
): Promise<WorkRole> {
  const departmentId = department === undefined ? role.departmentId : await places.idOf('department', department);
  const change = {
    ...(departmentId === role.departmentId ? {} : { departmentId }),
    ...(colour === undefined || colour === role.colour ? {} : { colour }),
  };
  if (Object.keys(change).length === 0) return role;
  const after = await changeRole(parts, tx, asking, role, change);
  if ('fields' in after) throw new Error(`an import judged well what is not: ${Object.keys(after.fields).join()}`);
  return after;
}

async function writeRate({ parts, tx, asking }: Doing, role: WorkRole, minor: number): Promise<void> {
  await sealRoleRate(parts, tx, role.id, minor);
  const { people } = await openRates(parts, tx, role.id);
  await parts.audit.append(tx, {
    ...byPerson(asking.actor),
    action: 'schedule.rates_changed',
    target: targetOf(role),
    detail: { people: people.length },
  });
}
