import { expect, test } from 'vitest';
import { dashboardSearch, requestsSearch, returnSearch, tokenSearch } from './search.ts';

test('a known period is kept and an unknown one is left out', () => {
  expect(dashboardSearch({ days: 7 })).toEqual({ days: 7 });
  expect(dashboardSearch({ days: 8, from: '2025-13-01', to: '2025-01-02' })).toEqual({ to: '2025-01-02' });
});

test('the list ignores what isn’t a state or a page', () => {
  expect(requestsSearch({ state: 'open', page: 2, q: 'jobs' })).toEqual({ state: 'open', page: 2, q: 'jobs' });
  expect(requestsSearch({ state: 'lost', page: -1, q: 7 })).toEqual({});
});

test('a token made of digits stays text', () => {
  expect(tokenSearch({ token: 12 })).toEqual({ token: '12' });
});

test('the way back is optional', () => {
  expect(returnSearch({})).toEqual({});
});
