import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { type OrgId, sql } from '../../db/index.ts';
import { SealBroken } from '../cipher.ts';
import { loadRootKey, openVault } from '../index.ts';
import { installation } from '../key-store.ts';
import { rotateDataKey } from './key-rotation.ts';
import { rotateDue } from './rotate-due.ts';
import { createTokens, partsOf, readToken, sealToken, sealTokens, tokensByKey } from './rotation.fixture.ts';
import { keyStatus } from './status.ts';

const day = 86_400_000;
let world: World;
beforeAll(async () => {
  world = await openWorld();
  await createTokens(world.db);
});
afterAll(() => world[Symbol.asyncDispose]());

const statesOf = async (org: OrgId) => (await tokensByKey(world.db, org)).map(({ state, total }) => [state, total]);
const keysIn = async (org: OrgId) => {
  const rows = await world.db.inOrg(org, (tx) =>
    sql<{ state: string }>`select state from data_keys where purpose = 'sealing' order by created_at`.execute(tx.on()),
  );
  return rows.rows.map(({ state }) => state);
};

describe('a new data key', () => {
  it('takes over every value while all are read and new ones are sealed, and the former is destroyed', async () => {
    const org = world.newOrgId();
    const ids = await sealTokens(world.db, world.vault, org, 1_200);
    const over = { yet: false };
    const readers = [0, 1, 2].map(async (lane) => {
      let reads = 0;
      for (let at = lane; !over.yet; at += 7) {
        await readToken(world.db, world.vault, org, ids[at % ids.length] ?? '');
        reads += 1;
      }
      return reads;
    });
    const writer = (async () => {
      const fresh: string[] = [];
      while (!over.yet) fresh.push(...(await sealTokens(world.db, world.vault, org, 3)));
      return fresh;
    })();
    const rotation = await rotateDataKey(partsOf(world), org);
    over.yet = true;
    const reads = await Promise.all(readers);
    const fresh = await writer;
    expect(rotation).toMatchObject({ outcome: 'rotated', broken: 0, destroyed: 1 });
    expect(rotation.resealed).toBeGreaterThanOrEqual(1_200);
    expect(Math.min(...reads)).toBeGreaterThan(0);
    expect(await statesOf(org)).toEqual([['active', 1_200 + fresh.length]]);
    expect(await keysIn(org)).toEqual(['active']);
    for (const id of [...ids.slice(0, 20), ...fresh.slice(-5)]) await readToken(world.db, world.vault, org, id);
  });

  it('is used at once by another process, which opens what the former sealed', async () => {
    const org = world.newOrgId();
    const other = openVault(await loadRootKey(`${world.folder}/keys`, world.db, world.clock), world.db, world.clock);
    const [first = ''] = await sealTokens(world.db, other, org, 1);
    await rotateDataKey(partsOf(world), org);
    await readToken(world.db, other, org, first);
    await sealTokens(world.db, other, org, 1);
    expect(await statesOf(org)).toEqual([['active', 2]]);
  });

  it('changes no keyed hash', async () => {
    const org = world.newOrgId();
    const hash = () => world.db.inOrg(org, (tx) => world.vault.fingerprint(tx, 'email', 'ana@example.com'));
    await sealTokens(world.db, world.vault, org, 1);
    const before = await hash();
    await rotateDataKey(partsOf(world), org);
    expect(await hash()).toEqual(before);
  });

  it('leaves a value alone that changed meanwhile', async () => {
    const org = world.newOrgId();
    const [id = ''] = await sealTokens(world.db, world.vault, org, 1);
    const change = world.db.inOrg(org, async (tx) => {
      const sealed = await sealToken(world.vault, tx, id);
      await sql`update tokens set sealed = ${sealed} where id = ${id}`.execute(tx.on());
    });
    await Promise.all([rotateDataKey(partsOf(world), org), change]);
    await readToken(world.db, world.vault, org, id);
    expect(await statesOf(org)).toEqual([['active', 1]]);
  });

  it('waits for a transaction that is sealing under the former one, whatever it stores afterwards', async () => {
    if (world.db.kind === 'pglite') return;
    const org = world.newOrgId();
    await sealTokens(world.db, world.vault, org, 3);
    const [late = ''] = [world.newOrgId() as string];
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let isSealed = () => {};
    const sealed = new Promise<void>((resolve) => {
      isSealed = resolve;
    });
    const slow = world.db.inOrg(org, async (tx) => {
      const value = await sealToken(world.vault, tx, late);
      isSealed();
      await held;
      await sql`insert into tokens (org_id, id, sealed) values (${org}, ${late}, ${value})`.execute(tx.on());
    });
    await sealed;
    const rotating = rotateDataKey(partsOf(world), org);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await keysIn(org)).toEqual(['retired', 'active']);
    goOn();
    await slow;
    expect(await rotating).toMatchObject({ outcome: 'rotated', destroyed: 1, resealed: 4 });
    await readToken(world.db, world.vault, org, late);
  });

  it('seals anew what stands within JSON, and what belongs to the installation', async () => {
    const org = world.newOrgId();
    const place = { table: 'sign_in_links', column: 'subject', rowId: 'U7' };
    const sealed = await world.db.inOrg(org, (tx) => world.vault.seal(tx, place, 'ana@example.com'));
    const subject = JSON.stringify({ orgId: org, slackUserId: 'U7', sealed: Buffer.from(sealed).toString('base64') });
    await world.db.asOwner((tx) =>
      sql`insert into sign_in_links values ('\\x01', 'slack_confirmation', ${subject}, '/', now(), now())`.execute(
        tx.on(),
      ),
    );
    expect(await rotateDataKey(partsOf(world), org)).toMatchObject({ resealed: 1, destroyed: 1 });
    const found = await world.db.asOwner((tx) =>
      sql<{ sealed: string }>`select subject ->> 'sealed' as sealed from sign_in_links`.execute(tx.on()),
    );
    const renewed = Buffer.from(found.rows[0]?.sealed ?? '', 'base64');
    expect(renewed.equals(sealed)).toBe(false);
    expect(await world.db.inOrg(org, (tx) => world.vault.openText(tx, place, renewed))).toBe('ana@example.com');

    await world.vault.instanceText('rotated', async () => 'kept');
    expect(await rotateDataKey(partsOf(world), installation)).toMatchObject({ outcome: 'rotated', destroyed: 1 });
    expect(await world.vault.instanceText('rotated', async () => 'lost')).toBe('kept');
  });

  it('keeps a former key for the time in which values may be on their way from one transaction to the next', async () => {
    const org = world.newOrgId();
    await sealTokens(world.db, world.vault, org, 1);
    const turns = { left: 4 };
    const shouldStop = () => {
      turns.left -= 1;
      return turns.left < 0;
    };
    const rotation = await rotateDataKey(partsOf(world, { graceMs: 10_000, shouldStop }), org);
    expect(rotation).toMatchObject({ outcome: 'unfinished', destroyed: 0 });
    world.clock.advance(10_000);
    expect(await rotateDataKey(partsOf(world, { graceMs: 10_000 }), org)).toMatchObject({
      outcome: 'resumed',
      destroyed: 1,
    });
  });

  it('leaves what no key opens, keeps its key, and says so', async () => {
    const org = world.newOrgId();
    const [first = '', second = ''] = await sealTokens(world.db, world.vault, org, 2);
    await world.db.inOrg(org, (tx) =>
      sql`update tokens set sealed = (select sealed from tokens where id = ${first}) where id = ${second}`.execute(
        tx.on(),
      ),
    );
    expect(await rotateDataKey(partsOf(world), org)).toMatchObject({ outcome: 'unfinished', resealed: 1, broken: 1 });
    await readToken(world.db, world.vault, org, first);
    await expect(readToken(world.db, world.vault, org, second)).rejects.toThrow(SealBroken);
    const status = await keyStatus(partsOf(world), { maxAgeDays: 365, maxEncryptions: 2 ** 30 });
    expect(status).toMatchObject({ valuesOnRetired: 1, dataKeys: { retired: 1 } });
    expect(status.due).toContain(org);
    await world.db.inOrg(org, (tx) => sql`delete from tokens where id = ${second}`.execute(tx.on()));
    expect(await rotateDataKey(partsOf(world), org)).toMatchObject({ outcome: 'resumed', destroyed: 1 });
  });

  it('is not made for whoever has sealed nothing', async () => {
    expect(await rotateDataKey(partsOf(world), world.newOrgId())).toMatchObject({ outcome: 'none' });
  });
});

