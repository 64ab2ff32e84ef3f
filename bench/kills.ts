/**
 * `node bench/kills.ts`: shares over all networks at which Coact posts itself, while the worker that posts them is killed (-9) again and again
 * at random moments. Afterwards each network's own list of posts is compared with how the shares ended: none twice, none lost.
 * `--posts N`, `--kills N`, `--networks linkedin,x`, `--seed N`; 10,000 and 1,000 with `--full`. `--minutes N` ends it early: nothing more is
 * taken on, and the page tells the size that ran.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { seededChance } from '../practice/seeded-chance.ts';
import { countRows } from '../test/support/share-world.ts';
import { type AllNetworks, type ApiNetwork, apiNetworks, startAllNetworks } from './lab/all-networks.ts';
import { doomedWorkers, type Said } from './lab/doomed-workers.ts';
import { type Figures, full, present, progress, small } from './lab/figures.ts';
import { accept, isCounted, openKillSite, prepareShares, type Wanted } from './lab/kill-site.ts';
import { noPostgres, startPostgres } from './lab/postgres.ts';
import { makeBoundKey } from './lab/share-site.ts';

const { values: asked } = parseArgs({
  strict: false,
  options: {
    ...{ posts: { type: 'string' }, kills: { type: 'string' } },
    ...{ networks: { type: 'string' }, seed: { type: 'string' }, minutes: { type: 'string' } },
  },
});
const numberOf = (given: string | boolean | undefined, usual: number) =>
  typeof given === 'string' ? Number(given) : usual;
const posts = numberOf(asked.posts, small ? 100 : full ? 10_000 : 1_000);
const kills = numberOf(asked.kills, Math.ceil(posts / 10));
const seed = numberOf(asked.seed, 20_261_122);
/** No more is taken on then. */
const longestMs = numberOf(asked.minutes, small ? 5 : full ? 600 : 10) * 60_000;
const networks = apiNetworks.filter((name) => `${asked.networks ?? apiNetworks}`.split(',').includes(name));
const people = small ? 4 : 20;
/** People press buttons while the worker is killed: so many shares are on their way at once. */
const onTheirWay = 5;
/** Without a word for so long, the run is over, and what is missing is called lost. Milliseconds. */
const patienceMs = 180_000;

/** How a share went, as its workers told it. */
interface Story {
  tries: number;
  last: string | null;
}
const ends = ['posted', 'rejected', 'reconnect', 'notConnected', 'unsure'];
const isOver = ({ last }: Story) => last !== null && ends.includes(last);

interface Row {
  readonly network: ApiNetwork;
  readonly shares: number;
  readonly cutOff: number;
  readonly posted: number;
  readonly rejected: number;
  readonly unknown: number;
  /** Of the unknown ones, those that are on the network. */
  readonly unknownThere: number;
  readonly twice: number;
  readonly lost: number;
  readonly wrong: readonly string[];
}

interface Run {
  readonly rows: readonly Row[];
  readonly killed: number;
  readonly taken: number;
  readonly seconds: number;
}

/** A world for one run, and the run itself. */
async function run(url: string): Promise<Run> {
  const key = await makeBoundKey();
  await using servers = await startAllNetworks(people, key);
  const folder = mkdtempSync(join(tmpdir(), 'coact-bench-'));
  const place = { folder, url, addresses: servers.addresses };
  await using site = await openKillSite({ ...place, fresh: true });
  progress(`connecting ${people} people to ${networks.join(', ')}`);
  const { org, wanted: all } = await prepareShares(site, servers, { folder, key, networks, people, posts });
  const stories = new Map<string, Story>(all.map(({ name }) => [name, { tries: 0, last: null }]));
  const started = performance.now();
  const { killed, taken } = await work({
    ...{ stories, startWorker: doomedWorkers(place, (said) => note(stories, said)) },
    take: async (index) => {
      const next = all[index];
      if (next !== undefined) await accept(site, org, next);
    },
    left: () => countRows(site, 'outgoing_shares'),
  });
  const seconds = (performance.now() - started) / 1_000;
  const wanted = all.slice(0, taken);
  const counted = new Set<string>();
  for (const one of wanted) if (await isCounted(site, org, one)) counted.add(one.name);
  const rows = await Promise.all(networks.map((network) => judge(network, servers, { wanted, stories, counted })));
  rmSync(folder, { recursive: true });
  return { rows, killed, taken, seconds };
}

function note(stories: Map<string, Story>, said: Said): void {
  const story = stories.get(said.name);
  if (story === undefined) throw new Error(`a worker speaks of ${said.name}, which nobody shared`);
  if (said.kind === 'begin') {
    story.tries += 1;
    story.last = null;
  } else {
    story.last = said.outcome;
  }
}

/**
 * Takes shares on as they are worked off, and kills: one kill in each equal part of the shares, at a random share of that part and some
 * random milliseconds after it. Then lets the last worker end what is left.
 */
async function work(plan: {
  readonly stories: Map<string, Story>;
  readonly startWorker: ReturnType<typeof doomedWorkers>;
  take(index: number): Promise<void>;
  left(): Promise<number>;
}): Promise<{ readonly killed: number; readonly taken: number }> {
  const { stories, startWorker, take, left } = plan;
  const chance = seededChance(seed);
  const part = posts / kills;
  const nextKill = (killed: number) => (killed + chance.next()) * part;
  const started = performance.now();
  const isOpen = () => performance.now() - started < longestMs;
  let [taken, killed, over] = [0, 0, 0];
  let lastChange = started;
  let threshold = nextKill(0);
  let worker = await startWorker();
  worker.go();
  let standby = startWorker();
  while (performance.now() - lastChange < patienceMs) {
    const overNow = stories.values().filter(isOver).toArray().length;
    if (overNow !== over) lastChange = performance.now();
    over = overNow;
    const isLast = taken === posts || !isOpen();
    if (isLast && over === taken && (await left()) === 0) break;
    for (const most = Math.min(posts, over + onTheirWay); taken < most && isOpen(); taken += 1) await take(taken);
    if (killed < kills && over >= threshold) {
      await setTimeout(chance.next() * 60);
      await worker.kill();
      killed += 1;
      threshold = nextKill(killed);
      worker = await standby;
      worker.go();
      if (killed % 10 === 0) progress(`${killed} kills, ${over} of ${posts} shares ended`);
      standby = startWorker();
    }
    await setTimeout(10);
  }
  await worker.kill();
  await (await standby).kill();
  return { killed, taken };
}

