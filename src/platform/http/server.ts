import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { Log } from '../log/index.ts';
import { clientAddress } from './client-address.ts';
import { securityHeaders } from './headers.ts';
import { decideHost } from './host.ts';
import { mayBeShed, type Pressure } from './pressure.ts';
import { problemBody, problemResponse, problemType } from './problem.ts';
import { readTarget } from './target.ts';

/** What the server passes to the application beside the request. */
export type ServerEnv = {
  readonly clientAddress: string;
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  /** Where the pattern of the route is noted, when somebody measures. */
  readonly visit?: { route: string };
};

/** Milliseconds; the defaults suit people on slow lines and close everyone slower. */
export type Timeouts = {
  readonly headersMs: number;
  readonly requestMs: number;
  readonly idleMs: number;
  readonly keepAliveMs: number;
  /** How long a closing server waits for answers under way. */
  readonly drainMs: number;
};

type Answers = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * `swift` is asked before all else, security headers and checks of request line and host included: it sees to them itself. `serves` says
 * for which hosts besides the two configured ones it answers; `vouch` is asked under any host.
 */
export type Front = Answers & {
  readonly swift?: Answers;
  readonly serves?: (host: string) => boolean;
  readonly vouch?: Answers;
};

export type ServerOptions = {
  readonly app: { fetch(request: Request, env: ServerEnv): Response | Promise<Response> };
  /** Asked before the application; returns true when it has answered (the short links' redirect). */
  readonly front?: Front;
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly publicUrl: string;
  readonly linksUrl: string;
  readonly log: Log;
  readonly trustProxy?: boolean;
  readonly formOrigins?: readonly string[];
  readonly timeouts?: Partial<Timeouts>;
  /** While it is too high, API calls are refused; without it none is. */
  readonly pressure?: Pick<Pressure, 'tooHigh'>;
};

export type RunningServer = {
  readonly port: number;
  /**
   * Answers for `afterMs` more, each answer the last of its connection, so that a balancer in front can turn away; then drains.
   */
  close(afterMs?: number): Promise<void>;
};

const defaultTimeouts: Timeouts = {
  headersMs: 10_000,
  requestMs: 60_000,
  idleMs: 90_000,
  // Longer than a load balancer's usual 60 s, so that the balancer closes first and no request meets a closing socket.
  keepAliveMs: 65_000,
  drainMs: 10_000,
};

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const probes = new Set(['/healthz', '/readyz']);
const requestsPerSocket = 1_000;

/** Starts listening. Whatever bytes arrive, the process stays up and the answer is no 5xx of the server's making. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const connections = new WeakMap<Duplex, Connection>();
  let closing = false;
  const handle = createHandler(options);

  const server = createServer({
    headersTimeout: timeouts.headersMs,
    requestTimeout: timeouts.requestMs,
    keepAliveTimeout: timeouts.keepAliveMs,
    // Without this interval Node looks for slow clients every 30 s only: 0 of 50 half-open connections were closed.
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: 16_384,
    // A missing Host is refused by our own check, which answers with all security headers.
    requireHostHeader: false,
  });
  server.timeout = timeouts.idleMs;
  server.maxHeadersCount = 100;
  server.on('request', (request, response) => {
    const connection = connectionOf(connections, request.socket);
    connection.requests += 1;
    connection.latest = response;
    // Node's own maxRequestsPerSocket answers a pipelined request too many with 503; closing politely does not.
    if (closing || connection.requests >= requestsPerSocket) response.shouldKeepAlive = false;
    handle(request, response);
  });
  server.on('checkExpectation', (_request, response) => {
    answer(options, response, 417, 'expectation_failed', 'This expectation cannot be met.');
  });
  server.on('clientError', (error, socket) => refuseBytes(options, error, socket, isAnswering(connections, socket)));
  await listen(server, options.host, options.port);
  // A listening TCP server's address is always an object; the string form belongs to pipes.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: async (afterMs = 0) => {
      closing = true;
      if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs));
      return drain(server, timeouts.drainMs);
    },
  };
}

interface Connection {
  requests: number;
  latest: ServerResponse | null;
}

function connectionOf(connections: WeakMap<Duplex, Connection>, socket: Duplex): Connection {
  const known = connections.get(socket);
  if (known !== undefined) return known;
  const connection = { requests: 0, latest: null };
  connections.set(socket, connection);
  return connection;
}

/** Answers go out in the order of the requests, so that when the latest is out, all are. */
function isAnswering(connections: WeakMap<Duplex, Connection>, socket: Duplex): boolean {
  const latest = connections.get(socket)?.latest ?? null;
  return latest !== null && !latest.closed;
}

