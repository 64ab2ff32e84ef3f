import { expect, test } from 'vitest';
import { branchesOf, sizeOf } from './chart.ts';

const box = (id: string, managerId: string | null) => ({ id, name: id, pictureAt: null, managerId });

test('whoever reports to nobody stands at the top, with all levels below counted', () => {
  const [ana, dee] = branchesOf([box('ana', null), box('bo', 'ana'), box('cy', 'bo'), box('dee', null)]);
  expect(ana?.reports.map(({ person, reports }) => [person.id, reports.length])).toEqual([['bo', 1]]);
  expect(ana && sizeOf(ana)).toBe(2);
  expect(dee && [dee.person.id, sizeOf(dee)]).toEqual(['dee', 0]);
});
