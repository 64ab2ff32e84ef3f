import { type Box, BrokenBox, LoadedBox, type ReadBytes, topBoxes } from './mp4-boxes.ts';

/** What a film is, as its container says; nothing of it was decoded. */
export interface Film {
  readonly width: number;
  readonly height: number;
  readonly milliseconds: number;
}

export type ReadFilm =
  | { readonly ok: true; readonly film: Film }
  | { readonly ok: false; readonly reason: string; readonly sentence: string };

const refusals = {
  empty: 'The file is empty.',
  kind: 'This is not an MP4 file. Export the video as MP4 (H.264 with AAC sound) and upload it again.',
  quicktime: 'This is a QuickTime film. Export the video as MP4 (H.264 with AAC sound) and upload it again.',
  incomplete: 'The video is damaged or incomplete. Export it again and retry.',
  no_moov: 'The video has no index (“moov”), as when a recording broke off. Export it again and retry.',
  fragmented: 'The video is an MP4 in fragments, as for streaming. Export it as an ordinary MP4 file.',
  no_picture: 'There is no moving picture in this file.',
  codec: 'The picture of this video is not H.264, and networks would refuse it. Export it as MP4 with H.264.',
  sound: 'The sound of this video is not AAC, and networks would refuse it. Export it as MP4 with AAC sound.',
  tracks: 'This video has more than one picture or sound track. Export it with one of each.',
} as const;

/** An index of an hour of film takes a few megabytes. */
const mostIndexBytes = 24 * 1024 * 1024;

class Refused extends Error {
  readonly reason: keyof typeof refusals;

  constructor(reason: keyof typeof refusals) {
    super(reason);
    this.reason = reason;
  }
}

/** Reads an MP4 by its boxes: H.264 picture, AAC sound or none, all of it there. The name of the file plays no part. */
export async function readMp4(read: ReadBytes, size: number): Promise<ReadFilm> {
  try {
    return { ok: true, film: await filmOf(read, size) };
  } catch (error) {
    const reason = error instanceof Refused ? error.reason : 'incomplete';
    if (!(error instanceof Refused || error instanceof BrokenBox)) throw error;
    return { ok: false, reason, sentence: refusals[reason] };
  }
}

async function filmOf(read: ReadBytes, size: number): Promise<Film> {
  if (size === 0) throw new Refused('empty');
  await checkKind(read, size);
  const boxes = await topBoxes(read, size);
  const moov = boxes.find(({ kind }) => kind === 'moov');
  if (moov === undefined) throw new Refused('no_moov');
  if (moov.to - moov.from > mostIndexBytes) throw new BrokenBox();
  if (boxes.some(({ kind }) => kind === 'moof')) throw new Refused('fragmented');
  const index = new LoadedBox(await read(moov.from, moov.to));
  if (index.find('mvex') !== null) throw new Refused('fragmented');
  const media = boxes.filter(({ kind }) => kind === 'mdat');
  const tracks = index.children().filter(({ kind }) => kind === 'trak');
  const ofKind = (kind: string) => tracks.filter(({ box }) => box.need('mdia', 'hdlr').name(8) === kind);
  const [pictures, sounds] = [ofKind('vide'), ofKind('soun')];
  const [picture] = pictures;
  if (picture === undefined) throw new Refused('no_picture');
  if (pictures.length > 1 || sounds.length > 1) throw new Refused('tracks');
  checkPicture(picture.box);
  for (const { box } of sounds) checkSound(box);
  for (const { box } of [...pictures, ...sounds]) checkSamples(box, media);
  const { duration, scale } = timesOf(index.need('mvhd'));
  if (scale === 0 || duration === 0) throw new BrokenBox();
  return { ...sizeOf(picture.box.need('tkhd')), milliseconds: Math.round((duration * 1000) / scale) };
}

