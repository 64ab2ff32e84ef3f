import { chainStart, hashEntry, hex, type StoredEntry } from './entry.ts';

/** How far a chain has been followed: the number and the hash of its last good entry. */
export type Followed = { readonly seq: number; readonly hash: Uint8Array };

export const unfollowed: Followed = { seq: 0, hash: chainStart };

/**
 * What is wrong where a chain breaks. `missing`: the entry that should stand here does not. `changed`: it is not what
 * was written. `cut`: entries after here are gone. `unsealed`: the sealed end is missing, forged or can't be opened, or
 * entries follow that it does not know. `head`: a head that was kept or noted down says otherwise.
 */
export type BreakReason = 'missing' | 'changed' | 'cut' | 'unsealed' | 'head';

/** The next entry of an organisation's chain: where it leads, or why it does not follow. */
export function follow(
  orgId: string,
  { seq, hash }: Followed,
  next: StoredEntry,
): Followed | Extract<BreakReason, 'missing' | 'changed'> {
  if (next.seq !== seq + 1) return 'missing';
  if (!next.exact || hex(next.previous) !== hex(hash)) return 'changed';
  if (hex(hashEntry({ ...next, orgId, previous: hash })) !== hex(next.hash)) return 'changed';
  return { seq: next.seq, hash: next.hash };
}

/** For people: what a break means. */
export const breakSentences: Readonly<Record<BreakReason, string>> = {
  missing: 'the entry that should stand here is missing',
  changed: 'this entry is not what was written',
  cut: 'the log was cut off here: later entries are gone',
  unsealed: 'the sealed end of the log does not fit it',
  head: 'a head that was kept earlier says otherwise',
};
