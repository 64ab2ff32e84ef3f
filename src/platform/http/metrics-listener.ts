import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isLoopback } from '../config/index.ts';

export interface MetricsListenerOptions {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** All metrics in Prometheus' text format. */
  readonly text: () => Promise<string>;
}

const type = 'text/plain; version=0.0.4; charset=utf-8';

/**
 * Answers GET /metrics on a port of its own, and nothing else. Readers at the same time share one reading, so that
 * asking often costs the product no more than asking in turn.
 */
export async function startMetricsListener(
  options: MetricsListenerOptions,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  let reading: Promise<string> | null = null;
  const read = () => {
    reading ??= options.text().finally(() => {
      reading = null;
    });
    return reading;
  };
  const server = createServer({ headersTimeout: 5_000, requestTimeout: 5_000, maxHeaderSize: 8_192 });
  server.timeout = 15_000;
  server.on('request', async (request, response) => {
    const status = statusOf(options.host, request);
    response.setHeader('cache-control', 'no-store');
    response.setHeader('x-content-type-options', 'nosniff');
    if (status !== 200) return void response.writeHead(status, { connection: 'close' }).end();
    const text = await read().catch(() => null);
    if (text === null) return void response.writeHead(500).end();
    response.writeHead(200, { 'content-type': type }).end(request.method === 'HEAD' ? undefined : text);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  // A listening TCP server's address is always an object; the string form belongs to pipes.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function statusOf(host: string, { method, url, headers }: IncomingMessage): number {
  // A page in a browser on this machine could reach the port under a name of its own that leads here (DNS rebinding).
  const asked = URL.parse(`http://${headers.host ?? ''}`)?.hostname ?? '';
  if (isLoopback(host) && !isLoopback(asked)) return 421;
  if (method !== 'GET' && method !== 'HEAD') return 405;
  return url === '/metrics' ? 200 : 404;
}
