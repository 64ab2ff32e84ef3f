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
