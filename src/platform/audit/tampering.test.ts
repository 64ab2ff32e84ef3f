import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { type OrgId, sql } from '../db/index.ts';
import { hashEntry, hex } from './entry.ts';
import { type Audit, openAudit } from './index.ts';
import { record, tamper } from './tampering.fixture.ts';

let world: World;
let audit: Audit;

beforeAll(async () => {
  world = await openWorld();
  audit = openAudit(world);
});
afterAll(() => world[Symbol.asyncDispose]());

const length = 6;
const seq = fc.integer({ min: 1, max: length });

/** One way to change one column of a row: what to set it to, always something else than what it was. */
const columnChange = fc.oneof(
  fc.integer({ min: 1, max: 2_000_000_000 }).map((micros) => `at = at + interval '${micros} microseconds'`),
  fc.constantFrom(`at = 'infinity'`, `at = '-infinity'`, `at = at - interval '4000 years'`),
  fc.integer({ min: 100, max: 2_000_000_000 }).map((more) => `seq = seq + ${more}`),
  fc.constant('seq = 9223372036854775807'),
  fc
    .tuple(fc.constantFrom('actor_kind', 'actor_id', 'action', 'target_kind', 'target_id'), fc.string({ minLength: 1 }))
    .map(([column, text]) => `${column} = ${column} || '${text.replaceAll("'", "''").replaceAll('\0', '0')}'`),
  fc.constantFrom(
    `detail = '{}'`,
    `detail = '{"count": 2.0, "fields": "b,a", "forced": false}'`,
    `detail = detail || '{"count": 2.00000000000000000001}'`,
    `detail = detail || '{"count": 1e400}'`,
    `detail = detail || '{"forced": {"a": 1}}'`,
    `detail = '[]'`,
    `detail = 'null'`,
    `detail = detail - 'forced'`,
  ),
  fc
    .tuple(fc.constantFrom('previous', 'hash'), fc.integer({ min: 0, max: 31 }), fc.integer({ min: 1, max: 255 }))
    .map(
      ([column, place, flip]) => `${column} = set_byte(${column}, ${place}, get_byte(${column}, ${place}) # ${flip})`,
    ),
  fc.constantFrom(`hash = ''`, `previous = ''`, `hash = hash || '\\x00'`),
);

async function filled(): Promise<OrgId> {
  const orgId = world.newOrgId();
  await record(world, audit, orgId, length);
  return orgId;
}

const holds = async (orgId: OrgId) => (await audit.verify(orgId, { founded: true })).ok;
const runs = { numRuns: 40, endOnFailure: true };

/** What stands in the table, for whoever forges. */
const rows = (orgId: OrgId) => world.db.inOrg(orgId, (tx) => audit.read(tx));

/** The statements that give a row and all later ones hashes that fit, as someone does who knows how they are made. */
async function rehashed(orgId: OrgId, from: number, actor: string): Promise<string[]> {
  const all = await rows(orgId);
  let previous = all[from - 1]?.previous ?? new Uint8Array();
  return all.slice(from - 1).map((row) => {
    const changed = row.seq === from ? { ...row.entry, actor: { ...row.entry.actor, id: actor } } : row.entry;
    const hash = hashEntry({ orgId, seq: row.seq, at: row.at, entry: changed, previous });
    const statement = `update audit_entries set actor_id = '${changed.actor.id}', previous = '\\x${hex(previous)}',
      hash = '\\x${hex(hash)}' where org_id = '${orgId}' and seq = ${row.seq}`;
    previous = hash;
    return statement;
  });
}

