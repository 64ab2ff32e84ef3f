import { expect, it } from 'vitest';
import { step } from '../process-world.fixture.ts';
import { alarmsDue, usualAlarms } from './alarm.ts';

const at = (time: string) => new Date(`2026-05-04T${time}:00Z`);
const [door, fridge] = [step({ minutes: 10 }), step({ minutes: null })];
const run = {
  ...{ dueAt: at('10:00'), startedAt: at('08:00'), steps: [door, fridge], states: ['open', 'open'] },
  notedAt: [] as readonly Date[],
};
const told = (now: string, settings = usualAlarms, given: Partial<typeof run> = {}) =>
  alarmsDue({ ...run, ...given }, settings, at(now)).map(
    ({ stepId, stage }) => `${stepId === null ? 'run' : stepId === door.id ? 'door' : 'fridge'} ${stage}`,
  );

it('tells one after the other of a late run, each after a time of their own', () => {
  const settings = { ownerAfter: 30, managerAfter: 60, stepAfter: null };
  expect(told('09:59', settings)).toEqual([]);
  expect(told('10:00', settings)).toEqual(['run doer']);
  expect(told('10:30', settings)).toEqual(['run doer', 'run owner']);
  expect(told('11:00', settings)).toEqual(['run doer', 'run owner', 'run manager']);
});

it('tells whoever answers for the process at once as long as nobody says otherwise, and no manager', () => {
  expect(told('10:00')).toEqual(['run doer', 'run owner']);
  expect(told('23:00')).toEqual(['run doer', 'run owner']);
  expect(told('23:00', { ownerAfter: null, managerAfter: null, stepAfter: null })).toEqual(['run doer']);
});

it('says nothing of a run that is to be done by no time', () => {
  expect(told('23:00', usualAlarms, { dueAt: null as unknown as Date })).toEqual([]);
});

it('watches the step that is next, from when it is next, for as long as it takes and some more', () => {
  const settings = { ownerAfter: 15, managerAfter: null, stepAfter: 20 };
  expect(told('08:29', settings)).toEqual([]);
  expect(told('08:30', settings)).toEqual(['door doer']);
  expect(told('08:45', settings)).toEqual(['door doer', 'door owner']);
  const further = { states: ['done', 'open'], notedAt: [at('08:40')] };
  expect(told('08:59', settings, further)).toEqual([]);
  expect(told('09:00', settings, further)).toEqual(['fridge doer']);
  expect(told('09:30', settings, { states: ['done', 'done'] })).toEqual([]);
});
