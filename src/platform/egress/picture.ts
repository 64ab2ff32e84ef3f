import sharp, { type Sharp } from 'sharp';
import { type PictureLimits, type PictureRefusal, pictureLimits, refusePicture } from './picture-limits.ts';
import { createQueue } from './queue.ts';

/** A picture that we encoded ourselves: nothing of the original file is left but what can be seen. */
export interface CleanPicture {
  readonly bytes: Uint8Array;
  readonly mime: 'image/jpeg' | 'image/png';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface ReadPicture extends CleanPicture {
  readonly ok: true;
  /** The same, small enough for the thumb of a link card. */
  readonly thumb: CleanPicture;
}

// libvips could also read SVG (which fetches and scripts), PDF, HEIF and a dozen more; with their loaders blocked no disguise reaches them.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif'],
});
sharp.cache(false);

const kinds: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'gif']);

/** Two at a time: a 40-megapixel picture takes up to 160 MB while it is decoded. */
const queue = createQueue({ atOnce: 2, waiting: 20 });

/**
 * Decodes a picture and encodes it anew.
 *
 * In: a file of unknown origin. Out: a clean JPEG (or a PNG where there is transparency) turned upright, scaled to fit, with all
 * metadata gone (places, names, colour profiles applied), and a smaller variant; or a refusal. Of an animation the first frame is taken.
 * Whatever else hides in the file (script after the picture, a second format) is not in the pixels and so not in the result.
 */
export const readPicture = async (
  bytes: Uint8Array,
  limits: PictureLimits = pictureLimits,
): Promise<ReadPicture | PictureRefusal> => {
  if (bytes.byteLength === 0) return refusePicture('empty');
  if (bytes.byteLength > limits.maxBytes) return refusePicture('too_large');
  if (!looksLikePicture(bytes)) return refusePicture('kind');
  return (await queue(() => decode(bytes, limits))) ?? refusePicture('busy');
};

/** First bytes of the four kinds. libvips sniffs too; asking first keeps everything else away from its parsers. */
const looksLikePicture = (bytes: Uint8Array): boolean => {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return (
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('\x89PNG\r\n\x1a\n') ||
    /^GIF8[79]a/.test(head) ||
    (head.startsWith('RIFF') && head.endsWith('WEBP'))
  );
};

const decode = async (bytes: Uint8Array, limits: PictureLimits): Promise<ReadPicture | PictureRefusal> => {
  try {
    const source = sharp(bytes, { failOn: 'error', limitInputPixels: limits.maxPixels, pages: 1 });
    const { format, hasAlpha, width, height } = await source.metadata();
    if (!format || !kinds.has(format)) return refusePicture('kind');
    if (width * height > limits.maxPixels) return refusePicture('too_many_pixels');
    const upright = await source
      .timeout({ seconds: limits.seconds })
      .autoOrient()
      .resize(limits.maxSide, limits.maxSide, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width: w, height: h, channels } = upright.info;
    const pixels = () => sharp(upright.data, { raw: { width: w, height: h, channels } });
    const shown = hasAlpha && !(await pixels().stats()).isOpaque;
    const clean = await encodeWithin(pixels, w, shown, limits.maxOutput, limits.seconds);
    const thumb =
      clean.bytes.byteLength <= limits.maxThumb
        ? clean
        : await encodeWithin(pixels, w, shown, limits.maxThumb, limits.seconds);
    return { ok: true, ...clean, thumb };
  } catch (error) {
    return refusePicture(reasonOf(error));
  }
};

/** Qualities and scales tried in turn; the last is far below any limit in use (500 pixels at quality 60). */
const attempts = [
  { quality: 86, scale: 1 },
  { quality: 76, scale: 1 },
  { quality: 70, scale: 0.7 },
  { quality: 66, scale: 0.5 },
  { quality: 60, scale: 0.25 },
] as const;

const encodeWithin = async (
  pixels: () => Sharp,
  width: number,
  transparent: boolean,
  most: number,
  seconds: number,
): Promise<CleanPicture> => {
  for (const [index, { quality, scale }] of attempts.entries()) {
    const scaled = pixels()
      .timeout({ seconds })
      .resize(Math.max(1, Math.round(width * scale)));
    const encoded = transparent
      ? scaled.png({ compressionLevel: 9 })
      : scaled.flatten({ background: '#ffffff' }).jpeg({ quality, mozjpeg: true });
    const { data: bytes, info: size } = await encoded.toBuffer({ resolveWithObject: true });
    if (bytes.byteLength > most && index < attempts.length - 1) continue;
    return { bytes, mime: transparent ? 'image/png' : 'image/jpeg', width: size.width, height: size.height };
  }
  throw new Error('the list of attempts is empty');
};

/** sharp has no error codes; these are the words of libvips 8.18. */
const reasonOf = (error: unknown) => {
  const words = error instanceof Error ? error.message : '';
  if (/pixel limit/i.test(words)) return 'too_many_pixels';
  if (/timeout/i.test(words)) return 'timeout';
  if (/unsupported image format|unsupported/i.test(words)) return 'kind';
  return 'damaged';
};
