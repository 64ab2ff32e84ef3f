import type pg from 'pg';
import type { Telemetry } from '../telemetry/index.ts';
import type { Database } from './unit-of-work.ts';

type Role = 'organisation' | 'directory' | 'owner';

/**
 * The same database, its units of work measured: how long, in which role and how they ended. What is read and written is
 * nobody's business here: no statement and no organisation is passed on.
 */
export function watchDatabase<Opened extends Database & { readonly engine: object }>(
  db: Opened,
  telemetry: Telemetry,
): Opened {
  if (!telemetry.metered && !telemetry.traced) return db;
  if ('pool' in db.engine) watchPool(db.engine.pool as pg.Pool, telemetry);
  const measured = async <T>(role: Role, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    let outcome: 'committed' | 'rolled_back' = 'rolled_back';
    try {
      const result = await telemetry.span('database.unit_of_work', { 'db.system.name': 'postgresql', role }, work);
      outcome = 'committed';
      return result;
    } finally {
      const seconds = (performance.now() - started) / 1_000;
      telemetry.time('coact.database.unit_of_work.duration', seconds, { role, outcome });
    }
  };
  return {
    ...db,
    inOrg: (orgId, work) => measured('organisation', () => db.inOrg(orgId, work)),
    directory: (work) => measured('directory', () => db.directory(work)),
    asOwner: (work) => measured('owner', () => db.asOwner(work)),
  };
}

function watchPool(pool: Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'>, telemetry: Telemetry): void {
  telemetry.observe('db.client.connection.count', (tell) => {
    tell(pool.totalCount - pool.idleCount, { 'db.client.connection.state': 'used' });
    tell(pool.idleCount, { 'db.client.connection.state': 'idle' });
  });
  telemetry.observe('db.client.connection.pending_requests', (tell) => tell(pool.waitingCount, {}));
}
