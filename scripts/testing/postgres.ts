import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { firstProgram, onPath } from './programs.ts';

/** A PostgreSQL server of the tests' own, gone without a trace when disposed of. */
export interface ThrowAwayServer extends AsyncDisposable {
  /** A login that may create databases and roles, and write rows ahead of what they refer to. */
  readonly url: string;
  /** The folder with its files, among them the write-ahead log. */
  readonly folder: string;
}

/** The folder with `initdb` and `postgres`: the newest that Debian installed, or the one on the PATH. */
export function findServerPrograms(): string | null {
  const onItsPath = onPath('initdb');
  if (onItsPath !== null && onPath('postgres') !== null) return dirname(onItsPath);
  const found = firstProgram(debianVersions().map((version) => `/usr/lib/postgresql/${version}/bin/initdb`));
  return found === null ? null : dirname(found);
}

function debianVersions(): readonly number[] {
  try {
    return readdirSync('/usr/lib/postgresql')
      .map(Number)
      .filter((version) => version >= 15)
      .toSorted((a, b) => b - a);
  } catch {
    return [];
  }
}

/** Makes a server in a temporary folder. It does not wait for the disk: what it holds is worth nothing afterwards. */
export async function startThrowAwayServer(programs: string): Promise<ThrowAwayServer> {
  const folder = mkdtempSync(join(tmpdir(), 'coact-pg-'));
  const account = unprivilegedAccount();
  if (account !== null) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const password = randomBytes(24).toString('hex');
  const secret = join(folder, 'password');
  writeFileSync(secret, password);
  if (account !== null) chownSync(secret, account.uid, account.gid);
  const own = { ...account, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C', HOME: folder } };
  const initial = [
    '--auth=scram-sha-256',
    `--pwfile=${secret}`,
    '--username=postgres',
    '--encoding=UTF8',
    '--no-locale',
  ];
  execFileSync(join(programs, 'initdb'), ['--pgdata', data, '--no-sync', ...initial], { ...own, stdio: 'pipe' });
  const port = await freePort();
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settingsFor(folder, port)], {
    ...own,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stop = async () => {
    await ended(server);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await createLogin(server, `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, password);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `postgres://coact_test:${password}@127.0.0.1:${port}/postgres`,
    folder: data,
    [Symbol.asyncDispose]: stop,
  };
}

function settingsFor(folder: string, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: folder,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    // Test files run side by side, each with a pool or two and its queue's.
    max_connections: 300,
    // Some tests read the log of their last minutes, which a checkpoint would otherwise recycle.
    wal_keep_size: '4GB',
    log_min_messages: 'fatal',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** PostgreSQL refuses to run as root. */
function unprivilegedAccount(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const idOf = (flag: string) => {
    for (const name of ['postgres', 'nobody']) {
      try {
        return Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString('utf8'));
      } catch {}
    }
    throw new Error('there is no account to run PostgreSQL as');
  };
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function createLogin(server: ChildProcess, url: string, password: string): Promise<void> {
  let complaint = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString('utf8');
  });
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.query(`create role coact_test login createdb createrole bypassrls password '${password}'`);
      await client.query('grant create on database postgres to coact_test');
      // Autovacuum may be at work in a database that is dropped "with (force)": without this right that fails then.
      await client.query('grant pg_signal_backend to coact_test');
      // The sample company's rows are written before the organisation that they refer to.
      await client.query('grant set on parameter session_replication_role to coact_test');
      return;
    } catch (error) {
      if (server.exitCode !== null || tries > 150)
        throw new Error(`PostgreSQL did not start: ${complaint}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 200));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** Asks for a fast stop: connections are ended, nothing is waited for. */
async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const over = new Promise((resolve) => server.on('exit', resolve));
  server.kill('SIGINT');
  const impatient = setTimeout(() => server.kill('SIGQUIT'), 10_000);
  await over;
  clearTimeout(impatient);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
