import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLinks } from '../src/features/links/index.ts';
import { allMigrations } from '../src/migrations.ts';
import { newId, randomId, systemClock } from '../src/platform/clock/index.ts';
import { migrate, openDatabase, orgId } from '../src/platform/db/index.ts';
import { memoryLog } from '../src/platform/log/index.ts';
import { openRing } from '../src/platform/vault/index.ts';

/**
 * One side of `bench/redirect.ts`, in a process of its own: `bare` answers 302 and nothing else, `coact` redirects and counts.
 * Tells its parent port and paths, on `cpu` the CPU time used so far (µs), on `stop` how many clicks it has counted.
 */
const target = 'https://example.com/post?utm_source=coact';
const side = process.argv[2] === 'coact' ? await openCoact(Number(process.argv[3])) : openBare();

const server = createServer(side.answer);
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port, paths: side.paths });
});
process.on('message', async (message) => {
  if (message === 'cpu') process.send?.({ cpu: process.cpuUsage().user + process.cpuUsage().system });
  if (message !== 'stop') return;
  process.send?.({ counted: await side.stop() });
  process.disconnect?.();
  server.closeAllConnections();
  server.close();
});

interface Side {
  readonly answer: RequestListener;
  readonly paths: readonly string[];
  stop(): Promise<number>;
}

function openBare(): Side {
  return {
    answer: (_request, response) => {
      response.writeHead(302, { location: target, 'content-length': 0 }).end();
    },
    paths: ['/l/abcdefghijkm'],
    stop: async () => 0,
  };
}

async function openCoact(count: number): Promise<Side> {
  const folder = mkdtempSync(join(tmpdir(), 'coact-bench-'));
  const db = await openDatabase({ folder });
  await migrate(db, allMigrations);
  const config = {
    linksUrl: 'http://coact.test/l',
    publicUrl: 'http://coact.test',
    dataDir: folder,
    clicks: 'batch',
  } as const;
  const links = await openLinks({
    db,
    ring: openRing(join(folder, 'ring')),
    clock: systemClock,
    log: memoryLog(),
    config,
  });
  const org = orgId(newId(systemClock));
  const paths = await db.inOrg(org, async (tx) => {
    const made: string[] = [];
    for (let variant = 0; variant < count; variant += 1) {
      const link = await links.create(tx, { requestId: randomId(), network: 'x', variant: 0, target });
      made.push(new URL(link.url).pathname);
    }
    return made;
  });
  return {
    answer: (request, response) => {
      if (!links.redirect(request, response)) response.writeHead(404).end();
    },
    paths,
    stop: async () => {
      await links.flush();
      const totals = await db.inOrg(org, (tx) => links.totals(tx, {}));
      await links.close();
      await db.close();
      rmSync(folder, { recursive: true });
      return [...totals.values()].reduce((sum, one) => sum + one.total, 0);
    },
  };
}
