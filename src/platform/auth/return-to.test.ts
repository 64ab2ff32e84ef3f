import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeReturnTo } from './index.ts';

describe('the page after sign-in', () => {
  it.each(['/', '/requests/1?tab=links#top', '/a%20b', '/people?name=//x'])('may be %s', (path) => {
    expect(safeReturnTo(path)).toBe(path);
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    'requests',
    '',
    '/api/sign-out',
    '/sign-in/link?token=x',
    '/welcome',
    `/${'a'.repeat(600)}`,
  ])('is the start page instead of %j', (path) => {
    expect(safeReturnTo(path)).toBe('/');
  });

  it('is on our own host, whatever is asked', () => {
    const ours = 'https://coact.example.com';
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom('', '/', '//', '/\\', '/.'),
        (text, start) => {
          expect(new URL(safeReturnTo(start + text), ours).origin).toBe(ours);
        },
      ),
    );
  });
});
