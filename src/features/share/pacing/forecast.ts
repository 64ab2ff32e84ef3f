import type { HoldReason, Pace } from './pace.ts';
import { firstUnquiet, localAt, quietReason } from './quiet-time.ts';

/** A message that has yet to go to a channel. */
export interface Due {
  readonly id: string;
  /** When its request was to go out. */
  readonly at: Date;
  /** Whether it goes then, whatever the pace. */
  readonly anyway: boolean;
}

/** When a message goes, as things stand. */
export interface Slot {
  readonly id: string;
  readonly at: Date;
  /** What held it first; null when it goes as it was meant to. */
  readonly reason: HoldReason | null;
  /** Which of those that are held it is, from 1; 0 when it is not. */
  readonly place: number;
  /** How many before it go at the very same moment: they go first. */
  readonly behind: number;
}

interface Channel {
  readonly pace: Pace;
  readonly timeZone: string;
  readonly now: Date;
  /** When messages were posted to it, removed ones too. */
  readonly sent: readonly Date[];
  readonly queue: readonly Due[];
}

type Moment = Temporal.ZonedDateTime;

const dayOf = (at: Moment) => at.toPlainDate().toString();
/** Weeks begin on Monday, as on the calendar and in reports. */
const mondayOf = (at: Moment) => at.subtract({ days: at.dayOfWeek - 1 }).startOfDay();
const weekOf = (at: Moment) => dayOf(mondayOf(at));

/** How many messages the days and weeks of a channel have. */
class Counts {
  readonly #days = new Map<string, number>();
  readonly #weeks = new Map<string, number>();
  readonly #pace: Pace;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  add(at: Moment): void {
    this.#days.set(dayOf(at), (this.#days.get(dayOf(at)) ?? 0) + 1);
    this.#weeks.set(weekOf(at), (this.#weeks.get(weekOf(at)) ?? 0) + 1);
  }

  full(at: Moment): HoldReason | null {
    const { perDay, perWeek } = this.#pace;
    if (perWeek !== null && (this.#weeks.get(weekOf(at)) ?? 0) >= perWeek) return 'week_full';
    if (perDay !== null && (this.#days.get(dayOf(at)) ?? 0) >= perDay) return 'day_full';
    return null;
  }

  /** The first moment from one on at which neither the clock nor the caps hold a message. */
  firstFree(from: Moment): Moment {
    let at = firstUnquiet(from, this.#pace);
    for (let full = this.full(at); full !== null; full = this.full(at)) {
      const after = full === 'week_full' ? mondayOf(at).add({ days: 7 }) : at.startOfDay().add({ days: 1 });
      at = firstUnquiet(after.startOfDay(), this.#pace);
    }
    return at;
  }
}

/**
 * When the messages that have yet to go to one channel go: whoever was to go first goes first, each at the first moment
 * that quiet time and caps allow. Those that go anyway keep their time and count like all others. Any message may be
 * posted whose slot has come, in whatever process and order: the slots of all before it are taken from its day already.
 */
export function forecast({ pace, timeZone, now, sent, queue }: Channel): readonly Slot[] {
  const counts = new Counts(pace);
  for (const at of sent) counts.add(localAt(at, timeZone));
  const slots: Slot[] = [];
  let latest: Moment | null = null;
  let held = 0;
  for (const due of queue.toSorted(byDue)) {
    const from = localAt(due.at > now ? due.at : now, timeZone);
    const reason = due.anyway ? null : (quietReason(from, pace) ?? counts.full(from));
    // Nobody overtakes: what is held goes no earlier than whatever was held before it.
    const at: Moment = reason === null ? from : counts.firstFree(later(from, latest));
    if (reason !== null) {
      latest = at;
      held += 1;
    }
    counts.add(at);
    const moment = new Date(at.epochMilliseconds);
    const behind = slots.filter((slot) => slot.reason !== null && slot.at.getTime() === moment.getTime()).length;
    slots.push({ id: due.id, at: moment, reason, place: reason === null ? 0 : held, behind });
  }
  return slots;
}

/** First due first; of two due at once, the one that was made first: ids count up with time. */
const byDue = (left: Due, right: Due) => left.at.getTime() - right.at.getTime() || (left.id < right.id ? -1 : 1);

const later = (one: Moment, other: Moment | null) =>
  other !== null && Temporal.ZonedDateTime.compare(other, one) > 0 ? other : one;
