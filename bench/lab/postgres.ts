import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { findServerPrograms, startThrowAwayServer } from '../../scripts/testing/postgres.ts';

/** A PostgreSQL of the measurement's own. */
export interface BenchPostgres extends AsyncDisposable {
  /** A fresh, empty database. */
  newDatabase(): Promise<string>;
  /** CPU time that the server and its children have used so far, µs; NaN where the system does not tell. */
  cpuUs(): number;
}

/** Null when this machine has no PostgreSQL programs. It does not wait for the disk (fsync off), like the tests' own. */
export async function startPostgres(): Promise<BenchPostgres | null> {
  const programs = findServerPrograms();
  if (programs === null) return null;
  const server = await startThrowAwayServer(programs);
  let made = 0;
  return {
    newDatabase: async () => {
      made += 1;
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      await client.query(`create database bench_${made}`);
      await client.end();
      const address = new URL(server.url);
      address.pathname = `/bench_${made}`;
      return address.href;
    },
    cpuUs: () => cpuOfTree(server.folder),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

export const noPostgres = 'There was no PostgreSQL on this machine, so what needs one is left out.';

const ticksPerSecond = 100;

/** proc(5): 14 to 17 are user and system time, its own and that of children that have ended. */
function cpuOfTree(folder: string): number {
  try {
    const postmaster = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
    const times = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(statOf)
      .filter((stat) => stat !== null && (stat.pid === postmaster || stat.parent === postmaster))
      .map((stat) => (stat?.pid === postmaster ? stat.own + stat.ended : (stat?.own ?? 0)));
    return (times.reduce((sum, time) => sum + time, 0) * 1_000_000) / ticksPerSecond;
  } catch {
    return Number.NaN;
  }
}

function statOf(pid: string) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const time = (from: number) => Number(fields[from]) + Number(fields[from + 1]);
    return { pid, parent: fields[1] ?? '', own: time(11), ended: time(13) };
  } catch {
    return null;
  }
}
