import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lengthWords, limitWords, refuseVideo, uploadVideo } from './video-upload.ts';

const limits = { bytes: 100_000_000, seconds: 600 };
const film = new File([new Uint8Array(5)], 'a.mp4', { type: 'video/mp4' });
const done = { id: 'v1', url: '/media/videos/v1', bytes: 5, seconds: 2, width: 16, height: 16 };

/** What was asked for, as "PUT /api/videos/v1/parts 1:2". */
let asked: string[];
let answers: (line: string) => Response | Error;

beforeEach(() => {
  asked = [];
  answers = () => Response.json(done);
  vi.stubGlobal('fetch', async (path: string, { method, body, signal }: RequestInit) => {
    signal?.throwIfAborted();
    const form = body instanceof FormData ? ` ${body.get('part')}:${(body.get('file') as File).size}` : '';
    const line = `${method} ${path}${form}`;
    asked.push(line);
    if (line === 'POST /api/videos') return Response.json({ id: 'v1', partBytes: 2 }, { status: 201 });
    const answer = answers(line);
    if (answer instanceof Error) throw answer;
    return answer;
  });
});
afterEach(() => vi.unstubAllGlobals());

const start = (signal = new AbortController().signal, onProgress: (share: number) => void = () => undefined) =>
  uploadVideo(film, { onProgress, signal });

it('sends a video part by part, tells how far it is, and has it checked', async () => {
  const shares: number[] = [];
  expect(await start(undefined, (share) => shares.push(share))).toEqual(done);
  expect(shares).toEqual([0.4, 0.8, 1]);
  expect(asked).toEqual([
    'POST /api/videos',
    'PUT /api/videos/v1/parts 0:2',
    'PUT /api/videos/v1/parts 1:2',
    'PUT /api/videos/v1/parts 2:1',
    'POST /api/videos/v1/finish',
  ]);
});

it('sends a part again whose connection broke', async () => {
  let broken = 1;
  answers = (line) => {
    if (!line.includes('1:2') || broken === 0) return Response.json(done);
    broken -= 1;
    return new TypeError('failed');
  };
  await start();
  expect(asked.filter((line) => line.endsWith('1:2'))).toHaveLength(2);
});

it('called off, it takes away what is at the server; refused, that is gone already', async () => {
  const going = new AbortController();
  answers = () => {
    going.abort();
    return Response.json(done);
  };
  await expect(start(going.signal)).rejects.toThrow();
  expect(asked.at(-1)).toBe('DELETE /api/videos/v1');
  answers = (line) =>
    line.endsWith('finish')
      ? Response.json({ code: 'video_codec', detail: 'Not H.264.' }, { status: 422 })
      : Response.json(done);
  await expect(start()).rejects.toThrow('Not H.264.');
  expect(asked.at(-1)).toBe('POST /api/videos/v1/finish');
});

it('refuses before sending what can’t be used', () => {
  expect(refuseVideo({ type: 'video/mp4', size: 5 }, limits)).toBeNull();
  expect(refuseVideo({ type: 'video/quicktime', size: 5 }, limits)).toContain('MP4');
  expect(refuseVideo({ type: 'video/mp4', size: 0 }, limits)).toBe('The file is empty.');
  expect(refuseVideo({ type: 'video/mp4', size: 100_000_001 }, limits)).toContain('larger than 100 MB');
});

it('says limits and lengths in words', () => {
  expect(limitWords(limits)).toBe('100 MB and 10 minutes');
  expect(limitWords({ bytes: 5_500_000, seconds: 90 })).toBe('5 MB and 90 seconds');
  expect([0.2, 7, 90, 750].map(lengthWords)).toEqual(['0:01', '0:07', '1:30', '12:30']);
});
