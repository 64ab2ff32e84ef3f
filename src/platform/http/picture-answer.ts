import type { Context } from 'hono';

/** How long a browser may keep a picture without asking again. */
export type PictureKeeping = 'asks-again' | 'for-good';

const headersOf: Readonly<Record<PictureKeeping, Readonly<Record<string, string>>>> = {
  // The browser alone may keep it, and asks again whether it still may be shown.
  'asks-again': { 'cache-control': 'private, no-cache' },
  // Other sites' servers load it, under an address that never means another picture.
  'for-good': {
    'cache-control': 'public, max-age=31536000, immutable',
    'cross-origin-resource-policy': 'cross-origin',
  },
};

/** A picture as the answer: shown as what it is and nothing else, so that no file of somebody's runs as a page of ours. */
export function pictureAnswer(
  c: Context,
  picture: { readonly mime: string; readonly bytes: Uint8Array },
  keeping: PictureKeeping,
): Response {
  return c.body(Uint8Array.from(picture.bytes), 200, {
    'content-type': picture.mime,
    'content-disposition': 'inline',
    'content-security-policy': "default-src 'none'; sandbox",
    ...headersOf[keeping],
  });
}
