import type { Change, Edit } from './change.ts';
import { localOf, wall } from './local.ts';
import { normalised } from './normal-form.ts';
import { occurrenceOn } from './occurrences.ts';
import type { Exception, Series } from './series.ts';
import { leftOver } from './split.ts';

/** Changes a single occurrence: it becomes an exception, or an exception changes. */
export function changeOne<Payload>(series: Series<Payload>, on: string, change: Change<Payload>): Edit<Payload> {
  if (change.repeat !== undefined || change.ends !== undefined) {
    const sentence = 'A single occurrence does not repeat: choose this and following ones, or all.';
    return { ok: false, problems: [{ field: 'rule', sentence }] };
  }
  const present = series.exceptions.find((one) => one.on === on);
  const others = series.exceptions.filter((one) => one.on !== on);
  const exception = present?.kind === 'added' ? movedAdded(present, change) : asChanged(on, present, change);
  const isTaken = exception.kind === 'added' && exception.on !== on && occurrenceOn(series, exception.on) !== null;
  if (isTaken) {
    const sentence = `There is an occurrence on ${exception.on.replace('T', ' ')} already.`;
    return { ok: false, problems: [{ field: 'start', sentence }] };
  }
  const edited = normalised({ ...series, exceptions: [...others, exception] });
  const follow = (at: string) => {
    const now = at === on ? exception.on : at;
    return occurrenceOn(edited, now) && { seriesId: edited.id, on: now };
  };
  return { ok: true, series: [edited], follow };
}

/** Takes out a single occurrence; null if it was the last one. */
export function removeOne<Payload>(series: Series<Payload>, on: string): Series<Payload> | null {
  const present = series.exceptions.find((one) => one.on === on);
  const others = series.exceptions.filter((one) => one.on !== on);
  return leftOver({ ...series, exceptions: present?.kind === 'added' ? others : [...others, { kind: 'removed', on }] });
}

function asChanged<Payload>(
  on: string,
  present: Exception<Payload> | undefined,
  { moveBy = 0, minutes, colour, payload }: Change<Payload>,
): Exception<Payload> {
  const was = present?.kind === 'changed' ? present : { kind: 'changed' as const, on };
  const start = localOf(wall(was.start ?? on) + moveBy);
  return { ...was, start, ...given({ minutes, colour, payload }) };
}

function movedAdded<Payload>(
  added: Extract<Exception<Payload>, { kind: 'added' }>,
  { moveBy = 0, minutes, colour, payload }: Change<Payload>,
): Exception<Payload> {
  return { ...added, on: localOf(wall(added.on) + moveBy), ...given({ minutes, colour, payload }) };
}

/** The fields that are given. */
export function given<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;
}
