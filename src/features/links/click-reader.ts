import type { IncomingMessage } from 'node:http';
import type { Click } from './click-record.ts';
import type { DayKeys } from './day-keys.ts';
import type { Destination } from './link.ts';
import { type Agent, devices, isPrefetch, readAgent, referrerOf, referrers } from './visitor.ts';
import type { Visits } from './visits.ts';

/** Turns a GET for a link into the click to count; null when it counts as nothing. */
export type ClickReader = (link: Destination, request: IncomingMessage, nowMs: number) => Click | null;

interface Parts {
  readonly visits: Visits;
  readonly keys: DayKeys;
  /** The visitor's address, through the operator's proxies. Used for one HMAC and kept nowhere. */
  readonly clientAddress: (request: IncomingMessage) => string;
}

/** Here everything that is known of a visitor comes in, and only classes go out. */
export function createClickReader({ visits, keys, clientAddress }: Parts): ClickReader {
  const agentOf = rememberAgents();
  return (link, request, nowMs) => {
    const { headers } = request;
    const agent = headers['user-agent'] ?? '';
    const { robot, device } = agentOf(agent);
    const click = { orgId: link.orgId, linkId: link.id, hour: Math.floor(nowMs / 3_600_000) };
    if (robot || isPrefetch(headers)) return { ...click, robot: true, unique: false, device: 0, referrer: 0 };
    const visit = visits.see(keys.current(), { linkId: link.id, address: clientAddress(request), agent }, nowMs);
    if (visit === 'repeat') return null;
    // A longer one is never a network's, and parsing it would be work for the sender's fun.
    const referer = (headers.referer?.length ?? 0) <= 2_048 ? headers.referer : undefined;
    return {
      ...click,
      robot: false,
      unique: visit === 'first',
      device: devices.indexOf(device),
      referrer: referrers.indexOf(referrerOf(referer)),
    };
  };
}

const mostAgents = 2_000;

/** Most agents repeat, and matching one against isbot's pattern costs more than the rest of the redirect's own work. */
function rememberAgents(): (agent: string) => Agent {
  const agents = new Map<string, Agent>();
  return (agent) => {
    const before = agents.get(agent);
    if (before) return before;
    // Longer ones than any browser sends are not worth keeping, and are not parsed to their end.
    const read = readAgent(agent.slice(0, 1_024));
    if (agents.size >= mostAgents) agents.clear();
    if (agent.length <= 512) agents.set(agent, read);
    return read;
  };
}
