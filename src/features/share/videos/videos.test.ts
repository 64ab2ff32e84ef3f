import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, draft, openAppWorld } from '../../../../test/support/app-world.ts';
import { tinyMp4 } from '../../../../test/support/tiny-mp4.ts';
import { sendPart, uploadVideo } from '../../../../test/support/upload-video.ts';
import { orgId, sql } from '../../../platform/db/index.ts';
import { partBytes } from './store.ts';
import { sweepUnusedVideos } from './sweep.ts';

let world: AppWorld;
let org: ReturnType<typeof orgId>;

beforeAll(async () => {
  world = await openAppWorld();
  org = orgId(String((await world.ask('GET', '/api/organisation')).json.id));
});
afterAll(() => world[Symbol.asyncDispose]());

const big = tinyMp4({ seconds: 9, width: 640, height: 360, mediaBytes: 2 * partBytes + 1_000 });
const media = (id: unknown, headers: Record<string, string> = {}) =>
  world.visit(`/media/videos/${id}`, { headers: { cookie: '', ...headers } });
const partsKept = async () => {
  const { rows } = await world.db.inOrg(org, (tx) =>
    sql<{ count: number }>`select count(*)::int as count from video_parts`.execute(tx.on()),
  );
  return rows[0]?.count ?? 0;
};

