import type { Tx } from '../../../platform/db/index.ts';
import type { ProcessParts } from '../parts.ts';
import { beginRun } from '../runs/running.ts';
import type { Found, Version } from '../writing/process.ts';
import { answeringFor } from '../writing/reminders.ts';
import { mayRead } from '../writing/standing.ts';
import { putProblem } from './store.ts';
import { minutesAfter, problemWords, type Trigger, type TriggerProblem } from './trigger.ts';

export type TriggerParts = Pick<ProcessParts, 'db' | 'clock' | 'audit' | 'people' | 'policy'>;

/** The version to go through; null where there is nothing to go through. */
export function heldVersion({ process, published }: Found): Version | null {
  return process.archived || published === null || published.steps.length === 0 ? null : published;
}

/** Whose a run is to be: somebody by name, whoever knows a role, or nobody in particular. */
export type Whose =
  | { readonly kind: 'person'; readonly id: string | null; readonly missing?: TriggerProblem }
  | { readonly kind: 'role'; readonly id: string }
  | { readonly kind: 'anyone' };

interface Wanted {
  readonly whose: Whose;
  readonly plannedAt: Date;
  /** From when the time counts in which it is to be done. */
  readonly countFrom: Date;
  readonly aboutId?: string | null;
  readonly more?: readonly string[];
}

/**
 * Begins the run of a trigger. Work that has to be done is not dropped because of who was to do it: where they are not here, or
 * may not read the process, whoever answers for it has it, and is told why.
 */
export async function beginFor(
  parts: TriggerParts,
  tx: Tx,
  trigger: Trigger,
  found: Found,
  published: Version,
  { whose, plannedAt, countFrom, aboutId = null, more = [] }: Wanted,
): Promise<string> {
  const given = await doerOf(parts, tx, found, whose);
  const { withinMinutes, id: triggerId, locationId } = trigger;
  const known = await isLocation(parts, tx, locationId);
  const id = await beginRun(
    parts,
    tx,
    {
      ...{
        process: found.process,
        published,
        startedBy: null,
        startedAt: parts.clock.now(),
        triggerId,
        plannedAt,
        aboutId,
      },
      ...{ doerId: given.doerId, doerRoleId: whose.kind === 'role' ? whose.id : null },
      locationId: known ? locationId : null,
      dueAt: withinMinutes === null ? null : minutesAfter(countFrom, withinMinutes),
    },
    given.problem === null ? more : [...more, problemWords[given.problem]],
  );
  await settleProblem(parts, tx, trigger, found, given.problem);
  return id;
}

/** Who has it in hand in the end. */
export async function doerOf(
  parts: TriggerParts,
  tx: Tx,
  found: Found,
  whose: Whose,
): Promise<{ readonly doerId: string | null; readonly problem: TriggerProblem | null }> {
  if (whose.kind !== 'person') return { doerId: null, problem: null };
  if (whose.id !== null && (await mayRead(parts, tx, found, whose.id))) return { doerId: whose.id, problem: null };
  const [answering = null] = await answeringFor(parts, tx, found.process);
  if (whose.id === null) return { doerId: answering, problem: whose.missing ?? 'person_left' };
  const here = (await parts.people.person(tx, whose.id))?.state === 'active';
  return { doerId: answering, problem: here ? 'not_meant' : 'person_left' };
}

/** Whether a location is there and in use; none at all is no matter. */
export async function isLocation({ people }: TriggerParts, tx: Tx, locationId: string | null): Promise<boolean> {
  if (locationId === null) return false;
  return (await people.places(tx)).locations.some(({ id, archived }) => id === locationId && !archived);
}

/** The clock of a trigger's place: its location's, or else the organisation's. */
export async function zoneOf(
  { people }: Pick<TriggerParts, 'people'>,
  tx: Tx,
  locationId: string | null,
): Promise<string> {
  const place = (await people.places(tx)).locations.find(({ id }) => id === locationId);
  return place?.timeZone ?? (await people.organisation(tx)).timeZone;
}

/** Keeps why it could not begin as it should, and tells whoever answers for the process: once, until all is well again. */
export async function settleProblem(
  parts: TriggerParts,
  tx: Tx,
  trigger: Trigger,
  found: Found,
  problem: TriggerProblem | null,
): Promise<void> {
  const isNews = await putProblem(tx, trigger.id, problem);
  if (!isNews || problem === null) return;
  await tellOwner(parts, tx, found, {
    key: `${trigger.id}/${problem}/${parts.clock.now().getTime()}`,
    subject: (title) => `${title} did not begin as it should`,
    lines: [problemWords[problem]],
  });
}

interface Told {
  readonly key: string;
  readonly subject: (title: string) => string;
  readonly lines: readonly string[];
}

/** Tells whoever answers for a process something about what begins it. */
export async function tellOwner(
  parts: Pick<TriggerParts, 'people'>,
  tx: Tx,
  { process, published, open }: Found,
  { key, subject, lines }: Told,
): Promise<void> {
  const title = process.confidential ? 'A process' : `“${(published ?? open)?.title ?? ''}”`;
  await parts.people.tell(
    tx,
    (await answeringFor(parts, tx, process)).map((personId) => ({
      ...{ personId, event: 'reminder', key: `process-trigger/${key}`, subject: subject(title), lines },
      link: { label: 'Open it', path: `/processes/${process.id}` },
    })),
  );
}
