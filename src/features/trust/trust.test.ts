import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, type Office, openOffice } from '../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { type Audit, openAudit } from '../../platform/audit/index.ts';
import { sql } from '../../platform/db/index.ts';
import { member } from '../../platform/http/index.ts';
import { acts } from '../people/index.ts';
import { policies, trustRoutes } from './index.ts';

let world: World;
let office: Office;
let audit: Audit;
let owner: Browser;

beforeAll(async () => {
  world = await openWorld();
  audit = openAudit(world, [acts]);
  office = await openOffice(world, {
    policies: [policies],
    routes: ({ people }) => trustRoutes({ ...world, audit, people }),
  });
  owner = await office.found('Harbour');
});
afterAll(() => world[Symbol.asyncDispose]());

type Entry = {
  seq: number;
  action: string;
  sentence: string;
  actor: { kind: string; id: string; name: string | null };
  target: { kind: string; id: string; name: string | null };
  detail: Record<string, unknown>;
  at: string;
  reads: boolean;
};
type Page = { entries: Entry[]; next: number | null; head: { seq: number; hash: string } | null };

const read = async (query = '', as = owner): Promise<Page> => {
  const answer = await office.ask(`/api/audit${query}`, { as });
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer.json() as Promise<Page>;
};
const last = () => world.db.inOrg(owner.orgId, (tx) => audit.find(tx, {}, null, 1)).then(([entry]) => entry);
const invite = (name: string, as = owner) =>
  office.ask('/api/members', { as, body: { name, email: `${name.toLowerCase()}@example.com`, roles: ['employee'] } });

describe('the audit log, as it is read', () => {
  it('tells newest first who did what, with names as they are now', async () => {
    const { status } = await invite('Tom');
    expect(status).toBe(201);
    const { entries, head } = await read();
    expect(entries[0]).toMatchObject({
      action: 'people.member_invited',
      sentence: '{actor} invited {target}',
      actor: { kind: 'person', id: owner.personId, name: 'Olga Owner' },
      target: { kind: 'person', name: 'Tom' },
      detail: { roles: 'employee' },
      reads: false,
    });
    expect(head?.seq).toBe(entries[0]?.seq);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map(({ seq }) => seq).toSorted((a, b) => b - a));
  });

  it('knows no name of who is gone, and has never held one', async () => {
    const invited = (await (await invite('Vanya')).json()) as { id: string };
    await office.ask(`/api/members/${invited.id}`, { as: owner, method: 'DELETE' });
    const { entries } = await read(`?targetId=${invited.id}`);
    expect(entries.map(({ action, target }) => [action, target.name])).toEqual([
      ['people.member_removed', null],
      ['people.member_invited', null],
    ]);
    const kept = await world.db.inOrg(owner.orgId, (tx) =>
      sql<{ text: string }>`select to_jsonb(e)::text as text from audit_entries e`.execute(tx.on()),
    );
    expect(kept.rows.map(({ text }) => text).join('\n')).not.toMatch(/vanya|olga|harbour|@/i);
  });

  it('records each look, which does not see itself', async () => {
    const before = await read('?action=people&kind=changes');
    expect(before.entries.every(({ action }) => action.startsWith('people.'))).toBe(true);
    expect(await last()).toMatchObject({
      entry: {
        actor: { kind: 'person', id: owner.personId },
        action: 'audit.log_read',
        detail: { filters: 'action,kind', entries: before.entries.length },
      },
    });
    const looks = await read('?kind=reads');
    expect(looks.entries[0]).toMatchObject({ action: 'audit.log_read', reads: true });
  });

  it('can be filtered by who, which act, to what, and the days of the organisation’s own calendar', async () => {
    const admin = await office.signInAs(owner.orgId, 'admin');
    world.clock.advance(86_400_000);
    await invite('Uma', admin);
    expect((await read(`?actor=${admin.personId}`)).entries.map(({ action }) => action)).toEqual([
      'people.member_invited',
    ]);
    expect((await read('?action=people.organisation_founded')).entries).toHaveLength(1);
    const today = '2026-05-05';
    const since = (await read(`?from=${today}&action=people`)).entries;
    expect(since.map(({ target }) => target.name)).toEqual(['Uma']);
    expect(
      (await read(`?to=2026-05-04&action=people.member_invited`)).entries.map(({ target }) => target.name),
    ).toEqual([null, 'Tom']);
    expect((await read('?targetType=person&action=audit')).entries).toEqual([]);
  });

  it('comes in pages', async () => {
    const orgOwner = await office.found('Paged');
    for (let index = 0; index < 120; index += 1) {
      await world.db.inOrg(orgOwner.orgId, (tx) =>
        audit.append(tx, {
          actor: { kind: 'person', id: orgOwner.personId },
          action: 'people.signed_in',
          target: { type: 'person', id: orgOwner.personId },
        }),
      );
    }
    const seen: number[] = [];
    let next: number | null = null;
    do {
      const page: Page = await read(`?action=people${next === null ? '' : `&before=${next}`}`, orgOwner);
      seen.push(...page.entries.map(({ seq }) => seq));
      next = page.next;
    } while (next !== null);
    expect(seen.length).toBe(121);
    expect(new Set(seen).size).toBe(121);
    expect(seen.at(-1)).toBe(1);
  });

  it.each(['?from=yesterday', '?actor=Olga%20Owner', '?action=people.*', '?before=0', '?kind=all'])(
    'refuses what is no filter: %s',
    async (query) => {
      expect((await office.ask(`/api/audit${query}`, { as: owner })).status).toBe(422);
    },
  );

  it('is for owners, admins and auditors, and refusals leave no trace', async () => {
    const auditor = await office.signInAs(owner.orgId, 'auditor');
    expect((await read('', auditor)).entries.length).toBeGreaterThan(0);
    const publisher = await office.signInAs(owner.orgId, 'publisher');
    const before = (await last())?.seq;
    for (const path of ['/api/audit', '/api/audit/acts', '/api/audit/export']) {
      expect([path, (await office.ask(path, { as: publisher })).status]).toEqual([path, 403]);
    }
    expect((await office.ask('/api/audit/verify', { as: publisher, body: {} })).status).toBe(403);
    expect((await last())?.seq).toBe(before);
  });

  it('publishes its closed list of acts with every field', async () => {
    const { acts: list } = (await (await office.ask('/api/audit/acts', { as: owner })).json()) as { acts: Entry[] };
    expect(list.map(({ action }) => action)).toEqual(Object.keys(audit.acts));
    expect(list).toContainEqual(
      expect.objectContaining({ action: 'people.members_read', group: 'people', reads: true }),
    );
  });
});

