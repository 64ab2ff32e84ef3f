import { readAnswer } from '../../../test/support/read-answer.ts';
import { type Browser, type Office, openOffice } from '../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { newId } from '../../platform/clock/index.ts';
import type { Role } from '../../platform/policy/index.ts';
import type { OnLeaving, OnMerging } from '../people/index.ts';
import { lifeJobs, openShiftsOfLeaver, policies as schedulePolicies, scheduleRoutes } from '../schedule/index.ts';
import {
  carryProcesses,
  handOnRuns,
  noteLeaver,
  type ProcessParts,
  personalProcesses,
  policies,
  processRoutes,
} from './index.ts';
import type { Step } from './writing/step.ts';

type Json = Readonly<Record<string, unknown>>;

/** An organisation in Berlin on Monday, 4 May 2026, with the routes of people, schedule and processes. */
export interface ProcessWorld extends AsyncDisposable {
  readonly world: World;
  readonly office: Office;
  readonly parts: ProcessParts;
  readonly owner: Browser;
  ask(method: string, path: string, body?: unknown, as?: Browser): Promise<{ status: number; json: Json }>;
  /** For what has to succeed: gives the answer's body. */
  did(method: string, path: string, body?: unknown, as?: Browser): Promise<Json>;
  signInAs(role: Role, name?: string): Promise<Browser>;
  /** A process with a draft, begun by somebody; its id. */
  begin(content?: Json, as?: Browser): Promise<string>;
  /** The same, published by the organisation's owner. */
  publish(content?: Json, access?: Json, as?: Browser): Promise<string>;
  /** Titles of what somebody finds. */
  titles(q?: string, as?: Browser): Promise<readonly string[]>;
  acts(): Promise<readonly string[]>;
  /** Does the work that is due, until nothing is left. */
  work(): Promise<void>;
}

export const openToAll = { ownerId: null, reviewBy: null, confidential: false, audience: [] };

/** A step, as far as a test says it. */
export function step(given: Partial<Step> = {}): Step {
  return {
    ...{ id: crypto.randomUUID(), kind: 'do', title: 'Unlock the door', text: '' },
    ...{ doer: { kind: 'anyone', id: null }, minutes: null, measure: null, choices: [] },
    ...given,
  };
}

const nobodyEarns = { ratesOf: async () => () => null, recordLooks: async () => undefined };

/** The schedule's jobs, which are listed before there are people: what they work with is asked for when they run. */
function lateScheduleJobs({ db, clock }: World, parts: () => ProcessParts, office: () => Office) {
  return lifeJobs({
    ...{ db, clock },
    get people() {
      return parts().people;
    },
    get audit() {
      return office().audit;
    },
    get jobs() {
      return parts().jobs;
    },
  });
}

export async function openProcessWorld(): Promise<ProcessWorld> {
  const world = await openWorld();
  const { db, clock, log, vault } = world;
  let parts: ProcessParts | null = null;
  const onLeaving: OnLeaving[] = [];
  const onMerging: OnMerging[] = [carryProcesses];
  const made = () => {
    if (parts === null) throw new Error('the office asked for no routes');
    return parts;
  };
  const office: Office = await openOffice(world, {
    jobs: lateScheduleJobs(world, made, () => office),
    policies: [schedulePolicies, policies],
    above: { onLeaving, onMerging, personalSources: [personalProcesses] },
    routes: ({ audit, people, policy, jobs }) => {
      const shared = { db, clock, log, vault, audit, people, policy, jobs, publicUrl: 'http://localhost:3000' };
      const scheduling = { ...shared, wages: nobodyEarns };
      parts = shared;
      onLeaving.push((tx, personId, at) => openShiftsOfLeaver(scheduling, tx, personId, at));
      onLeaving.push(noteLeaver(shared), handOnRuns(shared));
      return [...scheduleRoutes(scheduling), ...processRoutes(shared)];
    },
  });
  const owner = await office.found();
  const ask = async (method: string, path: string, body?: unknown, as: Browser = owner) =>
    readAnswer(await office.ask(path, { as, method, body }));
  const did = async (method: string, path: string, body?: unknown, as?: Browser) => {
    const { status, json } = await ask(method, path, body, as);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(json)}`);
    return json;
  };
  const begin = async (content: Json = {}, as?: Browser) => {
    const body = { title: `Process ${newId(clock)}`, body: 'Words.', ...content };
    return String((await did('POST', '/api/processes', body, as)).id);
  };
  return {
    ...{ world, office, parts: made(), owner, ask, did, begin },
    signInAs: (role, name) => office.signInAs(owner.orgId, role, name),
    publish: async (content, access, as) => {
      const id = await begin(content, as);
      if (access) await did('PUT', `/api/processes/${id}/access`, { ...openToAll, ...access });
      await did('POST', `/api/processes/${id}/review`, {}, as);
      await did('POST', `/api/processes/${id}/publish`);
      return id;
    },
    titles: async (q = '', as) => {
      const { processes } = await did('GET', `/api/processes?q=${encodeURIComponent(q)}`, undefined, as);
      return (processes as readonly { title: string }[]).map(({ title }) => title);
    },
    acts: () => db.inOrg(owner.orgId, async (tx) => (await office.audit.read(tx)).map(({ entry }) => entry.action)),
    work: async () => {
      while ((await office.jobs.runDue()) > 0);
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}
