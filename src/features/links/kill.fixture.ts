import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { systemClock } from '../../platform/clock/index.ts';
import { openDatabase } from '../../platform/db/index.ts';
import { memoryLog } from '../../platform/log/index.ts';
import { openRing } from '../../platform/vault/index.ts';
import { openLinks } from './links.ts';

/** A process that answers short links until it is killed. Arguments: data folder, database address or nothing. */
const [folder = '', url] = process.argv.slice(2);
const db = await openDatabase(url ? { folder, url, connections: 2 } : { folder });
const links = await openLinks({
  db,
  ring: openRing(join(folder, 'ring')),
  clock: systemClock,
  log: memoryLog(),
  config: { linksUrl: 'http://coact.test/l', publicUrl: 'http://coact.test', dataDir: folder, clicks: 'batch' },
  // Often, so that many kills fall between a commit and the removal of its file.
  loadEveryMs: 30,
});
const server = createServer((request, response) => {
  if (!links.redirect(request, response)) response.writeHead(404).end();
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
