import { expect, test } from 'vitest';
import { accountOf } from '../../../../../test/support/answers.ts';
import { deviceName, isPhone, lastSeen, sessionsInOrder } from './device.ts';

test('a device has the name of what is known of it', () => {
  expect(deviceName({ browser: 'Firefox', system: 'Windows' })).toBe('Firefox on Windows');
  expect(deviceName({ browser: '', system: 'iPhone' })).toBe('iPhone');
  expect(deviceName({ browser: '', system: '' })).toBe('Unknown device');
});

test('phones and tablets are drawn as such', () => {
  for (const system of ['iPhone', 'iPad', 'Android']) expect(isPhone({ system })).toBe(true);
  for (const system of ['macOS', 'Windows', '']) expect(isPhone({ system })).toBe(false);
});

test('this device comes first, then the latest', () => {
  const sessions = accountOf().sessions.flatMap((session) => [
    { ...session, id: 'old', current: false, lastSeenAt: '2026-01-01T00:00:00Z' },
    { ...session, id: 'late', current: false, lastSeenAt: '2026-11-01T00:00:00Z' },
    { ...session, id: 'here', current: true, lastSeenAt: '2026-06-01T00:00:00Z' },
  ]);
  expect(sessionsInOrder(sessions).map(({ id }) => id)).toEqual(['here', 'late', 'old']);
});

test('what is known to the hour is not told to the minute', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  expect(lastSeen({ lastSeenAt: '2026-11-22T11:13:00Z' }, now)).toBe('Seen within the last hour');
  expect(lastSeen({ lastSeenAt: '2026-11-22T09:30:00Z' }, now)).toBe('Last seen 2 hours ago');
});
