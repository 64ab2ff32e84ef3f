import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type AppWorld, openAppWorld, when } from '../../../test/support/app-world.ts';
import { type BlueskyAccount, type BlueskyServer, startBluesky } from '../../../test/support/bluesky/server.ts';
import {
  besides,
  type DumpedRow,
  everyRow,
  filesSince,
  type Residue,
  uuidBytes,
  walPosition,
  walSince,
} from '../../../test/support/residue.ts';
import { randomId } from '../../platform/clock/index.ts';
import { type OrgId, orgId, sql } from '../../platform/db/index.ts';
import { jobKind } from '../../platform/jobs/index.ts';
import { type KeyRing, openRing } from '../../platform/vault/index.ts';
import { awarenessToken, ownerTag, requestKeyName, shareToken } from './blind.ts';
import { releaseFigures } from './jobs.ts';

/**
 * Aggregate only: once a share is done, nothing that is kept says who shared what. Eight employees with canaries of
 * their own connect; six share one request in every way there is, five of them with success. Then everything that is
 * at rest is read the way a thief would: tables, files, write-ahead log, log, key ring, what stands in Slack. Each check
 * is shown to see by planting the leak it is there for.
 */
interface Employee {
  readonly name: string;
  readonly slackUserId: string;
  readonly account: BlueskyAccount;
  /** Words that nobody else writes. */
  readonly words: string;
  personId: string;
}

const names = ['ana', 'ben', 'chidi', 'dora', 'emre', 'fay', 'gus', 'hana'];
/** Emre's post is refused by the network; Gus and Hana look at the request and leave it. */
const sharers = ['ana', 'ben', 'chidi', 'dora', 'fay'];
/** Tables that say who is an employee and which accounts are connected, by design: never what was shared. */
const mayNamePeople = new Set(['coact.people', 'coact.social_accounts']);
/** Closer together than this, in bytes, two things stand in one record. */
const oneRecord = 200;

const employees = new Map<string, Employee>();
let bluesky: BlueskyServer;
let world: AppWorld;
let ring: KeyRing;
let org: OrgId;
let requestId = '';
/** Begun when everybody is connected and nobody has shared. */
let sharingFrom = { wal: 0, time: 0 };
const postUris: string[] = [];

const all = () => [...employees.values()];
const employee = (name: string): Employee => {
  const found = employees.get(name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
};

beforeAll(async () => {
  bluesky = await startBluesky();
  world = await openAppWorld(bluesky);
  ring = openRing(join(world.db.folder, 'ring'));
  org = orgId(String((await world.ask('GET', '/api/organisation')).json.id));
  for (const name of names) {
    const slackUserId = `UCANARY${name.toUpperCase()}`;
    world.slack.addUser('T1', slackUserId, { name: `canary name of ${name}` });
    const account = await bluesky.addAccount(`canary-${name}`);
    employees.set(name, { name, slackUserId, account, words: `what only ${name} would write`, personId: '' });
  }
  for (const one of all()) {
    await click(one, 'share.connect_home', 'bluesky');
    await world.connect(one.slackUserId, one.account);
    one.personId = await personIdOf(one);
  }
  requestId = await world.sendRequest();
  // As the connecting is over, what is written from now on is written by sharing.
  sharingFrom = { wal: await walPosition(world.db), time: Date.now() };
  await everybodyShares();
});

afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await bluesky[Symbol.asyncDispose]();
});

async function click(one: Employee, actionId: string, value: string): Promise<void> {
  await world.click(one.slackUserId, actionId, value);
}

async function personIdOf(one: Employee): Promise<string> {
  const found = await sql<{ id: string }>`select id from coact.people where slack_user_id = ${one.slackUserId}`.execute(
    world.db.kysely,
  );
  return found.rows[0]?.id ?? '';
}

