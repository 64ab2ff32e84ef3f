import { type Answer, type AppMembers, type AskOptions, openMembers } from '../../test/support/app-members.ts';
import { type AppWorld, draft, openAppWorld } from '../../test/support/app-world.ts';
import type { Browser } from '../../test/support/sign-in.ts';
import { startStripe } from '../../test/support/stripe.ts';
import { systemClock } from '../platform/clock/index.ts';
import { sql } from '../platform/db/index.ts';
import type { RouteListing } from '../platform/http/index.ts';
import { type Role, roles } from '../platform/policy/index.ts';
import { dayAfter, forMembers, hourAgo, later, mondayIn, webhook } from './expected.fixture.ts';
import { band, pastPromotion, promotion, review, wage } from './expected-pay.fixture.ts';
import { leastBody, type Schema } from './least-body.fixture.ts';
import { processThings } from './process-routes.fixture.ts';
import type { Expected } from './route.fixture.ts';

/** One organisation with somebody of each role, another one beside it, and every route that is for members. */
export interface Matrix extends AsyncDisposable {
  readonly world: AppWorld;
  readonly members: AppMembers;
  readonly routes: readonly Route[];
  /** Signed in at the organisation under test. */
  as(role: Role): Browser;
  /** The owner of the other organisation. */
  readonly stranger: Browser;
  /** Whoever is signed in proves again that it is them: with thousands of calls, minutes go by. */
  proveAgain(): Promise<void>;
  /** A fresh thing of the route's kind in the organisation of its owner; gives its id. */
  thing(route: Route, owner: Browser): Promise<string>;
  /** Asks a route with a body that fits it. */
  ask(as: Browser | null, route: Route, id?: string, headers?: AskOptions['headers']): Promise<Answer>;
}

export interface Route extends Pick<RouteListing, 'method' | 'path' | 'keys'> {
  readonly name: string;
  readonly expected: Expected;
  readonly hasId: boolean;
}

/** An id of the right form that belongs to nothing. */
export const nobodys = '018f0000-0000-7000-8000-0000000000aa';

