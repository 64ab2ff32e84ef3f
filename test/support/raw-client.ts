import { connect, createServer } from 'node:net';

/**
 * Sends bytes as they are and returns everything that came back until the server closed or `waitMs` were over.
 * @param after `end` also closes our sending side, so that the server need not wait for more
 */
export function askRaw(
  port: number,
  bytes: string | Uint8Array,
  waitMs = 5_000,
  after: 'stay' | 'end' = 'stay',
): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      if (after === 'end') socket.end(bytes);
      else if (bytes.length > 0) socket.write(bytes);
    });
    const chunks: Buffer[] = [];
    const done = () => resolve(Buffer.concat(chunks).toString('latin1'));
    const timer = setTimeout(() => socket.destroy(), waitMs);
    socket.on('data', (chunk) => chunks.push(Buffer.from(chunk)));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') reject(error);
    });
    socket.on('close', () => {
      clearTimeout(timer);
      done();
    });
  });
}

/** The status codes of all answers in a raw exchange. */
export function statusesOf(answer: string): number[] {
  return [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((match) => Number(match[1]));
}

/** A free port on loopback, for servers whose own address is part of their configuration. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
