import { type Database, type OrgId, orgId, type Tx } from '../db/index.ts';
import { openWith, sealWith } from './cipher.ts';
import { earlyInstanceSecrets, replaceInstanceSecret } from './instance-store.ts';
import { bytesOf } from './key-id.ts';
import { changeKey, everyKey, installation, keyOwnerOf, keysOfOwner } from './key-store.ts';
import { extract } from './lookup.ts';
import type { OrganisationKeys } from './organisation-keys.ts';
import { contextOf } from './places.ts';
import { deriveEarly } from './root/key-file.ts';
import { providerOf } from './root/root-key.ts';
import type { Roots } from './root/roots.ts';
import type { DataKeys } from './sealing-keys.ts';

interface Parts {
  readonly db: Database;
  readonly roots: Roots;
  readonly dataKeys: DataKeys;
  readonly organisations: OrganisationKeys;
  readonly rootId: string;
}

/**
 * Brings keys of version 0.1.0 up to how they are kept now, at the first start after it: data keys were wrapped under
 * the root key alone, keyed hashes were derived from the oldest of them, and secrets of the installation were sealed
 * under the root key itself. Done again after a crash, it goes on where it was.
 */
export async function adoptEarlyKeys(parts: Parts): Promise<void> {
  const keys = await parts.db.directory((tx) => everyKey(tx));
  const early = new Set(keys.filter((key) => !key.bound && key.org_id !== installation).map((key) => key.org_id));
  for (const owner of early) await parts.db.inOrg(orgId(owner), (tx) => bindKeys(parts, tx));
  if (providerOf(parts.rootId) === 'file') await parts.db.asOwner((tx) => resealSecrets(parts, tx));
}

async function bindKeys({ dataKeys, organisations }: Parts, tx: Tx): Promise<void> {
  const owner: OrgId = keyOwnerOf(tx);
  const rows = await keysOfOwner(tx);
  const [oldest] = rows;
  if (oldest === undefined || rows.every((row) => row.bound)) return;
  organisations.findOrCreate(owner);
  if (!rows.some((row) => row.purpose === 'lookup')) {
    await dataKeys.make(tx, 'lookup', 'active', extract(await dataKeys.unwrap(oldest)));
  }
  for (const row of rows.filter(({ bound }) => !bound)) {
    const wrapped = await dataKeys.wrap({ ...row, bound: true }, await dataKeys.unwrap(row));
    await changeKey(tx, row, { wrapped, bound: true });
  }
}

async function resealSecrets({ dataKeys, roots, rootId }: Parts, tx: Tx): Promise<void> {
  const secrets = await earlyInstanceSecrets(tx);
  if (secrets.length === 0) return;
  const former = deriveEarly(roots.folder, rootId, 'instance secrets');
  const { id, key } = await dataKeys.toSeal(tx, secrets.length);
  for (const { name, sealed } of secrets) {
    const text = openWith(former, ['instance secret', name], sealed);
    const place = { table: 'instance_secrets', column: 'sealed', rowId: name };
    const renewed = sealWith(key, bytesOf(id), contextOf(installation, place), text);
    await replaceInstanceSecret(tx, name, sealed, renewed);
  }
}
