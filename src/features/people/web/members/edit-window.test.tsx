import { expect, test } from 'vitest';
import { ownerOf } from '../../../../../test/support/answers.ts';
import { drawPart } from '../../../../../test/support/draw.tsx';
import type { Place } from '../places/contract.ts';
import type { Member } from './contract.ts';
import { EditForm } from './edit-window.tsx';

const sam: Member = {
  ...{ id: 'p1', name: 'Sam', roles: ['employee', 'scheduler'], state: 'active', slack: false },
  ...{ departments: ['d1'], locations: [], reach: { departments: ['d2'], locations: [] } },
};
const bar: Place = { id: 'd1', name: 'Bar', archived: false };
const attic: Place = { id: 'd2', name: 'Attic', archived: true };

const draw = (member: Member, departments: readonly Place[]) =>
  drawPart(<EditForm member={member} onDone={() => undefined} />, [
    [['me'], ownerOf()],
    [['departments'], departments],
    [['locations'], []],
  ]);

test('a scheduler’s limits are shown, an archived one too', () => {
  const { text } = draw(sam, [bar, attic]);
  expect(text).toContain('Schedules only these departments');
  expect(text).toContain('Attic (archived)');
  expect(text).toContain('Nothing chosen means all');
});

test('who does not schedule has no limits to set', () => {
  const { text } = draw({ ...sam, roles: ['employee'] }, [bar]);
  expect(text).toContain('Departments');
  expect(text).not.toContain('Schedules only');
});

test('an organisation without departments and locations is asked for none', () => {
  const { text } = draw({ ...sam, departments: [], reach: { departments: [], locations: [] } }, []);
  expect(text).toContain('Further roles');
  expect(text).not.toContain('Departments');
});
