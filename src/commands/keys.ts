import { allActs } from '../acts.ts';
import { askServerToRotate, limitsOf, rotationParts } from '../key-jobs.ts';
import { allMigrations } from '../migrations.ts';
import { openAudit } from '../platform/audit/index.ts';
import { systemClock } from '../platform/clock/index.ts';
import type { Config } from '../platform/config/index.ts';
import { DatabaseInUse, type OrgId, openDatabase, orgId, pendingMigrations } from '../platform/db/index.ts';
import {
  type DataRotation,
  installation,
  type KeyStatus,
  keyOwners,
  keyStatus,
  loadRootKey,
  openVault,
  type RootRotation,
  type RotationParts,
  type RotationStep,
  rotateDataKeys,
  rotateRootKey,
} from '../platform/vault/index.ts';
import { allSealedPlaces } from '../sealed-places.ts';
import type { Call, Command, Output } from './command.ts';
import { CommandProblem, WrongCall } from './problems.ts';

const help = [
  '  coact keys status                   how keys stand: root key, data keys by state, age, what is due',
  '  coact keys rotate --data            give every organisation a new data key and seal everything anew under it',
  '  coact keys rotate --data --org ID   the same for one organisation',
  '  coact keys rotate --root            a new root key: another file, or the key that KMS_KEY_ID names',
  '  coact keys rotate --all             both',
  '',
  'Nothing stops meanwhile. Cut off, call it again: it goes on where it was. Rotating ends with 1 if something sealed',
  'could not be opened by any key and so keeps its old one. On the embedded database a running Coact is asked to do it',
  'and begins within a minute; status needs it stopped.',
].join('\n');

/** `coact keys status|rotate`: what the keys are, and new ones for old. */
export const keysCommand: Command = {
  name: 'keys',
  summary: 'show how keys stand, or replace them',
  help,
  options: { root: { type: 'boolean' }, data: { type: 'boolean' }, all: { type: 'boolean' }, org: { type: 'string' } },
  run: async (call) => {
    const [word, ...rest] = call.words;
    if (rest.length > 0) throw new WrongCall(`"${rest.join(' ')}" is one word too many.`);
    if (word === 'status') return withKeys(call.config, (parts) => status(parts, call));
    if (word === 'rotate') return rotate(call, readWish(call));
    throw new WrongCall('say `status` or `rotate`.');
  },
};

interface Wish {
  readonly root: boolean;
  readonly data: boolean;
  readonly org: OrgId | null;
}

function readWish({ options: { root, data, all, org } }: Call): Wish {
  const wish = { root: root === true || all === true, data: data === true || all === true };
  if (!(wish.root || wish.data)) throw new WrongCall('say what: --root, --data or --all.');
  if (org === undefined) return { ...wish, org: null };
  if (wish.root) throw new WrongCall('--org goes with --data alone: the root key is everybody’s.');
  try {
    return { ...wish, org: orgId(String(org)) };
  } catch {
    throw new WrongCall(`--org takes the id of an organisation, not "${org}".`);
  }
}

async function withKeys(config: Config, work: (parts: RotationParts) => Promise<number>): Promise<number> {
  const db = await openDatabase({ url: config.databaseUrl, folder: config.dataDir, connections: 3 });
  try {
    const pending = await pendingMigrations(db, allMigrations).catch(() => ['all']);
    if (pending.length > 0) throw new CommandProblem('The database lacks changes of this version. Run: coact migrate');
    const clock = systemClock;
    const keys = await loadRootKey(config, db, clock);
    const audit = openAudit({ db, clock, vault: openVault(keys, db, clock, allSealedPlaces) }, allActs);
    return await work(rotationParts({ db, clock, keys, audit }, 'operator'));
  } finally {
    await db.close();
  }
}

async function status(parts: RotationParts, { config, out }: Call): Promise<number> {
  const found = await keyStatus(parts, limitsOf(config));
  for (const line of inWords(found, config)) out.say(line);
  out.result(found);
  return 0;
}

