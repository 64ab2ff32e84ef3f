import { afterEach, expect, test, vi } from 'vitest';
import { firstMode, lastWayIn, rememberWayIn } from './ways-in.ts';

afterEach(() => vi.unstubAllGlobals());

test('a device remembers the way in and nothing else', () => {
  const kept = new Map<string, string>();
  const getItem = (name: string) => kept.get(name) ?? null;
  vi.stubGlobal('localStorage', { getItem, setItem: (name: string, value: string) => kept.set(name, value) });
  expect(lastWayIn()).toBeNull();
  rememberWayIn('slack');
  expect(lastWayIn()).toBe('slack');
  expect([...kept.values()]).toEqual(['slack']);
  kept.set('coact.last-way-in', 'telepathy');
  expect(lastWayIn()).toBeNull();
});

test('the form begins with what was used here before', () => {
  const offers = { password: true };
  expect(firstMode(offers, null)).toBe('choose');
  expect(firstMode(offers, 'password')).toBe('password');
  expect(firstMode(offers, 'link')).toBe('link');
  expect(firstMode(offers, 'passkey')).toBe('choose');
});

test('without passwords there is nothing to choose', () => {
  expect(firstMode({ password: false }, 'password')).toBe('link');
});
