import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { type OrgId, sql } from '../db/index.ts';
import { type Audit, openAudit } from './index.ts';

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

/** Changes the table as only its owner at the database's own prompt could: by lifting the wall first. */
const tamper = (text: string) =>
  world.db.asOwner(async (tx) => {
    const wall = (force: string) => `alter table audit_entries ${force} row level security`;
    for (const statement of [wall('no force'), text, wall('force')]) await sql.raw(statement).execute(tx.on<object>());
  });

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
    await tamper(statement.includes('where') ? `${statement} and org_id = '${orgId}'` : statement);
    expect(await audit.verify(orgId)).toMatchObject({ ok: false, brokenAt });
  });

  it('shows an entry that was put under another organisation', async () => {
    const [one, other] = [await filled(1), world.newOrgId()];
    await tamper(`update audit_entries set org_id = '${other}' where org_id = '${one}'`);
    expect(await audit.verify(other)).toMatchObject({ ok: false, brokenAt: 1 });
  });

  it('takes only names of acts', async () => {
    const entry = { actor: { kind: 'person', id: 'p' }, action: 'Ada did it', target: { type: 't', id: '1' } } as const;
    await expect(world.db.inOrg(world.newOrgId(), (tx) => audit.append(tx, entry))).rejects.toThrow(
      'not the name of an act',
    );
  });
});
