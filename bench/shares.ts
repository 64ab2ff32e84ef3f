/**
 * `node bench/shares.ts`: queued shares against a strict local network that takes 200 posts a second, worked on by `coact work` as it is run.
 * Time against the least that the network allows; posts doubled; posts lost. Then again with the worker killed (-9) twenty times.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Figures, full, present, progress, small } from './lab/figures.ts';
import { noPostgres, startPostgres } from './lab/postgres.ts';
import { type Running, startProgram } from './lab/processes.ts';
import { fixed } from './lab/rounds.ts';
import { leftIn, makeBoundKey, queueShares } from './lab/share-site.ts';
import { type StandIn, startStandIn } from './lab/stand-in-network.ts';

const perSecond = 200;
/** 1,600 shares; 100 for a try. With `--full`, 10,000 people who all share the same request at once. */
const people = small ? 10 : full ? 10_000 : 40;
const requests = full ? 1 : people;
const total = people * requests;
const kills = small ? 2 : 20;
/** The run gives up then: what is missing is called lost. Milliseconds. */
const patienceMs = (small ? 2 : full ? 40 : 10) * 60_000;

const key = await makeBoundKey();

interface Run {
  readonly killed: number;
  readonly seconds: number;
  readonly doubled: number;
  readonly lost: number;
  readonly foreign: number;
  readonly counts: StandIn['counts'];
  readonly cpuMs: number;
  readonly left: { readonly onTheirWay: number; readonly counted: number };
}

async function run(kills: number, url: string | undefined): Promise<Run> {
  await using network = await startStandIn(perSecond, key.thumbprint);
  const folder = mkdtempSync(join(tmpdir(), 'coact-bench-'));
  const plan = { folder, url, networkUrl: network.url, key, people, requests };
  progress(`queueing ${total} shares`);
  const { expected } = await queueShares(plan);
  progress(`working on them, ${kills} kills`);
  const worked = await work(network, environmentOf(plan), kills);
  const posts = network.posts().map((post) => post.split('\n')[0] ?? '');
  const left = await leftIn(plan);
  rmSync(folder, { recursive: true });
  const once = new Set(posts);
  return {
    ...{ ...worked, left, counts: network.counts },
    doubled: posts.length - once.size,
    lost: expected.filter((post) => !once.has(post)).length,
    foreign: [...once].filter((post) => !expected.includes(post)).length,
  };
}

function environmentOf({ folder, url, networkUrl }: Parameters<typeof queueShares>[0]): Record<string, string> {
  return {
    ...{ DATA_DIR: folder, LOG_LEVEL: 'error', NODE_ENV: 'development' },
    ...{ EGRESS_ALLOW: new URL(networkUrl).host, ALLOW_CHANGED_BASE_URLS: '1' },
    ...{ BLUESKY_SERVER_URL: networkUrl, BLUESKY_PLC_URL: networkUrl, BLUESKY_HANDLE_RESOLVER: networkUrl },
    ...(url === undefined ? {} : { DATABASE_URL: url }),
  };
}

/** Lets workers run until everything is out. Kills come after equal parts of the posts, so that each falls while posts are going out. */
async function work(network: StandIn, env: Record<string, string>, kills: number) {
  const started = performance.now();
  let firstPostAt = Number.NaN;
  let killed = 0;
  // The embedded database serves one process only, which serves as well.
  const start = () => startProgram('src/main.ts', ['DATABASE_URL' in env ? 'work' : 'serve'], env);
  let worker: Running = await start();
  const usedBefore = (await worker.usage()).cpuUs;
  network.onPost = () => {
    if (network.counts.posts === 1) firstPostAt = performance.now();
  };
  while (network.counts.posts < total && performance.now() - started < patienceMs) {
    const next = ((killed + 1) * total) / (kills + 1);
    if (killed < kills && network.counts.posts >= next) {
      const gone = once(worker.child, 'exit');
      worker.child.kill('SIGKILL');
      await gone;
      killed += 1;
      worker = await start();
    }
    await setTimeout(20);
  }
  const seconds = (performance.now() - firstPostAt) / 1_000;
  const cpuUs = (await worker.usage()).cpuUs - usedBefore;
  // What a killed worker was at is taken over after half a minute, found at the network, and settled.
  if (killed > 0) await setTimeout(60_000);
  await worker.stop();
  // What killed workers have used is gone with them.
  return { killed, seconds, cpuMs: killed === 0 ? cpuUs / 1_000 / total : Number.NaN };
}

function toRow(one: Run): string[] {
  return [
    one.killed === 0 ? 'undisturbed' : `${one.killed} kills -9`,
    fixed(one.seconds / (total / perSecond)),
    `${fixed(one.seconds, 1)} of at least ${total / perSecond}`,
    `${one.doubled}`,
    `${one.lost}`,
    Number.isNaN(one.cpuMs) ? '–' : fixed(one.cpuMs, 1),
    `${one.counts.tooMany} for the rate, ${one.counts.sameKey} made twice, ${one.counts.refused} for the token`,
  ];
}

function brokenIn({ killed, doubled, lost, foreign, left, counts }: Run): string[] {
  const where = `${killed} kills:`;
  return [
    ...(doubled > 0 ? [`${where} ${doubled} posts were doubled.`] : []),
    ...(lost > 0 ? [`${where} ${lost} posts were lost, or not out in time.`] : []),
    ...(foreign > 0 ? [`${where} ${foreign} posts were not those that were asked for.`] : []),
    ...(counts.refused > 0 ? [`${where} ${counts.refused} posts came without a good token.`] : []),
    ...(left.onTheirWay > 0 ? [`${where} ${left.onTheirWay} shares are still on their way.`] : []),
    ...(left.counted === total ? [] : [`${where} ${left.counted} shares are counted, not ${total}.`]),
  ];
}

async function measure(): Promise<Figures> {
  await using postgres = await startPostgres();
  const runs = [await run(0, await postgres?.newDatabase()), await run(kills, await postgres?.newDatabase())];
  return {
    title: 'Queued shares, against the rate that a network accepts',
    how:
      `${total} shares of ${people} people (${requests === 1 ? 'one each, all of the same request' : `${requests} requests`}), queued by the way of a click in Slack, then one \`coact work\` against a stand-in network that speaks ` +
      `Bluesky's protocol over HTTP (20 ms each way), checks tokens and DPoP proofs, takes ${perSecond} posts in any second and answers the others with 429, and ` +
      'refuses a second record under a key. Time is from the first post to the last, against the least that the rate allows.',
    head: ['', 'time ÷ least', 'seconds', 'doubled', 'lost', 'worker CPU a share, ms', 'refused by the network'],
    rows: runs.map(toRow),
    notes: [
      `Database: ${postgres === null ? `embedded. ${noPostgres}` : 'PostgreSQL (fsync off)'}. A killed worker is started again at once; the jobs that it was at are taken over after half a minute, which is part of the time.`,
    ],
    broken: runs.flatMap(brokenIn),
  };
}

await present(measure);
