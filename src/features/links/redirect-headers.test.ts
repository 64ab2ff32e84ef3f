import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { randomId } from '../../platform/clock/index.ts';
import { type Links, openLinks } from './links.ts';

/** The security headers of a redirect, in front of which no other part of the server puts any. */
let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

async function redirected(linksUrl: string, swift: boolean): Promise<IncomingMessage['rawHeaders']> {
  const config = { linksUrl, publicUrl: 'https://coact.test', dataDir: world.folder, clicks: 'batch' } as const;
  const links: Links = await openLinks({ ...world, config, clientAddress: () => '198.51.100.1' });
  const server = createServer((request, response) => {
    const answered = swift ? links.redirect.swift(request, response) : links.redirect(request, response);
    if (!answered) response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const wanted = { requestId: randomId(), network: 'x', variant: 0, target: 'https://example.com/' };
  const made = new URL((await world.db.inOrg(world.newOrgId(), (tx) => links.create(tx, wanted))).url);
  const { port } = server.address() as AddressInfo;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, path: made.pathname, headers: { host: made.host } }, resolve).on('error', reject);
  });
  answer.resume();
  expect(answer.statusCode).toBe(302);
  server.closeAllConnections();
  server.close();
  await links.close();
  // What node:http says of the connection is not ours.
  return answer.rawHeaders.filter(
    (_value, at, all) => !/^(date|connection|keep-alive)$/i.test(all[at - (at % 2)] ?? ''),
  );
}

const usual = [
  ...['location', 'https://example.com/', 'content-length', '0', 'cache-control', 'private, no-store'],
  ...['referrer-policy', 'strict-origin-when-cross-origin', 'x-content-type-options', 'nosniff'],
  ...['x-robots-tag', 'noindex'],
];

it.each([true, false])('are few and fixed, whichever way is taken (the swift one: %s)', async (swift) => {
  expect(await redirected('http://go.coact.test', swift)).toEqual(usual);
});

it.each([true, false])('keep browsers on https where links are reached by it (the swift one: %s)', async (swift) => {
  const secure = await redirected('https://go.coact.test', swift);
  expect(secure).toEqual([...usual, 'strict-transport-security', 'max-age=63072000']);
});
