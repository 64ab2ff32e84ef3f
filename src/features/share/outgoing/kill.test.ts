import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type BlueskyServer, startBluesky } from '../../../../test/support/bluesky/server.ts';
import { type DatabasePlace, openDatabasePlace } from '../../../../test/support/database.ts';
import {
  connectAccount,
  countRows,
  openShareSite,
  postsOf,
  takeOverJobs,
} from '../../../../test/support/share-world.ts';
import { newId, randomId, systemClock } from '../../../platform/clock/index.ts';
import { orgId } from '../../../platform/db/index.ts';
import { memoryLog } from '../../../platform/log/index.ts';
import { sweepShareKeys } from '../lifecycle/sweep.ts';
import { openRequest, share } from './sharing.fixture.ts';

const people = 4;
const requests = 15;
const kills = 10;

async function openSite(at: DatabasePlace, bluesky: BlueskyServer) {
  const db = await at.open();
  const site = await openShareSite({ db, folder: at.folder, clock: systemClock, log: memoryLog(), bluesky });
  const close = async () => {
    await site[Symbol.asyncDispose]();
    await db.close();
  };
  return { site, close };
}

/**
 * Starts the process, lets it begin some posts, and kills it at a random moment from then on.
 * @returns how many shares the kill before had cut off
 */
async function postAndKill(at: DatabasePlace, bluesky: BlueskyServer): Promise<number> {
  const program = new URL('./kill.fixture.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, at.folder, at.url, bluesky.pdsUrl, bluesky.plcUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const enough = 1 + Math.floor(Math.random() * 8);
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('post').length > enough) resolve();
      // When all are out already it posts no more.
      else if (said.includes('cut off')) void setTimeout(6_000).then(resolve);
    });
    child.once('exit', (code) => reject(new Error(`the process ended with ${code}`)));
  });
  await setTimeout(Math.random() * 300);
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  return Number.parseInt(said, 10);
}

it(`posts each of ${people * requests} shares once, over ${kills} kills -9`, async () => {
  await using bluesky = await startBluesky();
  const at = await openDatabasePlace(4);
  const org = orgId(newId(systemClock));
  const accounts = await Promise.all(
    Array.from({ length: people }, (_, index) => bluesky.addAccount(`person-${index}`)),
  );

  const before = await openSite(at, bluesky);
  const requestIds: string[] = [];
  for (let index = 0; index < requests; index += 1) requestIds.push(await openRequest(before.site, org));
  for (const account of accounts) {
    const personId = randomId();
    await connectAccount(before.site, org, personId, account);
    for (const requestId of requestIds) {
      const accepted = await share(before.site, org, { requestId, personId, text: `Of request ${requestId}` });
      expect(accepted.kind).toBe('accepted');
    }
  }
  await before.close();

  let cutOff = 0;
  for (let round = 0; round < kills; round += 1) cutOff += await postAndKill(at, bluesky);

  const after = await openSite(at, bluesky);
  cutOff += await takeOverJobs(after.site);
  for (let turn = 0; turn < 5; turn += 1) await after.site.jobs.runDue({ future: true });
  await sweepShareKeys(after.site.parts, async () => [org], 0);
  const rows = await countRows(after.site, 'outgoing_shares');
  const tokens = await countRows(after.site, 'share_tokens');
  const acting = await countRows(after.site, 'awareness_tokens');
  const keys = await after.site.parts.ring.names('share-');
  await after.close();
  await at.close();

  // The kills fell while posts were going out.
  expect(cutOff).toBeGreaterThan(kills / 2);
  for (const account of accounts) {
    const posts = (await postsOf(bluesky, account)).map((text) => text.split('\n')[0]);
    expect(posts.toSorted()).toEqual(requestIds.map((id) => `Of request ${id}`).toSorted());
  }
  expect({ rows, tokens, acting, keys }).toEqual({
    rows: 0,
    tokens: people * requests,
    acting: people * requests,
    keys: [],
  });
}, 900_000);
