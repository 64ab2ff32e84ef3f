import { createRequire } from 'node:module';
import { networkInterfaces } from 'node:os';
import { basename, join } from 'node:path';
import { createAliases } from './aliases.ts';
import { type Child, startChild, waitForAnswer } from './children.ts';
import { slackApp } from './company.ts';
import { listenOnLoopback, type Ports } from './ports.ts';
import { createDeliveries, type Deliveries, type UninstallOrder } from './slack-deliveries.ts';
import type { Delivery } from './slack-post.ts';
import { createSlackRouter } from './slack-router.ts';
import { startEmulate, writeLocalSlackConfig } from './slack-seed.ts';
import { createSlackSignIn } from './slack-sign-in.ts';
import { createViewStack, type ViewStack } from './slack-stack.ts';
import { type MethodCalls, openSlackWorkspace, type SlackWorkspace } from './slack-workspace.ts';

export interface Slack {
  /** The address of this Slack for Coact and for the browser. */
  readonly url: string;
  /** What cannot be had on this machine, in sentences for the person who started the practice workspace. */
  readonly warnings: readonly string[];
  readonly hasPage: boolean;
  /** How often each Web API method was called, and which people were looked up. */
  calls(): Readonly<Record<string, MethodCalls>>;
  resetCalls(): void;
  deliveries(): readonly Delivery[];
  /** Removes the app as Slack does: the token dies, then both events arrive in the given order. */
  uninstall(order?: UninstallOrder): Promise<void>;
  /** Sends one event by itself, e.g. a late `app_uninstalled`. `eventTime` in seconds. Answers the HTTP status. */
  sendEvent(event: Record<string, unknown>, eventTime?: number): Promise<number>;
  setDeactivated(slackUserId: string, deactivated: boolean): void;
  isInstalled(): boolean;
  close(): Promise<void>;
}

/** Starts the Slack stand-in: emulate and local-slack behind one router. `folder` null keeps nothing over a restart. */
export async function startSlack(options: {
  readonly ports: Ports;
  readonly appUrl: string;
  readonly startPageUrl: string;
  readonly folder: string | null;
  readonly workFolder: string;
  readonly log: (line: string) => void;
}): Promise<Slack> {
  const { ports, appUrl, workFolder } = options;
  const url = `http://localhost:${ports.slack}`;
  const aliases = createAliases();
  const oauthAliases = createAliases();
  const workspace = openSlackWorkspace(options.folder === null ? null : join(options.folder, 'slack.json'));
  const emulator = await startEmulate({
    port: ports.slackOauth,
    publicUrl: url,
    redirectUrls: [`${appUrl}/slack/oauth_redirect`],
    tokens: workspace.tokens.filter((each) => each.alive),
    aliases: oauthAliases,
  });
  const page = await startLocalSlack({ port: ports.slackPage, routerUrl: url, workFolder, log: options.log });
  const pageUrl = page.kind === 'running' ? page.url : null;
  if (pageUrl !== null) aliases.set(url, pageUrl);
  const stack = pageUrl === null ? noStack : createViewStack(pageUrl, aliases);
  const deliveries = createDeliveries({ appUrl, aliases, stack, workspace });
  const uninstall = (order: UninstallOrder = 'tokens_revoked first') => removeApp(order, workspace, deliveries);
  const server = createSlackRouter({
    url,
    oauthUrl: emulator.url,
    pageUrl,
    startPageUrl: options.startPageUrl,
    aliases,
    oauthAliases,
    workspace,
    deliveries,
    stack: pageUrl === null ? null : stack,
    signIn: await createSlackSignIn(url, appUrl),
    uninstall,
  });
  const door = await listenOnLoopback(server, ports.slack);
  if (pageUrl !== null) await replayMessages(pageUrl, workspace, (outer, inner) => aliases.set(outer, inner));
  return {
    url,
    warnings: page.warnings,
    hasPage: pageUrl !== null,
    calls: workspace.calls,
    resetCalls: workspace.resetCalls,
    deliveries: () => deliveries.log,
    uninstall,
    sendEvent: deliveries.sendEvent,
    setDeactivated: workspace.setDeactivated,
    isInstalled: workspace.isInstalled,
    close: async () => {
      await door.close();
      if (page.kind === 'running') await page.child.stop();
      await emulator.close();
    },
  };
}

