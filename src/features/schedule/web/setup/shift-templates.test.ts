import { expect, test } from 'vitest';
import { problemsOf } from '../../calendar/problems.ts';
import { seriesOf, shiftTemplates } from './shift-templates.ts';

const wanted = {
  days: ['MO', 'TU', 'WE', 'TH', 'FR'] as const,
  needs: 2,
  from: '2026-03-07',
  weekStart: 'MO' as const,
};

test('every template makes series that the calendar accepts, on the first day that fits', () => {
  for (const template of shiftTemplates) {
    for (const series of seriesOf({ template, ...wanted })) {
      expect(problemsOf({ id: 's', zone: 'Europe/Lisbon', exceptions: [], ...series })).toEqual([]);
      expect(series.start.slice(0, 10)).toBe('2026-03-09');
    }
  }
});

test('a night shift ends on the next morning and long shifts have a break', () => {
  const template = shiftTemplates.find(({ id }) => id === 'three');
  if (template === undefined) throw new Error('there is no template with nights');
  const [early, , night] = seriesOf({ template, ...wanted, days: ['SA'] });
  expect(early).toMatchObject({ start: '2026-03-07T06:00', payload: { needs: 2, breakMinutes: 30, label: 'Early' } });
  expect(night).toMatchObject({ start: '2026-03-07T22:00', minutes: 480 });
});