async function everybodyShares(): Promise<void> {
  for (const one of all()) await click(one, 'share.open', requestId);
  const post = (name: string, more = {}) => world.post(employee(name).slackUserId, employee(name).words, more);
  await post('ana');
  await world.work();
  await Promise.all([post('ben'), post('ben')]);
  await world.work();
  await lostAnswer(() => post('chidi'));
  await refusal(() => post('emre'));
  await post('dora', tomorrow());
  await post('fay');
  for (let turn = 0; turn < 4; turn += 1) await world.app.jobs.runDue({ future: true });
  for (const name of sharers) postUris.push(...(await urisOf(employee(name))));
}

const tomorrow = () => ({
  when: when('at'),
  date: { date: { type: 'datepicker', selected_date: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10) } },
  time: { time: { type: 'timepicker', selected_time: '10:00' } },
});

/** The server takes the post, and its answer is lost: it is looked for and found at the next try. */
async function lostAnswer(share: () => Promise<unknown>): Promise<void> {
  await share();
  world.network = (request) =>
    request.url.includes('createRecord')
      ? fetch(request).then(() => Promise.reject(new TypeError('the line went dead')))
      : null;
  await world.work();
  world.network = null;
}

async function refusal(share: () => Promise<unknown>): Promise<void> {
  await share();
  world.network = async (request) =>
    request.url.includes('createRecord')
      ? Response.json({ error: 'InvalidRequest', message: 'not this one' }, { status: 400 })
      : fetch(request);
  await world.work();
  world.network = null;
}

async function urisOf(one: Employee): Promise<string[]> {
  const url = `${bluesky.pdsUrl}/xrpc/com.atproto.repo.listRecords?repo=${one.account.did}&collection=app.bsky.feed.post`;
  return ((await (await fetch(url)).json()) as { records: { uri: string }[] }).records.map((record) => record.uri);
}

/** What points at an employee and nobody else. */
const namesOf = (one: Employee) => [
  one.personId,
  one.slackUserId,
  one.account.did,
  one.account.handle,
  one.words,
  `canary name of ${one.name}`,
];

/** What points at the request: itself, its links, the posts made of it. */
async function tracesOfRequest(): Promise<string[]> {
  const rows = await sql<{ id: string; slug: string }>`
    select id::text, slug from coact.short_links where request_id = ${requestId}`.execute(world.db.kysely);
  return [requestId, ...rows.rows.flatMap((row) => [row.id, row.slug]), ...postUris];
}

/** Rows outside the tables of people that name somebody, and rows anywhere that name somebody and the request. */
function findRows(rows: readonly DumpedRow[], traces: readonly string[]): string[] {
  const naming = rows.filter((row) => all().some((one) => namesOf(one).some((name) => row.text.includes(name))));
  const tracing = naming.filter((row) => traces.some((trace) => row.text.includes(trace)));
  return [...naming.filter((row) => !mayNamePeople.has(row.table)), ...tracing].map((row) => row.table);
}

/** Rows about the request that were written in one transaction with a row that names somebody. */
function findTransactions(rows: readonly DumpedRow[], traces: readonly string[]): string[] {
  const naming = new Set(
    rows.filter((row) => all().some((one) => row.text.includes(one.personId))).map((row) => row.xmin),
  );
  const about = rows.filter((row) => traces.some((trace) => row.text.includes(trace)));
  return about.filter((row) => naming.has(row.xmin)).map((row) => row.table);
}

const findLines = () => world.log.lines.map((line) => JSON.stringify(line)).filter((line) => namesAnybody(line));
const namesAnybody = (text: string) => all().some((one) => namesOf(one).some((name) => text.includes(name)));

/** What stands in Slack for others than the person to read. Windows and Home tabs are their person's own. */
const findMessages = () =>
  world.slack
    .team('T1')
    .messages.filter((message) => /^[UD]/.test(message.channel) || namesAnybody(JSON.stringify(message)))
    .map((message) => message.channel);