describe('rotation by itself', () => {
  const limits = { maxAgeDays: 365, maxEncryptions: 2 ** 30 };

  it('comes by age', async () => {
    await using own = await openWorld();
    await createTokens(own.db);
    await sealTokens(own.db, own.vault, own.orgId, 2);
    expect((await rotateDue(partsOf(own), limits)).rotations).toEqual([]);
    own.clock.advance(364 * day);
    const young = own.newOrgId();
    await sealTokens(own.db, own.vault, young, 1);
    own.clock.advance(day);
    const recorded: string[] = [];
    const record = async (tx: { orgId: OrgId | null }) => void recorded.push(tx.orgId ?? 'installation');
    const { rotations, left } = await rotateDue(partsOf(own, { record }), limits);
    expect(rotations).toEqual([expect.objectContaining({ owner: own.orgId, outcome: 'rotated', resealed: 2 })]);
    expect([left, recorded]).toEqual([false, [own.orgId]]);
    expect((await rotateDue(partsOf(own), limits)).rotations).toEqual([]);
  });

  it('comes by count, which is never told too low after a crash', async () => {
    await using own = await openWorld();
    await createTokens(own.db);
    await sealTokens(own.db, own.vault, own.orgId, 5);
    const status = () => keyStatus(partsOf(own), { maxAgeDays: 365, maxEncryptions: 100_000 });
    expect((await status()).mostEncryptions).toBeGreaterThanOrEqual(5);
    expect((await status()).due).toEqual([]);
    // A second process knows nothing of what the first had left of its block.
    const restarted = openVault(await loadRootKey(`${own.folder}/keys`, own.db, own.clock), own.db, own.clock);
    await sealTokens(own.db, restarted, own.orgId, 1);
    expect((await status()).due).toEqual([own.orgId]);
    const { rotations } = await rotateDue(partsOf(own), { maxAgeDays: 365, maxEncryptions: 100_000 });
    expect(rotations).toMatchObject([{ outcome: 'rotated', resealed: 6 }]);
  });
});
