import type { Browser } from '../../../../test/support/sign-in.ts';
import { type Asking, askingAs, everywhere } from '../../../platform/policy/index.ts';
import { type Answer, type Ground, openPaySite, type PaySite, type PayWorld } from '../pay-world.fixture.ts';
import type { ChosenAnswer, GridAnswer, SubmittedAnswer } from './shapes.ts';

const range = (suggested: number, min: number, max: number) => ({ suggested, min, max });
/** A review from the first of June of 5,000.00 a year, as it is set up. */
const cycle = (given: object = {}): object => ({
  ...{ name: 'Summer review', from: '2026-06-01', budget: 500_000, currency: 'EUR', weeklyMinutes: 2400 },
  guidelines: {
    ...{ below: range(60, 40, 80), lower: range(40, 30, 60), middle: range(30, 20, 40) },
    ...{ upper: range(20, 10, 30), above: range(0, 0, 10), unbanded: range(25, 0, 50) },
  },
  ...{ shares: [], without: [], ...given },
});

export const hourly = (minor: number, currency = 'EUR') => ({ pay: { kind: 'hourly', minor, currency } });

/**
 * An organisation that reviews its pay. Max leads Ana and Ben, Mia leads Cleo and Dan; each of the four earns 15.00 an hour,
 * Max and Pia, who keeps pay, 20.00.
 */
export interface CycleWorld extends PayWorld {
  readonly mia: Browser;
  readonly ben: Browser;
  readonly cleo: Browser;
  readonly dan: Browser;
  /** Begins a review and opens it; gives its id. */
  opened(given?: object): Promise<string>;
  begin(as: Browser, given?: object): Promise<Answer>;
  change(as: Browser, id: string, given?: object): Promise<Answer>;
  move(as: Browser, id: string, to: string, revision?: number): Promise<Answer>;
  grid(as: Browser, id: string, reason?: string): Promise<Answer>;
  shown(as: Browser, id: string): Promise<GridAnswer>;
  line(as: Browser, id: string, of: Browser): Promise<GridAnswer['lines'][number]>;
  /** Chooses for one, by the version that is there unless told. */
  choose(as: Browser, id: string, of: Browser, minor: number | null, given?: object): Promise<Answer>;
  chosen(as: Browser, id: string, of: Browser, minor: number | null, given?: object): Promise<ChosenAnswer>;
  submit(as: Browser, id: string, given?: object): Promise<Answer>;
  submitted(as: Browser, id: string, given?: object): Promise<SubmittedAnswer>;
  /** How many proposals wait for each, by id. */
  raises(): Promise<readonly string[]>;
}

export interface CycleSite extends PaySite {
  reviewing(): Promise<CycleWorld>;
}

export async function openCycleSite(ground?: Ground): Promise<CycleSite> {
  const site = await openPaySite(ground);
  return { ...site, reviewing: async () => cycleWorld(site, await site.found()) };
}

/** Who works there, beside those of any organisation, with what they earn. */
async function employed({ office }: PaySite, at: PayWorld) {
  const [mia, ben, cleo, dan] = [
    await at.as('employee', 'Mia'),
    await at.as('employee', 'Ben'),
    await at.as('employee', 'Cleo'),
    await at.as('employee', 'Dan'),
  ];
  const leads = [
    [ben, at.manager],
    [cleo, mia],
    [dan, mia],
  ] as const;
  for (const [who, manager] of leads) {
    const body = { managerId: manager.personId };
    await office.ask(`/api/people/${who.personId}/employment`, { as: at.owner, method: 'PATCH', body });
  }
  for (const who of [at.ana, ben, cleo, dan]) await at.enter(at.owner, {}, who);
  for (const who of [at.manager, at.payroll]) await at.enter(at.owner, hourly(2000), who);
  return { mia, ben, cleo, dan };
}

async function cycleWorld(site: PaySite, at: PayWorld): Promise<CycleWorld> {
  const people = await employed(site, at);
  const begin: CycleWorld['begin'] = (as, given) => at.ask(as, 'POST', 'cycles', cycle(given));
  const move: CycleWorld['move'] = (as, id, to, revision = 1) =>
    at.ask(as, 'PUT', `cycles/${id}/state`, { to, revision });
  const grid: CycleWorld['grid'] = (as, id, reason = 'checking') => at.ask(as, 'POST', `cycles/${id}/look`, { reason });
  const shown: CycleWorld['shown'] = async (as, id) => {
    const { status, json } = await grid(as, id);
    if (status !== 200) throw new Error(`the review is not shown: ${status}`);
    return json as unknown as GridAnswer;
  };
  const line: CycleWorld['line'] = async (as, id, { personId }) => {
    const found = (await shown(as, id)).lines.find((one) => one.personId === personId);
    if (found === undefined) throw new Error('the line is not shown');
    return found;
  };
  const choose: CycleWorld['choose'] = async (as, id, of, minor, given = {}) => {
    const { version } = 'version' in given ? { version: 0 } : await line(as, id, of);
    const lines = [{ personId: of.personId, version, minor, why: null, ...given }];
    return at.ask(as, 'PUT', `cycles/${id}/lines`, { lines });
  };
  const submit: CycleWorld['submit'] = async (as, id, given) =>
    at.ask(as, 'POST', `cycles/${id}/submission`, { revision: (await shown(as, id)).revision, ...given });
  return {
    ...{ ...at, ...people, begin, move, grid, shown, line, choose, submit },
    change: (as, id, given) => at.ask(as, 'PUT', `cycles/${id}`, { ...cycle(given), revision: 1, ...given }),
    opened: async (given) => {
      const { json } = await begin(at.payroll, given);
      const id = String(json.id);
      const { status } = await move(at.payroll, id, 'open');
      if (status !== 204) throw new Error(`the review was not opened: ${status}`);
      return id;
    },
    chosen: async (...args) => (await choose(...args)).json as unknown as ChosenAnswer,
    submitted: async (...args) => {
      const { status, json } = await submit(...args);
      if (status !== 200) throw new Error(`nothing was submitted: ${status} ${JSON.stringify(json)}`);
      return json as unknown as SubmittedAnswer;
    },
    raises: async () => {
      const { json } = await at.ask(at.owner, 'GET', 'raises');
      return (json.raises as readonly { readonly name: string }[]).map(({ name }) => name).toSorted();
    },
  };
}

/** Somebody of payroll as if they asked, where no browser is. */
export function payrollAsks({ parts }: Pick<PaySite, 'parts'>, orgId: Asking['orgId'], personId: string): Asking {
  return askingAs(parts, {
    ...{ kind: 'member', personId, orgId, userId: null, roles: ['payroll'], state: 'active', reach: everywhere },
  });
}
