import type { Click } from './click-record.ts';
import type { DayKeys } from './day-keys.ts';
import type { Sighting } from './sighting.ts';
import { type Agent, devices, readAgent, referrerOf, referrers } from './visitor.ts';
import type { Visits } from './visits.ts';

/** Turns what a request said into the click to count; null when it counts as nothing. */
export type ClickReader = (sighting: Sighting) => Click | null;

interface Parts {
  readonly visits: Visits;
  readonly keys: DayKeys;
}

/** Here everything that is known of a visitor comes in, and only classes go out. */
export function createClickReader({ visits, keys }: Parts): ClickReader {
  const agentOf = remember(readAgent);
  const referrerIn = remember((header) => referrers.indexOf(referrerOf(header)));
  return ({ link, nowMs, address, agent, referer, isPrefetch }) => {
    const { orgId, id: linkId } = link;
    const hour = Math.floor(nowMs / 3_600_000);
    const { robot, device }: Agent = agentOf(agent);
    if (robot || isPrefetch) return { orgId, linkId, hour, robot: true, unique: false, device: 0, referrer: 0 };
    const visit = visits.see(keys.current(), { linkId, address, agent }, nowMs);
    if (visit === 'repeat') return null;
    return {
      ...{ orgId, linkId, hour },
      robot: false,
      unique: visit !== 'again',
      ...(visit === 'again' ? {} : { visitor: visit.first }),
      device: devices.indexOf(device),
      // A longer one is never a network's, and parsing it would be work for the sender's fun.
      referrer: referer === undefined || referer.length > 2_048 ? 0 : referrerIn(referer),
    };
  };
}

const mostRemembered = 2_000;

/** Most agents and referrers repeat, and reading one (isbot's pattern, a URL) costs more than the rest of the redirect's own work. */
function remember<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    // Longer ones than any browser sends are not worth keeping, and are not parsed to their end.
    const value = read(text.slice(0, 2_048));
    if (known.size >= mostRemembered) known.clear();
    if (text.length <= 512) known.set(text, value);
    return value;
  };
}
