import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What befalls a request instead of being answered as it should be. */
export interface Fault {
  /** Matched against "POST /2/tweets". */
  readonly on: RegExp;
  /**
   * `lost`: done as asked, and the answer never arrives. `hang`: nothing is done and nothing answered. `html`: a page with
   * 200, as of a proxy. `huge`: 10 MB. An address: a redirect there. An object: that answer, and nothing is done.
   */
  readonly how: 'lost' | 'hang' | 'html' | 'huge' | { readonly location: string } | Told;
  /** How many requests; one unless told. */
  readonly times?: number;
}

export interface Told {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A post as the network shows it to everybody. */
export interface SeenPost {
  readonly by: string;
  readonly text: string;
  /** The link card that came with the post; null where there is none or the network makes its own. */
  readonly card: { readonly url: string; readonly title: string; readonly hasPicture: boolean } | null;
  /** Descriptions of its pictures. */
  readonly alts: readonly string[];
  /** Its video: the bytes that came, or the address from which the network fetches it. */
  readonly video?: { readonly alt: string | null; readonly bytes?: number; readonly url?: string };
}

/** What stands at the other end of a connector's wire in tests: strict, and with a memory of what it saw. */
export interface Counterpart extends AsyncDisposable {
  /** `host:port` of everything that the connector may reach. */
  readonly places: readonly string[];
  /** A person goes through the network's pages from `url`. @returns the query of the callback */
  consent(url: string, answer?: 'yes' | 'no'): Promise<URLSearchParams>;
  /** What is public, oldest first. */
  posts(): Promise<readonly SeenPost[]>;
  /** Requests so far, as "POST /2/tweets". */
  readonly seen: readonly string[];
  befall(fault: Fault): void;
  /** Whatever was to befall befalls nobody any more. */
  calm(): void;
  /** What was uploaded and not used is thrown away, as after a day. */
  forgetMedia?(): Promise<void>;
  /** Access tokens end, as by the clock. */
  expireAccess(): Promise<void>;
  /** The person withdraws the app's rights at the network: access and refresh end. */
  withdraw(): Promise<void>;
}

export interface Front {
  readonly origin: string;
  readonly hostPort: string;
  readonly seen: string[];
  befall(fault: Fault): void;
  calm(): void;
  close(): Promise<void>;
}

/** Puts a listener on loopback, behind what is made to befall its requests. */
export async function openFront(listener: RequestListener, port = 0): Promise<Front> {
  const faults: (Fault & { left: number })[] = [];
  const seen: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((request, response) => {
    const line = `${request.method} ${new URL(request.url ?? '/', 'http://front').pathname}`;
    seen.push(line);
    const fault = faults.find((one) => one.left > 0 && one.on.test(line));
    if (!fault) return void listener(request, response);
    fault.left -= 1;
    strike(fault.how, request, response, listener);
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const taken = (server.address() as AddressInfo).port;
  return {
    origin: `http://localhost:${taken}`,
    hostPort: `localhost:${taken}`,
    seen,
    befall: (fault) => void faults.push({ ...fault, left: fault.times ?? 1 }),
    calm: () => void faults.splice(0),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function strike(how: Fault['how'], request: IncomingMessage, response: ServerResponse, listener: RequestListener) {
  if (how === 'lost') {
    // Whatever is answered goes nowhere; the connection breaks once all of it is done.
    const { socket } = request;
    response.write = () => true;
    response.end = ((..._all: unknown[]) => {
      socket.destroy();
      return response;
    }) as ServerResponse['end'];
    return void listener(request, response);
  }
  request.resume().on('end', () => {
    if (how === 'hang') return;
    if (how === 'html')
      return void response.setHeader('content-type', 'text/html').end('<h1>Sign in to the Wi-Fi</h1>');
    if (how === 'huge') return void response.end(Buffer.alloc(10_000_000, 0x20));
    if ('location' in how) return void response.writeHead(307, { location: how.location }).end();
    const { status, headers, body } = how;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body === undefined ? '' : JSON.stringify(body));
  });
}

/** A request's body, read whole. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === null ? '' : JSON.stringify(body));
}
