import { describe, expect, test } from 'vitest';
import { type Dragged, dropOf, type Landing } from './drop.ts';
import { assignmentOf, personOf, shiftOf } from './plan.fixture.ts';

const [monday, tuesday] = ['2026-03-02', '2026-03-03'];
const [ana, ben] = [personOf('Ana'), personOf('Ben')];
const assignment = assignmentOf('a1', 'Ana');
const shift = shiftOf('mon', monday, { assignments: [assignment] });
const early = shiftOf('tue-early', tuesday, { localStart: `${tuesday}T06:00` });
const late = shiftOf('tue-late', tuesday, { localStart: `${tuesday}T10:00` });
const full = shiftOf('tue-full', tuesday, { assignments: [assignmentOf('a9', 'Cleo')] });
const shifts = [shift, early, late, full];

const placed: Dragged = { kind: 'placed', shift, assignment };
const onDay = (person: typeof ana, day: string): Landing => ({ kind: 'person-day', person, day });
const edit = (dragged: Dragged, landing: Landing) => {
  const drop = dropOf(dragged, landing, shifts);
  return drop.kind === 'edit' ? drop.edit : drop.kind === 'refused' ? drop.sentence : null;
};

describe('a shift that somebody has', () => {
  test('goes to another person on the same day', () => {
    expect(edit(placed, onDay(ben, monday))).toEqual({ kind: 'move', assignmentId: 'a1', personId: 'Ben' });
  });

  test('stays when it is dropped where it was', () => {
    expect(edit(placed, onDay(ana, monday))).toBeNull();
    expect(edit(placed, { kind: 'shift', shift })).toBeNull();
  });

  test('becomes the nearest open one of the role on another day', () => {
    expect(edit(placed, onDay(ana, tuesday))).toEqual({ kind: 'move', assignmentId: 'a1', shiftId: 'tue-late' });
    expect(edit(placed, onDay(ben, tuesday))).toEqual({
      kind: 'move',
      assignmentId: 'a1',
      shiftId: 'tue-late',
      personId: 'Ben',
    });
  });

  test('is refused on a day without an open one, in a sentence', () => {
    expect(edit(placed, onDay(ana, '2026-03-05'))).toMatch(/No open shift of this role on Thu 5 Mar/);
  });

  test('goes onto another shift, though not onto one that the person works', () => {
    expect(edit(placed, { kind: 'shift', shift: early })).toMatchObject({ kind: 'move', shiftId: 'tue-early' });
    const both = { ...early, assignments: [assignmentOf('a2', 'Ana')] };
    expect(edit(placed, { kind: 'shift', shift: both })).toBe('Works this shift already.');
  });
});

describe('an open shift', () => {
  test('is given to whom it is dropped on, on its day only', () => {
    expect(edit({ kind: 'open', shift: late }, onDay(ben, tuesday))).toEqual({
      kind: 'assign',
      shiftId: 'tue-late',
      personId: 'Ben',
    });
    expect(edit({ kind: 'open', shift: late }, onDay(ben, monday))).toMatch(/on Tue 3 Mar/);
  });

  test('takes a person who is dropped on it, and a cancelled one takes nobody', () => {
    expect(edit({ kind: 'person', person: ben }, { kind: 'shift', shift: late })).toMatchObject({ kind: 'assign' });
    expect(edit({ kind: 'person', person: ben }, { kind: 'shift', shift: { ...late, cancelled: true } })).toBe(
      'This shift is cancelled.',
    );
  });
});
