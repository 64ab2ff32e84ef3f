import { expect, test } from 'vitest';
import type { Me, SignedIn } from '../../../../web/contract.ts';
import { stepFor } from './steps.ts';

type Factor = SignedIn['security']['secondFactor'];
const me = (organisation: SignedIn['organisation'], secondFactor: Factor = 'ok'): Me => ({
  signedIn: true,
  user: { id: 'u', name: '', email: 'owner@example.com' },
  organisation,
  organisations: [],
  roles: ['owner'],
  personId: null,
  can: { manage: true, publish: true, approve: true, audit: true, people: true },
  security: { secondFactor },
  toursAnswered: [],
});
const organisation = (named: boolean, slackConnected: boolean) => ({
  id: 'o',
  name: 'Acme',
  timeZone: 'UTC',
  setup: { named, slackConnected, done: named && slackConnected },
});

test('set-up begins with the organisation', () => {
  expect(stepFor(me(null), false)).toBe('organisation');
  expect(stepFor(me(organisation(false, false), 'needed'), false)).toBe('organisation');
});

test('set-up continues where it was left', () => {
  expect(stepFor(me(organisation(true, false)), false)).toBe('slack');
  expect(stepFor(me(organisation(true, true)), false)).toBe('done');
});

test('the account is protected before Slack is connected; only where it is offered can that be put off', () => {
  const named = organisation(true, false);
  expect(stepFor(me(named, 'needed'), false)).toBe('protect');
  expect(stepFor(me(named, 'needed'), true)).toBe('protect');
  expect(stepFor(me(named, 'offered'), false)).toBe('protect');
  expect(stepFor(me(named, 'offered'), true)).toBe('slack');
  expect(stepFor(me(organisation(true, true), 'offered'), true)).toBe('done');
});
