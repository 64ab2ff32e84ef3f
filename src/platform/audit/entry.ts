import { type Asker, askerId } from '../policy/index.ts';
import { tokenHash } from '../vault/index.ts';

/** Who acted: a person, a program by its API key, Slack on its own, the operator at the command line, or the system by itself. */
export type AuditActor = { readonly kind: 'person' | 'key' | 'slack' | 'operator' | 'system'; readonly id: string };

/** Who asked, as who acted: what a program does is never laid at the door of whoever made its key. */
export function actedBy(asker: Asker): AuditActor {
  return { kind: asker.kind === 'key' ? 'key' : 'person', id: askerId(asker) };
}

/** Flat and free of contents: ids, names of fields, whole numbers. Never an address, a name or a text of somebody. */
export type AuditDetail = Readonly<Record<string, string | number | boolean>>;

/** An act to record. A slice narrows `Action` to the closed list of its own, `slice.verb_noun`. */
export type AuditEntry<Action extends string = string> = {
  readonly actor: AuditActor;
  readonly action: Action;
  readonly target: { readonly type: string; readonly id: string };
  readonly detail?: AuditDetail;
};

/** An entry in its place in the chain. */
export type ChainedEntry = {
  readonly orgId: string;
  readonly seq: number;
  readonly at: Date;
  readonly entry: AuditEntry;
  readonly previous: Uint8Array;
};

/** An entry as it is kept; `hash` is over the entry and over `previous`, the hash of the one before. */
export type StoredEntry = Omit<ChainedEntry, 'orgId'> & {
  readonly hash: Uint8Array;
  /** False where the row holds what the writer never writes: half a millisecond, 2.0 for 2, a number beyond all counts. */
  readonly exact: boolean;
};

/** What the first entry of an organisation points to. */
export const chainStart: Uint8Array = new Uint8Array(32);

/**
 * The hash of an entry over all it says and over the hash before it, so that no earlier entry can be changed, dropped
 * or moved without every later hash changing. The text is JSON with keys in a fixed order.
 */
export function hashEntry({ orgId, seq, at, entry, previous }: ChainedEntry): Uint8Array {
  const detail = Object.entries(entry.detail ?? {}).toSorted(([left], [right]) => (left < right ? -1 : 1));
  const { actor, action, target } = entry;
  return tokenHash(
    JSON.stringify([
      'coact-audit-1',
      orgId,
      seq,
      at.toISOString(),
      [actor.kind, actor.id],
      action,
      [target.type, target.id],
      detail,
      hex(previous),
    ]),
  );
}

/** Bytes as they are shown, exported and noted down. */
export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