/** Words, handles and DIDs are sealed wherever they are; ids of people stand beside no request. */
function findBytes(residues: readonly Residue[], traces: readonly string[]): string[] {
  const people = all().flatMap((one) => [uuidBytes(one.personId), ...namesOf(one).map((name) => Buffer.from(name))]);
  const sealed = all().flatMap((one) =>
    [one.words, one.account.did, one.account.handle].map((name) => Buffer.from(name)),
  );
  const about = [uuidBytes(requestId), ...traces.map((trace) => Buffer.from(trace))];
  return residues
    .filter(
      ({ bytes }) => sealed.some((name) => bytes.includes(name)) || besides(bytes, people, about, oneRecord).length > 0,
    )
    .map(({ name }) => name);
}

/** Everybody's tokens under every key there is, looked for in rows and in raw bytes: who is recognised. */
async function recognise(rows: readonly DumpedRow[], residues: readonly Residue[]): Promise<string[]> {
  const recognised = new Set<string>();
  for (const keyName of await ring.names('')) {
    const key = await ring.find(keyName);
    if (key === null) continue;
    for (const one of all()) {
      const tokens = [
        shareToken(key, org, requestId, 'bluesky', one.personId),
        awarenessToken(key, org, requestId, one.personId),
        ownerTag(key, org, requestId, one.personId),
        key.hmac('owner', org, one.personId),
      ].map((token) => Buffer.from(token));
      const inRows = rows.some((row) => tokens.some((token) => row.text.includes(token.toString('hex'))));
      const inBytes = residues.some(({ bytes }) => tokens.some((token) => bytes.includes(token)));
      if (inRows || inBytes) recognised.add(one.name);
    }
  }
  return [...recognised].toSorted();
}

const databaseFolder = () =>
  world.db.kind === 'pglite' ? join(world.db.folder, 'pg') : (process.env.TEST_DATABASE_DIR ?? null);

/** Everything on the disk that sharing may have touched; only the log, where the database's folder isn't ours. */
async function residues(): Promise<Residue[]> {
  const folder = databaseFolder();
  if (world.db.kind === 'pglite') return filesSince(world.db.folder, sharingFrom.time - 1000);
  if (folder === null) return [];
  return [{ name: 'wal', bytes: await walSince(world.db, folder, sharingFrom.wal) }];
}

const dump = () => everyRow(world.db);

/** Does now what the clock does every hour, every quarter of an hour, and a day after the end. */
async function byTheClock(...kinds: string[]): Promise<void> {
  await world.db.inOrg(org, async (tx) => {
    for (const name of kinds) await world.app.jobs.enqueue(tx, jobKind(name, z.object({})), {});
  });
  await world.work();
}

describe('while a request is open', () => {
  it('has been shared by five of eight, once each', async () => {
    expect(new Set(postUris).size).toBe(5);
    expect(await urisOf(employee('emre'))).toEqual([]);
    const tokens = (await dump()).filter((row) => row.table === 'coact.share_tokens');
    expect(tokens).toHaveLength(5);
  });

  it('has nothing left of the shares but tokens: no row, no job, no key', async () => {
    const rows = await dump();
    expect(rows.filter((row) => row.table === 'coact.outgoing_shares')).toEqual([]);
    expect(await ring.names('share-')).toEqual([]);
    const waiting = rows.filter((row) => row.table.startsWith('jobs.') && row.text.includes('shareId'));
    expect(waiting.filter((row) => !row.text.includes('"completed"'))).toEqual([]);
  });

  it('wrote nothing that names anybody while they shared', async () => {
    const folder = databaseFolder();
    if (folder === null) return;
    const written = await walSince(world.db, folder, sharingFrom.wal);
    expect(written.length).toBeGreaterThan(10_000);
    expect(written.includes(uuidBytes(requestId)) || written.includes(requestId)).toBe(true);
    for (const one of all()) {
      for (const name of namesOf(one)) expect(written.includes(name), `${name} in the log`).toBe(false);
      expect(written.includes(uuidBytes(one.personId)), `the id of ${one.name} in the log`).toBe(false);
    }
  });

  it('names nobody in its rows, log lines, messages or transactions', async () => {
    const rows = await dump();
    const traces = await tracesOfRequest();
    expect(traces.length).toBeGreaterThan(6);
    expect(findRows(rows, traces)).toEqual([]);
    expect(findTransactions(rows, traces)).toEqual([]);
    expect(findLines()).toEqual([]);
    expect(findMessages()).toEqual([]);
    expect(world.slack.count('chat.postEphemeral')).toBe(0);
  });

  it('holds no words, handle or DID in any file, and nobody beside the request', async () => {
    expect(findBytes(await residues(), await tracesOfRequest())).toEqual([]);
  });

  it('recognises its sharers with its key in hand, so the search can see', async () => {
    expect(await recognise(await dump(), [])).toEqual(sharers);
  });

  it('tells nothing by transactions once the hour has turned', async () => {
    const tokensOf = async () => (await dump()).filter((row) => row.table === 'coact.share_tokens');
    expect(new Set((await tokensOf()).map((row) => row.xmin)).size).toBeGreaterThan(1);
    await byTheClock(releaseFigures.name);
    const tokens = await tokensOf();
    expect(tokens).toHaveLength(5);
    expect(new Set(tokens.map((row) => row.xmin)).size).toBe(1);
  });
});