async function judge(
  network: ApiNetwork,
  servers: AllNetworks,
  told: {
    readonly wanted: readonly Wanted[];
    readonly stories: ReadonlyMap<string, Story>;
    readonly counted: ReadonlySet<string>;
  },
): Promise<Row> {
  const own = told.wanted.filter((one) => one.network === network).map(({ name }) => name);
  const storyOf = (name: string) => told.stories.get(name) ?? { tries: 0, last: null };
  const public_ = Map.groupBy(await servers.posts(network), (name) => name);
  const times = (name: string) => public_.get(name)?.length ?? 0;
  const ending = (name: string) => storyOf(name).last;
  const having = (...kinds: readonly string[]) => own.filter((name) => kinds.includes(ending(name) ?? ''));
  const posted = having('posted');
  const unknown = having('unsure');
  const rejected = having('rejected', 'reconnect', 'notConnected');
  const neverEnded = own.filter((name) => !isOver(storyOf(name)));
  const lost = [...posted.filter((name) => times(name) === 0), ...neverEnded];
  return {
    network,
    shares: own.length,
    cutOff: own.reduce((sum, name) => sum + Math.max(0, storyOf(name).tries - 1), 0),
    posted: posted.length,
    rejected: rejected.length,
    unknown: unknown.length,
    unknownThere: unknown.filter((name) => times(name) > 0).length,
    twice: own.filter((name) => times(name) > 1).length,
    lost: lost.length,
    wrong: [
      ...complain(network, 'are on the network though their people were told that they are not', [
        ...rejected.filter((name) => times(name) > 0),
      ]),
      ...complain(network, 'are in the figures otherwise than they ended', [
        ...own.filter((name) => told.counted.has(name) !== (ending(name) === 'posted')),
      ]),
      ...complain(network, 'ended as unknown where the network lets Coact find out', [
        ...(mayBeUnknown.includes(network) ? [] : unknown),
      ]),
      ...complain(network, 'ended as unknown before their one repeat was cut off too', [
        ...unknown.filter((name) => storyOf(name).tries < 3),
      ]),
      ...complain(network, 'are on the network though nobody shared them', [
        ...public_.keys().filter((name) => !own.includes(name)),
      ]),
    ],
  };
}

/** They know no key of ours and let nobody look; a post that was sent twice without an answer is left to its person. */
const mayBeUnknown: readonly ApiNetwork[] = ['linkedin', 'x'];

function complain(network: ApiNetwork, what: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`${network}: ${names.length} shares ${what} (${names.slice(0, 3).join(', ')}).`];
}

function brokenIn({ network, twice, lost, wrong }: Row): readonly string[] {
  return [
    ...(twice > 0 ? [`${network}: ${twice} posts are there more than once.`] : []),
    ...(lost > 0 ? [`${network}: ${lost} shares were lost.`] : []),
    ...wrong,
  ];
}

const how =
  'Shares are taken on as by clicks in Slack, a handful on their way at once, and posted by a worker process that is killed (-9) again and again: once in each ' +
  'equal part of the shares, at a moment drawn from a seed. The next worker takes the cut-off jobs over at once (as it stands, half a minute ' +
  'later) and so meets them in the state in which the kill left them. Networks: the strict stand-ins of the tests, in a process that is not ' +
  'killed; each call that makes something takes up to 20 ms on its way and 20 ms back. In the end the list of posts of each network is ' +
  'compared with how the shares ended and with the figures.';

const reasons =
  'Unknown is an ending: the person is told that Coact can’t find out, and asked to look. It may happen on LinkedIn and X only: they know no key of ours and let ' +
  'nobody look, so a post whose answer was lost is sent once more, as they take no post twice; when that answer is lost too, nothing more is sent. Bluesky ' +
  'and Mastodon know a post by its key, Threads publishes a container once and can be asked about it. In brackets: those that are there.';

async function measure(): Promise<Figures> {
  await using postgres = await startPostgres();
  const head = ['', 'shares', 'tries cut off', 'posted', 'rejected', 'unknown (there)', 'twice', 'lost'];
  const title = 'Shares over all networks while their worker is killed';
  if (postgres === null) return { title, how, head, rows: [], notes: [noPostgres], broken: [] };
  const { rows, killed, taken, seconds } = await run(await postgres.newDatabase());
  return {
    ...{ title, how, head },
    rows: rows.map((row) => [
      ...[row.network, `${row.shares}`, `${row.cutOff}`, `${row.posted}`, `${row.rejected}`],
      ...[`${row.unknown} (${row.unknownThere})`, `${row.twice}`, `${row.lost}`],
    ]),
    notes: [
      `${killed} kills during ${taken} shares in ${Math.ceil(seconds / 60)} minutes${taken < posts ? `, of ${kills} and ${posts} that were wanted: the time was up` : ''}; seed ${seed}.`,
      reasons,
    ],
    broken: rows.flatMap(brokenIn),
  };
}

await present(measure);
