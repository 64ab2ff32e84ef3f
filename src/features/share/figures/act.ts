/** What an employee did about a request. A composer that was opened is no post: whether one followed can't be known there. */
export const acts = ['share', 'composer', 'like', 'reshare', 'comment'] as const;
export type Act = (typeof acts)[number];

/** What a request asks for: posts, or acts on a post that exists. */
export function actsAsked(draft: { readonly engagement?: object | null | undefined }): readonly Act[] {
  return draft.engagement ? ['like', 'reshare', 'comment'] : ['share'];
}

/** The row of a release that carries its employees; the other rows carry what they did. */
export const everyone = '*';

/**
 * What a row of a release counts: its network's name stands alone for posts and before a point for everything else, as in
 * `facebook.composer`. Null for acts of a version to come, which no report of this one can name.
 */
export function actOf(name: string): { readonly network: string; readonly act: Act } | null {
  const point = name.indexOf('.');
  if (point === -1) return { network: name, act: 'share' };
  const act = acts.find((one) => one === name.slice(point + 1));
  return act === undefined ? null : { network: name.slice(0, point), act };
}