describe('a day after its end', () => {
  beforeAll(async () => {
    await world.ask('POST', `/api/requests/${requestId}/end`);
    world.clock.advance(86_400_000 + 60_000);
    await world.app.jobs.runDue({ future: true });
    await byTheClock('networks.sweep_attempts');
  });

  it('has destroyed the key and the tokens, and keeps the numbers', async () => {
    expect(await ring.find(requestKeyName(requestId))).toBeNull();
    const rows = await dump();
    expect(rows.filter((row) => row.table === 'coact.share_tokens' || row.table === 'coact.awareness_tokens')).toEqual(
      [],
    );
    const shown = await world.ask('GET', `/api/requests/${requestId}`);
    expect(shown.json.figures).toMatchObject({ shares: { value: 5 }, awareness: { value: 5 } });
  });

  it('recognises nobody with every key that exists, in rows or in bytes', async () => {
    expect(await recognise(await dump(), await residues())).toEqual([]);
  });

  it('names nobody anywhere, before and after the files are tidied up', async () => {
    const traces = await tracesOfRequest();
    const clean = async () => {
      expect(findRows(await dump(), traces)).toEqual([]);
      expect(findBytes(await residues(), traces)).toEqual([]);
    };
    await clean();
    if (world.db.kind === 'pglite') await sql`checkpoint`.execute(world.db.kysely);
    await clean();
    expect(findLines()).toEqual([]);
    expect(findMessages()).toEqual([]);
  });

  it('keeps no key with a name or a content that points at anybody', async () => {
    for (const file of filesSince(join(world.db.folder, 'ring'), 0)) {
      expect(namesAnybody(file.name)).toBe(false);
      expect(all().some((one) => file.bytes.includes(uuidBytes(one.personId)))).toBe(false);
      expect(file.bytes).toHaveLength(32);
    }
    expect(await ring.names('connect-')).toEqual([]);
  });
});

