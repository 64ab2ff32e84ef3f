import type { z } from '@hono/zod-openapi';
import { readAnswer } from '../../../../test/support/read-answer.ts';
import { type Browser, type Office, openOffice } from '../../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { newId } from '../../../platform/clock/index.ts';
import type { OrgId, Tx } from '../../../platform/db/index.ts';
import type { JobHandler } from '../../../platform/jobs/index.ts';
import type { Role } from '../../../platform/policy/index.ts';
import { policies, type ScheduleParts, scheduleRoutes } from '../index.ts';
import { announcing } from '../life/jobs.ts';
import type { WorkRole } from '../work/roles/role.ts';
import { insertRole, putPeople } from '../work/roles/store.ts';
import type { ShiftPayload, StoredSeries } from '../work/series/series-rows.ts';
import { insertSeries } from '../work/series/store.ts';
import {
  type AssignmentAnswer,
  type candidatesShape,
  type MineAnswer,
  type OutcomeAnswer,
  type PeriodAnswer,
  type PlanAnswer,
  type PublishingAnswer,
  planShape,
  type publicationShape,
  type publicationsShape,
  type ReasonAnswer,
  type ShiftAnswer,
  type UpdateAnswer,
} from './shapes.ts';
import { type WrittenWages, writtenWages } from './wages.fixture.ts';

/** Everything that the plan's routes answer with. One answer holds a part of it: its test knows which. */
interface Answered
  extends Readonly<Pick<PublishingAnswer, 'tells' | 'unchanged' | 'premiumMinutes'>>,
    Readonly<Pick<UpdateAnswer, 'state' | 'problem'>>,
    Readonly<Pick<MineAnswer, 'hours'>>,
    Readonly<z.infer<typeof candidatesShape>>,
    Readonly<z.infer<typeof publicationsShape>>,
    Readonly<Pick<z.infer<typeof publicationShape>, 'people'>> {
  readonly id: string;
  readonly revision: number;
  readonly publicationId: string;
  readonly told: number;
  readonly periods: readonly PeriodAnswer[];
  readonly shifts: readonly (ShiftAnswer & MineAnswer['shifts'][number])[];
  readonly assignment: AssignmentAnswer;
  readonly assignments: readonly AssignmentAnswer[];
  readonly words: string;
  readonly sentences: readonly string[];
  readonly updates: readonly UpdateAnswer[];
  readonly outcome: OutcomeAnswer;
  /** Of refusals. */
  readonly code: string;
  readonly detail: string;
  readonly reasons: readonly ReasonAnswer[];
  readonly overrulable: boolean;
}

interface Answer {
  readonly status: number;
  readonly json: Answered;
}

/** An installation on Monday, 4 May 2026, for organisations that plan their work. */
export interface PlanSite extends AsyncDisposable {
  readonly world: World;
  readonly office: Office;
  readonly parts: ScheduleParts;
  /** What people earn. */
  readonly wages: WrittenWages;
  /** A fresh organisation with a bar and a door at the harbour, on every day. */
  found(): Promise<PlanWorld>;
}

export interface PlanWorld {
  readonly orgId: OrgId;
  readonly owner: Browser;
  readonly location: string;
  readonly roles: { readonly bar: string; readonly door: string };
  in<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  ask(method: string, path: string, body?: unknown, as?: Browser): Promise<Answer>;
  /** Adds somebody who knows these roles. */
  person(name: string, roles?: readonly string[]): Promise<string>;
  /** The same for somebody who can sign in. */
  signIn(name: string, roles?: readonly string[], as?: Role): Promise<Browser>;
  role(name: string, location: string): Promise<string>;
  /** Adds shifts to a role: every day from the 18th of May on, unless told. */
  series(roleId: string, given?: Partial<StoredSeries<ShiftPayload>>): Promise<StoredSeries<ShiftPayload>>;
  /** Opens the fortnight from the 18th of May and gives its plan. */
  open(): Promise<{ readonly id: string; readonly plan: PlanAnswer }>;
  plan(as?: Browser): Promise<PlanAnswer>;
  /** The shift of a role on a day. */
  shift(roleId: string, day: string): Promise<ShiftAnswer>;
  assign(shiftId: string, personId: string): Promise<Answer>;
}

export const firstDay = '2026-05-18';
export const lastDay = '2026-05-31';