/** `ftyp` first, with a brand of the MP4 family (mp4ra.org/registered-types/brands). */
async function checkKind(read: ReadBytes, size: number): Promise<void> {
  const head = new LoadedBox(await read(0, Math.min(size, 4096)));
  if (head.bytes.length < 16 || head.name(4) !== 'ftyp') throw new Refused('kind');
  const end = Math.min(head.uint32(0), head.bytes.length);
  const brands: string[] = [head.name(8)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(head.name(at));
  if (brands[0] === 'qt  ') throw new Refused('quicktime');
  if (!brands.some((brand) => /^(iso[m2-9]|mp4[12]|avc1|M4V |MSNV)$/.test(brand))) throw new Refused('kind');
}

/** The one sample entry of a track. */
function entryOf(track: LoadedBox): { kind: string; box: LoadedBox } {
  const [entry, ...others] = track.need('mdia', 'minf', 'stbl', 'stsd').children(8);
  if (entry === undefined) throw new BrokenBox();
  if (others.length > 0) throw new Refused('tracks');
  return entry;
}

function checkPicture(track: LoadedBox): void {
  const { kind, box } = entryOf(track);
  if (kind !== 'avc1' && kind !== 'avc3') throw new Refused('codec');
  // A visual sample entry is 78 bytes, then its boxes (14496-12, 12.1.3); avcC is the decoder's set-up (14496-15, 5.3.3).
  const setUp = box.children(78).find((child) => child.kind === 'avcC');
  if (setUp?.box.uint8(0) !== 1) throw new BrokenBox();
}

function checkSound(track: LoadedBox): void {
  const { kind, box } = entryOf(track);
  if (kind !== 'mp4a') throw new Refused('sound');
  // An audio sample entry is 28 bytes, then its boxes (14496-12, 12.2.3).
  const described = box.children(28).find((child) => child.kind === 'esds');
  if (described === undefined) throw new BrokenBox();
  const object = objectTypeOf(described.box);
  // MPEG-4 audio, and AAC as MPEG-2 names it (14496-1, table 5).
  if (object !== 0x40 && !(object >= 0x66 && object <= 0x68)) throw new Refused('sound');
}

/** The kind of sound in an elementary stream descriptor (14496-1, 7.2.6.5): ES descriptor, then its decoder's. */
function objectTypeOf(box: LoadedBox): number {
  let at = 4;
  const enter = (tag: number) => {
    if (box.uint8(at) !== tag) throw new BrokenBox();
    at += 1;
    // A length of one to four bytes, of which all but the last have the highest bit.
    for (let left = 4; left > 0 && box.uint8(at) >= 0x80; left -= 1) at += 1;
    at += 1;
  };
  enter(0x03);
  const flags = box.uint8(at + 2);
  at += 3 + (flags & 0x80 ? 2 : 0) + (flags & 0x40 ? box.uint8(at + 3) + 1 : 0) + (flags & 0x20 ? 2 : 0);
  enter(0x04);
  return box.uint8(at);
}

/** Whether there is something to show, and all chunks lie in the file's media. */
function checkSamples(track: LoadedBox, media: readonly Box[]): void {
  const table = track.need('mdia', 'minf', 'stbl');
  const sizes = table.find('stsz') ?? table.need('stz2');
  const short = table.find('stco');
  const offsets = short ?? table.need('co64');
  const count = offsets.uint32(4);
  const width = short === null ? 8 : 4;
  if (sizes.uint32(8) === 0 || count === 0 || 8 + count * width > offsets.bytes.length) throw new BrokenBox();
  for (let chunk = 0; chunk < count; chunk += 1) {
    const at = width === 8 ? offsets.uint64(8 + chunk * 8) : offsets.uint32(8 + chunk * 4);
    if (!media.some(({ from, to }) => at >= from && at < to)) throw new BrokenBox();
  }
}

function timesOf(header: LoadedBox): { duration: number; scale: number } {
  if (header.uint8(0) === 1) return { scale: header.uint32(20), duration: header.uint64(24) };
  return { scale: header.uint32(12), duration: header.uint32(16) };
}

/** Width and height as they are shown: a film taken upright lies on its side in the file, with a matrix to turn it. */
function sizeOf(header: LoadedBox): { width: number; height: number } {
  const at = header.uint8(0) === 1 ? 52 : 40;
  const width = header.uint32(at + 36) >>> 16;
  const height = header.uint32(at + 40) >>> 16;
  if (width === 0 || height === 0) throw new BrokenBox();
  const turned = header.uint32(at) === 0 && header.uint32(at + 4) !== 0;
  return turned ? { width: height, height: width } : { width, height };
}