describe('a leak that is planted', () => {
  const ana = () => employee('ana');

  it('is seen in a job that stays in the archive with its person', async () => {
    const leaky = jobKind('share.post', z.looseObject({}));
    const payload = { orgId: org, shareId: randomId(), personId: ana().personId, requestId };
    const startAfter = new Date(Date.now() + 86_400_000);
    await world.db.inOrg(org, (tx) => world.app.jobs.enqueue(tx, leaky, payload, { startAfter }));
    expect(findRows(await dump(), await tracesOfRequest()).some((table) => table.startsWith('jobs.'))).toBe(true);
    await sql`delete from jobs.job where data ->> 'personId' is not null`.execute(world.db.kysely);
    expect(findRows(await dump(), await tracesOfRequest())).toEqual([]);
  });

  it('is seen in a log line', () => {
    world.log.info({ event: 'share.posted', requestId, slackUserId: ana().slackUserId });
    expect(findLines()).toHaveLength(1);
    world.log.lines.splice(-1);
  });

  it('is seen in a note of what an account was last used for', async () => {
    await sql`alter table coact.social_accounts add column last_used_for text`.execute(world.db.kysely);
    await sql`update coact.social_accounts set last_used_for = ${requestId} where person_id = ${ana().personId}`.execute(
      world.db.kysely,
    );
    expect(findRows(await dump(), await tracesOfRequest())).toEqual(['coact.social_accounts']);
    await sql`alter table coact.social_accounts drop column last_used_for`.execute(world.db.kysely);
  });

  it('is seen in a table that names people and should not', async () => {
    const note = { id: ana().slackUserId };
    await sql`insert into coact.slack_events_seen (org_id, event_id, seen_at) values (${org}, ${note.id}, now())`.execute(
      world.db.kysely,
    );
    expect(findRows(await dump(), await tracesOfRequest())).toEqual(['coact.slack_events_seen']);
    await sql`delete from coact.slack_events_seen where event_id = ${note.id}`.execute(world.db.kysely);
  });

  it('is seen in a token written in one transaction with its person', async () => {
    await sql`with touched as (update coact.people set name = name where id = ${ana().personId} returning org_id)
      insert into coact.share_tokens select org_id, ${requestId}::uuid, 'bluesky', '\\x00'::bytea from touched`.execute(
      world.db.kysely,
    );
    expect(findTransactions(await dump(), await tracesOfRequest())).toEqual(['coact.share_tokens']);
    await sql`delete from coact.share_tokens`.execute(world.db.kysely);
  });

  it('is seen in a token under a key that lives for ever, even when its row is gone', async () => {
    const owners = await ring.create('owners');
    const tag = owners.hmac('owner', org, ana().personId);
    const id = randomId();
    await sql`insert into coact.outgoing_shares (org_id, id, owner_tag, state, sealed)
      values (${org}, ${id}, ${tag}, 'queued', '\\x00'::bytea)`.execute(world.db.kysely);
    expect(await recognise(await dump(), [])).toEqual(['ana']);
    await sql`delete from coact.outgoing_shares where id = ${id}`.execute(world.db.kysely);
    expect(await recognise(await dump(), [])).toEqual([]);
    if (databaseFolder() !== null) expect(await recognise([], await residues())).toEqual(['ana']);
    await ring.destroy('owners');
    expect(await recognise(await dump(), await residues())).toEqual([]);
  });

  it('is seen in a direct message', () => {
    const { messages } = world.slack.team('T1');
    messages.push({ channel: 'D1', ts: '1.0', text: 'Your post is on Bluesky', blocks: [], by: 'UBOTT1' });
    messages.push({ channel: 'C1', ts: '2.0', text: `Thanks, <@${ana().slackUserId}>`, blocks: [], by: 'UBOTT1' });
    expect(findMessages()).toEqual(['D1', 'C1']);
    messages.splice(-2);
  });

  it('is seen in the files after its row was deleted', async () => {
    if (databaseFolder() === null) return;
    const planted = `${ana().personId} shared ${requestId}`;
    await sql`insert into coact.slack_events_seen (org_id, event_id, seen_at) values (${org}, ${planted}, now())`.execute(
      world.db.kysely,
    );
    await sql`delete from coact.slack_events_seen where event_id = ${planted}`.execute(world.db.kysely);
    expect(findRows(await dump(), await tracesOfRequest())).toEqual([]);
    expect(findBytes(await residues(), await tracesOfRequest())).not.toEqual([]);
  });

  it('is seen in a link for each sharer', async () => {
    const links = async () =>
      (await dump()).filter((row) => row.table === 'coact.short_links' && row.text.includes(requestId));
    // One for each network and variant, whoever shares.
    expect(await links()).toHaveLength(1);
    await sql`insert into coact.short_links
      select (jsonb_populate_record(l, jsonb_build_object('id', ${randomId()}::text, 'slug', 'ForAnaAlone1', 'variant', 7))).*
      from coact.short_links l where request_id = ${requestId}`.execute(world.db.kysely);
    expect(await links()).toHaveLength(2);
    await sql`delete from coact.short_links where slug = 'ForAnaAlone1'`.execute(world.db.kysely);
  });
});