describe('an uploaded video', () => {
  it('is kept in parts and served whole, byte by byte as it came', async () => {
    const { status, json } = await uploadVideo(world, big);
    expect(status).toBe(200);
    expect(json).toMatchObject({ bytes: big.length, width: 640, height: 360, seconds: 9 });
    expect(await partsKept()).toBe(3);
    const served = await media(json.id);
    expect(served.status).toBe(200);
    expect(Buffer.compare(Buffer.from(await served.arrayBuffer()), Buffer.from(big))).toBe(0);
    expect(Object.fromEntries(served.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(big.length),
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  it('is served in stretches, as players ask for it', async () => {
    const { json } = await uploadVideo(world, big);
    for (const [from, to] of [
      [0, 1],
      [partBytes - 3, partBytes + 5],
      [big.length - 10, big.length],
    ] as const) {
      const served = await media(json.id, { range: `bytes=${from}-${to - 1}` });
      expect(served.status).toBe(206);
      expect(served.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/${big.length}`);
      expect([...new Uint8Array(await served.arrayBuffer())]).toEqual([...big.subarray(from, to)]);
    }
    const open = await media(json.id, { range: 'bytes=0-' });
    expect((await open.arrayBuffer()).byteLength).toBe(2 * partBytes);
    expect((await media(json.id, { range: `bytes=${big.length}-` })).status).toBe(416);
  });

  it('is recorded, and stands in what a request shows', async () => {
    const { json } = await uploadVideo(world, tinyMp4());
    const made = await world.ask('POST', '/api/requests', { ...draft, video: { id: json.id, alt: 'A crane' } });
    const shown = await world.ask('GET', `/api/requests/${made.json.id}`);
    expect(shown.json.video).toMatchObject({ id: json.id, alt: 'A crane', url: json.url, seconds: 2, stillUrl: null });
    const { json: log } = await world.ask('GET', '/api/audit');
    expect(JSON.stringify(log)).toContain('share.video_uploaded');
  });

  it('goes with its still into Slack, which says that it is a video and where', async () => {
    const { json } = await uploadVideo(world, tinyMp4());
    await world.sendRequest({ ...draft, title: 'With a video', video: { id: json.id, alt: 'A crane at work' } });
    const message = world.slack.team('T1').messages.find(({ text }) => text.startsWith('With a video'));
    expect(JSON.stringify(message?.blocks)).toContain(`▶ *Video* · <${json.url}|Watch it>`);
  });

  it('needs a description, and has to be there still', async () => {
    const { json } = await uploadVideo(world, tinyMp4());
    const made = await world.ask('POST', '/api/requests', { ...draft, video: { id: json.id, alt: '' } });
    const refused = await world.ask('POST', `/api/requests/${made.json.id}/send`, {});
    expect(refused.json.fields).toMatchObject({ 'video.alt': expect.stringContaining('Describe the video') });
    const gone = await world.ask('POST', '/api/requests', {
      ...draft,
      video: { id: crypto.randomUUID(), alt: 'A crane' },
    });
    const missing = await world.ask('POST', `/api/requests/${gone.json.id}/send`, {});
    expect(missing.json.fields).toMatchObject({ video: expect.stringContaining('not there any more') });
  });
});

describe('a file that networks would refuse', () => {
  it.each([
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n and so on, and on', 'latin1'), 'video_kind'],
    ['H.265', tinyMp4({ picture: 'hev1' }), 'video_codec'],
    ['half a film', tinyMp4({ mediaBytes: 4_000 }).subarray(0, 2_000), 'video_incomplete'],
    ['more than ten minutes', tinyMp4({ seconds: 601 }), 'video_too_long'],
  ])('%s is refused in words, and nothing of it stays', async (_, bytes, code) => {
    const before = await partsKept();
    expect(await uploadVideo(world, bytes)).toMatchObject({
      status: 422,
      json: { code, fields: { video: expect.stringMatching(/\.$/) } },
    });
    expect(await partsKept()).toBe(before);
  });

  it('is refused by its size before anything is sent', async () => {
    expect(await world.ask('POST', '/api/videos', { bytes: 100_000_001 })).toMatchObject({
      status: 413,
      json: { code: 'video_too_large', detail: 'This video is larger than 100 MB. Export a smaller one.' },
    });
    expect(await world.ask('POST', '/api/videos', { bytes: 0 })).toMatchObject({
      status: 422,
      json: { code: 'video_empty' },
    });
  });
});

describe('an upload', () => {
  it('takes each part in its size only, a repeated one once, and none after its end', async () => {
    const film = tinyMp4();
    const { json } = await world.ask('POST', '/api/videos', { bytes: film.length });
    expect(await sendPart(world, json.id, 0, film.subarray(1))).toMatchObject({ json: { code: 'video_part_size' } });
    expect(await sendPart(world, json.id, 1, film)).toMatchObject({ json: { code: 'video_part_size' } });
    expect(await world.ask('POST', `/api/videos/${json.id}/finish`)).toMatchObject({
      json: { code: 'video_parts_missing' },
    });
    for (const _ of [1, 2]) expect((await sendPart(world, json.id, 0, film)).status).toBe(204);
    expect((await media(json.id)).status).toBe(404);
    expect((await world.ask('POST', `/api/videos/${json.id}/finish`)).status).toBe(200);
    expect((await world.ask('POST', `/api/videos/${json.id}/finish`)).status).toBe(200);
    expect(await sendPart(world, json.id, 0, film)).toMatchObject({ json: { code: 'video_finished' } });
  });

  it('can be called off, but not once a request has its video', async () => {
    const { json } = await uploadVideo(world, tinyMp4());
    const made = await world.ask('POST', '/api/requests', { ...draft, video: { id: json.id, alt: 'A crane' } });
    expect(await world.ask('DELETE', `/api/videos/${json.id}`)).toMatchObject({ json: { code: 'video_used' } });
    await world.ask('DELETE', `/api/requests/${made.json.id}`);
    expect((await world.ask('DELETE', `/api/videos/${json.id}`)).status).toBe(204);
    expect((await media(json.id)).status).toBe(404);
  });

  it('that nobody came back to is swept away after a day, and what a request has stays', async () => {
    const unused = (await uploadVideo(world, tinyMp4())).json;
    const used = (await uploadVideo(world, tinyMp4())).json;
    await world.ask('POST', '/api/requests', { ...draft, video: { id: used.id, alt: 'A crane' } });
    const sweep = () => sweepUnusedVideos(world, async () => [org]);
    expect(await sweep()).toBe(0);
    world.clock.advance(25 * 3_600_000);
    expect(await sweep()).toBeGreaterThan(0);
    expect((await media(unused.id)).status).toBe(404);
    expect((await media(used.id)).status).toBe(200);
  });
});
