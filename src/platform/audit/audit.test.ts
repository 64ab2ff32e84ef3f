import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { type OrgId, sql } from '../db/index.ts';
import { type Audit, auditJobs, defineActs, openAudit } from './index.ts';
import { tamper } from './tampering.fixture.ts';

let world: World;
let audit: Audit;

beforeAll(async () => {
  world = await openWorld();
  audit = openAudit(world);
});
afterAll(() => world[Symbol.asyncDispose]());

const act = (orgId: OrgId, id = 'p1') =>
  world.db.inOrg(orgId, (tx) =>
    audit.append(tx, {
      actor: { kind: 'person', id },
      action: 'sample.thing_done',
      target: { type: 'thing', id: 't1' },
      detail: { fields: 'b,a', count: 2, forced: false },
    }),
  );

async function filled(entries = 5): Promise<OrgId> {
  const orgId = world.newOrgId();
  for (let index = 0; index < entries; index += 1) {
    await act(orgId, `p${index}`);
    world.clock.advance(1_000);
  }
  return orgId;
}

describe('the audit log', () => {
  it('chains the entries of an organisation from the first on', async () => {
    const orgId = await filled();
    const verified = await audit.verify(orgId);
    expect(verified).toMatchObject({ ok: true, entries: 5 });
    const entries = await world.db.inOrg(orgId, (tx) => audit.read(tx));
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(verified.ok && verified.head).toBe(Buffer.from(entries[4]?.hash ?? []).toString('hex'));
  });

  it('has a chain of its own for each organisation, unseen by others', async () => {
    const [one, other] = [await filled(2), await filled(1)];
    expect(await audit.verify(other)).toMatchObject({ ok: true, entries: 1 });
    expect(await world.db.inOrg(one, (tx) => audit.read(tx))).toHaveLength(2);
    expect(await audit.verify(world.newOrgId())).toMatchObject({ ok: true, entries: 0 });
  });

  it('takes many acts at once in their order, and none of them when one is not allowed', async () => {
    const orgId = await filled(1);
    const entry = (index: number) => ({
      ...({ actor: { kind: 'person', id: 'p1' }, action: 'sample.thing_done' } as const),
      target: { type: 'thing', id: `t${index}` },
    });
    const many = Array.from({ length: 1_200 }, (_, index) => entry(index));
    await world.db.inOrg(orgId, (tx) => audit.appendAll(tx, many));
    await world.db.inOrg(orgId, (tx) => audit.appendAll(tx, []));
    expect(await audit.verify(orgId)).toMatchObject({ ok: true, entries: 1_201 });
    const [, first, second] = await world.db.inOrg(orgId, (tx) => audit.read(tx));
    expect([first?.entry.target.id, second?.entry.target.id]).toEqual(['t0', 't1']);
    const wrong = { ...entry(0), action: 'not an act' };
    await expect(world.db.inOrg(orgId, (tx) => audit.appendAll(tx, [entry(1), wrong]))).rejects.toThrow();
    expect(await audit.verify(orgId)).toMatchObject({ ok: true, entries: 1_201 });
  });

  it('counts on without gap when many act at once', async () => {
    const orgId = world.newOrgId();
    await Promise.all(Array.from({ length: 10 }, () => act(orgId)));
    expect(await audit.verify(orgId)).toMatchObject({ ok: true, entries: 10 });
  });

  it('does not record what was rolled back', async () => {
    const orgId = await filled(1);
    const failing = world.db.inOrg(orgId, async (tx) => {
      await audit.append(tx, {
        actor: { kind: 'system', id: 's' },
        action: 'sample.thing_done',
        target: { type: 't', id: '1' },
      });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await audit.verify(orgId)).toMatchObject({ ok: true, entries: 1 });
  });

  it.each(['update audit_entries set action = action', 'delete from audit_entries', 'truncate audit_entries'])(
    'cannot be changed by the application: %s',
    async (statement) => {
      const orgId = await filled(1);
      await expect(world.db.inOrg(orgId, (tx) => sql.raw(statement).execute(tx.on<object>()))).rejects.toThrow(
        /permission denied/,
      );
    },
  );

  it.each([
    ['a changed act', `update audit_entries set action = 'sample.other' where seq = 3`, 3],
    ['a changed actor', `update audit_entries set actor_id = 'p9' where seq = 2`, 2],
    ['a changed time', `update audit_entries set at = at + interval '1 second' where seq = 4`, 4],
    ['a changed detail', `update audit_entries set detail = '{"count":3}' where seq = 1`, 1],
    ['a dropped entry', 'delete from audit_entries where seq = 2', 2],
    ['a dropped beginning', 'delete from audit_entries where seq = 1', 1],
    ['a changed hash', `update audit_entries set hash = '\\x00' where seq = 3`, 3],
  ])('shows %s', async (_name, statement, brokenAt) => {
    const orgId = await filled();
    await tamper(world, statement.includes('where') ? `${statement} and org_id = '${orgId}'` : statement);
    expect(await audit.verify(orgId)).toMatchObject({ ok: false, brokenAt });
  });

  it('shows an entry that was put under another organisation', async () => {
    const [one, other] = [await filled(1), world.newOrgId()];
    await tamper(world, `update audit_entries set org_id = '${other}' where org_id = '${one}'`);
    expect(await audit.verify(other)).toMatchObject({ ok: false, brokenAt: 1 });
  });

  it.each([
    ...['update audit_entries set action = action', 'delete from audit_entries', 'truncate audit_entries'],
    ...['update audit_heads set seq = 1', 'delete from audit_heads', 'truncate audit_heads'],
    ...['delete from audit_ends', 'truncate audit_ends'],
  ])('can’t be changed by the owner of its tables either: %s', async (statement) => {
    await expect(world.db.asOwner((tx) => sql.raw(statement).execute(tx.on()))).rejects.toThrow(/append-only/);
  });

  it('tells which of its guards are gone', async () => {
    expect(await audit.missingGuards()).toEqual([]);
    await world.db.asOwner((tx) => sql`drop trigger audit_heads_stay on audit_heads`.execute(tx.on()));
    await world.db.asOwner((tx) => sql`alter table audit_entries disable trigger audit_entries_whole`.execute(tx.on()));
    expect(await audit.missingGuards()).toEqual(['audit_entries_whole', 'audit_heads_stay']);
    await world.db.asOwner((tx) => sql`alter table audit_entries enable trigger audit_entries_whole`.execute(tx.on()));
    await world.db.asOwner((tx) => sql`grant delete on audit_ends to coact_app`.execute(tx.on()));
    await world.db.asOwner((tx) => sql`grant update (hash) on audit_entries to public`.execute(tx.on()));
    const rights = ['audit_ends_no_delete', 'audit_entries_no_update'];
    expect(await audit.missingGuards()).toEqual([...rights, 'audit_heads_stay']);
    await world.db.asOwner((tx) => sql`revoke delete on audit_ends from coact_app`.execute(tx.on()));
    await world.db.asOwner((tx) => sql`revoke update (hash) on audit_entries from public`.execute(tx.on()));
  });
});

describe('what may be recorded', () => {
  const acts = defineActs({
    'sample.thing_done': { sentence: '{actor} did {target}', target: 'thing', fields: { fields: 'names of fields' } },
  });
  const strict = () => openAudit(world, [acts]);
  const entry = {
    actor: { kind: 'person', id: 'p1' },
    action: 'sample.thing_done',
    target: { type: 'thing', id: 't1' },
  } as const;
  const refused = async (change: object) => {
    const recording = world.db.inOrg(world.newOrgId(), (tx) => strict().append(tx, { ...entry, ...change }));
    return recording.then(() => 'taken', String);
  };

  it('is an act that a slice has declared, done to what it is done to', async () => {
    expect(await refused({})).toBe('taken');
    expect(await refused({ action: 'Ada did it' })).toContain('not the name of an act');
    expect(await refused({ action: 'sample.other_done' })).toContain('not declared');
    expect(await refused({ target: { type: 'person', id: 'p1' } })).toContain('is done to a thing');
  });

  it.each([
    ['an address', { fields: 'ada@example.com' }],
    ['a name', { fields: 'Ada Lovelace' }],
    ['a text', { fields: 'we open in Porto!' }],
    ['a fraction', { fields: 0.5 }],
    ['a number that is none', { fields: Number.NaN }],
    ['a field that was not declared', { other: 'a' }],
  ])('is never %s', async (_name, detail) => {
    const answer = await refused({ detail });
    expect(answer).toContain('sample.thing_done');
    expect(answer).not.toMatch(/Ada|ada@|Porto/);
  });

  it('has ids of who acted and what on, not their names', async () => {
    expect(await refused({ actor: { kind: 'person', id: 'Ada Lovelace' } })).toContain('needs ids');
    expect(await refused({ target: { type: 'thing', id: 'ada@example.com' } })).toContain('needs ids');
  });

  it.each(['Sample.thing_done', 'sample', 'sample.thing done'])('has a proper name: not %s', (name) => {
    expect(() => defineActs({ [name]: { sentence: '{actor} did it', target: 'thing' } })).toThrow('not the name');
  });

  it.each(['', 'It was done.'])('has a sentence: not "%s"', (sentence) => {
    expect(() => defineActs({ 'sample.thing_done': { sentence, target: 'thing' } })).toThrow('needs a sentence');
  });

  it('is said once where something saves itself while somebody types', async () => {
    const orgId = world.newOrgId();
    const say = (fields: string, id = 'p1') =>
      world.db.inOrg(orgId, (tx) =>
        strict().append(tx, { ...entry, actor: { kind: 'person', id }, detail: { fields } }, 600_000),
      );
    for (const fields of ['title', 'title', 'text', 'title']) await say(fields);
    expect(await strict().verify(orgId)).toMatchObject({ ok: true, entries: 3 });
    await say('title', 'p2');
    world.clock.advance(600_001);
    await say('title', 'p2');
    expect(await strict().verify(orgId)).toMatchObject({ ok: true, entries: 5 });
  });
});

describe('once a day', () => {
  it('keeps the head of every organisation’s chain and says it in the log', async () => {
    const [orgId, empty] = [await filled(3), world.newOrgId()];
    const [job] = auditJobs({ audit, log: world.log, organisations: async () => [orgId, empty] });
    await job?.run({}, { attempt: 1, last: false, forget: async () => undefined });
    const said = world.log.lines.filter(({ fields }) => fields.event === 'audit.head_kept');
    const verified = await audit.verify(orgId);
    expect(said.map(({ fields }) => fields)).toEqual([
      { event: 'audit.head_kept', orgId, seq: 3, hash: verified.ok && verified.head },
    ]);
    expect(verified).toMatchObject({ ok: true, heads: 1 });
  });
});

describe('looking for entries', () => {
  it('finds by actor, act, target and time, newest first, page by page', async () => {
    const orgId = await filled(5);
    const find = (query: Parameters<Audit['find']>[1], before: number | null = null, limit = 50) =>
      world.db.inOrg(orgId, async (tx) => (await audit.find(tx, query, before, limit)).map(({ seq }) => seq));
    expect(await find({})).toEqual([5, 4, 3, 2, 1]);
    expect(await find({}, 4, 2)).toEqual([3, 2]);
    expect(await find({ actorId: 'p1' })).toEqual([2]);
    expect(await find({ actions: ['sample.thing_done'], targetType: 'thing', targetId: 't1' }, null, 1)).toEqual([5]);
    expect(await find({ actions: [] })).toEqual([]);
    const [third] = await world.db.inOrg(orgId, (tx) => audit.find(tx, {}, 4, 1));
    expect(await find({ from: third?.at })).toEqual([5, 4, 3]);
    expect(await find({ until: third?.at })).toEqual([2, 1]);
  });

  it('walks along an index, whatever is asked', async () => {
    const orgId = await filled(1);
    const questions = ["actor_id = 'p1'", "action in ('a.b')", "target_id = 't1'", 'seq < 100'];
    for (const question of questions) {
      const plan = await world.db.inOrg(orgId, async (tx) => {
        await sql`set local enable_seqscan = off`.execute(tx.on());
        await sql`set local enable_sort = off`.execute(tx.on());
        const asked = `explain select * from audit_entries where org_id = '${orgId}' and ${question} order by seq desc limit 50`;
        return (await sql.raw<object>(asked).execute(tx.on())).rows.map((row) => Object.values(row)[0]).join('\n');
      });
      expect([question, plan]).toEqual([question, expect.stringMatching(/Index Scan/)]);
      expect([question, plan]).toEqual([question, expect.not.stringMatching(/Seq Scan|Sort/)]);
    }
  });
});
