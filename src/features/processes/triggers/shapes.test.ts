import { describe, expect, it } from 'vitest';
import { alarmShape, wantedTrigger } from './shapes.ts';

const byTime = { kind: 'schedule', repeat: { every: 'day' }, atTime: '08:30', doer: 'anyone' };
const refusalOf = (given: object) => {
  const read = wantedTrigger.safeParse({ ...byTime, ...given });
  return read.success ? null : read.error.issues.map(({ path, message }) => [path.join('.'), message] as const);
};

describe('what may begin a process', () => {
  it('is read with what is usual where nothing is said', () => {
    expect(wantedTrigger.parse(byTime)).toEqual({
      ...byTime,
      ...{
        locationId: null,
        minutesBefore: 0,
        withinMinutes: null,
        doerId: null,
        doerRoleId: null,
        tellWithout: false,
      },
    });
  });

  it.each([
    [{ atTime: '00:00' }],
    [{ atTime: '23:59' }],
    [{ atTime: null }],
    [{ repeat: { every: 'week', days: ['MO', 'SU'] } }],
    [{ repeat: { every: 'month', day: 28 } }],
    [{ repeat: { every: 'month', day: -1 } }],
    [{ minutesBefore: 720 }],
    [{ withinMinutes: 5 }],
    [{ withinMinutes: 43_200 }],
    [{ kind: 'shift', doer: 'opener', repeat: null, atTime: null, tellWithout: true }],
    [{ kind: 'joining', doer: 'manager', repeat: null, atTime: null }],
  ])('may be %j', (given) => {
    expect(refusalOf(given)).toBeNull();
  });

  it.each([
    [{ atTime: '24:00' }, 'atTime', 'Write a time such as 08:30.'],
    [{ atTime: '8:30' }, 'atTime', 'Write a time such as 08:30.'],
    [{ atTime: '08:30:00' }, 'atTime', 'Write a time such as 08:30.'],
    [{ atTime: ' 08:30' }, 'atTime', 'Write a time such as 08:30.'],
    [{ repeat: { every: 'week', days: [] } }, 'repeat.days', 'Choose a day of the week.'],
    [{ repeat: { every: 'month', day: 0 } }, 'repeat.day', 'Choose a day of the month.'],
  ])('is not %j, and the sentence stands at its field', (given, field, sentence) => {
    expect(refusalOf(given)).toEqual([[field, sentence]]);
  });

  it.each([
    [{ kind: 'full_moon' }, 'kind'],
    [{ doer: 'nobody' }, 'doer'],
    [{ doerId: 'Ana' }, 'doerId'],
    [{ doerRoleId: '' }, 'doerRoleId'],
    [{ locationId: 'Mitte' }, 'locationId'],
    [{ repeat: { every: 'year' } }, 'repeat.every'],
    [{ repeat: { every: 'week', days: ['Monday'] } }, 'repeat.days.0'],
    // No month lacks a 28th; its last day is counted from the end.
    [{ repeat: { every: 'month', day: 29 } }, 'repeat.day'],
    [{ repeat: { every: 'month', day: -2 } }, 'repeat.day'],
    [{ repeat: { every: 'day', interval: 2 } }, 'repeat'],
    [{ minutesBefore: -1 }, 'minutesBefore'],
    [{ minutesBefore: 721 }, 'minutesBefore'],
    [{ minutesBefore: 1.5 }, 'minutesBefore'],
    [{ withinMinutes: 4 }, 'withinMinutes'],
    [{ withinMinutes: 43_201 }, 'withinMinutes'],
    [{ tellWithout: 'yes' }, 'tellWithout'],
    [{ paused: true }, ''],
  ])('is not %j', (given, field) => {
    expect(refusalOf(given)?.map(([path]) => path)).toEqual([field]);
  });
});

describe('when what is late is told', () => {
  const isRead = (given: object) =>
    alarmShape.safeParse({ ownerAfter: 0, managerAfter: null, stepAfter: null, ...given }).success;

  it.each([[{}], [{ ownerAfter: null }], [{ managerAfter: 10_080 }], [{ stepAfter: 1 }]])('may be %j', (given) => {
    expect(isRead(given)).toBe(true);
  });

  it.each([
    [{ ownerAfter: -1 }],
    [{ ownerAfter: 0.5 }],
    [{ managerAfter: 10_081 }],
    // At once would be before anybody could have done it.
    [{ stepAfter: 0 }],
    [{ stepAfter: 10_081 }],
    [{ ownerAfter: undefined }],
    [{ everybodyAfter: 5 }],
  ])('is not %j', (given) => {
    expect(isRead(given)).toBe(false);
  });
});
