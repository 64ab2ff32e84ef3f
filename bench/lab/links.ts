import { join } from 'node:path';
import { type Links, openLinks } from '../../src/features/links/index.ts';
import { allMigrations } from '../../src/migrations.ts';
import { newId, randomId, systemClock } from '../../src/platform/clock/index.ts';
import { type Database, migrate, type OrgId, openDatabase, orgId } from '../../src/platform/db/index.ts';
import { memoryLog } from '../../src/platform/log/index.ts';
import { openRing } from '../../src/platform/vault/index.ts';

/** Where links and their clicks are kept: a folder for everything, or a folder and a PostgreSQL. */
export interface Store {
  readonly folder: string;
  readonly url?: string | undefined;
}

export const host = 'go.coact.test';
const linksUrl = `https://${host}`;
const publicUrl = 'https://coact.test';

/** What a process of the product is started with so that it serves these links. */
export const environmentFor = ({ folder, url }: Store): Record<string, string> => ({
  ...{ DATA_DIR: folder, PUBLIC_URL: publicUrl, LINKS_URL: linksUrl, TRUST_PROXY: '1', LOG_LEVEL: 'warn' },
  ...(url === undefined ? {} : { DATABASE_URL: url }),
});

/** Opens database and links of the product in this process, for as long as `work` takes. */
export async function withLinks<Result>(
  { folder, url }: Store,
  work: (db: Database, links: Links) => Promise<Result>,
): Promise<Result> {
  const db = await openDatabase({ folder, ...(url === undefined ? {} : { url, connections: 4 }) });
  await migrate(db, allMigrations);
  const links = await openLinks({
    ...{ db, clock: systemClock, log: memoryLog() },
    ring: openRing(join(folder, 'ring')),
    config: { linksUrl, publicUrl, dataDir: folder, clicks: 'batch' },
  });
  try {
    return await work(db, links);
  } finally {
    await links.close();
    await db.close();
  }
}

/** Makes so many links of one organisation. Out: their paths. */
export function makeLinks(store: Store, count: number): Promise<{ readonly org: OrgId; readonly paths: string[] }> {
  const org = orgId(newId(systemClock));
  return withLinks(store, (db, links) =>
    db.inOrg(org, async (tx) => {
      const paths: string[] = [];
      for (let made = 0; made < count; made += 1) {
        const target = `https://example.com/post/${made}?utm_source=coact`;
        const link = await links.create(tx, { requestId: randomId(), network: 'bluesky', variant: 0, target });
        paths.push(new URL(link.url).pathname);
      }
      return { org, paths };
    }),
  );
}

/** Clicks in the database, those that ended processes left in their journals included. */
export function countClicks(store: Store, org: OrgId): Promise<number> {
  return withLinks(store, async (db, links) => {
    await links.flush();
    const totals = await db.inOrg(org, (tx) => links.totals(tx, {}));
    return [...totals.values()].reduce((sum, one) => sum + one.total, 0);
  });
}
