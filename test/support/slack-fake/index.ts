/**
 * A pretended Slack inside the test's process: the Web API methods that Coact calls, the installation, and everything
 * that Slack sends, as strict as its documentation (scopes, membership, block limits, one-time triggers and codes).
 * Give `fetch` to the code under test, or serve `handle` on a port.
 */
import type { Clock } from '../../../src/platform/clock/index.ts';
import { EgressRefused } from '../../../src/platform/egress/index.ts';
import { type Consent, consent, exchange, type FakeApp } from './oauth.ts';
import { SlackRequests } from './requests.ts';
import { type FakeCall, FakeState, type FakeTeam, type FakeUser, type FakeView, Refused } from './state.ts';
import { webApi } from './web-api.ts';

export type { SlackRequests } from './requests.ts';
export type { FakeCall, FakeTeam, FakeUser, FakeView } from './state.ts';

/** What can be made to go wrong, each for the next call of a method. */
type Fault =
  | { readonly kind: 'rate_limit'; readonly seconds: number | null }
  /** Slack does it, but its answer takes that long. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The connection is refused: Slack never hears of it. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'http'; readonly status: number };

export interface SlackFake {
  readonly app: FakeApp;
  readonly apiUrl: string;
  readonly authorizeUrl: string;
  readonly calls: readonly FakeCall[];
  readonly send: SlackRequests;
  /** Stands in for the network. */
  fetch(url: string | URL, init?: RequestInit): Promise<Response>;
  handle(request: Request): Promise<Response>;
  /** How often a method was called. */
  count(method: string): number;
  addTeam(id: string, name: string): FakeTeam;
  addUser(teamId: string, id: string, more?: Partial<Omit<FakeUser, 'id'>>): FakeUser;
  addChannel(
    teamId: string,
    id: string,
    name: string,
    more?: { archived?: boolean; private?: boolean; member?: boolean },
  ): void;
  team(id: string): FakeTeam;
  /** The person decides on the consent page; gives the address the browser goes back to. */
  consent(address: string, choice: Consent): string;
  /** Removes the app as an admin would: all its tokens are dead. Sends nothing. */
  uninstall(teamId: string): void;
  /** The window that a person sees, if one is open. */
  openWindow(userId: string): FakeView | undefined;
  /** The next call of `method` goes wrong. */
  failNext(method: string, fault: Fault): void;
}

/**
 * @param options.rotation whether the app's tokens rotate
 */
export function openSlackFake(
  clock: Clock,
  options: { readonly publicUrl?: string; readonly rotation?: boolean } = {},
): SlackFake {
  const state = new FakeState(() => clock.now());
  const app: FakeApp = {
    clientId: '111.222',
    clientSecret: 'fake-client-secret',
    signingSecret: 'fake-signing-secret',
    appId: 'A0COACT',
    redirectUris: [`${options.publicUrl ?? 'https://coact.test'}/slack/oauth_redirect`],
    rotation: options.rotation ?? false,
  };
  const faults = new Map<string, Fault[]>();
  const handle = (request: Request) => answer(state, app, faults, request);
  return {
    app,
    apiUrl: 'https://slack.test/api/',
    authorizeUrl: 'https://slack.test/oauth/v2/authorize',
    calls: state.calls,
    send: new SlackRequests(state, app),
    handle,
    fetch: (url, init) => fetchFrom(handle, faults, url, init),
    count: (method) => state.calls.filter((call) => call.method === method).length,
    addTeam: (id, name) => addTeam(state, id, name),
    addUser: (teamId, id, more = {}) => {
      const user = {
        id,
        name: id,
        email: `${id.toLowerCase()}@example.com`,
        deleted: false,
        guest: false,
        bot: false,
        stranger: false,
        ...more,
      };
      state.team(teamId).users.set(id, user);
      return user;
    },
    addChannel: (teamId, id, name, { archived = false, private: isPrivate = false, member = false } = {}) => {
      const team = state.team(teamId);
      team.channels.set(id, {
        id,
        name,
        archived,
        private: isPrivate,
        members: new Set(member ? [team.botUserId] : []),
      });
    },
    team: (id) => state.team(id),
    consent: (address, choice) => consent(state, app, address, choice),
    uninstall: (teamId) => {
      for (const token of state.tokens.values()) if (token.teamId === teamId) token.revoked = true;
      state.team(teamId).installed = false;
      state.team(teamId).scopes = new Set();
    },
    openWindow: (userId) => [...state.views.values()].findLast((view) => view.open && view.userId === userId),
    failNext: (method, fault) => void faults.set(method, [...(faults.get(method) ?? []), fault]),
  };
}

