import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type BlueskyAccount, ensureAccounts } from './bluesky-accounts.ts';
import { startDirectory } from './plc.ts';
import { bindApp, type Ports } from './ports.ts';

/** A record as it stands on the server: app.bsky.feed.post. */
export interface Post {
  readonly uri: string;
  readonly cid: string;
  readonly value: PostRecord;
}

const blob = z.looseObject({ ref: z.object({ $link: z.string() }), mimeType: z.string(), size: z.number() });
const postRecord = z.looseObject({
  text: z.string(),
  createdAt: z.string(),
  langs: z.array(z.string()).optional(),
  facets: z
    .array(
      z.looseObject({
        index: z.object({ byteStart: z.number(), byteEnd: z.number() }),
        features: z.array(z.looseObject({ $type: z.string(), uri: z.string().optional(), tag: z.string().optional() })),
      }),
    )
    .optional(),
  embed: z
    .looseObject({
      $type: z.string(),
      external: z
        .looseObject({ uri: z.string(), title: z.string(), description: z.string(), thumb: blob.optional() })
        .optional(),
      images: z.array(z.looseObject({ alt: z.string(), image: blob })).optional(),
    })
    .optional(),
});
export type PostRecord = z.infer<typeof postRecord>;
const listing = z.object({ records: z.array(z.object({ uri: z.string(), cid: z.string(), value: postRecord })) });

export interface Bluesky {
  /** The server's address (PDS); also resolves the practice handles. */
  readonly url: string;
  readonly plcUrl: string;
  readonly accounts: readonly BlueskyAccount[];
  /** The posts of one account, newest first, read from the server as anybody may. */
  posts(handle: string): Promise<readonly Post[]>;
  close(): Promise<void>;
}

/**
 * Starts a real Bluesky server (PDS) with its own directory (PLC) and an account for each employee who has one.
 * `folder` keeps accounts and posts over a restart; it must belong to the same port, which stands in every account.
 */
export async function startBluesky(options: { readonly ports: Ports; readonly folder: string }): Promise<Bluesky> {
  const { ports } = options;
  const folder = join(options.folder, `bluesky-${ports.pds}`);
  mkdirSync(join(folder, 'blobs'), { recursive: true });
  const plc = await startDirectory({ port: ports.plc, file: join(folder, 'directory.jsonl') });
  // Read when the module is loaded, hence the late import; the server's own log would drown ours.
  process.env.LOG_ENABLED ??= 'false';
  const { PDS } = await import('@atproto/pds');
  const keys = await readKeys(join(folder, 'keys.json'));
  const pds = await PDS.fromEnv({
    devMode: true,
    port: ports.pds,
    hostname: 'localhost',
    dataDirectory: folder,
    blobstoreDiskLocation: join(folder, 'blobs'),
    recoveryDidKey: keys.recoveryDid,
    adminPassword: keys.secret,
    jwtSecret: keys.secret,
    dpopSecret: keys.dpopSecret,
    serviceName: 'Bluesky (practice)',
    serviceHandleDomains: ['.test'],
    didPlcUrl: plc.url,
    inviteRequired: false,
    disableSsrfProtection: true,
    bskyAppViewUrl: 'https://appview.invalid',
    bskyAppViewDid: 'did:example:invalid',
    modServiceUrl: 'https://moderator.invalid',
    modServiceDid: 'did:example:invalid',
    plcRotationKeyK256PrivateKeyHex: keys.rotationKey,
  });
  const door = bindApp(pds.app, ports.pds);
  await pds.start();
  const doors = await door();
  const url = `http://localhost:${ports.pds}`;
  const accounts = await ensureAccounts(url);
  return {
    url,
    plcUrl: plc.url,
    accounts,
    posts: async (handle) => {
      const account = accounts.find((each) => each.handle === handle);
      const repo = account?.did ?? handle;
      const query = new URLSearchParams({ repo, collection: 'app.bsky.feed.post', limit: '100' });
      const response = await fetch(`${url}/xrpc/com.atproto.repo.listRecords?${query}`);
      if (!response.ok) throw new Error(`The Bluesky server answered ${response.status} for ${handle}.`);
      return listing.parse(await response.json()).records;
    },
    close: async () => {
      await pds.destroy();
      await doors.close();
      await plc.close();
    },
  };
}

const keyFile = z.object({
  rotationKey: z.string(),
  recoveryDid: z.string(),
  secret: z.string(),
  dpopSecret: z.string(),
});

async function readKeys(file: string): Promise<z.infer<typeof keyFile>> {
  if (existsSync(file)) return keyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const { Secp256k1Keypair } = await import('@atproto/crypto');
  const rotation = await Secp256k1Keypair.create({ exportable: true });
  const keys = {
    rotationKey: Buffer.from(await rotation.export()).toString('hex'),
    recoveryDid: (await Secp256k1Keypair.create()).did(),
    secret: randomBytes(16).toString('hex'),
    dpopSecret: randomBytes(32).toString('hex'),
  };
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}
