import type { Browser } from '../../../../test/support/sign-in.ts';
import { type Answer, type Ground, openPaySite, type PaySite, type PayWorld } from '../pay-world.fixture.ts';
import { lookAfterRaises, takeAllEffect } from './watching.ts';

/** A promotion of Ana to 18.00 an hour from the first of June. */
export const proposal = (given: object = {}): object => ({
  ...{ from: '2026-06-01', title: 'Head baker', reason: 'Runs the early shift' },
  pay: { roleId: null, pay: { kind: 'hourly', minor: 1800, currency: 'EUR' } },
  ...given,
});

/** An organisation in which raises are proposed; Ana earns 15.00 an hour. */
export interface RaiseWorld extends PayWorld {
  propose(as: Browser, given?: object, to?: Browser): Promise<Answer>;
  /** Proposes and gives the id. */
  proposed(as: Browser, given?: object, to?: Browser): Promise<string>;
  read(as: Browser, id: string, reason?: string): Promise<Answer>;
  /** What the proposal says now, as the owner reads it. */
  shown(id: string, as?: Browser): Promise<Shown>;
  act(as: Browser, id: string, path: Path, given?: object): Promise<Answer>;
  /** What runs by the clock, without what mails it brings. */
  work(): Promise<void>;
  /** Subjects of all mails so far, each with whose it is. */
  told(): Promise<readonly string[]>;
  /** To the morning of a day. */
  goTo(day: string): void;
}

export type Path = 'approval' | 'refusal' | 'withdrawal' | 'release';
export interface Shown {
  readonly state: string;
  readonly stoppedWhy: string | null;
  readonly stale: string | null;
  readonly revision: number;
  readonly approvals: number;
  readonly missing: string | null;
  readonly waitsFor: readonly string[];
  readonly released: boolean;
  readonly may: Readonly<Record<string, boolean>>;
  readonly timeline: readonly { readonly kind: string; readonly by: string | null; readonly words: string | null }[];
  readonly pay: { readonly percent: number | null; readonly before: { readonly minor: number } | null } | null;
}

export interface RaiseSite extends PaySite {
  opened(): Promise<RaiseWorld>;
}

export async function openRaiseSite(ground?: Ground): Promise<RaiseSite> {
  const site = await openPaySite(ground);
  const { clock } = site.world;
  const start = clock.now().getTime();
  return {
    ...site,
    opened: async () => {
      // Each organisation begins on the same Monday.
      clock.advance(start - clock.now().getTime());
      return raiseWorld(site, await site.found());
    },
  };
}

async function raiseWorld(site: PaySite, at: PayWorld): Promise<RaiseWorld> {
  const { office, parts, world } = site;
  await at.enter(at.payroll);
  const revisions = new Map<string, number>();
  const propose: RaiseWorld['propose'] = (as, given, to = at.ana) =>
    at.ask(as, 'POST', `people/${to.personId}/raises`, proposal(given));
  const read: RaiseWorld['read'] = (as, id, reason = 'checking') => at.ask(as, 'POST', `raises/${id}/look`, { reason });
  // What other tests have left to be sent is none of this one's.
  while ((await office.jobs.runDue()) > 0);
  const mailFrom = office.sent.length;
  return {
    ...{ ...at, propose, read },
    proposed: async (...args) => {
      const { status, json } = await propose(...args);
      if (status !== 201) throw new Error(`nothing was proposed: ${status} ${JSON.stringify(json)}`);
      return String(json.id);
    },
    shown: async (id, as = at.owner) => {
      const { status, json } = await read(as, id);
      if (status !== 200) throw new Error(`the proposal is not shown: ${status}`);
      revisions.set(id, Number(json.revision));
      return json as unknown as Shown;
    },
    act: (as, id, path, given) =>
      at.ask(as, 'POST', `raises/${id}/${path}`, { revision: revisions.get(id) ?? 1, ...given }),
    work: async () => {
      await takeAllEffect(parts, at.orgId);
      await at.in((tx) => lookAfterRaises(parts, tx));
    },
    told: async () => {
      while ((await office.jobs.runDue()) > 0);
      return office.sent.slice(mailFrom).map(({ to, subject }) => `${to.replace(/\d*-.*/, '')}: ${subject}`);
    },
    goTo: (day) => {
      const ahead = Date.parse(`${day}T08:00:00Z`) - world.clock.now().getTime();
      world.clock.advance(ahead);
    },
  };
}
