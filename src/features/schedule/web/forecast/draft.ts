import { type Day, daysBetween } from '../../../../web/zoned-time.ts';
import type { Amount } from './amounts.ts';

/** A half hour of a day. */
export interface Slot {
  readonly day: Day;
  readonly half: number;
}
/** What a half hour is to hold. */
export interface Change extends Slot {
  readonly amount: Amount;
}

/** A change with what is saved there, so that it can be taken back after it was saved. */
export interface Unsaved extends Change {
  readonly before: Amount;
}

type Changes = ReadonlyMap<string, Unsaved>;

/** Numbers of a role that are not saved yet, over as many weeks as were looked at, with the way back and forth. */
export interface Draft {
  readonly changes: Changes;
  readonly past: readonly Changes[];
  readonly future: readonly Changes[];
  /** The state of the forecast that the first of these numbers were typed over; null while there are none. */
  readonly revision: number | null;
}

export const emptyDraft: Draft = { changes: new Map(), past: [], future: [], revision: null };

/** Enough to come back from any mistake, and little enough to keep. */
const mostSteps = 100;

const keyOf = ({ day, half }: Slot): string => `${day} ${half}`;

/** What a half hour holds in a draft; undefined where the draft says nothing of it. */
export function drafted(draft: Draft, slot: Slot): Amount | undefined {
  return draft.changes.get(keyOf(slot))?.amount;
}

/**
 * A draft with further numbers. Those that are saved already are no change; when nothing differs from before, it is the same
 * draft and there is no step to undo.
 */
export function withChanges(
  draft: Draft,
  changes: readonly Change[],
  savedAt: (slot: Slot) => Amount,
  revision: number,
): Draft {
  const next = new Map(draft.changes);
  for (const change of changes) {
    const before = savedAt(change);
    if (change.amount === before) next.delete(keyOf(change));
    else next.set(keyOf(change), { ...change, before });
  }
  if (isSame(draft.changes, next)) return draft;
  const past = [...draft.past, draft.changes].slice(-mostSteps);
  return { changes: next, past, future: [], revision: draft.revision ?? revision };
}

function isSame(one: Changes, other: Changes): boolean {
  return one.size === other.size && [...one].every(([key, { amount }]) => other.get(key)?.amount === amount);
}

/** A step back; the same draft where there is none. */
export function undone(draft: Draft): Draft {
  const before = draft.past.at(-1);
  if (before === undefined) return draft;
  return { ...draft, changes: before, past: draft.past.slice(0, -1), future: [draft.changes, ...draft.future] };
}

/** A step forth again; the same draft where there is none. */
export function redone(draft: Draft): Draft {
  const [after, ...future] = draft.future;
  if (after === undefined) return draft;
  return { ...draft, changes: after, past: [...draft.past, draft.changes], future };
}

/** The draft after somebody has been told that others changed the forecast: what is typed stays, over what they saved. */
export function over(draft: Draft, revision: number): Draft {
  return { ...draft, revision };
}

/** What is not saved, in the order of time. */
export function unsavedOf({ changes }: Draft): readonly Unsaved[] {
  return [...changes.values()].sort((one, other) =>
    one.day === other.day ? one.half - other.half : one.day < other.day ? -1 : 1,
  );
}

/** As many days as the server takes at once. */
const daysAtOnce = 42;

/** Changes in the pieces in which they can be sent. */
export function batchesOf<One extends Change>(changes: readonly One[]): readonly (readonly One[])[] {
  const first = changes[0];
  if (first === undefined) return [];
  const isNear = ({ day }: Slot) => daysBetween(first.day, day) < daysAtOnce;
  return [changes.filter(isNear), ...batchesOf(changes.filter((change) => !isNear(change)))];
}

/** The draft once some of its numbers are saved; those that were typed while they were sent stay. */
export function saved(draft: Draft, sent: readonly Change[], revision: number): Draft {
  const left = new Map(draft.changes);
  for (const change of sent) if (left.get(keyOf(change))?.amount === change.amount) left.delete(keyOf(change));
  return left.size === 0 ? emptyDraft : { changes: left, past: [], future: [], revision };
}
