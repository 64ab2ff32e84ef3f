import type { z } from '@hono/zod-openapi';
import { readAnswer } from '../../../../test/support/read-answer.ts';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { newId } from '../../../platform/clock/index.ts';
import type { Role } from '../../../platform/policy/index.ts';
import { epochAt } from '../calendar/zone.ts';
import type { ScheduleParts } from '../parts.ts';
import { openPlanSite, type PlanSite, type PlanWorld } from '../plan/plan-world.fixture.ts';
import { readSettings } from '../work/settings/read-settings.ts';
import { updateSettings } from '../work/settings/store.ts';
import type { CorrectionAnswer } from './corrections/shapes.ts';
import { clockJobs } from './jobs.ts';
import type { ClockAnswer, versionsShape } from './shapes.ts';
import type { SheetAnswer, SheetsAnswer } from './sheets/shapes.ts';

/** Everything that the clock's routes answer with. One answer holds a part of it: its test knows which. */
interface Answered
  extends ClockAnswer,
    Readonly<z.infer<typeof versionsShape>>,
    Readonly<Pick<SheetAnswer, 'period' | 'person' | 'planned' | 'entries'>>,
    Readonly<Pick<SheetsAnswer, 'people' | 'totals'>> {
  readonly correction: CorrectionAnswer;
  readonly corrections: readonly CorrectionAnswer[];
  readonly reopened: readonly string[];
  /** Of refusals. */
  readonly code: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A bar in Lisbon on the evening of Sunday, 17 May 2026, whose shifts are from 9:00 to 17:00 on every day. */
export interface ClockWorld extends AsyncDisposable, Pick<PlanWorld, 'owner' | 'orgId' | 'location' | 'roles' | 'in'> {
  readonly site: PlanSite;
  readonly parts: ScheduleParts;
  ask(method: string, path: string, body?: unknown, as?: Browser): Promise<{ status: number; json: Answered }>;
  /** The same for what has to succeed: gives the answer's body. */
  did(method: string, path: string, body?: unknown, as?: Browser): Promise<Answered>;
  /** Somebody who knows the bar and was told of its shifts on these days. */
  hired(name: string, days?: readonly string[], role?: Role): Promise<Browser>;
  /** Moves the clock to a local time in Lisbon. */
  at(local: string): void;
  /** Presses a button of the clock, at a local time if one is given. */
  presses(who: Browser, act: string, local?: string, body?: object): Promise<{ status: number; json: Answered }>;
  /** What somebody was told, by the events of their notices; without that of the plan. */
  told(who: Browser): Promise<readonly string[]>;
  acts(): Promise<readonly string[]>;
}

const zone = 'Europe/Lisbon';

/** A local time in Lisbon as an instant. */
export const instantOf = (local: string): string => new Date(epochAt(zone, local) * 60_000).toISOString();

export async function openClockWorld(): Promise<ClockWorld> {
  const site = await openPlanSite((parts) =>
    // The parts are made after the jobs are listed.
    clockJobs({
      get db() {
        return parts().db;
      },
      get people() {
        return parts().people;
      },
    }),
  );
  const { clock } = site.world;
  const at = (local: string) => clock.advance(Date.parse(instantOf(local)) - clock.now().getTime());
  at('2026-05-17T18:00');
  const plan = await site.found();
  const { parts } = site;
  await plan.in(async (tx) => {
    const settings = await readSettings(parts, tx);
    const rules = settings.rules.filter(({ kind }) => kind === 'overtime' || kind === 'knows_role');
    await updateSettings(tx, { ...settings, timeClock: true, rules }, clock.now());
  });
  await plan.series(plan.roles.bar, { payload: { needs: 50, breakMinutes: 30, label: null } });
  const { id: period } = await plan.open();
  const { owner, orgId, location, roles } = plan;
  const { ask, did } = askerOf(site, plan);
  return {
    ...{ site, parts, owner, orgId, location, roles, in: plan.in, ask, did, at },
    hired: hirerOf(plan, { period, did }),
    presses: (who, act, local, body = {}) => {
      if (local !== undefined) at(local);
      return ask('POST', `clock/${act}`, { key: newId(clock), ...body }, who);
    },
    told: (who) => toldTo(site, who),
    acts: () => plan.in(async (tx) => (await site.office.audit.read(tx)).map(({ entry }) => entry.action)),
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  };
}

/** Asks the schedule's routes, as the owner unless told. */
function askerOf({ office }: PlanSite, { owner }: PlanWorld): Pick<ClockWorld, 'ask' | 'did'> {
  const ask: ClockWorld['ask'] = async (method, path, body, as = owner) => {
    return readAnswer(await office.ask(`/api/schedule/${path}`, { as, method, body }));
  };
  const did: ClockWorld['did'] = async (method, path, body, as) => {
    const { status, json } = await ask(method, path, body, as);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(json)}`);
    return json;
  };
  return { ask, did };
}

/** Makes people who know the bar and are told of its shifts in a period. */
function hirerOf(
  plan: PlanWorld,
  { period, did }: Pick<ClockWorld, 'did'> & { readonly period: string },
): ClockWorld['hired'] {
  const { roles } = plan;
  return async (name, days = [], role = 'employee') => {
    const who = await plan.signIn(name, [roles.bar], role);
    for (const day of days) await plan.assign((await plan.shift(roles.bar, day)).id, who.personId);
    const { revision } = (await plan.ask('GET', `periods/${period}/publishing`)).json;
    const body = { revision, despite: true, why: 'Somebody came' };
    if (days.length > 0) await did('POST', `periods/${period}/publish`, body);
    return who;
  };
}

const ofPlan = ['schedule_published', 'schedule_changed'];

async function toldTo({ office }: PlanSite, who: Browser): Promise<readonly string[]> {
  const answer = await office.ask('/api/notices', { as: who });
  const { notices } = (await answer.json()) as { notices: { event: string }[] };
  return notices.flatMap(({ event }) => (ofPlan.includes(event) ? [] : [event])).toReversed();
}
