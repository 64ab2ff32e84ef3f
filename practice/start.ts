import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { type Bluesky, startBluesky } from './bluesky.ts';
import { startCoact } from './coact.ts';
import { employees } from './company.ts';
import { createCompanySite } from './company-site.ts';
import { prepareHistory } from './history.ts';
import { createMailPage, startMail } from './mail.ts';
import { startMastodon } from './mastodon.ts';
import { startNetworks } from './networks.ts';
import { choosePorts, listenOnLoopback, type Ports, usualPorts } from './ports.ts';
import { createPostsPage } from './posts-page.ts';
import type { Practice } from './practice.ts';
import { slackEnvironment, startSlack } from './slack.ts';
import { createStartPage } from './start-page.ts';

export interface PracticeOptions {
  /** Wanted ports. Those not named: the usual ones with `usual: true`, otherwise any free ones. */
  readonly ports?: Partial<Ports>;
  readonly usual?: boolean;
  /** Where accounts, posts and Slack's state are kept over a restart. Left out: a temporary folder, removed at the end. */
  readonly folder?: string;
  /** Coact's own data folder; needed with `coact: true`. */
  readonly dataDir?: string;
  /** Whether to start Coact too. Without it, the caller starts it with `env`. */
  readonly coact: boolean;
  /** Coact's address when the caller starts it; left out, http://localhost:<port chosen for it>. */
  readonly coactUrl?: string;
  readonly quiet?: boolean;
}

/** Starts all counterparts of Coact, and Coact itself when asked. What was opened is closed if one of them fails. */
export async function startPractice(options: PracticeOptions): Promise<Practice> {
  const opened: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const each of opened.splice(0).reverse()) await each().catch(() => undefined);
  };
  try {
    return await open(options, opened, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  options: PracticeOptions,
  opened: (() => Promise<void>)[],
  close: () => Promise<void>,
): Promise<Practice> {
  const ports = await choosePorts(options.ports ?? {}, options.usual ? usualPorts : 'any');
  const urls = addresses(ports, options.coactUrl);
  const work = await mkdtemp(join(tmpdir(), 'coact-practice-'));
  opened.push(() => rm(work, { recursive: true, force: true }));
  const serve = async (app: Hono, port: number) => {
    const listener = getRequestListener(app.fetch);
    const door = await listenOnLoopback(
      createServer((request, response) => void listener(request, response)),
      port,
    );
    opened.push(door.close);
  };
  const mail = await startMail(ports.smtp);
  opened.push(mail.close);
  await serve(createMailPage(mail, urls.start), ports.mail);
  await serve(createCompanySite(urls.company), ports.company);
  const slack = await startSlack({
    ports,
    appUrl: urls.coact,
    startPageUrl: urls.start,
    folder: options.folder ?? null,
    workFolder: work,
    log: () => undefined,
  });
  opened.push(slack.close);
  const bluesky = await startBluesky({ ports, folder: options.folder ?? work });
  opened.push(bluesky.close);
  await serve(createPostsPage(bluesky, urls.start), ports.posts);
  // Everybody has an account here; how many follow whom differs, and is nobody's secret.
  const followers = Object.fromEntries(employees.map(({ name }, index) => [name, 12 + index * 31]));
  const mastodon = await startMastodon(ports.mastodon, followers, urls.start);
  opened.push(mastodon.close);
  const networks = await startNetworks(ports, urls.coact);
  opened.push(networks.close);
  const env = { ...environment({ ports, urls, bluesky, dataDir: options.dataDir }), ...networks.env };
  if (options.coact && options.dataDir !== undefined && !process.env.DATABASE_URL) {
    await prepareHistory(options.dataDir, urls.company);
  }
  const coact = options.coact ? await startCoact({ port: ports.coact, env, log: logOf(options, 'coact') }) : null;
  if (coact) opened.push(coact.stop);
  const practice: Practice = {
    ports,
    urls,
    env,
    slack,
    bluesky,
    mail,
    coact,
    warnings: slack.warnings,
    close,
    [Symbol.asyncDispose]: close,
  };
  await serve(createStartPage(practice), ports.start);
  return practice;
}

const logOf =
  ({ quiet }: PracticeOptions, source: string) =>
  (line: string) => {
    if (!quiet) console.log(`${source.padEnd(8)} ${line}`);
  };

function addresses(ports: Ports, coactUrl: string | undefined): Practice['urls'] {
  const at = (port: number) => `http://localhost:${port}`;
  return {
    start: at(ports.start),
    coact: coactUrl ?? at(ports.coact),
    slack: at(ports.slack),
    apps: `${at(ports.slack)}/apps`,
    bluesky: at(ports.pds),
    posts: at(ports.posts),
    mastodon: at(ports.mastodon),
    linkedin: at(ports.linkedin),
    x: at(ports.x),
    mail: at(ports.mail),
    company: at(ports.company),
  };
}

function environment(options: {
  readonly ports: Ports;
  readonly urls: Practice['urls'];
  readonly bluesky: Bluesky;
  readonly dataDir: string | undefined;
}): Record<string, string> {
  const { ports, urls, bluesky } = options;
  const inside = [
    ...[ports.slack, ports.slackPage, ports.plc, ports.pds, ports.company, ports.posts],
    ...[ports.mastodon, ports.linkedin, ports.x],
  ];
  return {
    HOST: '127.0.0.1',
    PORT: new URL(urls.coact).port,
    PUBLIC_URL: urls.coact,
    // Nobody should need a phone to try things out.
    SECOND_FACTOR: 'offered',
    ...(options.dataDir === undefined ? {} : { DATA_DIR: options.dataDir }),
    ...slackEnvironment(urls.slack),
    SMTP_URL: `smtp://localhost:${ports.smtp}`,
    BLUESKY_PLC_URL: bluesky.plcUrl,
    BLUESKY_HANDLE_RESOLVER: bluesky.url,
    BLUESKY_SERVER_URL: bluesky.url,
    BLUESKY_APPVIEW_URL: urls.posts,
    BLUESKY_WEB_URL: urls.posts,
    MASTODON_SERVER_URL: urls.mastodon,
    EGRESS_ALLOW: inside.flatMap((port) => [`localhost:${port}`, `127.0.0.1:${port}`]).join(','),
    ALLOW_CHANGED_BASE_URLS: '1',
  };
}