/** What stands behind an id in a route's address, by how the address begins: a way to make a fresh one. */
const things: Readonly<Record<string, (members: AppMembers, owner: Browser, world: AppWorld) => Promise<string>>> = {
  '/api/members/': async (members, owner) => (await members.signInAs('employee', owner.orgId)).personId,
  '/api/people/': async (members, owner) => (await members.signInAs('employee', owner.orgId)).personId,
  '/api/notes/': async (members, owner) => {
    const { personId } = await members.signInAs('employee', owner.orgId);
    return made(members, owner, `/api/people/${personId}/notes`, { text: 'Prefers mornings' });
  },
  '/api/qualifications/': (members, owner) =>
    made(members, owner, '/api/qualifications', { name: crypto.randomUUID(), expires: true }),
  '/api/departments/': (members, owner) => made(members, owner, '/api/departments', { name: crypto.randomUUID() }),
  '/api/pay/people/': async (members, owner) => (await members.signInAs('employee', owner.orgId)).personId,
  '/api/pay/wages/:id/decision': async (members, owner) => {
    // Signed in just now: both ask for a fresh proof, and the matrix takes its time.
    const fresh = await members.signInAs('owner', owner.orgId);
    const secondPerson = (wanted: boolean) =>
      members.ask(fresh, 'PUT', '/api/pay/settings', {
        body: { managersSee: false, secondPerson: wanted },
      });
    await secondPerson(true);
    // Entered by somebody else than who decides.
    const id = await entered(members, owner);
    await secondPerson(false);
    return id;
  },
  '/api/pay/wages/': (members, owner) => entered(members, owner),
  '/api/pay/raises/told/': async (members, owner) => {
    const id = await raiseOf(members, owner, owner.personId, pastPromotion(), true);
    const payroll = await members.signInAs('payroll', owner.orgId);
    await members.ask(payroll, 'POST', `/api/pay/raises/${id}/release`, { body: { revision: 1 } });
    return id;
  },
  '/api/pay/raises/:id/letter': (members, owner) => raiseOf(members, owner, null, promotion(), true),
  '/api/pay/raises/:id/release': (members, owner) => raiseOf(members, owner, null, promotion(), true),
  '/api/pay/raises/:id/withdrawal': (members, owner, world) => ownRaise(members, owner, world),
  '/api/pay/raises/:id/': (members, owner) => raiseOf(members, owner, null, promotion(), false),
  '/api/pay/raises/:id': (members, owner, world) => ownRaise(members, owner, world),
  '/api/pay/bands/': async (members, owner) =>
    made(members, await members.signInAs('payroll', owner.orgId), '/api/pay/bands', band()),
  '/api/pay/cycles/:id/lines': (members, owner) => reviewOf(members, owner, true),
  '/api/pay/cycles/:id/submission': (members, owner) => reviewOf(members, owner, true),
  '/api/pay/cycles/:id': (members, owner) => reviewOf(members, owner, false),
  '/api/schedule/feeds/': (members, owner) => made(members, owner, '/api/schedule/feeds', {}),
  '/api/locations/': (members, owner) => location(members, owner),
  '/api/notices/': async (_members, { orgId, personId }, world) => {
    const { db, people } = world.app.operator;
    const key = crypto.randomUUID();
    return db.inOrg(orgId, async (tx) => {
      await people.tell(tx, [{ personId, event: 'message', key, subject: 'Hello', lines: [] }]);
      const { rows } = await sql<{ id: string }>`select id from notices where key = ${key}`.execute(tx.on());
      return rows[0]?.id ?? nobodys;
    });
  },
  '/api/webhooks/': (members, owner) => webhookOf(members, owner),
  '/api/webhook-deliveries/': async (members, owner) => {
    const id = await webhookOf(members, owner);
    await members.ask(owner, 'POST', `/api/webhooks/${id}/test`);
    const { text } = await members.ask(owner, 'GET', `/api/webhooks/${id}/deliveries`);
    return JSON.parse(text).deliveries[0].id;
  },
  '/api/api-keys/': async (members, owner) =>
    (await posted(members, owner, '/api/api-keys', { name: 'Zapier', rights: ['read'] })).made.id,
  '/api/links/': (_members, { orgId }, world) =>
    world.db.inOrg(orgId, async (tx) => {
      const { rows } = await sql<{ id: string }>`insert into short_links
          (org_id, id, slug, request_id, network, variant, target, created_at, changed_at)
        values (${orgId}, gen_random_uuid(), substr(replace(gen_random_uuid()::text, '-', ''), 1, 12), gen_random_uuid(),
          'bluesky', 0, 'https://harbour.example/', now(), now()) returning id`.execute(tx.on());
      return rows[0]?.id ?? nobodys;
    }),
  // One that answers, as only such a one can be chosen.
  '/api/link-domains/': async (members, owner, world) => {
    const body = { host: `go.${crypto.randomUUID()}.example` };
    const { id, records } = await posted(members, owner, '/api/link-domains', body);
    world.dns.set(records[0].name, records[0].value);
    await posted(members, owner, `/api/link-domains/${id}/check`, undefined);
    return id;
  },
  '/api/videos/': (members, owner) => made(members, owner, '/api/videos', { bytes: 1 }),
  '/api/requests/:id/review/': (members, owner) => inReview(members, owner),
  '/api/requests/:id/review': async (members, owner) => {
    await approvals(members, owner, 'required');
    return made(members, owner, '/api/requests', draft);
  },
  '/api/requests/:id/move': (members, owner) => scheduled(members, owner),
  '/api/requests/:id/restore': async (members, owner) => {
    const id = await scheduled(members, owner);
    await members.ask(owner, 'POST', `/api/requests/${id}/recall`);
    return id;
  },
  '/api/requests/': async (members, owner) => {
    await approvals(members, owner, 'off');
    return made(members, owner, '/api/requests', draft);
  },
  '/api/feeds/:id/resume': (members, owner) => feed(members, owner, 'POST', '/pause'),
  '/api/feeds/:id/restore': (members, owner) => feed(members, owner, 'DELETE', ''),
  '/api/feeds/': (members, owner) => feed(members, owner),
  '/api/feed-items/': async (members, owner, world) => {
    const [id, feedId] = [crypto.randomUUID(), await feed(members, owner)];
    await world.app.operator.db.inOrg(owner.orgId, (tx) =>
      sql`insert into share_feed_items (org_id, id, feed_id, state, title, link, description, author, categories, found_at, expires_at)
        values (${owner.orgId}, ${id}, ${feedId}, 'waiting', 'Porto', 'https://harbour.example/', '', '', '[]', now(), now() + interval '1 day')`.execute(
        tx.on(),
      ),
    );
    return id;
  },
  '/api/campaigns/': (members, owner) => made(members, owner, '/api/campaigns', { name: crypto.randomUUID() }),
  '/api/topics/': (members, owner) =>
    made(members, owner, '/api/topics', { name: crypto.randomUUID(), kind: 'open', channelIds: ['C1'] }),
  '/api/utm-templates/': (members, owner) =>
    made(members, owner, '/api/utm-templates', { name: crypto.randomUUID(), utm: { source: 'x' } }),
  '/api/schedule/holidays/': (members, owner) => holiday(members, owner),
  '/api/schedule/forecast/': (members, owner) => role(members, owner),
  '/api/schedule/roles/': (members, owner) => role(members, owner),
  '/api/schedule/payroll/mappings/': (members, owner) =>
    made(members, owner, '/api/schedule/payroll/mappings', {
      ...{
        name: crypto.randomUUID(),
        rows: 'day',
        source: 'planned',
        separator: 'comma',
        decimals: 'point',
        dates: 'iso',
      },
      columns: [{ heading: 'Name', field: 'person_name' }],
    }),
  '/api/schedule/people/': async (members, owner) => (await members.signInAs('employee', owner.orgId)).personId,
  '/api/schedule/series/': (members, owner) => series(members, owner),
  '/api/schedule/time-off/': (members, owner) => timeOff(members, owner),
  '/api/schedule/time-off-kinds/': (members, owner) => timeOffKind(members, owner),
  '/api/schedule/periods/': async (members, owner) => (await planned(members, owner)).period,
  '/api/schedule/shifts/': async (members, owner) => (await planned(members, owner)).shift,
  '/api/schedule/open-shifts/': async (members, owner) => (await staffed(members, owner)).shift,
  '/api/schedule/offers/:id/withdraw': async (members, owner) => {
    const { assignment, mate } = await staffed(members, owner);
    return offer(members, owner, assignment, mate.personId);
  },
  '/api/schedule/offers/:id/approve': (members, owner) => accepted(members, owner),
  '/api/schedule/offers/:id/refuse': (members, owner) => accepted(members, owner),
  '/api/schedule/offers/': (members, owner) => offered(members, owner),
  '/api/schedule/claims/': async (members, owner) => {
    await scheduling(members, owner, { claims: 'picked' });
    const { shift } = await staffed(members, owner);
    return (await posted(members, owner, `/api/schedule/open-shifts/${shift}/claims`, {})).claimId;
  },
  '/api/schedule/assignments/': async (members, owner) => (await planned(members, owner)).assignment,
  '/api/schedule/updates/': async (members, owner) => {
    const { period } = await planned(members, owner);
    return (await posted(members, owner, `/api/schedule/periods/${period}/updates`, {})).id;
  },
  '/api/schedule/messages/': async (members, owner) => {
    const { personId } = await members.signInAs('employee', owner.orgId);
    return made(members, owner, '/api/schedule/messages', { to: { kind: 'person', id: personId }, text: 'Hello' });
  },
  '/api/schedule/reminders/': (members, owner) =>
    made(members, owner, '/api/schedule/reminders', { at: `${mondayIn(1)}T09:00`, text: 'Bring the cake' }),
  '/api/schedule/clock/corrections/': async (members, owner) => {
    const employee = await members.signInAs('employee', owner.orgId);
    const body = { work: hourAgo(5), reason: 'The clock was broken' };
    return (await posted(members, employee, '/api/schedule/clock/corrections', body)).correction.id;
  },
  '/api/schedule/clock/entries/': async (members, owner) => {
    const { personId } = await members.signInAs('employee', owner.orgId);
    const body = { personId, work: hourAgo(5), reason: 'The clock was broken' };
    return (await posted(members, owner, '/api/schedule/clock/corrections', body)).correction.entryId;
  },
  '/api/schedule/clock/sheets/': async (members, owner) => (await members.signInAs('employee', owner.orgId)).personId,
  ...processThings,
  '/api/schedule/publications/': async (members, owner) => {
    const { period } = await planned(members, owner);
    return (await posted(members, owner, `/api/schedule/periods/${period}/publish`, {})).publicationId;
  },
};

