import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orgId, sql } from '../platform/db/index.ts';
import { roles } from '../platform/policy/index.ts';
import { type Matrix, nobodys, openMatrix, type Route } from './world.fixture.ts';

/** Every act of a member grows the audit log, and no refused call does. */
let matrix: Matrix;
beforeAll(async () => {
  matrix = await openMatrix();
});
afterAll(() => matrix[Symbol.asyncDispose]());

/** Acts that leave no entry, each with its reason. */
const unrecorded: Readonly<Record<string, string>> = {
  'POST /api/billing/refresh': 'asks how things stand; a change that it finds is recorded, see billing.test.ts',
  'PUT /api/digest': "a digest is one's own affair",
  'DELETE /api/digest': 'the same',
  'POST /api/networks/inspect': 'nothing is changed',
  'POST /api/schedule/series/undo': 'puts nothing back without a token; series.test.ts sees to it where there is one',
  'POST /api/schedule/offers':
    'offers nothing without a shift of one’s own; trades.test.ts sees to it where there is one',
  'POST /api/schedule/forecast/:id/headcount':
    'changes no shift that the role does not have; headcount.test.ts sees to it where it has',
  'POST /api/schedule/forecast/import/preview': 'shows what a file would do; keeps and changes nothing',
  'POST /api/notices/:id/read': 'says nothing but that somebody has opened what was told to them alone',
  'POST /api/notices/read': 'says nothing but that somebody has opened what was told to them alone',
  'PUT /api/notice-preferences': 'how somebody wishes to be told is theirs alone; it opens nothing to anybody',
  'PUT /api/tours': 'which guided tours somebody has been shown is theirs alone',
  'POST /api/schedule/mine/seen': 'says nothing but that somebody has seen their own shifts',
  'PUT /api/schedule/reminders/shifts': 'when somebody wants to be reminded is theirs alone',
  'POST /api/schedule/reminders': 'what somebody writes to themselves is theirs alone',
  'DELETE /api/schedule/reminders/:id': 'what somebody writes to themselves is theirs alone',
  'POST /api/schedule/clock/in': 'what people clock stands in the history of their hours, version by version',
  'POST /api/schedule/clock/break': 'the same',
  'POST /api/schedule/clock/back': 'the same',
  'POST /api/schedule/clock/out': 'the same',
  'POST /api/link-domains/:id/check': 'looks at the DNS again; a change that follows is recorded, see domains.test.ts',
  'POST /api/requests/render': 'shows how a draft will look; keeps and changes nothing',
  'POST /api/videos': 'begins an upload; whoever ends it is recorded',
  'PUT /api/videos/:id/parts': 'a part of an upload; whoever ends it is recorded',
  'POST /api/videos/:id/finish': 'a film that can’t be used is removed; a good one is recorded, see videos.test.ts',
  'DELETE /api/videos/:id': 'calls off an upload that no request has',
  'POST /api/share/rewriting/proposals': 'suggests a wording; keeps and changes nothing',
  'POST /api/share/pace/estimate': 'works out when a request would go; keeps and changes nothing',
  'POST /api/posts/read': 'reads what a post shows to everybody; keeps and changes nothing',
  'POST /api/feeds/preview': 'shows what a public feed has; keeps and changes nothing',
  'POST /api/previews':
    'reads a public page; its picture is seen by nobody until a request, which is recorded, uses it',
};

/** Reads that are recorded: addresses of people, what their hour costs, what groups earn as a file, a letter about pay, and the log itself. Other reads are not. */
const recordedReads = [
  'GET /api/members',
  'GET /api/members/export',
  'GET /api/audit',
  'GET /api/audit/export',
  'GET /api/schedule/roles/:id/rates',
  'GET /api/schedule/payroll/mappings/:id/file',
  'GET /api/schedule/clock/sheets.csv',
  'GET /api/pay/equity/file',
  'GET /api/pay/raises/:id/letter',
  'GET /api/pay/raises/:id/letter.pdf',
];

const isAct = ({ method }: Route) => method !== 'GET';

const entries = async (): Promise<number> => {
  const { rows } = await matrix.world.db.inOrg(orgId(matrix.members.orgId), (tx) =>
    sql<{ count: number }>`select count(*) as count from audit_entries`.execute(tx.on()),
  );
  return rows[0]?.count ?? 0;
};

/** The thing in the state that the act needs. */
async function prepared(route: Route): Promise<string> {
  if (!route.hasId) return nobodys;
  const id = await matrix.thing(route, matrix.as('owner'));
  if (/\/updates\/:id\/take$/.test(route.path)) await matrix.world.work();
  if (!/\/(recall|end)$/.test(route.path)) return id;
  await matrix.members.ask(matrix.as('owner'), 'POST', `/api/requests/${id}/send`, { body: {} });
  await matrix.world.work();
  return id;
}

describe('the audit log', () => {
  it('grows by every act that succeeds', async () => {
    for (const route of matrix.routes.filter(isAct)) {
      const id = await prepared(route);
      const before = await entries();
      const { status, text } = await matrix.ask(matrix.as('owner'), route, id);
      const grown = (await entries()) - before;
      if (unrecorded[route.name] !== undefined) expect([route.name, grown]).toEqual([route.name, 0]);
      else expect([route.name, status < 300 || text, grown > 0]).toEqual([route.name, true, true]);
    }
    const names = matrix.routes.map(({ name }) => name);
    expect(Object.keys(unrecorded).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('grows by every read of protected data, and by no other', async () => {
    for (const route of matrix.routes.filter((one) => !isAct(one))) {
      const id = route.hasId ? await matrix.thing(route, matrix.as('owner')) : undefined;
      const before = await entries();
      const { status } = await matrix.ask(matrix.as('owner'), route, id);
      const grown = (await entries()) - before;
      const wanted = recordedReads.includes(route.name) ? 1 : 0;
      expect([route.name, status < 500, grown]).toEqual([route.name, true, wanted]);
    }
  });

  it('does not grow by what is refused, or is about what is not there', async () => {
    for (const route of matrix.routes) {
      const own = route.hasId ? await matrix.thing(route, matrix.as('owner')) : nobodys;
      const foreign = route.hasId ? await matrix.thing(route, matrix.stranger) : nobodys;
      const before = await entries();
      for (const role of roles.filter((one) => !route.expected.may.includes(one))) {
        await matrix.ask(matrix.as(role), route, own);
      }
      await matrix.ask(null, route, own);
      await matrix.ask(matrix.stranger, route, own, { 'x-coact-org': matrix.members.orgId });
      if (route.hasId) for (const id of [foreign, nobodys]) await matrix.ask(matrix.as('owner'), route, id);
      expect([route.name, await entries()]).toEqual([route.name, before]);
    }
  });
});
