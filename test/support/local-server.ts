import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';

/** A server on loopback for one test. Close it with `await using`. */
export interface LocalServer extends AsyncDisposable {
  readonly port: number;
  /** `127.0.0.1:port`, the form that EGRESS_ALLOW takes. */
  readonly hostPort: string;
  readonly origin: string;
  /** Connections accepted so far. */
  connections(): number;
}

/** An HTTP server, or an HTTPS one when `tls` is given. */
export const listenHttp = (answer: RequestListener, tls?: ServerOptions): Promise<LocalServer> =>
  listen(tls ? createTlsServer(tls, answer) : createServer(answer), tls ? 'https' : 'http', '127.0.0.1');

/** A bare TCP server, for peers that do not keep to HTTP. `host` `::` takes IPv4 and IPv6 on every interface. */
export const listenTcp = (onSocket: (socket: Socket) => void, host = '127.0.0.1'): Promise<LocalServer> =>
  listen(createTcpServer(onSocket), 'http', host);

const listen = async (server: Server, scheme: string, host: string): Promise<LocalServer> => {
  const sockets = new Set<Socket>();
  let count = 0;
  server.on('connection', (socket: Socket) => {
    count += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    hostPort: `127.0.0.1:${port}`,
    origin: `${scheme}://127.0.0.1:${port}`,
    connections: () => count,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