async function approvals(members: AppMembers, owner: Browser, wanted: 'off' | 'required'): Promise<void> {
  await members.ask(owner, 'PUT', '/api/share/settings', { body: { approvals: wanted } });
}

/** A request that goes out tomorrow; a draft in an organisation without Slack. */
async function scheduled(members: AppMembers, owner: Browser): Promise<string> {
  await approvals(members, owner, 'off');
  const id = await made(members, owner, '/api/requests', draft);
  await members.ask(owner, 'POST', `/api/requests/${id}/send`, { body: { at: later(24) } });
  return id;
}

/** A request that somebody else has composed, so that everybody of the organisation's roles may decide about it. */
async function inReview(members: AppMembers, owner: Browser): Promise<string> {
  await approvals(members, owner, 'required');
  const publisher = await members.signInAs('publisher', owner.orgId);
  const id = await made(members, publisher, '/api/requests', draft);
  await posted(members, publisher, `/api/requests/${id}/review`, {});
  return id;
}

/** A wage of an employee, entered by somebody who has just signed in. */
async function entered(members: AppMembers, { orgId }: Browser): Promise<string> {
  const { personId } = await members.signInAs('employee', orgId);
  return made(members, await members.signInAs('payroll', orgId), `/api/pay/people/${personId}/wages`, wage);
}

