import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Aliases } from './aliases.ts';
import { createSlackApi } from './slack-api.ts';
import type { Answer, Args } from './slack-api-call.ts';
import { appsPage } from './slack-apps-page.ts';
import { dressConsent } from './slack-consent.ts';
import type { Deliveries, UninstallOrder } from './slack-deliveries.ts';
import { patchSlackPage } from './slack-page-patches.ts';
import type { SlackSignIn } from './slack-sign-in.ts';
import type { ViewStack } from './slack-stack.ts';
import type { SlackWorkspace } from './slack-workspace.ts';

export interface SlackRouterOptions {
  /** Our own address, as Coact and the browser know Slack. */
  readonly url: string;
  readonly oauthUrl: string;
  /** local-slack, or null where the platform has none. */
  readonly pageUrl: string | null;
  readonly startPageUrl: string;
  /** local-slack's ids, and emulate's. */
  readonly aliases: Aliases;
  readonly oauthAliases: Aliases;
  readonly workspace: SlackWorkspace;
  readonly deliveries: Deliveries;
  readonly stack: ViewStack | null;
  readonly signIn: SlackSignIn;
  readonly uninstall: (order: UninstallOrder) => Promise<void>;
}

/** One address for everything that is Slack: OAuth and consent, sign-in, Web API, the page to click in, the Apps page. */
export function createSlackRouter(options: SlackRouterOptions): Server {
  const listener = getRequestListener(createRoutes(options).fetch);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', options.url).pathname;
    if (options.signIn.owns(path)) options.signIn.handle(request, response);
    else void listener(request, response);
  });
  server.on('upgrade', (request, socket: Socket, head: Buffer) => {
    if (options.pageUrl === null) socket.destroy();
    else pipeUpgrade(options.pageUrl, request, socket, head);
  });
  return server;
}

function createRoutes(options: SlackRouterOptions): Hono {
  const { aliases, oauthAliases, workspace, deliveries, pageUrl, oauthUrl } = options;
  const inner = pageUrl === null ? { url: oauthUrl, aliases: oauthAliases } : { url: pageUrl, aliases };
  const api = createSlackApi({
    workspace,
    aliases,
    deliveries,
    stack: options.stack,
    inner: (method, args, token) => callInner(inner.url, method, args, token, inner.aliases),
    oauth: (method, args, token) => callInner(oauthUrl, method, args, token, oauthAliases),
  });
  const app = new Hono();
  app.post('/api/oauth.v2.access', (context) => exchangeCode(context.req.raw, options));
  app.all('/api/:method', async (context) => {
    const { args, token } = await readCall(context.req.raw);
    const { answer, scopes } = await api.call(context.req.param('method'), args, token);
    return context.json(answer, 200, { 'x-oauth-scopes': scopes.join(',') });
  });
  app.get('/oauth/v2/authorize', async (context) => {
    const answer = await forward(context.req.raw, oauthUrl);
    return context.html(
      dressConsent(oauthAliases.toOuter(await answer.text()), new URL(context.req.url)),
      answer.status as 200,
    );
  });
  app.post('/oauth/v2/authorize/callback', async (context) => {
    const body = oauthAliases.toInner(await context.req.text());
    return forward(context.req.raw, oauthUrl, body);
  });
  app.all('/_emulate/*', (context) => forward(context.req.raw, oauthUrl));
  app.post('/_practice/deliver', async (context) => {
    const raw = await context.req.text();
    return context.body(await deliveries.handOn(raw, context.req.header('content-type') ?? ''));
  });
  practiceRoutes(app, options);
  app.get('/', async (context) => {
    if (pageUrl === null) return context.redirect('/apps');
    const { html } = patchSlackPage(await (await fetch(pageUrl)).text());
    return context.html(html);
  });
  app.all('*', (context) => (pageUrl === null ? context.notFound() : forward(context.req.raw, pageUrl)));
  return app;
}

