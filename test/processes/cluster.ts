import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Links, openLinks } from '../../src/features/links/index.ts';
import { systemClock } from '../../src/platform/clock/index.ts';
import { type Database, type OrgId, openDatabase, orgId } from '../../src/platform/db/index.ts';
import { memoryLog } from '../../src/platform/log/index.ts';
import { openRing } from '../../src/platform/vault/index.ts';
import { openBalancer } from '../support/balancer.ts';
import { type CoactProcess, freePorts, startCoact } from '../support/coact-process.ts';
import { openTestDatabase } from '../support/database.ts';

/** Three processes that serve and three that work on one PostgreSQL, behind a balancer; the owner is signed in. */
export interface Cluster extends AsyncDisposable {
  readonly publicUrl: string;
  /** Ports of the serving processes. */
  readonly ports: readonly number[];
  readonly cookie: string;
  readonly orgId: OrgId;
  readonly db: Database;
  /** The links slice in this process: one more beside those of the cluster. */
  readonly links: Links;
  /** Asks through the balancer, or one process. */
  ask(method: string, path: string, options?: AskOptions): Promise<Response>;
  /** Stops and starts again every process in turn. Out: what each ended with. */
  rollOver(): Promise<(number | string)[]>;
  /** The text of each mail that a worker has written to an address that begins so. */
  mailsTo(name: string): string[];
}

export interface AskOptions {
  readonly body?: unknown;
  readonly port?: number;
  readonly cookie?: string;
  readonly client?: string;
  readonly accept?: string;
  readonly signal?: AbortSignal;
}

const many = 3;

export async function openCluster(): Promise<Cluster> {
  await using opening = new AsyncDisposableStack();
  const test = opening.use(await openTestDatabase());
  const url = 'pool' in test.engine ? (test.engine.pool.options.connectionString ?? '') : '';
  const ports = await freePorts(many);
  const balancer = opening.use(await openBalancer(ports));
  const publicUrl = `http://localhost:${balancer.port}`;
  const settings = {
    ...{ DATABASE_URL: url, DATABASE_CONNECTIONS: '4', DATA_DIR: test.folder, PUBLIC_URL: publicUrl },
    ...{ SECOND_FACTOR: 'offered', TRUST_PROXY: '1', STOP_DELAY: '2', LOG_LEVEL: 'info' },
  };
  const serve = (port: number) => startCoact(['serve', '--no-work'], { ...settings, PORT: String(port) });
  const work = () => startCoact(['work'], settings);
  const serving: CoactProcess[] = [];
  const working: CoactProcess[] = [];
  opening.defer(async () => void (await Promise.all([...serving, ...working].map((one) => one.kill()))));

  serving.push(await serve(ports[0] ?? 0));
  const ask = asker(publicUrl);
  await until(() => balancer.ready().length === 1);
  const { cookie, org } = await setUp(ask, serving[0]?.said() ?? '');
  const [second, third, ...workers] = await Promise.all([
    serve(ports[1] ?? 0),
    serve(ports[2] ?? 0),
    work(),
    work(),
    work(),
  ]);
  serving.push(second, third);
  working.push(...workers);
  await until(() => balancer.ready().length === many);

  const db = await openDatabase({ url, folder: test.folder, connections: 3 });
  opening.defer(() => db.close());
  const links = await openLinks({
    ...{ db, clock: systemClock, log: memoryLog(), ring: openRing(join(test.folder, 'ring')) },
    config: { linksUrl: `${publicUrl}/l`, publicUrl, dataDir: test.folder, clicks: 'batch' },
  });
  opening.defer(() => links.close());
  const opened = opening.move();
  return {
    ...{ publicUrl, ports, cookie, orgId: org, db, links },
    ask: (method, path, options = {}) => ask(method, path, { cookie, ...options }),
    mailsTo: (name) =>
      readMails(join(test.folder, 'outbox')).filter((mail) => new RegExp(`^To: .*${name}`, 'm').test(mail)),
    rollOver: async () => {
      const codes: (number | string)[] = [];
      for (const [index, port] of ports.entries()) {
        codes.push((await serving[index]?.stop()) ?? 'none');
        serving[index] = await serve(port);
        await until(() => balancer.ready().includes(port));
      }
      for (const index of working.keys()) {
        codes.push((await working[index]?.stop()) ?? 'none');
        working[index] = await work();
      }
      return codes;
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Mails as they were written, without the marks of quoted-printable (RFC 2045, 6.7) that stand in our links. */
function readMails(folder: string): string[] {
  // The first mail makes the folder.
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  const texts = names.map((name) => readFileSync(join(folder, name), 'utf8'));
  return texts.map((text) => text.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '='));
}

function asker(publicUrl: string) {
  return (method: string, path: string, { body, port, cookie, client, accept, signal }: AskOptions = {}) => {
    const headers = new Headers({ origin: publicUrl, 'sec-fetch-site': 'same-origin', 'x-coact': '1' });
    headers.set('content-type', 'application/json');
    if (cookie !== undefined) headers.set('cookie', cookie);
    if (client !== undefined) headers.set('x-client', client);
    if (accept !== undefined) headers.set('accept', accept);
    if (port !== undefined) headers.set('x-to', String(port));
    const init: RequestInit = { method, headers, redirect: 'manual' };
    if (body !== undefined) init.body = JSON.stringify(body);
    if (signal !== undefined) init.signal = signal;
    return fetch(`${publicUrl}${path}`, init);
  };
}

async function setUp(ask: ReturnType<typeof asker>, said: string): Promise<{ cookie: string; org: OrgId }> {
  const token = /Sign in as the owner: \S*[?&]token=([\w-]+)/.exec(said)?.[1];
  const signedIn = await ask('POST', '/api/sign-in/verify', { body: { token } });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const names = { ownerName: 'Maya', organisationName: 'Harbour', timeZone: 'Europe/Lisbon' };
  const made = await ask('POST', '/api/setup', { cookie, body: names });
  if (made.status !== 201) throw new Error(`not set up: ${signedIn.status} ${made.status} ${await made.text()}`);
  const { id } = (await made.json()) as { id: string };
  return { cookie, org: orgId(id) };
}

export async function until(holds: () => boolean | Promise<boolean>, ms = 60_000): Promise<number> {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > ms) throw new Error(`it did not happen within ${ms} ms`);
    await pause(20);
  }
  return performance.now() - start;
}