/** A promotion, by default of an employee, proposed and perhaps approved by people who have just signed in. */
async function raiseOf(
  members: AppMembers,
  { orgId }: Browser,
  whose: string | null,
  body: object,
  approved: boolean,
): Promise<string> {
  const personId = whose ?? (await members.signInAs('employee', orgId)).personId;
  const payroll = await members.signInAs('payroll', orgId);
  const id = await made(members, payroll, `/api/pay/people/${personId}/raises`, body);
  if (!approved) return id;
  const second = await members.signInAs('owner', orgId);
  const answer = await members.ask(second, 'POST', `/api/pay/raises/${id}/approval`, { body: { revision: 1 } });
  if (answer.status !== 204) throw new Error(`nothing was approved: ${answer.status} ${answer.text}`);
  return id;
}

/** A review of everybody's pay, perhaps opened, by somebody who has just signed in. */
async function reviewOf(members: AppMembers, { orgId }: Browser, isOpen: boolean): Promise<string> {
  const payroll = await members.signInAs('payroll', orgId);
  const id = await made(members, payroll, '/api/pay/cycles', review());
  const body = { to: 'open', revision: 1 };
  if (isOpen) await members.ask(payroll, 'PUT', `/api/pay/cycles/${id}/state`, { body });
  return id;
}

/** One that the owner proposed themselves. */
async function ownRaise(members: AppMembers, owner: Browser, world: AppWorld): Promise<string> {
  const id = await raiseOf(members, owner, null, promotion(), false);
  await world.app.operator.db.inOrg(owner.orgId, (tx) =>
    sql`update raises set proposed_by = ${owner.personId} where id = ${id}`.execute(tx.on()),
  );
  return id;
}

/** There may be twenty at most, so the ones before are removed. */
async function webhookOf(members: AppMembers, owner: Browser): Promise<string> {
  const { webhooks } = JSON.parse((await members.ask(owner, 'GET', '/api/webhooks')).text);
  if (webhooks.length > 10) await members.ask(owner, 'DELETE', `/api/webhooks/${webhooks[0].id}`);
  return (await posted(members, owner, '/api/webhooks', webhook)).webhook.id;
}

async function location(members: AppMembers, owner: Browser): Promise<string> {
  return made(members, owner, '/api/locations', { name: crypto.randomUUID(), timeZone: 'Europe/Lisbon' });
}

async function role(members: AppMembers, owner: Browser): Promise<string> {
  const locationId = await location(members, owner);
  return made(members, owner, '/api/schedule/roles', { name: 'Bar', locationId });
}

async function series(members: AppMembers, owner: Browser): Promise<string> {
  const payload = { needs: 1, breakMinutes: 0, label: null };
  const body = { start: '2026-05-04T09:00', minutes: 480, payload };
  const path = `/api/schedule/roles/${await role(members, owner)}/series`;
  const answer = await members.ask(owner, 'POST', path, { body });
  if (answer.status !== 201) throw new Error(`${path} made nothing: ${answer.status} ${answer.text}`);
  return JSON.parse(answer.text).series.id;
}

async function timeOffKind(members: AppMembers, owner: Browser): Promise<string> {
  const body = { name: crypto.randomUUID(), accrual: 'year', minutesAYear: 9_600 };
  return made(members, owner, '/api/schedule/time-off-kinds', body);
}

