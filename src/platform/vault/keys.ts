import { join } from 'node:path';
import type { Clock } from '../clock/index.ts';
import { type Database, orgId } from '../db/index.ts';
import { adoptEarlyKeys } from './early-keys.ts';
import { openKeyFolder } from './key-folder.ts';
import { everyKey, insertRootMark, installation, type RootMark, rootMarks } from './key-store.ts';
import { type OrganisationKeys, openOrganisationKeys } from './organisation-keys.ts';
import { makeRootText, readRootFiles, rootFile } from './root/key-file.ts';
import type { KmsSettings } from './root/kms.ts';
import { KeyServiceAway, type RootKey, RootKeyProblem } from './root/root-key.ts';
import { openRoots, type Roots } from './root/roots.ts';
import { DataKeys } from './sealing-keys.ts';

/** Where the keys are. The whole configuration fits. */
export interface KeySettings {
  /** Folder of the root key and of the organisations' keys. */
  readonly keysDir: string;
  /** A second folder, on another volume, that is kept in step. */
  readonly keysCopyDir?: string | undefined;
  /** A key in AWS KMS to use as root key instead of a file. */
  readonly kmsKeyId?: string | undefined;
  readonly awsRegion?: string | undefined;
  /** For tests: a client whose `send` is replaced. */
  readonly kmsClient?: KmsSettings['client'];
}

/** All keys of the installation, ready to use. */
export interface Keys {
  /** The root key that wraps new keys, as of the start. */
  readonly id: string;
  readonly roots: Roots;
  readonly organisations: OrganisationKeys;
  readonly dataKeys: DataKeys;
  /** What secrets of the installation are derived from. */
  readonly instanceKey: Uint8Array;
}

/**
 * Opens the keys, or makes them for an installation that has none yet. Which root key is in use stands in the database,
 * and changes by a rotation only: a new setting alone changes nothing.
 * @param where the folder of the keys, or all settings
 * @throws RootKeyProblem if data is sealed under a key that is not there, or others may read one, or it can't be reached
 */
export async function loadRootKey(where: string | KeySettings, db: Database, clock: Clock): Promise<Keys> {
  try {
    return await open(typeof where === 'string' ? { keysDir: where } : where, db, clock);
  } catch (error) {
    if (error instanceof KeyServiceAway) throw new RootKeyProblem(error.message);
    throw error;
  }
}

async function open(settings: KeySettings, db: Database, clock: Clock): Promise<Keys> {
  const { keysDir, keysCopyDir, kmsKeyId, awsRegion, kmsClient } = settings;
  const folder = openKeyFolder(keysDir, keysCopyDir);
  const kms = kmsKeyId === undefined ? null : { keyId: kmsKeyId, region: awsRegion };
  const roots = openRoots(folder, kms, kmsClient);
  const ownCopies = keysCopyDir && join(keysCopyDir, 'organisations');
  const organisations = openOrganisationKeys(openKeyFolder(join(keysDir, 'organisations'), ownCopies));
  const marks = await db.asOwner((tx) => rootMarks(tx));
  const root = marks.length === 0 ? await firstRoot(roots, db, clock) : await activeRoot(roots, marks);
  folder.level();
  organisations.level();
  const dataKeys = new DataKeys(roots, organisations, clock);
  await adoptEarlyKeys({ db, roots, dataKeys, organisations, rootId: root.id });
  await refuseIncomplete(db, roots, organisations);
  const { key: instanceKey } = await db.asOwner((tx) => dataKeys.toLookUp(tx));
  return { id: root.id, roots, organisations, dataKeys, instanceKey };
}

async function firstRoot(roots: Roots, db: Database, clock: Clock): Promise<RootKey> {
  const root = roots.kms === null ? fileRoot(roots) : await roots.configured();
  const mark: RootMark = { id: root.id, state: 'active', created_at: clock.now() };
  if (await db.asOwner((tx) => insertRootMark(tx, mark))) return root;
  // Another process started for the first time at the same moment.
  return activeRoot(roots, await db.asOwner((tx) => rootMarks(tx)));
}

function fileRoot({ folder }: Roots): RootKey {
  if (folder.read(rootFile) === null) folder.create(rootFile, makeRootText().text);
  const [root] = [...readRootFiles(folder).values()].filter(({ file }) => file === rootFile);
  if (root === undefined) throw new RootKeyProblem(`${folder.pathOf(rootFile)} could not be made.`);
  return root;
}

async function activeRoot(roots: Roots, marks: readonly RootMark[]): Promise<RootKey> {
  const active = marks.find(({ state }) => state === 'active');
  if (active === undefined) throw new RootKeyProblem('This database says of no root key that it is in use.');
  if (active.id.startsWith('arn:')) return roots.byId(active.id);
  const files = readRootFiles(roots.folder);
  const path = roots.folder.pathOf(rootFile);
  if (files.size === 0) {
    throw new RootKeyProblem(
      `This database holds data sealed under the root key ${active.id}, but ${path} does not exist. ` +
        'Put the key file back (from the place where you keep it apart from the backups). Without it that data is lost.',
    );
  }
  if (!files.has(active.id)) {
    throw new RootKeyProblem(
      `${path} is the key ${[...files.keys()].join(', ')}, but this database is sealed under ${active.id}. ` +
        'Use the key file that belongs to this database.',
    );
  }
  return roots.byId(active.id);
}

/** Starting with some keys missing would show as failures later, one by one, and perhaps after a wrong restore. */
async function refuseIncomplete(db: Database, roots: Roots, organisations: OrganisationKeys): Promise<void> {
  const keys = await db.directory((tx) => everyKey(tx));
  for (const id of new Set(keys.map((key) => key.root_key_id))) await roots.byId(id);
  const owners = new Set(keys.filter((key) => key.bound && key.org_id !== installation).map((key) => key.org_id));
  const missing = [...owners].filter((owner) => organisations.state(orgId(owner)) === 'missing');
  if (missing.length === 0) return;
  throw new RootKeyProblem(
    `The keys of ${missing.length} of ${owners.size} organisations are not in ${join(roots.folder.path, 'organisations')} ` +
      `(${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ', …' : ''}). Put that folder back, from the place where ` +
      'you keep the keys apart from the backups. If one was destroyed on purpose, make an empty file <id>.destroyed there.',
  );
}
