import { access, constants, mkdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { allMigrations } from '../migrations.ts';
import { systemClock } from '../platform/clock/index.ts';
import type { Config } from '../platform/config/index.ts';
import {
  catalogueProblems,
  type Database,
  DatabaseInUse,
  openDatabase,
  pendingMigrations,
} from '../platform/db/index.ts';
import { loadRootKey, RootKeyProblem } from '../platform/vault/index.ts';
import type { Command } from './command.ts';

/** `note` is worth knowing; `fail` keeps Coact from working as it should. */
export interface Finding {
  readonly level: 'ok' | 'note' | 'fail';
  readonly subject: string;
  /** What was found and, unless all is well, how to mend it. */
  readonly sentence: string;
}

const marks = { ok: '✓', note: '!', fail: '✗' } as const;

/** `coact doctor`: prints what it finds; ends with 1 if something fails. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'check this installation and say how to mend what is wrong',
  help: 'Changes nothing. Ends with 1 if something keeps Coact from working as it should.',
  run: async ({ config, out }) => {
    const findings = await examine(config);
    for (const { level, subject, sentence } of findings) out.say(`${marks[level]} ${subject}: ${sentence}`);
    out.result({ findings });
    return findings.some((finding) => finding.level === 'fail') ? 1 : 0;
  },
};

/** Everything the doctor looks at, in the order in which things depend on each other. */
export async function examine(config: Config): Promise<Finding[]> {
  return [
    ok('Configuration', 'read and valid.'),
    address(config),
    await disk(config),
    ...(await database(config)),
    slack(config),
    mail(config),
  ];
}

const ok = (subject: string, sentence: string): Finding => ({ level: 'ok', subject, sentence });
const note = (subject: string, sentence: string): Finding => ({ level: 'note', subject, sentence });
const fail = (subject: string, sentence: string): Finding => ({ level: 'fail', subject, sentence });

function address(config: Config): Finding {
  if (config.publicUrl.startsWith('https:'))
    return ok('Address', `${config.publicUrl} with short links at ${config.linksUrl}.`);
  return note(
    'Address',
    `${config.publicUrl} is for this machine only. Set PUBLIC_URL to an https address to let others in.`,
  );
}

async function disk(config: Config): Promise<Finding> {
  try {
    await mkdir(config.dataDir, { recursive: true });
    await access(config.dataDir, constants.W_OK);
    const { bavail, bsize } = await statfs(config.dataDir);
    const megabytes = Math.floor((bavail * bsize) / 1_048_576);
    if (megabytes < 200) return fail('Disk', `only ${megabytes} MB are free at ${config.dataDir}. Make room.`);
    return ok('Disk', `${config.dataDir} can be written; ${megabytes} MB are free.`);
  } catch {
    return fail(
      'Disk',
      `${config.dataDir} can't be written. Give the user that runs Coact the right to, or set DATA_DIR.`,
    );
  }
}

async function database(config: Config): Promise<Finding[]> {
  let db: Database;
  try {
    db = await openDatabase({ url: config.databaseUrl, folder: config.dataDir });
  } catch (error) {
    if (error instanceof DatabaseInUse) {
      return [
        note('Database', 'Coact is running on it, so it was left alone. Stop Coact to have it examined.'),
        powerLoss,
      ];
    }
    return [fail('Database', `can't be opened. Check DATABASE_URL, or DATA_DIR (${config.dataDir}).`)];
  }
  try {
    return [...(await schema(db)), ...(await keys(config, db)), ...(db.kind === 'pglite' ? [powerLoss] : [])];
  } catch {
    return [fail('Database', 'does not answer. Check that it runs and that DATABASE_URL is right.')];
  } finally {
    await db.close();
  }
}

/** Measured: the embedded engine makes no fsync call, whatever it is asked to. */
const powerLoss = note(
  'Embedded database',
  'survives a crash of Coact, but after a power cut the last writes may be missing. For more, set DATABASE_URL to a PostgreSQL.',
);

async function schema(db: Database): Promise<Finding[]> {
  const pending = await pendingMigrations(db, allMigrations).catch(nullIfEmpty);
  if (pending === null) return [note('Database', 'is empty; `coact serve` sets it up.')];
  if (pending.length > 0)
    return [note('Database', `lacks ${pending.length} changes of this version; \`coact migrate\` applies them.`)];
  const holes = await catalogueProblems(db);
  if (holes.length > 0) return [fail('Database', `the wall between organisations has holes: ${holes.join('; ')}.`)];
  return [ok('Database', `${db.kind === 'pglite' ? 'embedded' : 'PostgreSQL'}, up to date, organisations walled off.`)];
}

/** A database that Coact has never seen has no list of migrations (PostgreSQL's undefined_table). */
function nullIfEmpty(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === '42P01') return null;
  throw error;
}

async function keys(config: Config, db: Database): Promise<Finding[]> {
  const file = join(config.keysDir, 'root.key');
  const exists = await stat(file).then(
    () => true,
    () => false,
  );
  const isEmpty = await pendingMigrations(db, allMigrations).then(
    (pending) => pending.length > 0,
    () => true,
  );
  if (!exists && isEmpty) return [note('Keys', '`coact serve` makes the root key at its first start.')];
  try {
    const key = await loadRootKey(config.keysDir, db, systemClock);
    return [
      ok('Keys', `root key ${key.id} in ${file}. Keep a copy apart from the backups; without it they can't be read.`),
    ];
  } catch (error) {
    if (!(error instanceof RootKeyProblem)) throw error;
    return [fail('Keys', error.message)];
  }
}

function slack({ slack: { clientId, clientSecret, signingSecret } }: Config): Finding {
  if (clientId && clientSecret && signingSecret) return ok('Slack', 'the app’s id and secrets are set.');
  return note(
    'Slack',
    'not set up: give SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_SIGNING_SECRET (docs/operating/slack-app.md).',
  );
}

function mail(config: Config): Finding {
  if (config.smtpUrl !== undefined) return ok('Mail', 'goes out over SMTP.');
  return note('Mail', `no SMTP_URL: mails are written to ${join(config.dataDir, 'outbox')} instead of being sent.`);
}