function inWords({ root, dataKeys, ownKeys, ...found }: KeyStatus, config: Config): string[] {
  const { pending, active, retired } = dataKeys;
  const age = found.oldestActiveDays === null ? '' : `; the oldest active one is ${found.oldestActiveDays} days old`;
  const others =
    ownKeys.missing + ownKeys.destroyed === 0 ? '' : `, ${ownKeys.missing} missing, ${ownKeys.destroyed} destroyed`;
  return [
    `Root key: ${root.id} (${root.provider === 'kms' ? 'AWS KMS' : `file in ${config.keysDir}`}), ${root.ageDays} days in use.`,
    ...(root.underWay ? ['A change of the root key was cut off. Go on with: coact keys rotate --root'] : []),
    ...(root.differsFromSettings
      ? ['The settings name another root key. Move to it with: coact keys rotate --root']
      : []),
    `Organisations’ own keys: ${ownKeys.present} of ${found.organisations}${others}.`,
    `Data keys: ${active} active, ${retired} retired, ${pending} pending${age}.`,
    `Sealed values under retired keys: ${found.valuesOnRetired}. Most values sealed under one key: at most ${found.mostEncryptions}.`,
    found.due.length === 0
      ? 'No rotation is due.'
      : `Due for rotation: ${found.due.map((owner) => (owner === installation ? 'the installation' : owner)).join(', ')}.`,
  ];
}

async function rotate({ config, out }: Call, wish: Wish): Promise<number> {
  try {
    return await withKeys(config, (parts) => rotateNow({ ...parts, onStep: progress(out) }, wish, config, out));
  } catch (error) {
    if (!(error instanceof DatabaseInUse) || wish.org !== null) throw error;
    askServerToRotate(config.dataDir, wish.root && wish.data ? 'all' : wish.root ? 'root' : 'data');
    out.say(
      'Coact is running on the embedded database: it was asked to do it, begins within a minute, and logs the end.',
    );
    out.result({ requested: true });
    return 0;
  }
}

async function rotateNow(parts: RotationParts, wish: Wish, config: Config, out: Output): Promise<number> {
  const root = wish.root ? await rotateRootKey(parts) : null;
  if (root !== null) for (const line of rootInWords(root, config)) out.say(line);
  const owners = await keyOwners(parts);
  const wanted = wish.org === null ? owners : owners.filter((owner) => owner === wish.org);
  if (wish.org !== null && wanted.length === 0) throw new CommandProblem(`No organisation ${wish.org} has keys.`);
  const data: DataRotation[] = await rotateDataKeys(parts, wish.data ? wanted : []);
  const broken = data.reduce((total, one) => total + one.broken, 0);
  const resealed = data.reduce((total, one) => total + one.resealed, 0);
  if (wish.data) out.say(`Data keys: ${data.length} replaced, ${resealed} values sealed anew.`);
  if (broken > 0)
    out.warn(`${broken} sealed values can't be opened by any key; their old keys were kept. See coact keys status.`);
  out.result({ root, data, resealed, broken });
  return broken > 0 ? 1 : 0;
}

function rootInWords({ outcome, id, rewrapped, former }: RootRotation, config: Config): string[] {
  if (outcome === 'same') return [`The root key ${id} is in use already. AWS KMS renews what is inside it by itself.`];
  const copy = id.startsWith('arn:') ? '' : ` Copy ${config.keysDir}/root.key to where you keep it apart, now.`;
  return [
    `Root key: ${id}; ${rewrapped} keys wrapped anew.${copy}`,
    `Backups from before open with ${former.join(', ')} only: keep your copy of that as long as them. Make a backup now.`,
  ];
}

function progress(out: Output): (step: RotationStep) => void {
  return (step) => {
    if (step.step === 'resealed') out.say(`  ${step.owner}: ${step.values} values of ${step.table}`);
    if (step.step === 'keys_destroyed') out.say(`  ${step.owner}: former key destroyed`);
  };
}
