import type { Browser } from '../../../../test/support/sign-in.ts';
import { newId } from '../../../platform/clock/index.ts';
import { wall } from '../calendar/local.ts';
import { clockOf, epochAt } from '../calendar/zone.ts';
import { insertEntry } from '../clock/store.ts';
import { insertAssignments } from '../plan/assigning/store.ts';
import { insertPeriod } from '../plan/periods/store.ts';
import { openPlanSite, type PlanSite, type PlanWorld } from '../plan/plan-world.fixture.ts';
import { insertShifts } from '../plan/shift-store.ts';
import { sealRoleRate } from '../work/roles/rates.ts';
import { putPeople } from '../work/roles/store.ts';
import { readSettings } from '../work/settings/read-settings.ts';
import type { Settings } from '../work/settings/settings.ts';
import { updateSettings } from '../work/settings/store.ts';
import { type ReportAnswer, reportShape } from './shapes.ts';

export const zone = 'Europe/Lisbon';

/** A shift as tests write it: `2026-05-18T09:00` and how long it is on the clock on the wall. */
export interface WrittenShift {
  readonly roleId: string;
  readonly start: string;
  readonly hours: number;
  readonly people: readonly string[];
  readonly needs?: number;
  readonly breakMinutes?: number;
}

/** An organisation at the harbour with work written straight into its plan. */
export interface ReportWorld extends PlanWorld {
  readonly site: PlanSite;
  /** Writes a shift with who is on it; gives its id. */
  write(shift: WrittenShift): Promise<string>;
  /** What somebody clocked. */
  clocked(personId: string, roleId: string | null, start: string, hours: number): Promise<void>;
  /** What an hour of a role begins with, and what some people in it earn. */
  rates(roleId: string, minor: number | null, people?: Readonly<Record<string, number>>): Promise<void>;
  knows(roleId: string, people: readonly string[]): Promise<void>;
  settings(change: Partial<Settings>): Promise<void>;
  report(query: string, as?: Browser): Promise<ReportAnswer>;
  file(path: string, as?: Browser): Promise<{ readonly status: number; readonly text: string }>;
  /** Somebody who schedules these locations or departments only. */
  scheduler(reach?: { locations?: readonly string[]; departments?: readonly string[] }): Promise<Browser>;
}

export { openPlanSite };

export async function foundReports(site: PlanSite): Promise<ReportWorld> {
  const at = await site.found();
  const { clock } = site.parts;
  const periodId = newId(clock);
  await at.in((tx) => insertPeriod(tx, { id: periodId, firstDay: '2026-01-05', days: 14, revision: 1 }, clock.now()));
  return { ...at, site, ...writersOf(at, site, periodId), ...readersOf(at, site) };
}

/** What puts work, hours and rates into the organisation. */
function writersOf(at: PlanWorld, site: PlanSite, periodId: string) {
  const { clock } = site.parts;
  const wallEnd = (start: string, hours: number) => clockOf(zone).toEpoch(wall(start) + hours * 60);
  const writers: Pick<ReportWorld, 'write' | 'clocked' | 'rates' | 'knows' | 'settings'> = {
    write: async ({ roleId, start, hours, people, needs = people.length, breakMinutes = 0 }) => {
      const id = newId(clock);
      const span = { start: epochAt(zone, start), end: wallEnd(start, hours) };
      const shift = {
        ...{ id, periodId, roleId, seriesId: newId(clock), occurrence: start, zone, day: start.slice(0, 10), needs },
        ...{ breakMinutes, label: null, colour: null, importance: null, cancelled: false, ...span },
      };
      const assigned = people.map((personId) => ({
        ...{ id: newId(clock), shiftId: id, personId, madeBy: 'hand' as const, pinned: false, ...span },
        ...{ overruledWhy: null, overruledBy: null },
      }));
      await at.in((tx) => insertShifts(tx, [shift]));
      await at.in((tx) => insertAssignments(tx, assigned, clock.now()));
      return id;
    },
    clocked: async (personId, roleId, start, hours) => {
      const entry = {
        ...{ id: newId(clock), personId, shiftId: null, roleId, locationId: at.location, zone },
        ...{ day: start.slice(0, 10), start: epochAt(zone, start), end: wallEnd(start, hours), breaks: [], version: 1 },
      };
      await at.in((tx) => insertEntry(tx, entry));
    },
    rates: (roleId, minor, people = {}) =>
      at.in(async (tx) => {
        await sealRoleRate(site.parts, tx, roleId, minor);
        for (const [personId, own] of Object.entries(people))
          site.wages.write(at.orgId, { personId, roleId, minor: own });
      }),
    knows: (roleId, people) =>
      at.in((tx) =>
        putPeople(
          tx,
          roleId,
          people.map((personId) => ({ id: newId(clock), personId })),
          [],
        ),
      ),
    settings: (change) =>
      at.in(async (tx) => {
        const settings = await readSettings(site.parts, tx);
        await updateSettings(tx, { ...settings, ...change }, clock.now());
      }),
  };
  return writers;
}

/** What asks for reports, and who asks. */
function readersOf(at: PlanWorld, site: PlanSite): Pick<ReportWorld, 'report' | 'file' | 'scheduler'> {
  return {
    report: async (query, as) => reportShape.parse((await at.ask('GET', `reports?${query}`, undefined, as)).json),
    file: async (path, as = at.owner) => {
      const answer = await site.office.ask(`/api/schedule/${path}`, { as, method: 'GET' });
      // With its mark, which reading it as text would take off.
      return { status: answer.status, text: Buffer.from(await answer.arrayBuffer()).toString() };
    },
    scheduler: async ({ locations = [], departments = [] } = {}) => {
      const scheduler = await site.office.signInAs(at.orgId, 'scheduler');
      const body = { reach: { departments, locations } };
      const path = `/api/members/${scheduler.personId}`;
      const { status } = await site.office.ask(path, { as: at.owner, method: 'PATCH', body });
      if (status !== 200) throw new Error(`their reach was not set: ${status}`);
      return scheduler;
    },
  };
}
