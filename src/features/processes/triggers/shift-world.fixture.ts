import type { Browser } from '../../../../test/support/sign-in.ts';
import { openProcessWorld, type ProcessWorld, step } from '../process-world.fixture.ts';
import { triggerJobs } from './jobs.ts';

type Json = Readonly<Record<string, unknown>>;

/** A day in the fortnight that is planned. */
export const day = (number: number) => `2026-05-${number}`;

/** A shop in Berlin with an early and a late shift on every day from 18 May 2026 on, and Ana and Bo who work there. */
export interface ShiftWorld extends ProcessWorld {
  readonly ana: Browser;
  readonly bo: Browser;
  readonly locationId: string;
  /** Of the early shift, and of the late one, which knows the same people. */
  readonly roles: { readonly early: string; readonly late: string };
  /** Puts somebody on the shift of a role on a day; gives the assignment. */
  assign(role: 'early' | 'late', on: string, who: Browser): Promise<string>;
  takeOut(assignmentId: string): Promise<void>;
  publishShifts(): Promise<void>;
  /** A published process of one step with what begins it; the ids. */
  begins(trigger: Json, access?: Json): Promise<{ readonly process: string; readonly trigger: string }>;
  /** Sets the clock and does what a minute's job does. */
  at(moment: string): Promise<void>;
  /** The clock's job as it is, without setting anything. */
  tick(): Promise<void>;
  /** Runs of a process as whoever answers for it sees them, the earliest first. */
  runs(process: string): Promise<readonly ShownRun[]>;
  /** What a process's page says of what begins it. */
  shown(process: string): Promise<ShownBegins>;
}

interface ShownRun {
  readonly id: string;
  readonly state: string;
  readonly doer: { readonly name: string } | null;
  readonly dueAt: string | null;
  readonly startedAt: string;
  readonly version: number;
  readonly lateStart: number | null;
  readonly byItself: boolean;
  readonly processId: string;
  readonly about: { readonly name: string } | null;
}

interface ShownBegins {
  readonly triggers: readonly {
    readonly id: string;
    readonly words: string;
    readonly next: { readonly words: string };
    readonly last: { readonly state: string; readonly words: string } | null;
    readonly problem: string | null;
    readonly paused: boolean;
  }[];
}

export async function openShiftWorld(): Promise<ShiftWorld> {
  const given = await openProcessWorld();
  const { did, world } = given;
  const place = await did('POST', '/api/locations', { name: 'Mitte', timeZone: 'Europe/Berlin' });
  const locationId = String(place.id);
  const role = async (name: string, start: string) => {
    const wanted = { name, locationId, departmentId: null, colour: 'teal', importance: null, conditions: [] };
    const id = String((await did('POST', '/api/schedule/roles', wanted)).id);
    await did('POST', `/api/schedule/roles/${id}/series`, {
      ...{ start: `${day(18)}T${start}`, minutes: 6 * 60, colour: null },
      rule: { repeat: { every: 'day', interval: 1 }, ends: { kind: 'never' } },
      payload: { needs: 1, breakMinutes: 0, label: null },
    });
    return id;
  };
  const roles = { early: await role('Early', '08:00'), late: await role('Late', '12:00') };
  const [ana, bo] = [await given.signInAs('employee', 'Ana'), await given.signInAs('employee', 'Bo')];
  for (const id of Object.values(roles))
    await did('PUT', `/api/schedule/roles/${id}/people`, { people: [ana.personId, bo.personId] });
  const period = String((await did('POST', '/api/schedule/periods', { firstDay: day(18) })).id);
  const jobs = triggerJobs(given.parts, async () => [given.owner.orgId]);
  const tick = async () => {
    for (const { run } of jobs) await run({}, { attempt: 1, last: false, forget: async () => undefined });
  };
  const shown = async (process: string) =>
    (await did('GET', `/api/processes/${process}/triggers`)) as unknown as ShownBegins;
  return {
    ...given,
    ...{ ana, bo, locationId, roles, tick, shown },
    assign: async (of, on, who) => {
      const { shifts } = (await did('GET', `/api/schedule/plan?from=${on}&to=${on}`)) as {
        shifts: { id: string; roleId: string }[];
      };
      const shift = shifts.find(({ roleId }) => roleId === roles[of]);
      const path = `/api/schedule/shifts/${shift?.id}/assignments`;
      const { assignment } = (await did('POST', path, { personId: who.personId })) as { assignment: { id: string } };
      return assignment.id;
    },
    takeOut: async (id) => void (await did('DELETE', `/api/schedule/assignments/${id}`)),
    publishShifts: async () =>
      void (await did('POST', `/api/schedule/periods/${period}/publish`, { despite: true, why: 'It is so.' })),
    begins: async (trigger, access) => {
      const process = await given.publish({ title: 'Opening', steps: [step()] }, access);
      const { triggers } = (await did('POST', `/api/processes/${process}/triggers`, trigger)) as unknown as ShownBegins;
      return { process, trigger: triggers[0]?.id ?? '' };
    },
    at: async (moment) => {
      world.clock.advance(new Date(moment).getTime() - world.clock.now().getTime());
      await tick();
    },
    runs: async (process) => {
      const { runs } = (await did('GET', '/api/process-runs')) as unknown as { runs: readonly ShownRun[] };
      const own = runs.filter(({ processId }) => processId === process);
      return own.toSorted((one, other) => one.startedAt.localeCompare(other.startedAt));
    },
  };
}
