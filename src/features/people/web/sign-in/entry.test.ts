import { expect, test } from 'vitest';
import { afterProof, entrySchema } from './entry.ts';

test('who is in goes where they wanted to', () => {
  const entry = entrySchema.parse({ returnTo: '/requests?state=open' });
  expect(afterProof(entry, '/')).toEqual({ href: '/requests?state=open', isIn: true });
  expect(afterProof(entrySchema.parse({}), '/members')).toEqual({ href: '/members', isIn: true });
});

test('an answer can’t lead to another site', () => {
  expect(afterProof(entrySchema.parse({ returnTo: 'https://evil.example' }), '/').href).toBe('/');
});

test('who has one more proof to give is asked for it, with the ways and the way back', () => {
  const entry = entrySchema.parse({ next: 'second_factor', methods: ['code', 'recovery'] });
  const { href, isIn } = afterProof(entry, '/requests?state=open');
  expect(isIn).toBe(false);
  const url = new URL(href, 'http://coact.test');
  expect(url.pathname).toBe('/sign-in/second-factor');
  expect(url.searchParams.get('ways')).toBe('code,recovery');
  expect(url.searchParams.get('returnTo')).toBe('/requests?state=open');
});