describe('whoever has the database, with its owner’s rights', () => {
  it('changes no column of no row unseen', async () => {
    await fc.assert(
      fc.asyncProperty(seq, columnChange, async (row, change) => {
        const orgId = await filled();
        await tamper(world, `update audit_entries set ${change} where org_id = '${orgId}' and seq = ${row}`);
        return !(await holds(orgId));
      }),
      { ...runs, numRuns: 80 },
    );
  });

  it('swaps no two entries unseen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(seq, { minLength: 2, maxLength: 2 }), async ([one = 1, other = 2]) => {
        const orgId = await filled();
        const where = `where org_id = '${orgId}' and seq`;
        await tamper(
          world,
          `update audit_entries set seq = 1000 ${where} = ${one}`,
          `update audit_entries set seq = ${one} ${where} = ${other}`,
          `update audit_entries set seq = ${other} ${where} = 1000`,
        );
        return !(await holds(orgId));
      }),
      { ...runs, numRuns: 15 },
    );
  });

  it('removes no part unseen, be it the end or everything', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(seq, { minLength: 1, maxLength: length }), async (gone) => {
        const orgId = await filled();
        await tamper(world, `delete from audit_entries where org_id = '${orgId}' and seq in (${gone.join(',')})`);
        expect(await holds(orgId)).toBe(false);
        // Neither does going on afterwards cover the traces.
        await record(world, audit, orgId, 2);
        return !(await holds(orgId));
      }),
      { ...runs, numRuns: 25 },
    );
  });

  it('removes nothing unseen together with the sealed end', async () => {
    const orgId = await filled();
    const entries = `delete from audit_entries where org_id = '${orgId}'`;
    await tamper(world, `${entries} and seq > 3`, `delete from audit_ends where org_id = '${orgId}'`);
    expect(await audit.verify(orgId)).toMatchObject({ ok: false, brokenAt: 4, reason: 'unsealed' });
    await record(world, audit, orgId, 1);
    const said = (await rows(orgId)).map(({ entry }) => entry.action);
    expect(said.slice(3)).toEqual(['audit.end_lost', 'sample.thing_done']);
    await tamper(world, entries, `delete from audit_ends where org_id = '${orgId}'`);
    expect(await audit.verify(orgId, { founded: true })).toMatchObject({ ok: false, brokenAt: 1, reason: 'cut' });
  });

  it('puts no forged entry behind unseen, not even one whose hash fits', async () => {
    const orgId = await filled();
    const last = (await rows(orgId)).at(-1);
    if (last === undefined) throw new Error('nothing was recorded');
    const forged = { orgId, seq: length + 1, at: last.at, entry: last.entry, previous: last.hash };
    const hash = hex(hashEntry(forged));
    await tamper(
      world,
      `insert into audit_entries select org_id, ${length + 1}, at, actor_kind, actor_id, action, target_kind, target_id,
        detail, hash, '\\x${hash}' from audit_entries where org_id = '${orgId}' and seq = ${length}`,
    );
    expect(await audit.verify(orgId)).toMatchObject({ ok: false, brokenAt: length + 2, reason: 'unsealed' });
    await record(world, audit, orgId, 1);
    expect(await audit.verify(orgId)).toMatchObject({ ok: false, brokenAt: length + 2, reason: 'changed' });
  });

  it('rewrites history unseen from no entry on, though every hash fits again', async () => {
    await fc.assert(
      fc.asyncProperty(seq, async (from) => {
        const orgId = await filled();
        await tamper(world, ...(await rehashed(orgId, from, 'somebody-else')));
        expect(await audit.verify(orgId)).toMatchObject({ ok: false, reason: 'unsealed' });
        await record(world, audit, orgId, 1);
        return !(await holds(orgId));
      }),
      { ...runs, numRuns: 8 },
    );
  });

  it('moves nothing to another organisation unseen, on either side', async () => {
    await fc.assert(
      fc.asyncProperty(seq, async (row) => {
        const [orgId, other] = [await filled(), await filled()];
        const to = `org_id = '${other}', seq = ${length + 1}`;
        await tamper(world, `update audit_entries set ${to} where org_id = '${orgId}' and seq = ${row}`);
        return !(await holds(orgId)) && !(await holds(other));
      }),
      { ...runs, numRuns: 8 },
    );
  });

  it('takes over no other organisation’s sealed end', async () => {
    const [orgId, other] = [await filled(), await filled()];
    await tamper(
      world,
      `update audit_ends set sealed = (select sealed from audit_ends where org_id = '${other}') where org_id = '${orgId}'`,
    );
    expect(await audit.verify(orgId)).toMatchObject({ ok: false, reason: 'unsealed' });
  });
});

describe('heads that were kept', () => {
  const endOf = async (orgId: OrgId) => {
    const read = sql<{ end: string }>`select encode(sealed, 'hex') as end from audit_ends`;
    return world.db.inOrg(orgId, async (tx) => (await read.execute(tx.on())).rows[0]?.end ?? '');
  };

  it('show an older end that was put back', async () => {
    const orgId = await filled();
    const before = await endOf(orgId);
    await record(world, audit, orgId, 2);
    expect(await audit.keepHead(orgId)).toMatchObject({ seq: length + 2 });
    expect(await audit.verify(orgId)).toMatchObject({ ok: true, entries: length + 2, heads: 1 });
    await tamper(
      world,
      `delete from audit_entries where org_id = '${orgId}' and seq > ${length}`,
      `update audit_ends set sealed = '\\x${before}' where org_id = '${orgId}'`,
    );
    expect(await audit.verify(orgId)).toMatchObject({ ok: false, brokenAt: length + 2, reason: 'cut' });
  });

  it('are kept once for each end, and noted down can be checked against', async () => {
    const orgId = await filled();
    const noted = await audit.keepHead(orgId);
    expect(await audit.keepHead(orgId)).toEqual(noted);
    await record(world, audit, orgId, 1);
    expect(await audit.keepHead(orgId)).toMatchObject({ seq: length + 1 });
    expect(await audit.verify(orgId, { noted: noted ? [noted] : [] })).toMatchObject({ ok: true, heads: 2 });
    const other = { seq: 3, hash: 'ab'.repeat(32) };
    expect(await audit.verify(orgId, { noted: [other] })).toMatchObject({ ok: false, brokenAt: 3, reason: 'head' });
    const later = { seq: 99, hash: 'ab'.repeat(32) };
    expect(await audit.verify(orgId, { noted: [later] })).toMatchObject({ ok: false, brokenAt: 99, reason: 'cut' });
  });

  it.each([
    ['changed', `update audit_heads set hash = '\\x00' where`],
    ['sealed by nobody', `update audit_heads set sealed = '\\x00' where`],
    ['removed', 'delete from audit_heads where number = 2 and'],
    ['removed with the numbers closed up', 'delete from audit_heads where number = 1 and'],
  ])('can’t be %s unseen', async (_name, statement) => {
    const orgId = await filled();
    for (let day = 0; day < 2; day += 1) {
      await record(world, audit, orgId, 1);
      await audit.keepHead(orgId);
    }
    await tamper(
      world,
      `${statement} org_id = '${orgId}'`,
      `update audit_heads set number = 1 where org_id = '${orgId}' and number = 2 and not exists
        (select from audit_heads h where h.org_id = '${orgId}' and h.number = 1)`,
    );
    expect(await holds(orgId)).toBe(false);
  });
});
