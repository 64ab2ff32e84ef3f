import { expect, test } from 'vitest';
import type { SignedIn } from '../../../../web/contract.ts';
import { firstAnswers, setupBody } from './answers.ts';

const somebody = (name: string, email: string): SignedIn => ({
  signedIn: true,
  user: { id: 'u', name, email },
  organisation: null,
  organisations: [],
  roles: [],
  personId: null,
  can: { manage: false, publish: false, approve: false, audit: false, people: false },
  security: { secondFactor: 'ok' },
  toursAnswered: [],
});

test('the owner of a fresh installation gives the address that later links go to', () => {
  const me = somebody('', '');
  const answers = { ...firstAnswers(me, 'Europe/Berlin'), ownerName: ' Maya ', ownerEmail: ' maya@example.com ' };
  expect(setupBody(me, { ...answers, organisationName: 'Harbour & Pine ' })).toEqual({
    ownerName: 'Maya',
    ownerEmail: 'maya@example.com',
    organisationName: 'Harbour & Pine',
    timeZone: 'Europe/Berlin',
  });
});

test('somebody whose address is known isn’t asked for it again', () => {
  const me = somebody('Maya', 'maya@example.com');
  const answers = firstAnswers(me, 'UTC');
  expect(answers.ownerName).toBe('Maya');
  expect(setupBody(me, answers)).not.toHaveProperty('ownerEmail');
});
