import { describe, expect, it } from 'vitest';
import { box, tinyMp4 } from '../../../../test/support/tiny-mp4.ts';
import { readMp4 } from './mp4.ts';

const readBytes = (bytes: Uint8Array) =>
  readMp4((from, to) => Promise.resolve(Uint8Array.from(bytes.subarray(from, to))), bytes.length);
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A film with the first box of a kind called something else. */
function renamed(kind: string, as: string): Uint8Array {
  const film = tinyMp4();
  film.set(bytesOf(as), Buffer.from(film).indexOf(kind));
  return film;
}

describe('an MP4', () => {
  it('tells its size and duration', async () => {
    expect(await readBytes(tinyMp4({ seconds: 12.5, width: 640, height: 360 }))).toEqual({
      ok: true,
      film: { width: 640, height: 360, milliseconds: 12_500 },
    });
  });

  it('may be without sound, and upright', async () => {
    const film = tinyMp4({ sound: null, width: 640, height: 360, turned: true });
    expect(await readBytes(film)).toMatchObject({ ok: true, film: { width: 360, height: 640 } });
  });

  it('may have its index before or behind its media, and other boxes around', async () => {
    expect((await readBytes(Buffer.concat([tinyMp4(), box('free', new Uint8Array(40))]))).ok).toBe(true);
  });
});

describe('a file that is no film for networks', () => {
  const cases: [string, Uint8Array, string][] = [
    ['nothing', new Uint8Array(), 'empty'],
    ['text', bytesOf('not a film, but long enough to be one'), 'kind'],
    ['a renamed picture', Buffer.from('\x89PNG\r\n\x1a\n and so on and so on', 'latin1'), 'kind'],
    ['a renamed Matroska', Buffer.from('\x1a\x45\xdf\xa3 and so on and so on and on', 'latin1'), 'kind'],
    ['an HEIC picture', tinyMp4({ brand: 'heic' }), 'kind'],
    ['a QuickTime film', tinyMp4({ brand: 'qt  ' }), 'quicktime'],
    ['a film with H.265', tinyMp4({ picture: 'hvc1' }), 'codec'],
    ['a film with AV1', tinyMp4({ picture: 'av01' }), 'codec'],
    ['a film with Opus', tinyMp4({ sound: 'Opus' }), 'sound'],
    ['a film with MP3', tinyMp4({ soundObject: 0x6b }), 'sound'],
    ['fragments', tinyMp4({ fragmented: true }), 'fragmented'],
    ['fragments without more', Buffer.concat([tinyMp4(), box('moof')]), 'fragmented'],
    ['no index', renamed('moov', 'free'), 'no_moov'],
    ['no media', renamed('mdat', 'free'), 'incomplete'],
    ['no picture', renamed('vide', 'meta'), 'no_picture'],
    ['no set-up of the decoder', renamed('avcC', 'free'), 'incomplete'],
    ['no sample table', renamed('stsz', 'free'), 'incomplete'],
    ['no duration', tinyMp4({ seconds: 0 }), 'incomplete'],
    ['no extent', tinyMp4({ width: 0 }), 'incomplete'],
    ['two pictures', renamed('soun', 'vide'), 'tracks'],
  ];
  it.each(cases)('%s is refused', async (_, bytes, reason) => {
    expect(await readBytes(bytes)).toMatchObject({ ok: false, reason, sentence: expect.stringMatching(/\.$/) });
  });

  it('cut anywhere, it is refused and nothing breaks', async () => {
    const film = tinyMp4();
    for (let length = 0; length < film.length; length += 7) {
      expect((await readBytes(film.subarray(0, length))).ok).toBe(false);
    }
  });

  it('with any byte of its boxes changed, it is read or refused, in little time', async () => {
    const film = tinyMp4();
    for (let at = 0; at < film.length; at += 1) {
      for (const value of [0, 1, 0x7f, 0xff]) {
        const changed = Uint8Array.from(film);
        changed[at] = value;
        expect(typeof (await readBytes(changed)).ok).toBe('boolean');
      }
    }
  });
});
