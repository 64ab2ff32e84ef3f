import { afterEach, expect, test, vi } from 'vitest';
import { keep, readKept } from './kept.ts';

afterEach(() => vi.unstubAllGlobals());

test('a device remembers', () => {
  const kept = new Map<string, string>();
  const getItem = (name: string) => kept.get(name) ?? null;
  vi.stubGlobal('localStorage', { getItem, setItem: (name: string, value: string) => kept.set(name, value) });
  expect(readKept('a')).toBeNull();
  keep('a', '1');
  expect(readKept('a')).toBe('1');
});

test('one that may not keep anything forgets, and nothing breaks', () => {
  const refuse = () => {
    throw new DOMException('no storage here', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
  keep('a', '1');
  expect(readKept('a')).toBeNull();
});
