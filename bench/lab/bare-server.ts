import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What everything is compared with: node:http that answers 302 to a fixed address, and nothing else. */
const server = createServer((_request, response) => {
  response.writeHead(302, { location: 'https://example.com/post?utm_source=coact', 'content-length': 0 }).end();
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  process.stdout.write(`ready at ${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
});
