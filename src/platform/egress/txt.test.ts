import { createSocket, type Socket } from 'node:dgram';
import { afterEach, describe, expect, it } from 'vitest';
import { txtReader } from './txt.ts';

/** Answers of a server as bytes (RFC 1035, section 4). */
type Reply = { readonly code: number; readonly texts?: readonly (readonly string[])[] } | 'silence';

let socket: Socket | null = null;
afterEach(() => {
  socket?.close();
  socket = null;
});

async function serve(reply: Reply): Promise<string> {
  const server = createSocket('udp4');
  socket = server;
  server.on('message', (question, from) => {
    if (reply === 'silence') return;
    const records = (reply.texts ?? []).map((parts) => {
      const data = Buffer.concat(parts.map((part) => Buffer.concat([Buffer.from([part.length]), Buffer.from(part)])));
      // A pointer to the name in the question, type TXT, class IN, 60 s.
      const head = Buffer.from([0xc0, 0x0c, 0, 16, 0, 1, 0, 0, 0, 60, data.length >> 8, data.length & 255]);
      return Buffer.concat([head, data]);
    });
    const header = Buffer.from([question[0] ?? 0, question[1] ?? 0, 0x81, 0x80 | reply.code, 0, 1]);
    const counts = Buffer.from([0, records.length, 0, 0, 0, 0]);
    const end = question.indexOf(0, 12) + 5;
    server.send(Buffer.concat([header, counts, question.subarray(12, end), ...records]), from.port, from.address);
  });
  await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve));
  return `127.0.0.1:${server.address().port}`;
}

const ask = async (reply: Reply) =>
  txtReader({ servers: [await serve(reply)], timeoutMs: 200, tries: 1 })('_coact.go.harbour.example');

describe('the texts at a name', () => {
  it('are all that its server gives, long ones in one piece', async () => {
    expect(await ask({ code: 0, texts: [['v=spf1 -all'], ['coact-', 'abc']] })).toEqual({
      kind: 'found',
      values: ['v=spf1 -all', 'coact-abc'],
    });
  });

  it.each([
    ['the name exists without texts', { code: 0 }, 'none'],
    ['there is no such name', { code: 3 }, 'none'],
    ['the server has failed', { code: 2 }, 'unreachable'],
    ['the server refuses to say', { code: 5 }, 'unreachable'],
    ['the server says nothing', 'silence', 'unreachable'],
  ] as const)('when %s', async (_name, reply, kind) => {
    expect(await ask(reply)).toEqual({ kind });
  });
});
