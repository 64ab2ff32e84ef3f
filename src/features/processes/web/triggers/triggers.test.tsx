import { expect, test } from 'vitest';
import { ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import type { Process, Version } from '../contract.ts';
import { alarmWords } from './alarm-words.ts';
import type { Begins, Trigger } from './contract.ts';
import { bodyOf, draftOf, withKind } from './trigger-draft.ts';

const trigger = (given: Partial<Trigger> = {}): Trigger => ({
  ...{ id: 't1', kind: 'shift', location: { id: 'l1', name: 'Mitte' }, repeat: null, atTime: null, minutesBefore: 30 },
  ...{ withinMinutes: 90, doer: 'opener', doerName: null, tellWithout: true, paused: false, problem: null },
  words: '30 min before the first shift of the day begins at Mitte, for whoever has it',
  next: { at: '2026-05-05T06:30:00Z', local: '2026-05-05T08:30', words: 'tomorrow 08:30, Ana at Mitte' },
  last: { at: '2026-05-04T06:30:00Z', state: 'begun', words: 'Begun', runId: 'r1' },
  ...given,
});
const version: Version = {
  ...{ number: 1, state: 'published', revision: 1, title: 'Opening', body: 'Words.', steps: [], note: '' },
  ...{ returnedNote: '', writtenBy: null, submittedBy: null, publishedBy: null },
  ...{ writtenAt: '2026-05-04T09:00:00Z', publishedAt: '2026-05-04T09:00:00Z' },
};
const process = (edit: boolean): Process => ({
  ...{ id: 'a', owner: null, confidential: false, reviewBy: null, archived: false, audience: null },
  ...{ published: version, open: null, names: {}, may: { edit, publish: edit } },
});
const alarms = { ownerAfter: 0, managerAfter: null, stepAfter: null };
const page = (begins: Begins | null, edit = true) =>
  drawPage('/processes/a', [
    [['me'], ownerOf()],
    [['processes', 'a'], process(edit)],
    ...(begins === null ? [] : [[['processes', 'a', 'triggers'], begins] as const]),
  ]);

test('the page of a process says what begins it, what will happen next and what came of the last time', async () => {
  const drawn = await page({ triggers: [trigger()], alarms, mayEdit: true });
  expect(drawn.text).toContain('30 min before the first shift of the day begins at Mitte');
  expect(drawn.text).toContain('Next: tomorrow 08:30, Ana at Mitte');
  expect(drawn.links).toContain('/processes/runs/r1');
  expect(drawn.buttons).toEqual(expect.arrayContaining(['Begin it by itself', 'If late: its owner at once']));
});

test('without any it says what could begin it; to whoever only reads it, nothing', async () => {
  expect((await page({ triggers: [], alarms, mayEdit: true })).text).toContain('Somebody begins it by hand');
  expect((await page(null, false)).text).not.toContain('Begins by itself');
});

test('a problem and a pause stand beside it', async () => {
  const wrong = trigger({ problem: 'Its location is not there any more.', paused: true });
  const drawn = await page({ triggers: [wrong], alarms, mayEdit: true });
  expect(drawn.text).toContain('Its location is not there any more.');
  expect(drawn.text).toContain('Nothing begins until it goes on.');
  expect(drawn.text).not.toContain('tomorrow');
});

test('what is changed stands in the form as it was, and is sent as the API takes it', () => {
  const weekly = trigger({
    ...{ kind: 'schedule', doer: 'role', doerName: { id: 'bar', name: 'Bar' }, atTime: '09:15', tellWithout: false },
    repeat: { every: 'week', days: ['MO', 'FR'], day: null },
  });
  expect(bodyOf(draftOf(weekly))).toEqual({
    ...{ kind: 'schedule', doer: 'role', withinMinutes: 90, locationId: 'l1', atTime: '09:15', minutesBefore: 0 },
    ...{ repeat: { every: 'week', days: ['MO', 'FR'] }, doerId: null, doerRoleId: 'bar', tellWithout: false },
  });
  expect(bodyOf(draftOf(trigger()))).toMatchObject({ kind: 'shift', doer: 'opener', minutesBefore: 30, repeat: null });
});

test('whose it is changes with what begins it, where it can’t be theirs', () => {
  const draft = draftOf(null);
  expect(withKind(draft, 'shift').doer).toBe('opener');
  expect(withKind(withKind(draft, 'shift'), 'joining').doer).toBe('manager');
  expect(withKind({ ...draft, doer: 'role' }, 'leaving').doer).toBe('role');
  expect(bodyOf({ ...draft, every: 'month', day: -1 }).repeat).toEqual({ every: 'month', day: -1 });
  expect(bodyOf(withKind({ ...draft, locationId: 'l1' }, 'joining'))).toMatchObject({ locationId: null, repeat: null });
});

test('who is told of what is late stands in a line', () => {
  expect(alarmWords({ ownerAfter: 30, managerAfter: 120, stepAfter: 15 })).toBe(
    'If late: its owner after 30 min, the manager after 2 h, steps too',
  );
  expect(alarmWords({ ownerAfter: null, managerAfter: null, stepAfter: null })).toBe(
    'If late: only whoever has it is told',
  );
});
