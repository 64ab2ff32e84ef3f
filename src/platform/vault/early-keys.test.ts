import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { fixedClock, newId } from '../clock/index.ts';
import { orgId, sql } from '../db/index.ts';
import { sealWith } from './cipher.ts';
import { loadRootKey, openVault } from './index.ts';
import { openKeyFolder } from './key-folder.ts';
import { bytesOf } from './key-id.ts';
import { readRootFiles } from './root/key-file.ts';

/** What version 0.1.0 left: data keys under the root key alone, hashes from them, secrets under the root key itself. */
it('opens what version 0.1.0 sealed, finds by its hashes, and keeps its keys as they are kept now', async () => {
  await using db = await openTestDatabase();
  const clock = fixedClock('2026-05-04T09:00:00Z');
  const org = orgId(newId(clock));
  const keysDir = join(db.folder, 'keys');
  const root = randomBytes(32);
  const derive = (purpose: string) => new Uint8Array(hkdfSync('sha256', root, '', `coact ${purpose}`, 32));
  mkdirSync(keysDir, { recursive: true, mode: 0o700 });
  writeFileSync(join(keysDir, 'root.key'), `${root.toString('base64')}\n`, { mode: 0o600 });
  const [rootId = ''] = [...readRootFiles(openKeyFolder(keysDir)).keys()];
  const [key, keyId] = [randomBytes(32), newId(clock)];
  const wrapped = sealWith(derive('wrapping of data keys'), bytesOf(keyId), ['data key', org, keyId], key);
  const place = { table: 'people', column: 'email_sealed', rowId: 'p' };
  const sealed = sealWith(key, bytesOf(keyId), [org, 'people', 'email_sealed', 'p'], Buffer.from('ana@example.com'));
  const purposeKey = Buffer.from(hkdfSync('sha256', key, '', 'fingerprint people.address', 32));
  const hash = createHmac('sha256', purposeKey).update('ana@example.com').digest();
  const cookies = sealWith(
    derive('instance secrets'),
    Buffer.alloc(16),
    ['instance secret', 'cookies'],
    Buffer.from('cookie secret'),
  );
  await db.asOwner(async (tx) => {
    await sql`insert into root_key_marks (id, created_at) values (${rootId}, now())`.execute(tx.on());
    await sql`insert into instance_secrets values ('cookies', ${cookies})`.execute(tx.on());
  });
  await db.inOrg(org, (tx) =>
    sql`insert into data_keys (org_id, id, wrapped, root_key_id, state, created_at)
      values (${org}, ${keyId}, ${wrapped}, ${rootId}, 'active', now())`.execute(tx.on()),
  );

  for (const start of ['first', 'second']) {
    const vault = openVault(await loadRootKey(keysDir, db, clock), db, clock);
    const found = await db.inOrg(org, async (tx) => [
      await vault.openText(tx, place, sealed),
      Buffer.from(await vault.fingerprint(tx, 'people.address', 'ana@example.com')).equals(hash),
    ]);
    expect([start, ...found]).toEqual([start, 'ana@example.com', true]);
    expect(await vault.instanceText('cookies', async () => 'lost')).toBe('cookie secret');
  }
  const kept = await db.inOrg(org, (tx) =>
    sql<{ purpose: string; bound: boolean }>`select purpose, bound from data_keys order by purpose`.execute(tx.on()),
  );
  expect(kept.rows).toEqual([
    { purpose: 'lookup', bound: true },
    { purpose: 'sealing', bound: true },
  ]);
});