function addTeam(state: FakeState, id: string, name: string): FakeTeam {
  const team: FakeTeam = {
    id,
    name,
    botUserId: `UBOT${id}`,
    users: new Map(),
    channels: new Map(),
    messages: [],
    homes: new Map(),
    scopes: new Set(),
    installed: false,
  };
  state.teams.set(id, team);
  return team;
}

async function fetchFrom(
  handle: (request: Request) => Promise<Response>,
  faults: Map<string, Fault[]>,
  url: string | URL,
  init: RequestInit = {},
): Promise<Response> {
  const method = new URL(url).pathname.replace('/api/', '');
  if (faults.get(method)?.[0]?.kind === 'refused') {
    faults.get(method)?.shift();
    throw new EgressRefused('refused');
  }
  const { promise, reject } = Promise.withResolvers<never>();
  init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
  return Promise.race([handle(new Request(url, { ...init, signal: null })), promise]);
}

async function answer(
  state: FakeState,
  app: FakeApp,
  faults: Map<string, Fault[]>,
  request: Request,
): Promise<Response> {
  const url = new URL(request.url);
  if (url.hostname === 'hooks.slack.com') return respond(state, request);
  const method = url.pathname.replace('/api/', '');
  const args = await readArgs(request);
  const fault = faults.get(method)?.shift();
  if (fault?.kind === 'rate_limit') {
    const headers: HeadersInit = fault.seconds === null ? {} : { 'retry-after': String(fault.seconds) };
    return Response.json({ ok: false, error: 'ratelimited' }, { status: 429, headers });
  }
  if (fault?.kind === 'http') return new Response('upstream connect error', { status: fault.status });
  const result = perform(state, app, method, args, request, fault?.kind === 'error' ? fault.code : null);
  if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms));
  return result;
}

function perform(
  state: FakeState,
  app: FakeApp,
  method: string,
  args: FakeCall['args'],
  request: Request,
  failWith: string | null,
): Response {
  const [scheme, credential = ''] = (request.headers.get('authorization') ?? '').split(' ');
  try {
    if (method === 'oauth.v2.access') {
      state.calls.push({ method, teamId: null, args: {} });
      if (failWith) throw new Refused(failWith);
      const basic = scheme === 'Basic' ? Buffer.from(credential, 'base64').toString() : null;
      return Response.json({ ok: true, ...exchange(state, app, args, basic) });
    }
    const definition = webApi[method];
    if (!definition) throw new Refused('unknown_method', { req_method: method });
    const team = teamOfToken(state, scheme === 'Bearer' ? credential : '');
    state.calls.push({ method, teamId: team.id, args });
    if (failWith) throw new Refused(failWith);
    if (definition.scope !== null && !team.scopes.has(definition.scope)) {
      throw new Refused('missing_scope', { needed: definition.scope, provided: [...team.scopes].join(',') });
    }
    const result = definition.run({ state, team, token: credential, args });
    return Response.json({ ok: true, ...result }, { headers: { 'x-oauth-scopes': [...team.scopes].join(',') } });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return Response.json({ ok: false, error: error.code, ...error.details });
  }
}

function teamOfToken(state: FakeState, value: string): FakeTeam {
  if (value === '') throw new Refused('not_authed');
  const token = state.tokens.get(value);
  if (!token) throw new Refused('invalid_auth');
  const team = state.team(token.teamId);
  if (token.revoked) throw new Refused(team.installed ? 'token_revoked' : 'account_inactive');
  if (token.expiresAt !== null && state.now().getTime() > token.expiresAt) throw new Refused('token_expired');
  return team;
}

async function readArgs(request: Request): Promise<FakeCall['args']> {
  const body = await request.text();
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('application/json')) return JSON.parse(body);
  return Object.fromEntries(new URLSearchParams(body));
}

async function respond(state: FakeState, request: Request): Promise<Response> {
  const known = state.responseUrls.get(request.url);
  if (!known || known.left === 0 || state.now().getTime() > known.expiresAt)
    return new Response('expired_url', { status: 404 });
  known.left -= 1;
  const args = await request.json();
  state.calls.push({ method: 'response_url', teamId: known.teamId, args });
  const team = state.team(known.teamId);
  const message = team.messages.find((one) => one.ts === known.ts);
  if (args.delete_original && message) team.messages.splice(team.messages.indexOf(message), 1);
  if (args.replace_original && message) Object.assign(message, { text: args.text ?? '', blocks: args.blocks ?? [] });
  return new Response('ok');
}
