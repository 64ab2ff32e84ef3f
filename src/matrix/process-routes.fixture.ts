import type { AppMembers } from '../../test/support/app-members.ts';
import type { AppWorld } from '../../test/support/app-world.ts';
import type { Browser } from '../../test/support/sign-in.ts';
import { sql } from '../platform/db/index.ts';
import { roles } from '../platform/policy/index.ts';
import { pictureForm } from './file-forms.fixture.ts';
import type { Expected } from './route.fixture.ts';

/** A process with something to read, which nothing holds of yet. */
const words = { title: 'Opening the shop', body: 'Switch on the lights.' };

const stepId = '018f0000-0000-7000-8000-0000000000b1';
const secondId = '018f0000-0000-7000-8000-0000000000b2';
const doer = { kind: 'anyone', id: null };
const step = { id: stepId, kind: 'do', title: 'Unlock', text: '', doer, minutes: null, measure: null, choices: [] };
/** An id of its own each time: sent twice, an entry counts once. */
const noted = () => JSON.stringify({ id: crypto.randomUUID(), stepId, doneAt: new Date().toISOString() });

const questionId = '018f0000-0000-7000-8000-0000000000b2';
const answers = [
  { text: 'Yes', right: true },
  { text: 'No', right: false },
];
const quiz = {
  questions: [{ id: questionId, kind: 'one', text: 'Lights on?', answers, explains: '' }],
  ...{ passMark: 100, tries: null, waitHours: 1 },
};
const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

/** Who may ask for what of processes. Whose process it is decides: to all others it is not there. */
export const forProcesses: Readonly<Record<string, Expected>> = {
  'GET /api/processes': { may: roles },
  'POST /api/processes': { may: ['owner', 'admin', 'scheduler'], body: words },
  'GET /api/processes/choices': { may: roles },
  'GET /api/processes/:id': { may: roles, business: [404] },
  'GET /api/processes/:id/versions': { may: roles, business: [404] },
  'GET /api/processes/:id/version': { may: roles, business: [404], query: '?number=1' },
  'PUT /api/processes/:id/draft': { may: roles, business: [404], body: { ...words, steps: [], revision: 1 } },
  'DELETE /api/processes/:id/draft': { may: roles, business: [404] },
  'PUT /api/processes/:id/access': {
    may: roles,
    business: [404],
    body: { ownerId: null, reviewBy: null, confidential: false, audience: [] },
  },
  'POST /api/processes/:id/review': { may: roles, business: [404] },
  'POST /api/processes/:id/return': { may: roles, business: [404], body: { reason: 'A step is missing' } },
  'POST /api/processes/:id/publish': { may: roles, business: [404] },
  'POST /api/processes/:id/archive': { may: roles, business: [404] },
  'POST /api/processes/:id/restore': { may: roles, business: [404] },
  'POST /api/processes/:id/pictures': { may: roles, business: [404], body: pictureForm },
  'GET /api/process-pictures/:id': { may: roles, business: [404] },
  'POST /api/processes/:id/runs': { may: roles },
  'GET /api/process-runs': { may: roles },
  'GET /api/process-runs/:id': { may: roles },
  'GET /api/process-runs/:id/evidence': { may: roles },
  'POST /api/process-runs/:id/entries': { may: roles, body: noted },
  // Only whoever noted it, or answers for the process, takes it back.
  'POST /api/process-runs/:id/take-back': { may: roles, body: { stepId }, business: [409] },
  'POST /api/process-runs/:id/stop': { may: roles, business: [404], body: { why: 'A fire drill' } },
  'POST /api/process-runs/:id/pictures': { may: roles, body: pictureForm },
  'GET /api/run-pictures/:id': { may: roles },
  'GET /api/readings': { may: roles },
  'GET /api/readings/count': { may: roles },
  'GET /api/processes/:id/reading': { may: roles },
  'PUT /api/processes/:id/reading': { may: roles, business: [404], body: { dueOn: inAMonth() } },
  'POST /api/processes/:id/reading/anew': { may: roles, business: [404] },
  'POST /api/processes/:id/reading/end': { may: roles, business: [404] },
  'POST /api/processes/:id/reading/remind': { may: roles, business: [404] },
  'GET /api/processes/:id/reading/people': { may: roles, business: [404] },
  'GET /api/processes/:id/reading/people.csv': { may: roles, business: [404] },
  // Asked of everybody: each answers and confirms for themselves.
  'POST /api/processes/:id/reading/quiz': { may: roles, body: { answers: [{ id: questionId, chosen: [0] }] } },
  'POST /api/processes/:id/reading/confirm': { may: roles, body: { version: 1 } },
};

