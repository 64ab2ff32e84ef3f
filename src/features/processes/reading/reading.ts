import type { Resource } from '../../../platform/policy/index.ts';
import type { Audience, Found, Standing } from '../writing/process.ts';
import type { Quiz } from './quiz.ts';

/** That people read a process and confirm it. */
export interface Reading {
  readonly id: string;
  readonly processId: string;
  /** From which version on a confirmation counts. */
  readonly versionId: string;
  readonly number: number;
  readonly changed: string;
  readonly dueOn: string;
  readonly remindEvery: number | null;
  readonly remindUntil: string | null;
  readonly quiz: Quiz | null;
  readonly askedBy: string | null;
  readonly askedAt: Date;
  readonly remindedAt: Date | null;
  readonly remindedBy: string | null;
  readonly endedAt: Date | null;
  /** Nobody named: everybody whom the process is meant for. */
  readonly audience: readonly Audience[];
}

/** How far somebody is with it. */
export interface Progress {
  readonly personId: string;
  readonly toldAt: Date | null;
  readonly remindedAt: Date | null;
  readonly tries: number;
  readonly triedAt: Date | null;
  readonly passedAt: Date | null;
  readonly confirmedAt: Date | null;
  /** The version that was confirmed. */
  readonly number: number | null;
  readonly how: 'web' | null;
}

/** Somebody who has not begun. */
export const notBegun = (personId: string): Progress => ({
  ...{ personId, toldAt: null, remindedAt: null, tries: 0, triedAt: null },
  ...{ passedAt: null, confirmedAt: null, number: null, how: null },
});

type ReadingState = 'open' | 'late' | 'confirmed';

/** Whether somebody has done what is asked, may still, or should have. @param today by the organisation's clock */
export function stateOf({ dueOn }: Pick<Reading, 'dueOn'>, progress: Progress, today: string): ReadingState {
  if (progress.confirmedAt !== null) return 'confirmed';
  return dueOn < today ? 'late' : 'open';
}

/** Whether somebody is of those whom it is asked of. @param isMeant whether the process is meant for them */
export function isOfAudience(audience: readonly Audience[], standing: Standing, isMeant: boolean): boolean {
  if (audience.length === 0) return isMeant;
  const { personId, roles, departments, locations } = standing;
  const own = { person: [personId], role: roles, department: departments, location: locations };
  return audience.some(({ kind, ref }) => own[kind].includes(ref));
}

/** What the policies look at when it is about reading a process. @param isAsked whether it is asked of who acts */
export function readingResource(orgId: Resource['orgId'], { process }: Found, isAsked: boolean): Resource {
  const { id, ownerId, confidential } = process;
  return { type: 'Reading', id, orgId, owner: ownerId ?? '', confidential, isAsked };
}

const day = 86_400_000;
/** By hand people are reminded once a day at most. */
const handMs = day;

/** Whether the clock's turn to remind has come: the stated days have gone by since they last heard of it, in whatever way. */
export function isReminderDue(
  { remindEvery, remindUntil }: Pick<Reading, 'remindEvery' | 'remindUntil'>,
  progress: Progress,
  now: Date,
  today: string,
): boolean {
  const last = lastHeard(progress);
  if (remindEvery === null || last === null || progress.confirmedAt !== null) return false;
  if (remindUntil !== null && today > remindUntil) return false;
  return now.getTime() - last.getTime() >= remindEvery * day;
}

/** When somebody last heard of it; null: never. */
function lastHeard({ toldAt, remindedAt }: Progress): Date | null {
  if (toldAt === null || remindedAt === null) return toldAt ?? remindedAt;
  return remindedAt > toldAt ? remindedAt : toldAt;
}

/** From when on people may be reminded by hand again; null: now. */
export function handAgainAt({ remindedAt }: Pick<Reading, 'remindedAt'>, now: Date): Date | null {
  if (remindedAt === null) return null;
  const next = new Date(remindedAt.getTime() + handMs);
  return next > now ? next : null;
}

/** Whether somebody is reminded by hand now: not if they heard of it within a day. */
export function isForHand(progress: Progress, now: Date): boolean {
  const last = lastHeard(progress);
  return progress.confirmedAt === null && (last === null || now.getTime() - last.getTime() >= handMs);
}

/** The days of an asking that begins anew on another day: as much time as people had before. */
export function anewOn(
  { dueOn, remindUntil, askedOn }: Pick<Reading, 'dueOn' | 'remindUntil'> & { readonly askedOn: string },
  today: string,
): Pick<Reading, 'dueOn' | 'remindUntil'> {
  const moved = (date: string) => {
    const days = Temporal.PlainDate.from(askedOn).until(date, { largestUnit: 'days' }).days;
    return Temporal.PlainDate.from(today)
      .add({ days: Math.max(0, days) })
      .toString();
  };
  return { dueOn: moved(dueOn), remindUntil: remindUntil === null ? null : moved(remindUntil) };
}
