import type { Click } from './click-record.ts';
import type { DayKeys } from './day-keys.ts';
import { remember } from './remembered.ts';
import type { Sighting } from './sighting.ts';
import { type Agent, devices, readAgent, referrerOf, referrers } from './visitor.ts';
import type { Visits } from './visits.ts';

/** Turns what a request said into the click to count; null when it counts as nothing. */
export type ClickReader = (sighting: Sighting) => Click | null;

interface Parts {
  readonly visits: Visits;
  readonly keys: DayKeys;
}

const scanned = referrers.indexOf('qr');

/** Here everything that is known of a visitor comes in, and only classes go out. */
export function createClickReader({ visits, keys }: Parts): ClickReader {
  const agentOf = remember(readAgent);
  const referrerIn = remember((header) => referrers.indexOf(referrerOf(header)));
  // A longer one is never a network's, and parsing it would be work for the sender's fun.
  const referrerOfHeader = (header: string | undefined) =>
    header === undefined || header.length > 2_048 ? 0 : referrerIn(header);
  return ({ link, nowMs, address, agent, referer, isPrefetch, isScan }) => {
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
      referrer: isScan ? scanned : referrerOfHeader(referer),
    };
  };
}
