import type { Clock } from '../../platform/clock/index.ts';
import type { KeyRing, RingKey } from '../../platform/vault/index.ts';

/** The keys by which a day's visitors are told apart. */
export interface DayKeys {
  /** Today's key (UTC), or null in the moment before it is there. */
  current(): RingKey | null;
  /** Fetches what is missing and destroys the keys of past days. Call it at least once a day. */
  turn(): Promise<void>;
}

const prefix = 'clicks-';
const dayMs = 86_400_000;

/**
 * In: the ring, the clock, and what to do when a day begins (its visitors are strangers again). Tomorrow's key is made ahead, so that
 * the change of the day needs no waiting. Processes that share a ring share the keys.
 */
export async function openDayKeys(ring: KeyRing, clock: Clock, onNewDay: () => void): Promise<DayKeys> {
  const keys = new Map<string, RingKey>();
  let day = dayOf(clock.now().getTime());
  const turn = async () => {
    const now = clock.now().getTime();
    for (const wanted of [dayOf(now), dayOf(now + dayMs)]) {
      if (!keys.has(wanted)) keys.set(wanted, await ring.findOrCreate(prefix + wanted));
    }
    // Names sort as days do.
    const past = (await ring.names(prefix)).filter((name) => name < prefix + dayOf(now));
    for (const name of past) {
      keys.delete(name.slice(prefix.length));
      await ring.destroy(name);
    }
  };
  await turn();
  return {
    turn,
    current: () => {
      const today = dayOf(clock.now().getTime());
      if (today !== day) {
        keys.delete(day);
        day = today;
        onNewDay();
      }
      return keys.get(today) ?? null;
    },
  };
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
