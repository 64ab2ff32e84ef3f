import { formatAgo } from '../../../../web/zoned-time.ts';
import type { DeviceSession } from './contract.ts';

/** "Firefox on Windows", or what is known of it. */
export function deviceName({ browser, system }: Pick<DeviceSession, 'browser' | 'system'>): string {
  if (browser !== '' && system !== '') return `${browser} on ${system}`;
  return browser || system || 'Unknown device';
}

export function isPhone({ system }: Pick<DeviceSession, 'system'>): boolean {
  return /^(?:iPhone|iPad|Android)/.test(system);
}

/** This device first, then whichever was seen last. */
export function sessionsInOrder(sessions: readonly DeviceSession[]): readonly DeviceSession[] {
  return sessions.toSorted(
    (one, other) => Number(other.current) - Number(one.current) || other.lastSeenAt.localeCompare(one.lastSeenAt),
  );
}

/** When it was last seen. The server notes that once an hour at most, so anything nearer would be invented. */
export function lastSeen({ lastSeenAt }: Pick<DeviceSession, 'lastSeenAt'>, now = new Date()): string {
  const isRecent = now.getTime() - Date.parse(lastSeenAt) < 60 * 60_000;
  return isRecent ? 'Seen within the last hour' : `Last seen ${formatAgo(lastSeenAt, now)}`;
}
