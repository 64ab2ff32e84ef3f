/** Rotates all keys of the given database, and ends itself by `kill -9` after as many steps as it is told. */
import { join } from 'node:path';
import { systemClock } from '../../clock/index.ts';
import { openDatabase } from '../../db/index.ts';
import { loadRootKey } from '../index.ts';
import { rotateDataKey } from './key-rotation.ts';
import { rotateRootKey } from './root-rotation.ts';
import { keyOwners } from './rotate-due.ts';
import { testPlaces } from './rotation.fixture.ts';

const [folder = '', url = '', steps = '0'] = process.argv.slice(2);
const db = await openDatabase({ folder, url: url === '' ? undefined : url, connections: 2 });
const keys = await loadRootKey(join(folder, 'keys'), db, systemClock);
let left = Number(steps);
const onStep = ({ step }: { step: string }) => {
  process.stdout.write(`${step}\n`);
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
};
const parts = { db, clock: systemClock, keys, places: testPlaces, graceMs: 0, onStep };
process.stdout.write('begun\n');
await rotateRootKey(parts);
for (const owner of await keyOwners(parts)) await rotateDataKey(parts, owner);
await db.close();
