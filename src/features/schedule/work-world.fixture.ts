import { readAnswer } from '../../../test/support/read-answer.ts';
import { type Browser, type Office, openOffice } from '../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { newId } from '../../platform/clock/index.ts';
import type { Role } from '../../platform/policy/index.ts';
import { policies, type ScheduleParts, scheduleRoutes, seriesFollower } from './index.ts';
import { writtenWages } from './plan/wages.fixture.ts';

type Json = Readonly<Record<string, unknown>>;

/** An organisation in Berlin on Monday, 4 May 2026, with the routes of people and schedule. */
export interface WorkWorld extends AsyncDisposable {
  readonly world: World;
  readonly office: Office;
  readonly parts: ScheduleParts;
  readonly owner: Browser;
  /** Asks the schedule's API; the owner does unless told. */
  ask(method: string, path: string, body?: unknown, as?: Browser): Promise<{ status: number; json: Json }>;
  /** The same for what has to succeed: gives the answer's body. */
  did(method: string, path: string, body?: unknown, as?: Browser): Promise<Json>;
  signInAs(role: Role, name?: string): Promise<Browser>;
  /** A location in Berlin, a department, a role at a location: their ids. */
  location(name?: string, timeZone?: string): Promise<string>;
  department(): Promise<string>;
  role(given?: Json): Promise<string>;
  /** Names of acts in the audit log, oldest first. */
  acts(): Promise<readonly string[]>;
}

export async function openWorkWorld(more: Partial<ScheduleParts> = {}): Promise<WorkWorld> {
  const world = await openWorld();
  const { db, clock, log, vault } = world;
  const wages = writtenWages();
  let parts: ScheduleParts | null = null;
  const office = await openOffice(world, {
    policies: [policies],
    routes: ({ audit, people, policy, jobs }) => {
      const afterSeriesEdit = [seriesFollower({ clock, people, audit, jobs })];
      const given = { db, clock, log, vault, audit, people, policy, jobs, afterSeriesEdit, wages };
      parts = { ...given, publicUrl: 'http://localhost:3000', ...more };
      return scheduleRoutes(parts);
    },
  });
  if (parts === null) throw new Error('the office asked for no routes');
  const owner = await office.found();
  const asked = async (method: string, path: string, body?: unknown, as: Browser = owner) => {
    return readAnswer(await office.ask(path, { as, method, body }));
  };
  const must = async (method: string, path: string, body?: unknown, as?: Browser) => {
    const { status, json } = await asked(method, path, body, as);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(json)}`);
    return json;
  };
  const api = (path: string) => `/api/schedule/${path}`;
  const location = async (name = newId(clock), timeZone = 'Europe/Berlin') =>
    String((await must('POST', '/api/locations', { name, timeZone })).id);
  return {
    ...{ world, office, parts, owner, location },
    ask: (method, path, body, as) => asked(method, api(path), body, as),
    did: (method, path, body, as) => must(method, api(path), body, as),
    signInAs: (role, name) => office.signInAs(owner.orgId, role, name),
    department: async () => String((await must('POST', '/api/departments', { name: newId(clock) })).id),
    role: async (given = {}) => {
      const locationId = given.locationId ?? (await location());
      return String((await must('POST', api('roles'), { name: 'Bar', ...given, locationId })).id);
    },
    acts: () =>
      world.db.inOrg(owner.orgId, async (tx) => (await office.audit.read(tx)).map(({ entry }) => entry.action)),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}