/** Asked for by an employee of their own. */
async function timeOff(members: AppMembers, owner: Browser): Promise<string> {
  const employee = await members.signInAs('employee', owner.orgId);
  const kindId = await timeOffKind(members, owner);
  const body = { kindId, from: '2026-06-01T00:00', to: '2026-06-02T00:00' };
  const answer = await members.ask(employee, 'POST', '/api/schedule/time-off', { body });
  return JSON.parse(answer.text).request.id;
}

/** How many fortnights an organisation has opened. */
const fortnights = new Map<string, number>();

/** A fortnight of its own with two shifts, the owner on one of them. */
async function planned(members: AppMembers, owner: Browser) {
  const count = (fortnights.get(owner.orgId) ?? 0) + 1;
  fortnights.set(owner.orgId, count);
  const firstDay = mondayIn(2 * count);
  const payload = { needs: 1, breakMinutes: 0, label: null };
  const rule = { repeat: { every: 'day', interval: 1 }, ends: { kind: 'after', count: 2 } };
  const body = { start: `${firstDay}T09:00`, minutes: 480, rule, payload };
  await posted(members, owner, `/api/schedule/roles/${await role(members, owner)}/series`, body);
  const { id: period } = await posted(members, owner, '/api/schedule/periods', { firstDay });
  const plan = await members.ask(owner, 'GET', `/api/schedule/plan?from=${firstDay}&to=${dayAfter(firstDay, 1)}`);
  const [first, shift] = JSON.parse(plan.text).shifts;
  const wanted = { personId: owner.personId, overruleWhy: 'There is nobody else' };
  const { assignment } = await posted(members, owner, `/api/schedule/shifts/${first.id}/assignments`, wanted);
  return { period, shift: shift.id, assignment: assignment.id, role: first.roleId };
}

/** The same, published, with somebody beside the owner who knows the work: they have the second shift, where they shall. */
async function staffed(members: AppMembers, owner: Browser, isFull = false) {
  const at = await planned(members, owner);
  const mate = await members.signInAs('employee', owner.orgId);
  const people = [owner.personId, mate.personId];
  await members.ask(owner, 'PUT', `/api/schedule/roles/${at.role}/people`, { body: { people } });
  const wanted = { personId: mate.personId };
  const second = isFull ? await posted(members, owner, `/api/schedule/shifts/${at.shift}/assignments`, wanted) : null;
  const body = { despite: true, why: 'For a day' };
  await posted(members, owner, `/api/schedule/periods/${at.period}/publish`, body);
  return { ...at, mate, second: second?.assignment.id as string };
}

async function offer(members: AppMembers, as: Browser, assignmentId: string, personId: string): Promise<string> {
  return (await posted(members, as, '/api/schedule/offers', { assignmentId, people: [{ personId }] })).id;
}

/** Offered to the owner. */
async function offered(members: AppMembers, owner: Browser): Promise<string> {
  const { mate, second } = await staffed(members, owner, true);
  return offer(members, mate, second, owner.personId);
}

/** Accepted, and waiting for approval. */
async function accepted(members: AppMembers, owner: Browser): Promise<string> {
  await scheduling(members, owner, { trades: 'approval' });
  const id = await offered(members, owner);
  await posted(members, owner, `/api/schedule/offers/${id}/accept`, {});
  return id;
}

async function scheduling(members: AppMembers, owner: Browser, change: object): Promise<void> {
  const path = '/api/schedule/settings';
  const { availablePacks: _, findings: __, ...present } = JSON.parse((await members.ask(owner, 'GET', path)).text);
  await members.ask(owner, 'PUT', path, { body: { ...present, ...change } });
}

async function posted(members: AppMembers, owner: Browser, path: string, body: unknown) {
  const answer = await members.ask(owner, 'POST', path, { body });
  if (answer.status >= 300) throw new Error(`${path} made nothing: ${answer.status} ${answer.text}`);
  return JSON.parse(answer.text);
}

/** Without the time clock its routes know nothing but that it is off. */
async function switchClockOn(members: AppMembers, owner: Browser): Promise<void> {
  const {
    findings: _,
    availablePacks: __,
    ...settings
  } = JSON.parse((await members.ask(owner, 'GET', '/api/schedule/settings')).text);
  const answer = await members.ask(owner, 'PUT', '/api/schedule/settings', { body: { ...settings, timeClock: true } });
  if (answer.status !== 200) throw new Error(`the time clock is not on: ${answer.status} ${answer.text}`);
}

