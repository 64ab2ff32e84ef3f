import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalServer, listenHttp, listenTcp } from '../../../test/support/local-server.ts';
import { createEgress } from './client.ts';
import type { Address, Resolve } from './gate.ts';
import { spellings } from './spellings.fixture.ts';

const harmless = new Set(['private_address', 'bad_url', 'dns', 'credentials']);
const limits = { maxBytes: 1_000, timeoutMs: 2_000 };
const loopback: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];

let canary: LocalServer;
beforeAll(async () => {
  const answer = (socket: { end(text: string): void }) =>
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 4\r\nconnection: close\r\n\r\nbird');
  // Both families on all interfaces, so that every spelling of this machine's own addresses would arrive.
  canary = await listenTcp(answer, '::').catch(() => listenTcp(answer, '0.0.0.0'));
});
afterAll(() => canary[Symbol.asyncDispose]());

const addressIn = (spelling: string): Address | null => {
  const host = URL.parse(`http://${spelling}/`)?.hostname.replace(/^\[|\]$/g, '');
  if (!host || !/^[\d.]+$|:/.test(host)) return null;
  return { address: host, family: host.includes(':') ? 6 : 4 };
};

describe('the way out', () => {
  it('would be open without it: an ordinary client reaches the canary', async () => {
    for (const spelling of ['127.0.0.1', '2130706433', '0x7f.1', '0'])
      await fetch(`http://${spelling}:${canary.port}/`);
    expect(canary.connections()).toBe(4);
  });

  it(`is closed for each of ${spellings.length} spellings, asked for directly`, async () => {
    const before = canary.connections();
    const egress = createEgress({ ports: [canary.port], resolve: loopback });
    for (const spelling of spellings) {
      const result = await egress.fetch(`http://${spelling}:${canary.port}/`, limits);
      expect([spelling, harmless.has(result.ok ? 'ok' : result.reason)]).toEqual([spelling, true]);
    }
    expect(spellings.length).toBeGreaterThanOrEqual(200);
    expect(canary.connections() - before).toBe(0);
    await egress.close();
  });

  it('is closed for each spelling as the target of a redirect', async () => {
    const before = canary.connections();
    await using hop = await listenHttp((request, response) => {
      const spelling = decodeURIComponent((request.url ?? '').slice(1));
      // Bytes above ASCII stand in a header as UTF-8, which undici hands on as latin1.
      response.writeHead(302, { location: Buffer.from(`http://${spelling}:${canary.port}/`).toString('latin1') }).end();
    });
    const egress = createEgress({ ports: [canary.port], allow: [hop.hostPort], resolve: loopback });
    for (const spelling of spellings) {
      const result = await egress.fetch(`${hop.origin}/${encodeURIComponent(spelling)}`, limits);
      expect([spelling, harmless.has(result.ok ? 'ok' : result.reason)]).toEqual([spelling, true]);
    }
    expect(canary.connections() - before).toBe(0);
    await egress.close();
  });

  it('is closed for names that resolve to each of them, alone or among public addresses', async () => {
    const before = canary.connections();
    const answers = spellings.map(addressIn).filter((address) => address !== null);
    expect(answers.length).toBeGreaterThanOrEqual(200);
    let answer: readonly Address[] = [];
    const egress = createEgress({ ports: [canary.port], resolve: async () => answer });
    for (const address of answers) {
      for (answer of [[address], [{ address: '93.184.216.34', family: 4 as const }, address]]) {
        const result = await egress.fetch(`http://rebind.example:${canary.port}/`, limits);
        expect([address, result.ok ? 'ok' : result.reason]).toEqual([address, 'private_address']);
      }
    }
    expect(canary.connections() - before).toBe(0);
    await egress.close();
  });

  it('connects to the address that was checked, though the name has moved on', async () => {
    const before = canary.connections();
    const asked: string[] = [];
    const dialled: unknown[] = [];
    const egress = createEgress({
      ports: [canary.port],
      // Public when it is checked, loopback ever after: DNS rebinding.
      resolve: async (host) => {
        asked.push(host);
        return [{ address: asked.length === 1 ? '93.184.216.34' : '127.0.0.1', family: 4 }];
      },
      dial: (options) => (_target, callback) => {
        const { lookup } = options as {
          lookup: (h: string, o: { all: true }, done: (e: unknown, a: unknown) => void) => void;
        };
        lookup('rebind.example', { all: true }, (_error, found) => dialled.push(found));
        callback(Object.assign(new Error('not dialled in a test'), { code: 'ECONNREFUSED' }), null);
      },
    });
    const url = `http://rebind.example:${canary.port}/`;
    expect(await egress.fetch(url, limits)).toMatchObject({ reason: 'refused' });
    expect(asked).toEqual(['rebind.example']);
    expect(dialled).toEqual([[{ address: '93.184.216.34', family: 4 }]]);
    expect(await egress.fetch(url, limits)).toMatchObject({ reason: 'private_address' });
    expect(canary.connections() - before).toBe(0);
    await egress.close();
  });

  it('opens a private address only under exactly the host and port that the operator allowed', async () => {
    const egress = createEgress({ allow: [`pds.test:${canary.port}`], resolve: loopback });
    expect(await egress.fetch(`http://pds.test:${canary.port}/`, limits)).toMatchObject({ ok: true });
    expect(await egress.fetch(`http://127.0.0.1:${canary.port}/`, limits)).toMatchObject({ reason: 'port' });
    expect(await egress.fetch('http://pds.test/', limits)).toMatchObject({ reason: 'private_address' });
    expect(await egress.fetch(`http://x.pds.test:${canary.port}/`, limits)).toMatchObject({ reason: 'port' });
    await egress.close();
  });
});