/** Opens the parts of the schedule that planning needs. */
export async function openPlanSite(
  jobs: (parts: () => ScheduleParts) => readonly JobHandler[] = () => [],
): Promise<PlanSite> {
  const world = await openWorld();
  const { db, clock, log, vault } = world;
  const wages = writtenWages();
  let parts: ScheduleParts | null = null;
  const made = () => {
    if (parts === null) throw new Error('the office asked for no routes');
    return parts;
  };
  const office = await openOffice(world, {
    policies: [policies],
    jobs: [...jobs(made), announcing(made)],
    routes: ({ audit, people, policy, jobs: queue }) => {
      const given = { db, clock, log, vault, audit, people, policy, wages, jobs: queue };
      parts = { ...given, publicUrl: 'http://localhost:3000' };
      return scheduleRoutes(parts);
    },
  });
  return {
    ...{ world, office, wages, parts: made() },
    found: () => foundPlan(office, made()),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

async function foundPlan(office: Office, parts: ScheduleParts): Promise<PlanWorld> {
  const { db, clock } = parts;
  const owner = await office.found();
  const { orgId } = owner;
  const inOrg = <T>(work: (tx: Tx) => Promise<T>) => db.inOrg(orgId, work);
  const asked = async (method: string, path: string, body?: unknown, as = owner): Promise<Answer> => {
    return readAnswer(await office.ask(path, { as, method, body }));
  };
  const place = await asked('POST', '/api/locations', { name: 'Harbour', timeZone: 'Europe/Lisbon' });
  const location = String(place.json.id);
  const role = async (name: string, at: string) => {
    const added: WorkRole = {
      ...{ id: newId(clock), name, locationId: at, departmentId: null, colour: 'blue' },
      ...{ importance: null, conditions: [], archived: false },
    };
    await inOrg((tx) => insertRole(tx, added, clock.now()));
    return added.id;
  };
  const roles = { bar: await role('Bar', location), door: await role('Door', location) };
  const plan = async (as?: Browser) =>
    planShape.parse((await asked('GET', `/api/schedule/plan?from=${firstDay}&to=${lastDay}`, undefined, as)).json);
  return {
    ...{ orgId, owner, location, roles, in: inOrg, role, plan, ...hiring(office, parts, orgId, roles.bar) },
    ask: (method, path, body, as) => asked(method, `/api/schedule/${path}`, body, as),
    series: async (roleId, given = {}) => {
      const series: StoredSeries<ShiftPayload> = {
        ...{ id: newId(clock), zone: 'Europe/Lisbon', start: `${firstDay}T09:00`, minutes: 8 * 60 },
        rule: { repeat: { every: 'day', interval: 1 }, ends: { kind: 'never' } },
        ...{ exceptions: [], colour: null, payload: { needs: 1, breakMinutes: 0, label: null } },
        ...{ owner: { roleId }, revision: 1 },
        ...given,
      };
      await inOrg((tx) => insertSeries(tx, series, clock.now()));
      return series;
    },
    open: async () => {
      const { json } = await asked('POST', '/api/schedule/periods', { firstDay });
      return { id: json.id, plan: await plan() };
    },
    shift: async (roleId, day) => {
      const found = (await plan()).shifts.find((one) => one.roleId === roleId && one.day === day);
      if (found === undefined) throw new Error(`no shift on ${day}`);
      return found;
    },
    assign: (shiftId, personId) => asked('POST', `/api/schedule/shifts/${shiftId}/assignments`, { personId }),
  };
}

/** Adds people to an organisation, who know the bar unless told. */
function hiring(office: Office, { db, clock, people }: ScheduleParts, orgId: OrgId, bar: string) {
  const knowing = new Map<string, string[]>();
  const learn = async (personId: string, known: readonly string[]) => {
    for (const roleId of known) {
      const others = knowing.get(roleId) ?? [];
      knowing.set(roleId, [...others, personId]);
      await db.inOrg(orgId, (tx) => putPeople(tx, roleId, [{ id: newId(clock), personId }], others));
    }
  };
  const person: PlanWorld['person'] = async (name, known = [bar]) => {
    const { id } = await people.addMember(orgId, { name, roles: ['employee'] });
    await learn(id, known);
    return id;
  };
  const signIn: PlanWorld['signIn'] = async (name, known = [bar], as = 'employee') => {
    const browser = await office.signInAs(orgId, as, name);
    await learn(browser.personId, known);
    return browser;
  };
  return { person, signIn };
}
