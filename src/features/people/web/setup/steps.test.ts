import { expect, test } from 'vitest';
import type { Me } from '../../../../web/contract.ts';
import { stepFor } from './steps.ts';

const me = (organisation: Extract<Me, { signedIn: true }>['organisation']): Me => ({
  signedIn: true,
  user: { id: 'u', name: '', email: 'owner@example.com' },
  organisation,
  organisations: [],
  roles: ['owner'],
  personId: null,
  can: { manage: true, publish: true },
});
const organisation = (named: boolean, slackConnected: boolean) => ({
  id: 'o',
  name: 'Acme',
  timeZone: 'UTC',
  setup: { named, slackConnected, done: named && slackConnected },
});

test('set-up begins with the organisation', () => {
  expect(stepFor(me(null))).toBe('organisation');
  expect(stepFor(me(organisation(false, false)))).toBe('organisation');
});

test('set-up continues where it was left', () => {
  expect(stepFor(me(organisation(true, false)))).toBe('slack');
  expect(stepFor(me(organisation(true, true)))).toBe('done');
});
