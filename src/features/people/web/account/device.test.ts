import { expect, test } from 'vitest';
import { accountOf } from '../../../../../test/support/answers.ts';
import { deviceName, isPhone, sessionsInOrder } from './device.ts';

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
