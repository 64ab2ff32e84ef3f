import { expect, test } from 'vitest';
import { localOf, wall } from '../../calendar/local.ts';
import { draggedTo, type Grip, keyedSpan, keyHint, usualSpan, wallWords, withDraft } from './draft.ts';
import type { ShownEvent } from './event.ts';
import { keyAct } from './keys.ts';

const nine = wall('2026-03-02T09:00');
const early: ShownEvent = {
  ...{ key: 'early', title: 'Early', colour: 'teal', repeats: true, changed: false, row: 'Early' },
  ...{ start: nine, end: nine + 480 },
};
const grip = (kind: Grip['kind'], at = nine): Grip => ({
  kind,
  key: kind === 'create' ? null : early.key,
  held: kind === 'create' ? null : early,
  from: { wall: at, row: null },
});
const berlin = 'Europe/Berlin';

test('dragging moves by what the pointer moved, wherever it took hold', () => {
  const { span, key, row } = draggedTo(grip('move', nine + 100), nine + 100 + 1440 + 52, berlin);
  expect({ key, row }).toEqual({ key: 'early', row: 'Early' });
  expect(span).toEqual({ start: nine + 1440 + 45, end: nine + 1440 + 45 + 480 });
});

test('dragging an edge changes the length, across midnight too', () => {
  const later = draggedTo(grip('end', nine + 480), nine + 900, berlin);
  expect(localOf(later.span.end)).toBe('2026-03-03T00:00');
  expect(later.span.start).toBe(nine);
});

test('dragging over free time makes something there', () => {
  const fresh = draggedTo(grip('create'), nine + 118, berlin);
  expect(fresh).toEqual({ key: null, row: null, span: { start: nine, end: nine + 120 }, by: 'pointer' });
});

test('what is dropped into the hour that the clock skips begins after it', () => {
  const night = wall('2026-03-29T01:00');
  const held = { ...early, start: night, end: night + 240 };
  const { span } = draggedTo({ ...grip('move', night), held }, night + 90, berlin);
  expect(localOf(span.start)).toBe('2026-03-29T03:00');
  expect(span.end - span.start).toBe(240);
});

test('keys move and resize within what is shown', () => {
  const range = { from: Math.floor(nine / 1440), until: Math.floor(nine / 1440) + 7 };
  const press = (key: string, shift = false) => {
    const act = keyAct(key, shift, 'down');
    return act && keyedSpan(early, act, berlin, range);
  };
  expect(press('ArrowDown')).toEqual({ start: nine + 15, end: nine + 495 });
  expect(press('ArrowRight')).toEqual({ start: nine + 1440, end: nine + 1920 });
  expect(press('ArrowDown', true)).toEqual({ start: nine, end: nine + 495 });
  expect(press('ArrowLeft')).toBeNull();
});

test('a draft is drawn instead of its event, and only of it', () => {
  const late = { ...early, key: 'late' };
  const span = { start: nine + 60, end: nine + 120 };
  const drawn = withDraft([early, late], { key: 'late', row: null, span, by: 'keys' });
  expect(drawn[0]).toBe(early);
  expect(drawn[1]).toMatchObject(span);
  expect(withDraft([early], null)).toEqual([early]);
});

test('spans are said with the day on which they end where that is another', () => {
  expect(wallWords(early)).toBe('Mon 2 Mar 2026, 09:00–17:00');
  expect(wallWords({ start: nine, end: nine + 900 })).toBe('Mon 2 Mar 2026, 09:00–00:00');
  expect(wallWords({ start: nine, end: nine + 1200 })).toBe('Mon 2 Mar 2026, 09:00–Tue 3 Mar 2026, 05:00');
  expect(wallWords(usualSpan(20_000, 60))).toContain('09:00–10:00');
});

test('each view says its own keys', () => {
  expect(keyHint('down')).toContain('Up and down move it by a quarter');
  expect(keyHint('across')).toContain('Page up');
  expect(keyHint('days')).toContain('days and weeks');
});
