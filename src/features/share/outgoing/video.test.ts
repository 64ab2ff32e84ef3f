import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AppWorld, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import { type BlueskyAccount, type BlueskyServer, startBluesky } from '../../../../test/support/bluesky/server.ts';
import { tinyMp4 } from '../../../../test/support/tiny-mp4.ts';
import { uploadVideo } from '../../../../test/support/upload-video.ts';

/** A request's video on the whole product, with a real Bluesky server at its end. */
let bluesky: BlueskyServer;
let world: AppWorld;
let ana: BlueskyAccount;
/** What the network answers in place of the server, by path; null lets it through. */
let instead: ((path: string) => Response | null) | null = null;
const sent: string[] = [];

beforeAll(async () => {
  bluesky = await startBluesky();
  world = await openAppWorld(bluesky);
  ana = await bluesky.addAccount('ana');
  world.network = (request) => {
    const { pathname } = new URL(request.url);
    sent.push(pathname);
    const answer = instead?.(pathname) ?? null;
    return answer && Promise.resolve(answer);
  };
  await world.click('U2', 'share.connect_home', 'bluesky');
  await world.connect('U2', ana);
});
afterAll(async () => {
  await world?.[Symbol.asyncDispose]();
  await bluesky?.[Symbol.asyncDispose]();
});

const draft: Json = {
  link: 'https://harbour.example/porto',
  slackText: 'Tell your friends',
  networks: { bluesky: { variants: ['We open in Porto!'] }, facebook: { variants: ['We open in Porto!'] } },
  editPolicy: 'free',
  channelId: 'C1',
  preview: { title: 'Porto', description: 'A new harbour', pictureId: null },
};

async function openWithVideo(title: string, seconds = 5): Promise<void> {
  const { json } = await uploadVideo(world, tinyMp4({ seconds, width: 320, height: 180 }));
  const id = await world.sendRequest({ ...draft, title, video: { id: json.id, alt: 'A crane at work' } });
  await world.click('U2', 'share.open.bluesky', id);
}

async function embedsOf(start: string): Promise<unknown[]> {
  const query = new URLSearchParams({ repo: ana.did, collection: 'app.bsky.feed.post' });
  const answer = await fetch(`${bluesky.pdsUrl}/xrpc/com.atproto.repo.listRecords?${query}`);
  const { records } = (await answer.json()) as { records: { value: { text: string; embed: unknown } }[] };
  return records.filter(({ value }) => value.text.startsWith(start)).map(({ value }) => value.embed);
}

it('goes with the post, and the window says so before', async () => {
  await openWithVideo('With a video');
  expect(world.window('U2')).toContain('▶ Your post carries the video');
  await world.post('U2', 'Look at this crane');
  await world.work();
  expect(await embedsOf('Look at this crane')).toMatchObject([
    { $type: 'app.bsky.embed.video', alt: 'A crane at work', aspectRatio: { width: 320, height: 180 } },
  ]);
});

it('too long for the network, it is left out, said in the window and in the preview', async () => {
  await openWithVideo('With a long video', 200);
  expect(world.window('U2')).toContain('it takes videos of up to 3 minutes. The post goes without it.');
  await world.post('U2', 'A crane at length');
  await world.work();
  expect(await embedsOf('A crane at length')).toMatchObject([{ $type: 'app.bsky.embed.external' }]);
});

it('stays uploaded while the post waits, and is posted once', async () => {
  await openWithVideo('With patience');
  await world.post('U2', 'A patient crane');
  sent.length = 0;
  instead = (path) => (path.endsWith('createRecord') ? Response.json({ error: 'RateLimit' }, { status: 429 }) : null);
  await world.work();
  expect(await embedsOf('A patient crane')).toEqual([]);
  instead = null;
  for (let tries = 0; tries < 5 && (await embedsOf('A patient crane')).length === 0; tries += 1) {
    world.clock.advance(120_000);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await world.work();
  }
  expect(sent.filter((path) => path.endsWith('uploadBlob'))).toHaveLength(1);
});

it('is told of network by network where a publisher looks at the draft', async () => {
  const { json } = await uploadVideo(world, tinyMp4({ seconds: 5 }));
  const video = { id: json.id, alt: 'A crane at work' };
  const rendered = await world.ask('POST', '/api/requests/render', { ...draft, title: 'Look', video });
  const { bluesky: own, facebook } = rendered.json.networks as Record<string, Json[]>;
  expect(own?.[0]).toMatchObject({ video: { url: json.url, alt: 'A crane at work' }, videoNote: null });
  expect(facebook?.[0]).toMatchObject({
    video: null,
    videoNote: expect.stringMatching(/^Video is not posted on Facebook: .+ The post goes without it\.$/),
  });
  const offer = await world.ask('GET', '/api/networks');
  expect(offer.json).toMatchObject({ video: { bytes: 100_000_000, seconds: 600 } });
});
