/** What a network takes of a video. */
export interface VideoLimits {
  readonly bytes: number;
  readonly seconds: number;
  readonly leastSeconds?: number;
  /** Whether the network fetches it by itself, from an address that anybody may open. */
  readonly fetched?: boolean;
}

/** A film to go with a post: MP4 with H.264, and AAC sound or none. */
export interface Video {
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly milliseconds: number;
  readonly alt: string;
  /** Where anybody may fetch it, for networks that take videos in no other way. */
  readonly url?: string;
  /** A stretch of it; it is never in memory whole unless a network's interface wants it so. */
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
}

type Known = Pick<Video, 'size' | 'milliseconds' | 'url'>;

/** Why a network does not take a video, as half a sentence; null when it does. */
export function videoRefusal(limits: VideoLimits | undefined, video: Known): string | null {
  if (limits === undefined) return 'Coact can’t post videos there';
  const { bytes, seconds, leastSeconds = 0, fetched = false } = limits;
  if (video.size > bytes) return `it takes videos of up to ${Math.floor(bytes / 1_000_000)} MB`;
  if (video.milliseconds > seconds * 1000) return `it takes videos of up to ${durationWords(seconds)}`;
  if (video.milliseconds < leastSeconds * 1000) return `it takes videos of at least ${durationWords(leastSeconds)}`;
  if (fetched && video.url === undefined)
    return 'it fetches videos from a public https address, which Coact has none of here';
  return null;
}

/** "140 seconds", "10 minutes". */
export function durationWords(seconds: number): string {
  if (seconds < 120 || seconds % 60 !== 0) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return `${seconds / 60} minutes`;
}

/** All of a video at once, in pieces of a bearable size. */
async function wholeOf(video: Video): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(video.size);
  const piece = 4 * 1024 * 1024;
  for (let at = 0; at < video.size; at += piece) {
    whole.set(await video.read(at, Math.min(at + piece, video.size)), at);
  }
  return whole;
}

const line: { last: Promise<unknown> } = { last: Promise.resolve() };

/**
 * For interfaces that take a video in one request only: one at a time in a process, so that ten shares at once don't hold
 * ten films in memory.
 */
export function withWhole<Result>(
  video: Video,
  send: (bytes: Uint8Array<ArrayBuffer>) => Promise<Result>,
): Promise<Result> {
  const turn = line.last.then(async () => send(await wholeOf(video)));
  line.last = turn.catch(() => undefined);
  return turn;
}
