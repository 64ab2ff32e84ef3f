import type { ComposerForm } from './composer-form.ts';

/** As many as a request has, its first included; no network takes more in all posts. */
export const mostPictures = 4;

export type Picture = NonNullable<ComposerForm['picture']>;

type Pictures = Pick<ComposerForm, 'picture' | 'morePictures'>;

/** All pictures of a request, in their order. */
export function picturesOf(form: Pictures): readonly Picture[] {
  return form.picture === null ? [] : [form.picture, ...form.morePictures];
}

/** The same with others in their place: the first is the one that Slack shows large. */
export function withPictures(pictures: readonly Picture[]): Pictures {
  const [first = null, ...more] = pictures;
  return { picture: first, morePictures: more.slice(0, mostPictures - 1) };
}

/** Moves a picture one place towards the front or the end. */
export function movedPicture(pictures: readonly Picture[], from: number, by: 1 | -1): readonly Picture[] {
  const moved = pictures[from];
  const to = from + by;
  if (moved === undefined || to < 0 || to >= pictures.length) return pictures;
  return pictures.toSpliced(from, 1).toSpliced(to, 0, moved);
}
