/**
 * A real Bluesky server (PDS) and the directory it needs (PLC), in a process of their own: both change globals
 * that tests should not share, and a test may kill them the way an outage does.
 */
import { mkdirSync } from 'node:fs';
import { Secp256k1Keypair } from '@atproto/crypto';
import { PDS } from '@atproto/pds';
import plc from '@did-plc/server';
import type { ServerOrders } from './server.ts';

const orders: ServerOrders = JSON.parse(process.argv[2] ?? '{}');

if (orders.clientHost) {
  // Client metadata must come over https without a port; no test machine can offer that, so that one host is carried
  // to where the test listens. Everything else goes where it says.
  const { origin, listensAt } = orders.clientHost;
  const plainFetch = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    return request.url.startsWith(`${origin}/`)
      ? plainFetch(request.url.replace(origin, listensAt), { headers: request.headers, redirect: 'error' })
      : plainFetch(request);
  };
}

const directory = plc.PlcServer.create({ db: plc.Database.mock(), port: orders.plcPort });
await directory.start();

mkdirSync(`${orders.folder}/blobs`, { recursive: true });
const rotationKey = await Secp256k1Keypair.create({ exportable: true });
const server = await PDS.fromEnv({
  devMode: true,
  port: orders.pdsPort,
  hostname: 'localhost',
  dataDirectory: orders.folder,
  blobstoreDiskLocation: `${orders.folder}/blobs`,
  recoveryDidKey: (await Secp256k1Keypair.create()).did(),
  adminPassword: 'practice',
  jwtSecret: 'practice',
  serviceHandleDomains: ['.test'],
  didPlcUrl: `http://localhost:${orders.plcPort}`,
  inviteRequired: false,
  disableSsrfProtection: true,
  rateLimitsEnabled: false,
  bskyAppViewUrl: 'https://appview.invalid',
  bskyAppViewDid: 'did:example:invalid',
  modServiceUrl: 'https://moderator.invalid',
  modServiceDid: 'did:example:invalid',
  plcRotationKeyK256PrivateKeyHex: Buffer.from(await rotationKey.export()).toString('hex'),
});
await server.start();
process.send?.('ready');
process.on('disconnect', () => process.exit(0));