/** What only the practice workspace has: the Apps page, uninstalling, deactivating, and the counters for tests. */
function practiceRoutes(app: Hono, options: SlackRouterOptions): void {
  const { workspace, deliveries } = options;
  app.get('/apps', (context) =>
    context.html(
      appsPage({
        workspace,
        deliveries: deliveries.log,
        startPageUrl: options.startPageUrl,
        hasSlackPage: options.pageUrl !== null,
      }),
    ),
  );
  app.post('/_practice/uninstall', async (context) => {
    const { args } = await readCall(context.req.raw);
    const order = args.order === 'app_uninstalled first' ? 'app_uninstalled first' : 'tokens_revoked first';
    await options.uninstall(order);
    return args.page
      ? context.redirect('/apps', 303)
      : context.json({ ok: true, deliveries: deliveries.log.slice(-2) });
  });
  app.post('/_practice/deactivate', async (context) => {
    const { args } = await readCall(context.req.raw);
    workspace.setDeactivated(String(args.user), args.active !== true && args.active !== 'true');
    return args.page ? context.redirect('/apps', 303) : context.json({ ok: true });
  });
  app.get('/_practice/calls', (context) => context.json(workspace.calls()));
  app.delete('/_practice/calls', (context) => {
    workspace.resetCalls();
    return context.json({ ok: true });
  });
  app.get('/_practice/deliveries', (context) => context.json(deliveries.log));
}

/** emulate exchanges the code; we note the token, so that we know whose call is whose. */
async function exchangeCode(request: Request, options: SlackRouterOptions): Promise<Response> {
  const body = await request.text();
  options.workspace.countCall('oauth.v2.access', null);
  const answer = await forward(request, options.oauthUrl, body);
  const text = options.oauthAliases.toOuter(await answer.text());
  const granted = JSON.parse(text) as {
    ok: boolean;
    access_token?: string;
    scope?: string;
    authed_user?: { id?: string };
  };
  if (granted.ok && granted.access_token) {
    options.workspace.addToken(granted.access_token, (granted.scope ?? '').split(','), granted.authed_user?.id ?? '');
  }
  return new Response(text, { headers: { 'content-type': 'application/json' } });
}

/** Arguments and token of a Web API call: form, JSON or query; token in the header or among the arguments. */
async function readCall(request: Request): Promise<{ readonly args: Args; readonly token: string | null }> {
  const args: Args = Object.fromEntries(new URL(request.url).searchParams);
  const type = request.headers.get('content-type') ?? '';
  if (request.method !== 'GET') {
    if (type.includes('json')) Object.assign(args, await request.json().catch(() => ({})));
    else if (type.includes('multipart/form-data')) Object.assign(args, Object.fromEntries(await request.formData()));
    else Object.assign(args, Object.fromEntries(new URLSearchParams(await request.text())));
  }
  for (const name of ['blocks', 'attachments', 'view', 'metadata']) {
    if (typeof args[name] === 'string') args[name] = parseJson(args[name]);
  }
  const bearer = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const { token: inArgs, ...rest } = args;
  return { args: rest, token: bearer ?? (typeof inArgs === 'string' ? inArgs : null) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function callInner(url: string, method: string, args: Args, token: string, aliases: Aliases): Promise<Answer> {
  const response = await fetch(`${url}/api/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: aliases.toInner(JSON.stringify(args)),
  });
  if (response.status === 404) return { ok: false, error: 'unknown_method' };
  return JSON.parse(aliases.toOuter(await response.text())) as Answer;
}

async function forward(request: Request, to: string, body?: string): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const headers = new Headers(request.headers);
  for (const name of ['host', 'connection', 'content-length', 'accept-encoding']) headers.delete(name);
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const answer = await fetch(`${to}${pathname}${search}`, {
    method: request.method,
    headers,
    body: hasBody ? (body ?? (await request.arrayBuffer())) : undefined,
    redirect: 'manual',
  });
  const kept = new Headers(answer.headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'connection']) kept.delete(name);
  return new Response(answer.body, { status: answer.status, headers: kept });
}

/** Hands a WebSocket on as raw bytes. */
function pipeUpgrade(to: string, request: IncomingMessage, socket: Socket, head: Buffer): void {
  const upstream = connect(Number(new URL(to).port), '127.0.0.1', () => {
    const lines = [`${request.method} ${request.url} HTTP/1.1`];
    for (let index = 0; index < request.rawHeaders.length; index += 2) {
      lines.push(`${request.rawHeaders[index]}: ${request.rawHeaders[index + 1]}`);
    }
    upstream.write(`${lines.join('\r\n')}\r\n\r\n`);
    upstream.write(head);
    upstream.pipe(socket).pipe(upstream);
  });
  upstream.on('error', () => socket.destroy());
  socket.on('error', () => upstream.destroy());
  socket.on('close', () => upstream.destroy());
}