/** What begins a process by itself: for whoever may write on it. */
const everyDay = {
  ...{ kind: 'schedule', repeat: { every: 'day' }, atTime: '08:30', doer: 'anyone' },
};
const alarms = { ownerAfter: 0, managerAfter: 60, stepAfter: null };
export const forTriggers: Readonly<Record<string, Expected>> = {
  'GET /api/processes/:id/triggers': { may: roles, business: [404] },
  'POST /api/processes/:id/triggers': { may: roles, business: [404], body: everyDay },
  'PUT /api/processes/:id/alarms': { may: roles, business: [404], body: alarms },
  'PUT /api/process-triggers/:id': { may: roles, business: [404], body: everyDay },
  'POST /api/process-triggers/:id/pause': { may: roles, business: [404], body: { paused: true } },
  'DELETE /api/process-triggers/:id': { may: roles, business: [404] },
};

type Make = (members: AppMembers, owner: Browser, world: AppWorld) => Promise<string>;

async function begun(members: AppMembers, owner: Browser, ...then: readonly string[]): Promise<string> {
  const { id } = JSON.parse((await members.ask(owner, 'POST', '/api/processes', { body: words })).text);
  for (const act of then) await members.ask(owner, 'POST', `/api/processes/${id}/${act}`, { body: {} });
  return id;
}

/** One that everybody reads, with two steps to do: one noted leaves its run open. */
async function published(members: AppMembers, owner: Browser): Promise<string> {
  const body = { ...words, steps: [step, { ...step, id: secondId, title: 'Light' }] };
  const { id } = JSON.parse((await members.ask(owner, 'POST', '/api/processes', { body })).text);
  for (const act of ['review', 'publish'])
    await members.ask(owner, 'POST', `/api/processes/${id}/${act}`, { body: {} });
  return id;
}

/** One that everybody is asked to read, and heard of two days ago. */
async function asked(members: AppMembers, owner: Browser, world: AppWorld, withQuiz: boolean): Promise<string> {
  const id = await published(members, owner);
  const body = { dueOn: inAMonth(), quiz: withQuiz ? quiz : null };
  await members.ask(owner, 'PUT', `/api/processes/${id}/reading`, { body });
  await world.app.operator.db.inOrg(owner.orgId, (tx) =>
    sql`update reading_people set told_at = told_at - interval '2 days'`.execute(tx.on()),
  );
  return id;
}

async function run(members: AppMembers, owner: Browser): Promise<string> {
  const path = `/api/processes/${await published(members, owner)}/runs`;
  return JSON.parse((await members.ask(owner, 'POST', path, { body: {} })).text).id;
}

/** What stands behind an id in an address of processes. */
export const processThings: Readonly<Record<string, Make>> = {
  '/api/processes/:id/return': (members, owner) => begun(members, owner, 'review'),
  '/api/processes/:id/publish': (members, owner) => begun(members, owner, 'review'),
  '/api/processes/:id/restore': (members, owner) => begun(members, owner, 'archive'),
  '/api/processes/:id/runs': (members, owner) => published(members, owner),
  '/api/processes/:id/reading/quiz': (members, owner, world) => asked(members, owner, world, true),
  '/api/processes/:id/reading/anew': async (members, owner, world) => {
    const id = await asked(members, owner, world, false);
    const next = { ...words, steps: [step], revision: 0 };
    await members.ask(owner, 'PUT', `/api/processes/${id}/draft`, { body: next });
    for (const act of ['review', 'publish'])
      await members.ask(owner, 'POST', `/api/processes/${id}/${act}`, { body: {} });
    return id;
  },
  '/api/processes/:id/reading/': (members, owner, world) => asked(members, owner, world, false),
  '/api/processes/:id/reading': (members, owner) => published(members, owner),
  '/api/processes/': (members, owner) => begun(members, owner),
  '/api/process-runs/:id/take-back': async (members, owner) => {
    const id = await run(members, owner);
    await members.ask(owner, 'POST', `/api/process-runs/${id}/entries`, { body: JSON.parse(noted()) });
    return id;
  },
  '/api/process-runs/': (members, owner) => run(members, owner),
  '/api/process-triggers/': async (members, owner) => {
    const path = `/api/processes/${await published(members, owner)}/triggers`;
    return JSON.parse((await members.ask(owner, 'POST', path, { body: everyDay })).text).triggers[0].id;
  },
  '/api/run-pictures/': async (members, owner) => {
    const path = `/api/process-runs/${await run(members, owner)}/pictures`;
    return JSON.parse((await members.ask(owner, 'POST', path, { body: pictureForm() })).text).id;
  },
  '/api/process-pictures/': async (members, owner) => {
    const path = `/api/processes/${await begun(members, owner)}/pictures`;
    return JSON.parse((await members.ask(owner, 'POST', path, { body: pictureForm() })).text).id;
  },
};
