import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, draft, type Json, openAppWorld } from '../../../../test/support/app-world.ts';

let world: AppWorld;

beforeAll(async () => {
  world = await openAppWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const canvas = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 30, b: 60, alpha: 1 } } });

async function sendForm(form: FormData): Promise<{ status: number; json: Json }> {
  const answer = await world.visit('/api/pictures', { method: 'POST', body: form });
  return { status: answer.status, json: (await answer.json()) as Json };
}

function upload(bytes: Uint8Array, name = 'photo.jpg', type = 'image/jpeg') {
  const form = new FormData();
  form.set('file', new File([Uint8Array.from(bytes)], name, { type }));
  return sendForm(form);
}

const media = (id: unknown) => world.visit(`/media/${id}`, { headers: { cookie: '' } });

describe('an uploaded picture', () => {
  it.each(['jpeg', 'png', 'webp', 'gif'] as const)(
    'of kind %s is encoded anew and served to everybody',
    async (format) => {
      const { status, json } = await upload(await canvas().toFormat(format).toBuffer(), `photo.${format}`);
      expect(status).toBe(201);
      expect(json).toMatchObject({ mime: 'image/jpeg', width: 60, height: 40 });
      expect(json.url).toBe(`http://localhost:3000/media/${json.id}`);
      const served = await media(json.id);
      const bytes = Buffer.from(await served.arrayBuffer());
      expect(bytes.byteLength).toBe(json.bytes);
      expect((await sharp(bytes).metadata()).format).toBe('jpeg');
    },
  );

  it('is served as a picture that can do nothing', async () => {
    const { json } = await upload(await canvas().png().toBuffer());
    const { status, headers } = await media(json.id);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('has lost the place and the name it was taken with, and stands upright', async () => {
    const photo = await canvas()
      .flatten()
      .jpeg()
      .withExif({ IFD0: { Copyright: 'Jane Secret' }, IFD3: { GPSLatitude: '48/1 8/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { json } = await upload(photo);
    expect(json).toMatchObject({ width: 40, height: 60 });
    const bytes = Buffer.from(await (await media(json.id)).arrayBuffer());
    expect(bytes.includes('Jane')).toBe(false);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  });

  it('is scaled to what networks take', async () => {
    const { json } = await upload(await canvas(3_000, 1_500).flatten().jpeg().toBuffer());
    expect(json).toMatchObject({ width: 2_000, height: 1_000 });
  });

  it('has an id that tells neither its time nor its neighbour', async () => {
    const bytes = await canvas().png().toBuffer();
    const ids = [(await upload(bytes)).json.id, (await upload(bytes)).json.id].map(String);
    expect(ids[0]?.slice(0, 8)).not.toBe(ids[1]?.slice(0, 8));
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  });

  it('goes with its request into Slack', async () => {
    const { json } = await upload(await canvas().png().toBuffer());
    await world.sendRequest({ ...draft, title: 'With a picture', picture: { id: json.id, alt: 'A quay' } });
    const message = world.slack.team('T1').messages.find(({ text }) => text.startsWith('With a picture'));
    expect(message?.blocks).toContainEqual(
      expect.objectContaining({ type: 'image', image_url: json.url, alt_text: 'A quay' }),
    );
  });
});

describe('a file that is no picture', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const kind = 'This is not a picture that can be used. Take a JPEG, PNG, WebP or GIF file.';
  const damaged = 'The picture is damaged or incomplete. Save it again and retry.';
  const cases: [string, () => Promise<Uint8Array>, string, string][] = [
    ['text', async () => Buffer.from('not a picture'), 'picture_kind', kind],
    ['an SVG', async () => Buffer.from(svg), 'picture_kind', kind],
    ['a page', async () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'picture_kind', kind],
    ['a PDF', async () => Buffer.from('%PDF-1.7\n%âãÏÓ'), 'picture_kind', kind],
    [
      'an SVG behind the first bytes of a PNG',
      async () => Buffer.from(`\x89PNG\r\n\x1a\n${svg}`, 'latin1'),
      'picture_damaged',
      damaged,
    ],
    [
      'half a JPEG',
      async () => (await canvas(400, 300).flatten().jpeg().toBuffer()).subarray(0, 900),
      'picture_damaged',
      damaged,
    ],
    ['half a PNG', async () => (await canvas(400, 300).png().toBuffer()).subarray(0, 100), 'picture_damaged', damaged],
    ['an empty file', async () => new Uint8Array(), 'picture_empty', 'The file is empty.'],
  ];
  it.each(cases)('%s is refused with a sentence', async (_, make, code, sentence) => {
    expect(await upload(await make())).toMatchObject({
      status: 422,
      json: { code, detail: sentence, fields: { picture: sentence } },
    });
  });

  it('a picture of too many pixels is refused before it is unfolded', async () => {
    const bomb = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: 'red' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.byteLength).toBeLessThan(1_000_000);
    expect(await upload(bomb)).toMatchObject({ status: 422, json: { code: 'picture_too_many_pixels' } });
  });

  it.each([8.5, 12])('one of %d MB is too large', async (megabytes) => {
    const answer = await upload(new Uint8Array(megabytes * 1024 * 1024));
    expect(answer).toMatchObject({ status: 413, json: { code: 'too_large' } });
    expect(String(answer.json.detail)).toMatch(/\.$/);
  });
});

describe('a form that is not as it should be', () => {
  const sentence = 'Choose one picture file.';

  it('lacks the file', async () => {
    expect(await sendForm(new FormData())).toMatchObject({ status: 422, json: { fields: { file: sentence } } });
  });

  it('has it under another name, as text, or twice', async () => {
    const other = new FormData();
    other.set(
      'picture',
      new File(
        [await canvas().png().toBuffer()].map((b) => Uint8Array.from(b)),
        'a.png',
      ),
    );
    const text = new FormData();
    text.set('file', 'words');
    const twice = new FormData();
    for (const name of ['a.png', 'b.png']) twice.append('file', new File([new Uint8Array(9)], name));
    for (const form of [other, text, twice]) {
      expect(await sendForm(form)).toMatchObject({ status: 422, json: { detail: sentence } });
    }
  });

  it.each([
    ['application/json', '{}'],
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=x', 'no part'],
    ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\ncut'],
    ['text/plain', 'words'],
    ['application/x-www-form-urlencoded', 'file=words'],
  ])('is no form at all: %s', async (type, body) => {
    const answer = await world.visit('/api/pictures', { method: 'POST', headers: { 'content-type': type }, body });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('/media', () => {
  it.each(['aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '1', '%00', '..%2f..%2fetc%2fpasswd', 'null', "'"])(
    'has nothing under %s',
    async (id) => {
      const answer = await media(id);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: 'not_found' });
    },
  );
});
