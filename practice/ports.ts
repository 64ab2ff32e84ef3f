import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';

/** The addresses' usual ports: what somebody who starts the practice workspace finds in the documentation. */
export interface Ports {
  readonly start: number;
  readonly coact: number;
  readonly slack: number;
  readonly slackPage: number;
  readonly slackOauth: number;
  readonly plc: number;
  readonly pds: number;
  readonly posts: number;
  readonly mastodon: number;
  readonly linkedin: number;
  readonly x: number;
  readonly smtp: number;
  readonly mail: number;
  readonly company: number;
}

export const usualPorts: Ports = {
  start: 3900,
  coact: 3000,
  slack: 4000,
  slackPage: 4001,
  slackOauth: 4002,
  plc: 4100,
  pds: 4101,
  posts: 4102,
  mastodon: 4103,
  linkedin: 4110,
  x: 4111,
  smtp: 4200,
  mail: 4201,
  company: 4300,
};

/**
 * Picks the ports to use: the wanted one where it is free, any free one otherwise.
 * `wanted` 0 asks for any free port. Two answers are never the same.
 */
export async function choosePorts(wanted: Partial<Ports>, byDefault: Ports | 'any'): Promise<Ports> {
  const taken = new Set<number>();
  const names = Object.keys(usualPorts) as (keyof Ports)[];
  const chosen: [keyof Ports, number][] = [];
  for (const name of names) {
    const wish = wanted[name] ?? (byDefault === 'any' ? 0 : byDefault[name]);
    let port = wish !== 0 && !taken.has(wish) && (await isFree(wish)) ? wish : await freePort();
    while (taken.has(port)) port = await freePort();
    taken.add(port);
    chosen.push([name, port]);
  }
  return Object.fromEntries(chosen) as unknown as Ports;
}

/** A port on 127.0.0.1 that nothing listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    await listen(server, port);
  } catch {
    return false;
  }
  await new Promise((done) => server.close(done));
  return true;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => done());
  });
}

/**
 * Makes `server` listen on loopback only, on both 127.0.0.1 and ::1: `localhost` may mean either, and a client that
 * resolves a name once and connects to that very address has no second try. A machine without IPv6 does with the first.
 */
export async function listenOnLoopback(server: Server, port: number): Promise<{ close(): Promise<void> }> {
  await listen(server, port);
  const twin = createSocketServer((socket) => server.emit('connection', socket));
  const hasTwin = await new Promise<boolean>((done) => {
    twin.once('error', () => done(false));
    twin.listen(port, '::1', () => done(true));
  });
  return {
    close: async () => {
      if (hasTwin) twin.close();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

interface Listener {
  listen(port: number): Server;
}

/**
 * The server's own start listens on every address; this replaces its `listen` by one on loopback.
 * Answers a function that resolves when it listens.
 */
export function bindApp(app: unknown, port: number): () => Promise<{ close(): Promise<void> }> {
  let listening: Promise<{ close(): Promise<void> }> | undefined;
  (app as Listener).listen = () => {
    const server = createServer(app as Parameters<typeof createServer>[1]);
    listening = listenOnLoopback(server, port);
    // Whoever started the app hears of a failure first, through the server's own event.
    listening.catch(() => undefined);
    return server;
  };
  return async () => {
    if (!listening) throw new Error('The server was not started.');
    return listening;
  };
}
