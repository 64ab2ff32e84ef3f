/** How a film for tests differs from a good one. */
export interface FilmOptions {
  readonly seconds?: number;
  readonly width?: number;
  readonly height?: number;
  /** Kinds of the sample entries. @default avc1, mp4a */
  readonly picture?: string;
  readonly sound?: string | null;
  /** What the descriptor of the sound says; 0x40 is AAC, 0x6b MP3. */
  readonly soundObject?: number;
  readonly brand?: string;
  /** Bytes of its media, so that a film can be as heavy as wanted. */
  readonly mediaBytes?: number;
  readonly turned?: boolean;
  readonly fragmented?: boolean;
}

const u8 = (...values: number[]) => Uint8Array.from(values);
function u32(...values: number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  for (const [index, value] of values.entries()) new DataView(bytes.buffer).setUint32(index * 4, value);
  return bytes;
}
const u16 = (...values: number[]) => u8(...values.flatMap((value) => [value >> 8, value & 255]));
const zeros = (count: number) => new Uint8Array(count);
const letters = (text: string) => new TextEncoder().encode(text);

/** A box of ISO/IEC 14496-12: its length, its kind, its content. */
export function box(kind: string, ...content: readonly Uint8Array[]): Uint8Array {
  const inside = Buffer.concat(content);
  return Buffer.concat([u32(inside.length + 8), letters(kind), inside]);
}

const upright = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
const onItsSide = u32(0, 0x10000, 0, 0xffff0000, 0, 0, 0, 0, 0x40000000);

/** A baseline H.264 set-up of 16 by 16 points, written by hand: profile 66, level 1.0, one sequence and one picture set. */
const avcC = box(
  'avcC',
  u8(1, 66, 0xc0, 10, 0xff, 0xe1),
  ...[u16(7), u8(0x67, 0x42, 0xc0, 0x0a, 0xda, 0x7b, 0x90)],
  ...[u8(1), u16(4), u8(0x68, 0xce, 0x38, 0x80)],
);

function pictureEntry({ picture = 'avc1', width = 16, height = 16 }: FilmOptions): Uint8Array {
  const fixed = [zeros(6), u16(1), zeros(16), u16(width, height), u32(0x480000, 0x480000, 0), u16(1), zeros(32)];
  return box(picture, ...fixed, u16(24, 0xffff), avcC);
}

function soundEntry(kind: string, object: number): Uint8Array {
  const decoder = Buffer.concat([u8(4, 17, object, 0x15), zeros(11), u8(5, 2, 0x12, 0x10)]);
  const esds = box('esds', u32(0), u8(3, decoder.length + 6), u16(1), u8(0), decoder, u8(6, 1, 2));
  return box(kind, zeros(6), u16(1), zeros(8), u16(2, 16, 0, 0), u32(44_100 * 65_536), esds);
}

interface Track {
  readonly id: number;
  readonly handler: string;
  readonly entry: Uint8Array;
  readonly offset: number;
  readonly size: number;
}

function trackOf(track: Track, options: FilmOptions): Uint8Array {
  const { seconds = 2, width = 16, height = 16, turned = false } = options;
  const duration = Math.round(seconds * 1000);
  const isPicture = track.handler === 'vide';
  const shown = isPicture ? u32(width * 65_536, height * 65_536) : u32(0, 0);
  const matrix = turned && isPicture ? onItsSide : upright;
  const tkhd = box('tkhd', u32(3, 0, 0, track.id, 0, duration), zeros(16), matrix, shown);
  const media = isPicture ? box('vmhd', u32(1, 0, 0)) : box('smhd', u32(0, 0));
  const table = box(
    'stbl',
    box('stsd', u32(0, 1), track.entry),
    box('stts', u32(0, 1, 1, duration)),
    box('stsc', u32(0, 1, 1, 1, 1)),
    box('stsz', u32(0, 0, 1, track.size)),
    box('stco', u32(0, 1, track.offset)),
  );
  const mdia = box(
    'mdia',
    box('mdhd', u32(0, 0, 0, 1000, duration), u16(0x55c4, 0)),
    box('hdlr', u32(0, 0), letters(track.handler), zeros(13)),
    box('minf', media, box('dinf', box('dref', u32(0, 1), box('url ', u32(1)))), table),
  );
  return box('trak', tkhd, mdia);
}

/** A film of one picture and a little sound as an MP4, its boxes written here one by one. */
export function tinyMp4(options: FilmOptions = {}): Uint8Array<ArrayBuffer> {
  const { seconds = 2, sound = 'mp4a', soundObject = 0x40, brand = 'isom', mediaBytes = 64 } = options;
  const ftyp = box('ftyp', letters(brand), u32(512), letters(brand));
  const half = Math.floor(mediaBytes / 2);
  const from = ftyp.length + 8;
  const tracks: Track[] = [{ id: 1, handler: 'vide', entry: pictureEntry(options), offset: from, size: half }];
  if (sound !== null)
    tracks.push({ id: 2, handler: 'soun', entry: soundEntry(sound, soundObject), offset: from + half, size: half });
  const mvhd = box(
    'mvhd',
    u32(0, 0, 0, 1000, Math.round(seconds * 1000), 0x10000, 0x01000000, 0, 0),
    upright,
    zeros(24),
    u32(3),
  );
  const fragments = options.fragmented ? [box('mvex', box('trex', u32(0, 1, 1, 0, 0, 0)))] : [];
  const moov = box('moov', mvhd, ...tracks.map((track) => trackOf(track, options)), ...fragments);
  const media = new Uint8Array(mediaBytes).map((_, index) => index % 251);
  return Uint8Array.from(Buffer.concat([ftyp, box('mdat', media), moov]));
}
