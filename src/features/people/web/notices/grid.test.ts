import { expect, test } from 'vitest';
import { noticeEvents, noticeMethods } from '../../notices/notice.ts';
import { preferences } from './answers.fixture.ts';
import { events, methods } from './contract.ts';
import { closedSentences, eventWords, switched } from './grid.ts';

test('the page knows every event and method that the server knows', () => {
  expect([...events]).toEqual([...noticeEvents]);
  expect([...methods].toSorted()).toEqual([...noticeMethods].toSorted());
  for (const event of events) expect(eventWords[event].join(' ').length).toBeGreaterThan(10);
});

test('a method is switched on and off, in the order of the columns', () => {
  const { chosen } = preferences();
  const both = switched({ ...chosen, reminder: ['email'] }, 'reminder', 'slack');
  expect(both?.reminder).toEqual(['slack', 'email']);
  expect(both && switched(both, 'reminder', 'email')?.reminder).toEqual(['slack']);
  expect(both?.message).toEqual(chosen.message);
});

test('the last method of an event stays', () => {
  const { chosen } = preferences();
  expect(switched({ ...chosen, message: ['email'] }, 'message', 'email')).toBeNull();
});

test('what is closed is said with what would open it, once for each reason', () => {
  expect(closedSentences(preferences().closed)).toEqual([]);
  const closed = { slack: 'not_linked', email: null, text: 'no_number', call: 'no_number' } as const;
  expect(closedSentences(closed)).toEqual([
    expect.stringMatching(/^Slack: .*Sign in with Slack/),
    expect.stringMatching(/^Text and call: .*phone number/),
  ]);
});
