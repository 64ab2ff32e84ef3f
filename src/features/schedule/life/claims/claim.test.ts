import { expect, it } from 'vitest';
import type { Assignment, PlannedShift } from '../../plan/plan.ts';
import type { PublishedShift } from '../../plan/publishing/store.ts';
import { freeOf } from './claim.ts';

const shift: PlannedShift = {
  ...{ id: 's1', periodId: 'p1', roleId: 'r1', seriesId: 'x', occurrence: '', zone: 'UTC', day: '2026-05-18' },
  ...{ start: 0, end: 480, needs: 2, breakMinutes: 0, label: null, colour: null, importance: null, cancelled: false },
};
const has = (personId: string, start = 0, end = 480): Assignment => ({
  ...{ id: personId, shiftId: 's1', personId, start, end, madeBy: 'hand', pinned: false },
  ...{ overruledWhy: null, overruledBy: null },
});
const told = (personId: string, start = 0, end = 480): PublishedShift => ({
  ...{ id: personId, publicationId: '', endedBy: null, periodId: 'p1', personId, shiftId: 's1', roleId: 'r1' },
  ...{ start, end, zone: 'UTC', breakMinutes: 0, premiumMinutes: 0, endPremiumMinutes: 0, seen: false },
});

it('is free where somebody is lacking, and for as long as they are', () => {
  expect(freeOf(shift, [], [])).toEqual({ span: { start: 0, end: 480 }, missing: 2 });
  expect(freeOf(shift, [has('ana')], [told('ana')])).toEqual({ span: { start: 0, end: 480 }, missing: 1 });
  expect(freeOf(shift, [has('ana'), has('ben', 0, 240)], [])).toEqual({ span: { start: 240, end: 480 }, missing: 1 });
  expect(freeOf(shift, [has('ana'), has('ben')], [])).toBeNull();
});

it('is not free while somebody was told to have it, though the plan has given it up', () => {
  expect(freeOf(shift, [has('ana')], [told('ana'), told('ben')])).toBeNull();
  expect(freeOf({ ...shift, needs: 3 }, [has('ana')], [told('ana'), told('ben')])?.missing).toBe(1);
});

it('is never free when it was taken out', () => {
  expect(freeOf({ ...shift, cancelled: true }, [], [])).toBeNull();
});
