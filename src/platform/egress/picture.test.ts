import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPicture } from './picture.ts';
import { pictureLimits } from './picture-limits.ts';

const canvas = (width: number, height: number, alpha = 1) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 30, b: 60, alpha } } });

/** Grey noise, which no encoder can make small. */
const noise = (side: number, channels: 3 | 4) => {
  const raw = Buffer.alloc(side * side * channels);
  for (let index = 0, seed = 1; index < raw.length; index += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    raw[index] = seed >> 16;
  }
  return sharp(raw, { raw: { width: side, height: side, channels } });
};

const reasonFor = async (bytes: Uint8Array, limits = pictureLimits) => {
  const result = await readPicture(bytes, limits);
  return result.ok ? 'ok' : result.reason;
};

describe('readPicture', () => {
  it.each(['jpeg', 'png', 'webp', 'gif'] as const)('takes a %s and makes a JPEG of it', async (format) => {
    const picture = await readPicture(await canvas(60, 40).toFormat(format).toBuffer());
    expect(picture).toMatchObject({ ok: true, mime: 'image/jpeg', width: 60, height: 40 });
    expect(picture.ok && (await sharp(picture.bytes).metadata()).format).toBe('jpeg');
  });

  it('keeps transparency as PNG', async () => {
    const picture = await readPicture(await canvas(60, 40, 0.5).png().toBuffer());
    expect(picture).toMatchObject({ ok: true, mime: 'image/png' });
  });

  it('takes the first frame of an animation', async () => {
    const frames = await Promise.all([canvas(20, 20), canvas(20, 20).negate()].map((frame) => frame.png().toBuffer()));
    const animation = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 100] })
      .toBuffer();
    expect((await sharp(animation, { animated: true }).metadata()).pages).toBe(2);
    expect(await readPicture(animation)).toMatchObject({ ok: true, width: 20, height: 20 });
  });

  it('turns the picture upright and leaves no place, name or profile in it', async () => {
    const photo = await canvas(60, 40)
      .flatten()
      .jpeg()
      .withExif({ IFD0: { Copyright: 'Jane Secret' }, IFD3: { GPSLatitude: '48/1 8/1 0/1' } })
      .withIccProfile('p3')
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const picture = await readPicture(photo);
    if (!picture.ok) throw new Error(picture.reason);
    expect([picture.width, picture.height]).toEqual([40, 60]);
    expect(Buffer.from(picture.bytes).includes('Jane')).toBe(false);
    const { exif, icc, xmp, iptc, orientation } = await sharp(picture.bytes).metadata();
    expect([exif, icc, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  it('drops what rides behind or inside the picture', async () => {
    const png = await canvas(10, 10).png().toBuffer();
    const gif = Buffer.from(await canvas(10, 10).gif().toBuffer());
    for (const polyglot of [
      Buffer.concat([png, Buffer.from('<script>alert(1)</script>')]),
      Buffer.concat([await canvas(10, 10).jpeg().toBuffer(), Buffer.from('PK\x03\x04<script>')]),
      Buffer.concat([gif, Buffer.from('*/=1;<script>')]),
    ]) {
      const picture = await readPicture(polyglot);
      expect(picture.ok).toBe(true);
      expect(picture.ok && Buffer.from(picture.bytes).includes('<script>')).toBe(false);
    }
  });

  it('says of what is no picture that it is none', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1/"/></svg>';
    for (const text of [svg, `<?xml version="1.0"?>${svg}`, '<html></html>', '%PDF-1.7', 'GIF', 'PK\x03\x04', 'BM']) {
      expect([text, await reasonFor(Buffer.from(text))]).toEqual([text, 'kind']);
    }
    expect(await reasonFor(Buffer.from([]))).toBe('empty');
    const avif = await canvas(10, 10).avif().toBuffer();
    expect(await reasonFor(avif)).toBe('kind');
  });

  it('is not deceived by the first bytes alone', async () => {
    for (const head of ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'GIF89a', 'RIFF\x00\x01\x00\x00WEBP']) {
      const text = Buffer.concat([
        Buffer.from(head, 'latin1'),
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      ]);
      expect(['damaged', 'kind']).toContain(await reasonFor(text));
    }
  });

  it('refuses a picture that breaks off', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const whole = await noise(80, 3).toFormat(format).toBuffer();
      expect([format, await reasonFor(whole.subarray(0, whole.length / 2))]).toEqual([format, 'damaged']);
    }
  });

  it('refuses a file that is too long, and a small one that unfolds to too many pixels', async () => {
    expect(await reasonFor(new Uint8Array(pictureLimits.maxBytes + 1))).toBe('too_large');
    const bomb = await canvas(9_000, 9_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.byteLength).toBeLessThan(500_000);
    const before = process.memoryUsage().rss;
    expect(await reasonFor(bomb)).toBe('too_many_pixels');
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
  });

  it('scales down until both variants fit the networks', async () => {
    const limits = { ...pictureLimits, maxSide: 600, maxOutput: 90_000, maxThumb: 40_000 };
    for (const channels of [3, 4] as const) {
      const picture = await readPicture(await noise(900, channels).png().toBuffer(), limits);
      if (!picture.ok) throw new Error(picture.reason);
      expect(picture.width).toBeLessThanOrEqual(600);
      expect(picture.bytes.byteLength).toBeLessThanOrEqual(90_000);
      expect(picture.thumb.bytes.byteLength).toBeLessThanOrEqual(40_000);
    }
  });

  it('turns callers away when too many are waiting', async () => {
    const bytes = await canvas(400, 400).png().toBuffer();
    const results = await Promise.all(Array.from({ length: 30 }, () => reasonFor(bytes)));
    expect(results.filter((result) => result === 'ok')).toHaveLength(22);
    expect(results.filter((result) => result === 'busy')).toHaveLength(8);
    expect(await reasonFor(bytes)).toBe('ok');
  });
});
