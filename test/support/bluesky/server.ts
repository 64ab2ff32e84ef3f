import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the server process is told when it starts. `clientHost` says where an https client host really listens. */
export interface ServerOrders {
  readonly folder: string;
  readonly pdsPort: number;
  readonly plcPort: number;
  readonly clientHost?: { readonly origin: string; readonly listensAt: string };
}

export interface BlueskyAccount {
  readonly did: string;
  readonly handle: string;
  readonly password: string;
}

export interface BlueskyServer extends AsyncDisposable {
  readonly pdsUrl: string;
  readonly plcUrl: string;
  /** `host:port` of both, for an egress that otherwise opens public addresses only. */
  readonly places: readonly string[];
  /** Makes an account `<name>.test` on the server. */
  addAccount(name: string): Promise<BlueskyAccount>;
  /** Runs `work` while the server hangs: connections are accepted by the kernel and nothing comes back. */
  whileDown(work: () => Promise<void>): Promise<void>;
}

/**
 * Starts a real PDS with its PLC directory on free loopback ports, data in a temporary folder. Takes some seconds:
 * one per test file. Disposing ends the process and removes the folder.
 */
export async function startBluesky(options: { clientHost?: ServerOrders['clientHost'] } = {}): Promise<BlueskyServer> {
  const folder = await mkdtemp(join(tmpdir(), 'coact-pds-'));
  const [pdsPort, plcPort] = [await freePort(), await freePort()];
  const orders: ServerOrders = { folder, pdsPort, plcPort, ...options };
  const child = fork(new URL('./server-process.ts', import.meta.url), [JSON.stringify(orders)], {
    env: { ...process.env, LOG_ENABLED: 'false', NODE_ENV: 'test' },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const complaints: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`the Bluesky server ended with ${code}: ${complaints.join('')}`)));
  });
  const pdsUrl = `http://localhost:${pdsPort}`;
  return {
    pdsUrl,
    plcUrl: `http://localhost:${plcPort}`,
    places: [`localhost:${pdsPort}`, `localhost:${plcPort}`],
    addAccount: (name) => createAccount(pdsUrl, name),
    whileDown: async (work) => {
      child.kill('SIGSTOP');
      await work().finally(() => child.kill('SIGCONT'));
    },
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function createAccount(pdsUrl: string, name: string): Promise<BlueskyAccount> {
  const account = { handle: `${name}.test`, email: `${name}@example.com`, password: `secret of ${name}` };
  const response = await fetch(`${pdsUrl}/xrpc/com.atproto.server.createAccount`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  });
  const answer = (await response.json()) as { did?: string };
  if (!answer.did) throw new Error(`account ${name} was refused: ${JSON.stringify(answer)}`);
  return { did: answer.did, handle: account.handle, password: account.password };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
