/** Bounds of one picture, in and out. */
export interface PictureLimits {
  /** Largest file taken in, bytes. */
  readonly maxBytes: number;
  /** Most pixels of the decoded picture: a file of a few kB can unfold to gigabytes. */
  readonly maxPixels: number;
  /** Longest side of what comes out, pixels. */
  readonly maxSide: number;
  /** Largest clean picture, bytes. */
  readonly maxOutput: number;
  /** Largest variant for link cards, bytes. */
  readonly maxThumb: number;
  /** Time for one decode and encode, seconds (whole ones, as libvips counts). */
  readonly seconds: number;
}

/** Bluesky takes 2,000,000 bytes for an image and 1,000,000 for the thumb of a link card (app.bsky.embed lexicons). */
export const pictureLimits: PictureLimits = {
  maxBytes: 8 * 1024 * 1024,
  maxPixels: 40_000_000,
  maxSide: 2_000,
  maxOutput: 2_000_000,
  maxThumb: 1_000_000,
  seconds: 10,
};

const sentences = {
  empty: 'The file is empty.',
  too_large: 'The picture is too large. It may have 8 MB at most.',
  kind: 'This is not a picture that can be used. Take a JPEG, PNG, WebP or GIF file.',
  too_many_pixels: 'The picture has too many pixels. Scale it down to 40 megapixels or less.',
  damaged: 'The picture is damaged or incomplete. Save it again and retry.',
  timeout: 'The picture takes too long to process. Save it in a simpler form and retry.',
  busy: 'Too many pictures are being processed at the moment. Try again in a minute.',
} as const;

export type PictureReason = keyof typeof sentences;

/** An unusable picture: a code, and one sentence for the person. */
export interface PictureRefusal {
  readonly ok: false;
  readonly reason: PictureReason;
  readonly sentence: string;
}

export const refusePicture = (reason: PictureReason): PictureRefusal => ({
  ok: false,
  reason,
  sentence: sentences[reason],
});
