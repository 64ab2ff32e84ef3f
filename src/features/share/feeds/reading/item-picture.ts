interface Medium {
  readonly url?: unknown;
  readonly type?: string;
  readonly medium?: string;
}

interface Shown {
  readonly contents?: readonly Medium[];
  readonly thumbnails?: readonly { readonly url?: unknown }[];
}

/** As much of Media RSS as shows a picture. */
export interface MediaParts extends Shown {
  readonly groups?: readonly Shown[];
}

/** The address of the picture that Media RSS names: the thing itself before its small one. */
export function pictureOfMedia(media: MediaParts | undefined): string | undefined {
  const places = media === undefined ? [] : [media, ...(media.groups ?? [])];
  const pictures = places.flatMap(({ contents = [] }) => contents.filter(isPicture));
  const small = places.flatMap(({ thumbnails = [] }) => thumbnails);
  return [...pictures, ...small].map(({ url }) => url).find((url) => typeof url === 'string');
}

function isPicture({ medium, type, url }: Medium): boolean {
  if (medium !== undefined) return medium === 'image';
  if (type !== undefined) return type.startsWith('image/');
  return typeof url === 'string' && /\.(?:jpe?g|png|webp|gif)(?:$|\?)/i.test(url);
}

/** The address of the first picture in a piece of HTML. */
export function firstPicture(html: string | undefined): string | undefined {
  for (const [tag] of (html ?? '').slice(0, 50_000).matchAll(/<img\s[^>]{1,2000}>/gi)) {
    const found = /\bsrc\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s"'>]+))/i.exec(tag)?.slice(1).find(Boolean);
    // Measuring pixels of one by one are no pictures, nor is what lies in the text itself.
    const measures = /\b(?:width|height)\s*=\s*["']?1["'\s>]/i.test(tag);
    if (found !== undefined && !measures && !found.startsWith('data:')) return found.replaceAll('&amp;', '&');
  }
  return undefined;
}