describe('verifying', () => {
  const verify = async (body: object = {}) => (await office.ask('/api/audit/verify', { as: owner, body })).json();

  it('says that the chain holds, and gives its head to be noted down', async () => {
    const found = (await verify()) as { head: { seq: number; hash: string } };
    expect(found).toMatchObject({ ok: true, brokenAt: null, problem: null, guardsMissing: [] });
    expect(await verify({ head: found.head })).toMatchObject({ ok: true });
    expect(await verify({ head: { ...found.head, hash: 'ab'.repeat(32) } })).toMatchObject({
      ok: false,
      brokenAt: found.head.seq,
    });
    expect(await last()).toMatchObject({ entry: { action: 'audit.log_verified', detail: { ok: false } } });
  });
});

/** Verifies a file by what the documentation says of it, with none of the product's code. */
function verifiedByHand(text: string): number {
  const [head, ...rest] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const end = rest.pop();
  let previous = '0'.repeat(64);
  for (const [index, entry] of rest.entries()) {
    const detail = Object.keys(entry.detail)
      .sort()
      .map((key) => [key, entry.detail[key]]);
    const told = JSON.stringify([
      'coact-audit-1',
      head.organisation,
      index + 1,
      entry.at,
      [entry.actor.kind, entry.actor.id],
      entry.action,
      [entry.target.type, entry.target.id],
      detail,
      previous,
    ]);
    const hash = createHash('sha256').update(told).digest('hex');
    if (hash !== entry.hash || entry.previous !== previous || entry.seq !== index + 1) return -entry.seq;
    previous = hash;
  }
  return end.kind === 'end' && end.hash === previous && end.seq === rest.length ? rest.length : 0;
}

describe('exporting', () => {
  it('gives the whole log as JSON Lines that anybody can verify, its own act last', async () => {
    const answer = await office.ask('/api/audit/export?format=jsonl', { as: owner });
    expect(answer.headers.get('content-disposition')).toMatch(/attachment; filename="coact-audit-[\d-]+\.jsonl"/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    const entries = (await last())?.seq ?? 0;
    expect(verifiedByHand(text)).toBe(entries);
    expect(verifiedByHand(text.replace('people.member_invited', 'people.member_removed'))).toBeLessThan(0);
    const lines = text.trimEnd().split('\n');
    expect(JSON.parse(lines.at(-2) ?? '')).toMatchObject({ action: 'audit.log_exported', detail: { format: 'jsonl' } });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ filters: '', mark: entries });
  });

  it('gives CSV for people, in which no cell is taken for a formula', async () => {
    await invite('=HYPERLINK("http://evil.example")');
    const person = await office.ask('/api/members', {
      as: owner,
      body: { name: '=cmd|x', email: 'formula@example.com', roles: ['employee'] },
    });
    expect(person.status).toBe(201);
    const answer = await office.ask('/api/audit/export?format=csv&action=people', { as: owner });
    const text = Buffer.from(await answer.arrayBuffer()).toString('utf8');
    expect(text.startsWith('\uFEFF"number","at","actor",')).toBe(true);
    expect(text).toContain(`"'=cmd|x"`);
    expect(text).toContain('Olga Owner invited =cmd|x');
    expect(text).not.toMatch(/(^|,)"?[=+@-]/m);
    expect(text).not.toContain('audit.log_read');
  });

  it('asks for a fresh proof of who it is', () => {
    const route = trustRoutes({ ...world, audit, people: office.people }).find(({ config }) =>
      config.path.endsWith('/export'),
    );
    expect(route?.config.guard).toEqual(member('audit.read', { stepUp: true }));
  });
});
