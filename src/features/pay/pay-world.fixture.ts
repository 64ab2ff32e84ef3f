import { readAnswer } from '../../../test/support/read-answer.ts';
import { type Browser, type Office, openOffice } from '../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import type { OrgId, Tx } from '../../platform/db/index.ts';
import type { Role } from '../../platform/policy/index.ts';
import type { OnLeaving, PersonalDataSource } from '../people/index.ts';
import { changeKnown as teach } from '../schedule/index.ts';
import { carryPay, type PayParts, payHeld, payRoutes, policies, raisesOfLeaver } from './index.ts';

type Json = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly json: Json;
}

/** An installation on Monday, 4 May 2026, with the routes of people and pay. */
export interface PaySite extends AsyncDisposable {
  readonly world: Ground;
  readonly office: Office;
  readonly parts: PayParts;
  found(): Promise<PayWorld>;
}

/** An organisation with its owner, who answers for pay, an employee, and whom that one reports to. */
export interface PayWorld {
  readonly orgId: OrgId;
  readonly owner: Browser;
  readonly payroll: Browser;
  readonly ana: Browser;
  readonly manager: Browser;
  in<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  as(role: Role, name?: string): Promise<Browser>;
  ask(as: Browser, method: string, path: string, body?: unknown): Promise<Answer>;
  look(as: Browser, at?: Browser, reason?: string): Promise<Answer>;
  enter(as: Browser, given?: object, to?: Browser): Promise<Answer>;
  settings(given: {
    managersSee?: boolean;
    secondPerson?: boolean;
    approvals?: number;
    peopleSeeBands?: boolean;
  }): Promise<void>;
}

/** As an entry is made, of 15.00 an hour from the first of May. */
export const wage = (given: object = {}): object => ({
  ...{ says: 'pay', pay: { kind: 'hourly', minor: 1500, currency: 'EUR' }, from: '2026-05-01', roleId: null },
  ...{ why: 'As agreed', ...given },
});

/** What the parts stand on; a world of their own unless told. */
export type Ground = Pick<World, 'db' | 'clock' | 'vault' | 'log' | 'openJobs'> & AsyncDisposable;

export async function openPaySite(ground?: Ground): Promise<PaySite> {
  const world = ground ?? (await openWorld());
  const { db, clock, vault } = world;
  let parts: PayParts | null = null;
  const above = {
    personalSources: [] as PersonalDataSource[],
    onMerging: [carryPay],
    onLeaving: [] as OnLeaving[],
  };
  const office = await openOffice(world, {
    policies: [policies],
    above,
    routes: ({ audit, people, policy }) => {
      const changeKnown: PayParts['changeKnown'] = (tx, ...change) => teach({ clock, audit }, tx, ...change);
      parts = { db, clock, vault, audit, people, policy, changeKnown };
      above.personalSources.push(payHeld(parts));
      above.onLeaving.push(raisesOfLeaver(parts));
      return payRoutes(parts);
    },
  });
  if (parts === null) throw new Error('the office asked for no routes');
  return {
    ...{ world, office, parts },
    found: () => foundPay(office, world),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

async function foundPay(office: Office, world: Ground): Promise<PayWorld> {
  const owner = await office.found();
  const { orgId } = owner;
  const as: PayWorld['as'] = (role, name) => office.signInAs(orgId, role, name);
  const [payroll, ana, manager] = [
    await as('payroll', 'Pia'),
    await as('employee', 'Ana'),
    await as('employee', 'Max'),
  ];
  const inOrg: PayWorld['in'] = (work) => world.db.inOrg(orgId, work);
  const employment = { as: owner, method: 'PATCH', body: { managerId: manager.personId } };
  const employed = await office.ask(`/api/people/${ana.personId}/employment`, employment);
  if (employed.status !== 200) throw new Error(`Ana has no manager: ${await employed.text()}`);
  const ask: PayWorld['ask'] = async (by, method, path, body) => {
    // Nobody does two things in the same moment.
    world.clock.advance(1000);
    return readAnswer(await office.ask(`/api/pay/${path}`, { as: by, method, body }));
  };
  return {
    ...{ orgId, owner, payroll, ana, manager, in: inOrg, as, ask },
    look: (by, { personId } = ana, reason = 'checking') => ask(by, 'POST', `people/${personId}/look`, { reason }),
    enter: (by, given, { personId } = ana) => ask(by, 'POST', `people/${personId}/wages`, wage(given)),
    settings: async (given) => {
      const wanted = { managersSee: false, secondPerson: false, peopleSeeBands: false, ...given };
      const { status } = await ask(owner, 'PUT', 'settings', wanted);
      if (status !== 200) throw new Error(`the settings were refused: ${status}`);
    },
  };
}
