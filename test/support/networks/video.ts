import type { Video } from '../../../src/features/networks/index.ts';
import { type FilmOptions, tinyMp4 } from '../tiny-mp4.ts';

/** A film as connectors get it. */
export function videoOf(options: FilmOptions & { readonly alt?: string; readonly url?: string } = {}): Video {
  const { alt = 'A crane lifts a boat', url = 'https://coact.example/media/videos/1', ...film } = options;
  const { seconds = 5, width = 16, height = 16 } = film;
  const bytes = tinyMp4({ ...film, seconds, width, height });
  return {
    ...{ size: bytes.length, width, height, milliseconds: seconds * 1000, alt, url },
    read: async (from, to) => bytes.slice(from, to),
  };
}
