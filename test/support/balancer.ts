import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** A load balancer as operators have one: round robin over the processes that say that they are ready. It never tries a second time. */
export interface Balancer extends AsyncDisposable {
  readonly port: number;
  /** Ports that requests go to just now. */
  ready(): readonly number[];
}

/** How often it asks /readyz. Milliseconds. */
const everyMs = 150;

/** @param ports of the processes, running or not */
export async function openBalancer(ports: readonly number[]): Promise<Balancer> {
  const agents = new Map(ports.map((port) => [port, new Agent({ keepAlive: true, maxFreeSockets: 16 })]));
  const probing = new Agent({ keepAlive: false });
  let ready: readonly number[] = [];
  let turn = 0;
  let open = true;
  const look = async () => {
    while (open) {
      const states = await Promise.all(ports.map((port) => isReady(port, probing)));
      ready = ports.filter((_, index) => states[index]);
      await pause(everyMs);
    }
  };
  const server = createServer((incoming, outgoing) => {
    turn += 1;
    // Tests may ask for one process.
    const wanted = Number(incoming.headers['x-to']);
    const port = ports.includes(wanted) ? wanted : ready[turn % Math.max(1, ready.length)];
    if (port === undefined) return void outgoing.writeHead(503).end();
    pass(incoming, outgoing, port, agents.get(port));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const looking = look();
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    ready: () => ready,
    [Symbol.asyncDispose]: async () => {
      open = false;
      await looking;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      for (const agent of [...agents.values(), probing]) agent.destroy();
    },
  };
}

function pass(incoming: IncomingMessage, outgoing: ServerResponse, port: number, agent: Agent | undefined): void {
  // The tests' clients say whom they pretend to be, so that many people can come from one machine.
  const client = incoming.headers['x-client'] ?? incoming.socket.remoteAddress ?? '';
  const headers = { ...incoming.headers, 'x-forwarded-for': String(client) };
  const { connection: _, ...passed } = headers;
  const onward = request({ port, agent, method: incoming.method, path: incoming.url, headers: passed }, (answer) => {
    const { connection: __, ...given } = answer.headers;
    outgoing.writeHead(answer.statusCode ?? 502, { ...given, 'x-upstream': String(port) });
    answer.pipe(outgoing);
    answer.on('error', () => outgoing.destroy());
  });
  onward.on('error', (error) => {
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(502, { 'content-type': 'text/plain' }).end(`${port} ${error.message}`);
  });
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}

function isReady(port: number, agent: Agent): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = request({ port, path: '/readyz', agent, timeout: 2_000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    probe.on('timeout', () => probe.destroy());
    probe.on('error', () => resolve(false));
    probe.end();
  });
}