/** A holiday at a location of its own: there is one a day. */
async function holiday(members: AppMembers, owner: Browser): Promise<string> {
  const locationId = await location(members, owner);
  return made(members, owner, '/api/schedule/holidays', { day: '2026-12-25', name: 'Christmas', locationId });
}

/** A feed, after one more act of its own. */
async function feed(members: AppMembers, owner: Browser, method?: string, then = ''): Promise<string> {
  const id = await made(members, owner, '/api/feeds', { name: 'News', url: 'https://harbour.example/feed' });
  if (method !== undefined) await members.ask(owner, method, `/api/feeds/${id}${then}`);
  return id;
}

async function made(members: AppMembers, owner: Browser, path: string, body: unknown): Promise<string> {
  const answer = await members.ask(owner, 'POST', path, { body });
  if (answer.status !== 201) throw new Error(`${path} made nothing: ${answer.status} ${answer.text}`);
  return JSON.parse(answer.text).id;
}

export async function openMatrix(): Promise<Matrix> {
  const stripe = await startStripe(systemClock);
  const world = await openAppWorld(null, { limitFactor: 1_000, environment: stripe.environment });
  const members = await openMembers(world);
  const stranger = await members.found('Elsewhere');
  const browsers = new Map<Role, Browser>();
  for (const role of roles) browsers.set(role, await members.signInAs(role));
  const routes = routesOf(world);
  const bodies = bodiesOf(world);
  const owner = browsers.get('owner');
  const ids: Record<string, string> = {};
  if (owner !== undefined) {
    for (const one of [owner, stranger]) await switchClockOn(members, one);
    ids.$location = await location(members, owner);
    ids.$kind = await timeOffKind(members, owner);
    ids.$campaign = await made(members, owner, '/api/campaigns', { name: 'Kept' });
    ids.$employee = browsers.get('employee')?.personId ?? nobodys;
  }
  return {
    ...{ world, members, routes, stranger },
    as: (role) => {
      const browser = browsers.get(role);
      if (!browser) throw new Error(`nobody is ${role}`);
      return browser;
    },
    proveAgain: async () => {
      await sql`update sessions set stepped_up_at = now() where stepped_up_at is not null`.execute(world.db.kysely);
    },
    thing: async ({ path }, owner) => {
      const make = Object.entries(things).find(([prefix]) => path.startsWith(prefix))?.[1];
      if (!make) throw new Error(`say in world.fixture.ts how to make what ${path} is about`);
      return make(members, owner, world);
    },
    ask: (as, { method, path, name, expected: { body, query = '' } }, id = nobodys, headers = {}) => {
      const known = { ...ids, $me: as?.personId ?? nobodys };
      const sent = typeof body === 'function' ? body() : placed(body ?? bodies.get(name), known);
      const options = sent === undefined || method === 'GET' ? { headers } : { body: sent, headers };
      const tomorrow = dayAfter(new Date().toISOString().slice(0, 10), 1);
      return members.ask(as, method, path.replace(':id', id).replace(':day', tomorrow) + query, options);
    },
    [Symbol.asyncDispose]: async () => {
      await world[Symbol.asyncDispose]();
      await stripe[Symbol.asyncDispose]();
    },
  };
}

/** A body with the ids of what there is in the organisation under test, in place of their names. */
function placed(body: unknown, ids: Readonly<Record<string, string>>): unknown {
  if (body === undefined) return undefined;
  return JSON.parse(JSON.stringify(body).replaceAll(/\$[a-z]+/g, (name) => ids[name] ?? name));
}

/** The mounted routes for members with what is expected of them, those that others stand on last. */
function routesOf({ app }: AppWorld): Route[] {
  const found = app.api
    .listing()
    .filter(({ guard }) => guard.startsWith('member('))
    .map(({ method, path, keys }) => {
      const name = `${method} ${path}`;
      return { method, path, keys, name, hasId: path.includes(':id'), expected: forMembers[name] ?? { may: [] } };
    });
  return found.toSorted((left, right) => Number(left.expected.last ?? 0) - Number(right.expected.last ?? 0));
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** For each route that takes JSON the least that its own schema accepts. */
function bodiesOf({ app }: AppWorld): ReadonlyMap<string, unknown> {
  const { paths } = app.api.document() as Description;
  const found = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema;
      const name = `${method.toUpperCase()} ${path.replaceAll(/{(\w+)}/g, ':$1')}`;
      return schema === undefined ? [] : [[name, leastBody(schema)] as const];
    }),
  );
  return new Map(found);
}
