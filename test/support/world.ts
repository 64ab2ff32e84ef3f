import { join } from 'node:path';
import { fixedClock, type MovableClock, newId } from '../../src/platform/clock/index.ts';
import { type Database, type OrgId, orgId } from '../../src/platform/db/index.ts';
import { type JobHandler, type Jobs, openJobs } from '../../src/platform/jobs/index.ts';
import { memoryLog } from '../../src/platform/log/index.ts';
import {
  type KeyRing,
  type Keys,
  loadRootKey,
  openRing,
  openVault,
  type Vault,
} from '../../src/platform/vault/index.ts';
import { openTestDatabase } from './database.ts';

/** What most tests stand on: a database of their own, keys, a clock that stands still, one organisation's id. */
export interface World extends AsyncDisposable {
  readonly db: Database & { readonly engine: Awaited<ReturnType<typeof openTestDatabase>>['engine'] };
  readonly vault: Vault;
  readonly root: Keys;
  readonly ring: KeyRing;
  readonly clock: MovableClock;
  readonly log: ReturnType<typeof memoryLog>;
  readonly orgId: OrgId;
  /** The id of one more organisation. A world costs a second: share it within a test file and take a new id per test. */
  newOrgId(): OrgId;
  readonly folder: string;
  /** Gives the embedded database's folder back, so that something else can open it; the database is closed then. */
  pause(): Promise<void>;
  /** Opens the queue with the given handlers; closed with the world. */
  openJobs(handlers: readonly JobHandler[]): Promise<Jobs>;
}

/** @param start what the world's clock says */
export async function openWorld(start = '2026-05-04T09:00:00Z'): Promise<World> {
  const db = await openTestDatabase();
  const clock = fixedClock(start);
  const log = memoryLog();
  const root = await loadRootKey(join(db.folder, 'keys'), db, clock);
  const opened: Jobs[] = [];
  return {
    db,
    clock,
    log,
    root,
    vault: openVault(root, db, clock),
    ring: openRing(join(db.folder, 'ring')),
    orgId: orgId(newId(clock)),
    newOrgId: () => orgId(newId(clock)),
    folder: db.folder,
    pause: () => db.pause(),
    openJobs: async (handlers) => {
      const engine = 'pglite' in db.engine ? db.engine : { url: db.engine.pool.options.connectionString ?? '' };
      const jobs = await openJobs({ engine, log, handlers });
      opened.push(jobs);
      return jobs;
    },
    [Symbol.asyncDispose]: async () => {
      for (const jobs of opened) await jobs.close();
      await db.close();
    },
  };
}