async function removeApp(order: UninstallOrder, workspace: SlackWorkspace, deliveries: Deliveries): Promise<void> {
  workspace.killTokens();
  const events = [
    { type: 'tokens_revoked', tokens: { oauth: [], bot: [slackApp.botUserId] } },
    { type: 'app_uninstalled' },
  ];
  for (const event of order === 'tokens_revoked first' ? events : events.reverse()) await deliveries.sendEvent(event);
}

const noStack: ViewStack = { modals: async () => [], home: async () => null, expectExchange: () => undefined };

type LocalSlack =
  | { readonly kind: 'running'; readonly url: string; readonly child: Child; readonly warnings: readonly string[] }
  | { readonly kind: 'absent'; readonly warnings: readonly string[] };

const preload = new URL('./bind-loopback.ts', import.meta.url);

async function startLocalSlack(options: {
  readonly port: number;
  readonly routerUrl: string;
  readonly workFolder: string;
  readonly log: (line: string) => void;
}): Promise<LocalSlack> {
  const binary = findBinary();
  if (binary === null) {
    const where = `${process.platform}-${process.arch}`;
    return {
      kind: 'absent',
      warnings: [
        `The Slack page to click in (local-slack) exists for linux-x64 only, not for ${where}: you can install the app, sign in with Slack and send, but not click in Slack.`,
      ],
    };
  }
  const config = await writeLocalSlackConfig(options.workFolder, `${options.routerUrl}/_practice/deliver`);
  const child = startChild({
    command: binary,
    args: ['--config', config, '--port', String(options.port), '--files-dir', join(options.workFolder, 'slack-files')],
    // The preload's path is relative: BUN_OPTIONS is split at blanks, and folders may have some in their names.
    cwd: import.meta.dirname,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, BUN_OPTIONS: `--preload ./${basename(preload.pathname)}` },
    onLine: options.log,
  });
  const url = `http://localhost:${options.port}`;
  await waitForAnswer(`http://127.0.0.1:${options.port}/`, 30_000, child.ended);
  const open = await isOpenToOthers(options.port);
  const warnings = open
    ? [`Port ${options.port} (local-slack) can be reached from your local network; it holds practice data only.`]
    : [];
  return { kind: 'running', url, child, warnings };
}

function findBinary(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  try {
    const manifest = createRequire(import.meta.url).resolve('local-slack-linux-x64/package.json');
    return join(manifest, '..', 'bin', 'local-slack');
  } catch {
    return null;
  }
}

/** Knocks from each of this machine's own outside addresses. */
async function isOpenToOthers(port: number): Promise<boolean> {
  const outside = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter((each) => !each.internal && each.family === 'IPv4');
  for (const { address } of outside) {
    const answers = await fetch(`http://${address}:${port}/`, { signal: AbortSignal.timeout(1_000) }).then(
      () => true,
      () => false,
    );
    if (answers) return true;
  }
  return false;
}

/** local-slack forgets its messages when it stops. The app's own are posted again, under the time stamps they had. */
async function replayMessages(
  pageUrl: string,
  workspace: SlackWorkspace,
  alias: (outer: string, inner: string) => void,
): Promise<void> {
  for (const message of workspace.messages) {
    const response = await fetch(`${pageUrl}/api/chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message.args),
    });
    const answer = (await response.json()) as { ok: boolean; ts?: string };
    if (answer.ok && answer.ts) alias(message.ts, answer.ts);
  }
}

/** Coact's environment for this Slack. */
export function slackEnvironment(url: string): Record<string, string> {
  return {
    SLACK_API_URL: `${url}/api/`,
    SLACK_AUTHORIZE_URL: `${url}/oauth/v2/authorize`,
    SLACK_OIDC_ISSUER: url,
    SLACK_CLIENT_ID: slackApp.clientId,
    SLACK_CLIENT_SECRET: slackApp.clientSecret,
    SLACK_SIGNING_SECRET: slackApp.signingSecret,
    SLACK_APP_ID: slackApp.appId,
  };
}
