import { describe, expect, it } from 'vitest';
import { type WantedWork, workProblem } from './correction.ts';

const hour = 60;
const now = 1_000 * hour;
const day: WantedWork = { start: 900 * hour, end: 908 * hour, breaks: [] };
const broken = (from: number, to: number) => ({ start: from * hour, end: to * hour });

describe('times of work', () => {
  it.each<[string, Partial<WantedWork>, string | null]>([
    ['what is over', {}, null],
    ['until now', { end: now, start: now - hour }, null],
    ['a break at the beginning and at the end', { breaks: [broken(900, 901), broken(907, 908)] }, null],
    ['the end first', { end: day.start }, 'to'],
    ['what is to come', { end: now + 1 }, 'to'],
    ['two days in one', { end: day.start + 36 * hour + 1 }, 'to'],
    ['years ago', { start: 0, end: hour }, 'from'],
    ['a break outside', { breaks: [broken(899, 901)] }, 'breaks'],
    ['a break of no length', { breaks: [broken(901, 901)] }, 'breaks'],
    ['breaks that overlap', { breaks: [broken(901, 903), broken(902, 904)] }, 'breaks'],
  ])('%s', (_, given, field) => {
    const from = given.start === 0 ? 10_000 * hour : now;
    expect(workProblem({ ...day, ...given }, from)?.field ?? null).toBe(field);
  });
});