/** The total error boundary: everything that can throw for one request stands inside it. */
function createHandler(options: ServerOptions): (request: IncomingMessage, response: ServerResponse) => void {
  const headers = securityHeaders(options);
  const fail = (response: ServerResponse, error: unknown) => {
    options.log.error({ event: 'http.failed' }, error);
    answer(options, response, 500, 'internal', 'Something broke on our side. Please try again.');
  };
  const toApp = getRequestListener(
    async (request, env) => {
      try {
        // The listener is only ever mounted on node:http, so the environment is HTTP/1's.
        const { incoming, outgoing } = env as { incoming: IncomingMessage; outgoing: ServerResponse };
        const address = clientAddress(incoming, options.trustProxy ?? false);
        return await options.app.fetch(ownRequest(request), { incoming, outgoing, clientAddress: address });
      } catch (error) {
        options.log.error({ event: 'http.failed' }, error);
        return problemResponse(500, 'internal', 'Something broke on our side. Please try again.');
      }
    },
    {
      overrideGlobalObjects: false,
      errorHandler: () => problemResponse(400, 'malformed_request', 'This request is not well formed.'),
    },
  );
  return (request, response) => {
    try {
      if (options.front?.swift?.(request, response)) return;
      for (const [name, value] of headers) response.setHeader(name, value);
      if (!admit(options, request, response)) return;
      if (options.front?.(request, response)) return;
      if (options.pressure?.tooHigh() && mayBeShed(request.url ?? '')) return shed(options, response);
      toApp(request, response).catch((error: unknown) => fail(response, error));
    } catch (error) {
      fail(response, error);
    }
  };
}

/**
 * The listener's request imitates a real one but can't be copied, which the limit on bodies does where no length is
 * announced. So those requests become real ones: without a body (RFC 9112, 6.3: none of the two headers, no body; that
 * is every DELETE of a browser), or with the one that is coming in chunks.
 */
function ownRequest(request: Request): Request {
  const { method, url, headers, signal } = request;
  if (method === 'GET' || method === 'HEAD' || headers.has('content-length')) return request;
  if (!headers.has('transfer-encoding')) return new Request(url, { method, headers, signal });
  // TypeScript's own types of the web don't know `duplex` yet.
  const streamed: RequestInit & { duplex: 'half' } = { method, headers, signal, body: request.body, duplex: 'half' };
  return new Request(url, streamed);
}

/** Checks request line, method and host; answers and returns false when the request goes no further. */
function admit(options: ServerOptions, request: IncomingMessage, response: ServerResponse): boolean {
  const method = request.method ?? '';
  if (!methods.has(method)) {
    response.setHeader('allow', [...methods].join(', '));
    answer(options, response, 405, 'method_not_allowed', 'This method is not answered here.');
    return false;
  }
  const target = readTarget(request.url, hostHeaders(request));
  if (!target.ok) {
    answer(options, response, target.status, target.code, target.sentence);
    return false;
  }
  request.url = target.path;
  request.headers.host = target.host;
  // Probes come to a container's own address, whatever it is called.
  if (probes.has(target.path)) return true;
  if (options.front?.vouch?.(request, response)) return false;
  const serves = options.front?.serves?.(target.host) ?? false;
  const decision = decideHost(options, method, target.host, target.path, serves);
  if (decision.kind === 'app') return true;
  if (decision.kind === 'redirect') {
    response.writeHead(302, { location: decision.location, 'cache-control': 'no-store' }).end();
    return false;
  }
  if (decision.kind === 'refuse') {
    answer(options, response, 421, 'wrong_host', 'This server does not answer for that host.');
    return false;
  }
  // The short links' host serves short links and nothing else: no cookie, no OAuth callback, no application.
  if (!options.front?.(request, response)) {
    answer(options, response, 404, 'not_found', 'There is nothing here, or it is not yours to see.');
  }
  return false;
}

/** Told before anything of the request is read: that costs next to nothing, and whoever asks knows when to come back. */
function shed(options: ServerOptions, response: ServerResponse): void {
  response.setHeader('retry-after', '5');
  answer(
    options,
    response,
    503,
    'overloaded',
    'Coact has more to do than it can just now. Please try again in a moment.',
  );
}

function hostHeaders(request: IncomingMessage): string[] {
  const hosts: string[] = [];
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    if (request.rawHeaders[index]?.toLowerCase() === 'host') hosts.push(request.rawHeaders[index + 1] ?? '');
  }
  return hosts;
}

function answer(options: ServerOptions, response: ServerResponse, status: number, code: string, sentence: string) {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const [name, value] of securityHeaders(options)) response.setHeader(name, value);
  response.writeHead(status, { 'content-type': problemType, 'cache-control': 'no-store', connection: 'close' });
  response.end(JSON.stringify(problemBody(status, code, sentence)));
}

/** Answers bytes that are no HTTP, and clients that were too slow, straight on the socket. */
function refuseBytes(options: ServerOptions, error: NodeJS.ErrnoException, socket: Duplex, underWay: boolean): void {
  if (!socket.writable || underWay || error.code === 'ECONNRESET') {
    socket.destroy(error);
    return;
  }
  const [status, code, sentence] = refusalOf(error.code);
  const body = JSON.stringify(problemBody(status, code, sentence));
  const head = [
    `HTTP/1.1 ${status} ${problemBody(status, code, sentence).title}`,
    ...securityHeaders(options).map(([name, value]) => `${name}: ${value}`),
    `content-type: ${problemType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

function refusalOf(code: string | undefined): readonly [number, string, string] {
  if (code === 'HPE_HEADER_OVERFLOW') return [431, 'headers_too_large', 'The headers of this request are too large.'];
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, 'too_slow', 'The request took too long to arrive.'];
  return [400, 'malformed_request', 'This request is not well formed.'];
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

/** Takes no new connection, closes idle ones, lets answers under way finish, then cuts what is left. */
function drain(server: Server, drainMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), drainMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
