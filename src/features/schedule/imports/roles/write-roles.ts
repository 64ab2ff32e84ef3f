import { folded } from '../../../../platform/imports/index.ts';
import { byPerson } from '../../acts.ts';
import { freeColour } from '../../work/palette.ts';
import { sealRoleRate } from '../../work/roles/rates.ts';
import type { WorkRole } from '../../work/roles/role.ts';
import { addRole, changeRole, targetOf } from '../../work/roles/roles.ts';
import { calendarOfRole } from '../../work/series/calendars.ts';
import { addTimes, changePayload, type Doing } from '../write-series.ts';
import type { Does, Found, PlaceRef } from './judgement.ts';
import { roleKey } from './standing.ts';

interface RoleWriter {
  /** Does what a row does; false, with nothing written, where the row that was to make its role was not taken. */
  readonly write: (does: Does) => Promise<boolean>;
  /** Writes the shifts of all rows, and says what was done. */
  readonly finish: () => Promise<{
    readonly added: number;
    readonly changed: number;
    readonly shifts: number;
    readonly placesMade: number;
    readonly findings: readonly string[];
  }>;
}

const mostFindings = 20;

/** Writes roles, and their shifts, as rows say: each by the one way in which it is written by hand. */
export async function openRoleWriter(doing: Doing, found: Found): Promise<RoleWriter> {
  const roles = new Map(found.roles.map((role) => [roleKey(role.name, { id: role.locationId }), role]));
  const places = placeMaker(doing, (await doing.parts.people.organisation(doing.tx)).timeZone);
  const [added, changed] = [new Set<string>(), new Set<string>()];
  const rows: Does[] = [];
  const write = async (does: Does) => {
    const before = roles.get(does.key) ?? (await makeRole(doing, does, places, [...roles.values()]));
    if (before === null) return false;
    if (!roles.has(does.key)) added.add(does.key);
    else if (!added.has(does.key)) changed.add(does.key);
    const role = await changeAttributes(doing, before, does, places);
    roles.set(does.key, role);
    if (does.rate !== undefined) await writeRate(doing, role, does.rate);
    rows.push(does);
    return true;
  };
  const finish = async () => {
    const findings: string[] = [];
    for (const [key, own] of Map.groupBy(rows, (does) => does.key)) {
      const role = roles.get(key);
      if (role === undefined) throw new Error('a role that was just written is gone');
      findings.push(...(await writeShifts(doing, role, own)).map((sentence) => `${role.name}: ${sentence}`));
    }
    return {
      ...{ added: added.size, changed: changed.size, placesMade: places.made() },
      shifts: rows.filter(({ shifts }) => shifts !== undefined).length,
      findings: [...new Set(findings)].slice(0, mostFindings),
    };
  };
  return { write, finish };
}

/** The shifts that rows add to a role, and the people that others need now; gives sentences that are worth knowing. */
async function writeShifts(doing: Doing, { id }: WorkRole, rows: readonly Does[]): Promise<readonly string[]> {
  const toAdd = rows.flatMap(({ shifts }) =>
    shifts ? [{ times: shifts.times, payload: { needs: shifts.needs, breakMinutes: 0, label: null } }] : [],
  );
  const toChange = rows.flatMap(({ needs }) => needs ?? []);
  if (toAdd.length + toChange.length === 0) return [];
  const calendar = await calendarOfRole(doing.parts, doing.tx, doing.asking, id);
  if (calendar === null) throw new Error('a role that was judged to be theirs is not');
  const findings = toAdd.length === 0 ? [] : [...(await addTimes(doing, calendar, toAdd))];
  for (const { series, people } of toChange)
    findings.push(...(await changePayload(doing, calendar, series, { ...series.payload, needs: people })));
  return findings;
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
  await parts.audit.append(tx, {
    ...byPerson(asking.actor),
    action: 'schedule.rates_changed',
    target: targetOf(role),
  });
}
