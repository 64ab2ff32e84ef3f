import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BlueskyAccount, type BlueskyServer, startBluesky } from '../../../../test/support/bluesky/server.ts';
import { consentAt } from '../../../../test/support/bluesky/sign-in.ts';
import { videoOf } from '../../../../test/support/networks/video.ts';
import { postPlace } from '../../../../test/support/post-place.ts';
import { createEgress, type Egress } from '../../../platform/egress/index.ts';
import type { Post } from '../network.ts';
import { type Bluesky, createBluesky } from './bluesky.ts';

let server: BlueskyServer;
let egress: Egress;
let alice: BlueskyAccount;
let network: Bluesky;
let session: string;
/** Paths of what the connector sent, and what befalls the next of a kind. */
const sent: string[] = [];
let befalls: ((path: string) => Response | null) | null = null;

beforeAll(async () => {
  server = await startBluesky();
  egress = createEgress({ allow: server.places });
  alice = await server.addAccount('alice');
  const watched: typeof fetch = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : String(input));
    sent.push(pathname);
    return befalls?.(pathname) ?? egress.fetchFn(input, init);
  };
  network = await createBluesky({
    ...{ publicUrl: 'http://localhost:3000', clientKey: null, plcUrl: server.plcUrl, handleResolver: server.pdsUrl },
    ...{ appViewUrl: 'http://127.0.0.1:1', webUrl: 'https://bsky.test', serverUrl: server.pdsUrl },
    ...{ fetch: watched, timeoutMs: 20_000 },
  });
  const started = await network.authorize({});
  if (started.kind !== 'go') throw new Error(started.sentence);
  const back = await consentAt(started.url, alice);
  const connection = await network.finish(back.searchParams, started.memory);
  if (connection.kind !== 'connected') throw new Error(JSON.stringify(connection));
  session = connection.session.session;
});
afterAll(async () => {
  await egress?.close();
  await server?.[Symbol.asyncDispose]();
});

const uploads = () => sent.filter((path) => path.endsWith('uploadBlob')).length;
const film = videoOf({ mediaBytes: 300_000, width: 640, height: 360 });
const post: Post = { text: 'A crane https://go.example/l/1', writtenAt: new Date(), video: film };
const newKey = () => network.recordKey(new Date(), Math.random());

async function embedOf(key: string): Promise<unknown> {
  const query = new URLSearchParams({ repo: alice.did, collection: 'app.bsky.feed.post', rkey: key });
  const response = await fetch(`${server.pdsUrl}/xrpc/com.atproto.repo.getRecord?${query}`);
  return ((await response.json()) as { value?: { embed?: unknown } }).value?.embed;
}

describe('a video on a real Bluesky server', () => {
  it('goes whole, with its description and its shape', async () => {
    const key = newKey();
    expect(await network.post(session, post, postPlace(key))).toMatchObject({ kind: 'posted' });
    expect(await embedOf(key)).toMatchObject({
      $type: 'app.bsky.embed.video',
      video: { mimeType: 'video/mp4', size: film.size },
      alt: 'A crane lifts a boat',
      aspectRatio: { width: 640, height: 360 },
    });
  });

  it('is uploaded once and posted once when the process ends between the two', async () => {
    const key = newKey();
    const before = uploads();
    let memory = '';
    const remember = async (kept: string) => {
      memory = kept;
      throw new Error('the process ended');
    };
    await expect(network.post(session, post, postPlace(key, { remember }))).rejects.toThrow('ended');
    expect(await embedOf(key)).toBeUndefined();
    const again = postPlace(key, { memory, repeated: true });
    expect((await network.post(session, post, again)).kind).toBe('posted');
    expect(uploads() - before).toBe(1);
    expect(await embedOf(key)).toMatchObject({ $type: 'app.bsky.embed.video' });
  });

  it('is uploaded again when the server has thrown the first one away', async () => {
    const key = newKey();
    let memory: string | null = JSON.stringify({
      video: {
        $type: 'blob',
        ref: { $link: 'bafkreiabq2s4kzr6qfudafkgmsyqqmn2o6oxlc4sa7o6wn5qmbeqcvbqaa' },
        mimeType: 'video/mp4',
        size: film.size,
      },
    });
    const remember = async (kept: string) => {
      memory = kept;
    };
    expect((await network.post(session, post, postPlace(key, { memory, remember }))).kind).toBe('later');
    expect((await network.post(session, post, postPlace(key, { memory, remember }))).kind).toBe('posted');
  });

  it('that is too large for the account’s server is refused in words', async () => {
    befalls = (path) =>
      path.endsWith('uploadBlob')
        ? Response.json({ error: 'PayloadTooLarge', message: 'request entity too large' }, { status: 413 })
        : null;
    const key = newKey();
    expect(await network.post(session, post, postPlace(key))).toMatchObject({
      kind: 'rejected',
      reason: 'video_too_big',
      sentence: expect.stringContaining('Nothing was posted'),
    });
    befalls = null;
    expect(await embedOf(key)).toBeUndefined();
  });
});
