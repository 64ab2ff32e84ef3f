import { expect, it } from 'vitest';
import { nearestName } from './index.ts';

const known = ['serve', 'work', 'migrate', 'doctor', 'PUBLIC_URL', 'PORT'];

it.each([
  ['sevre', 'serve'],
  ['docter', 'doctor'],
  ['Migrat', 'migrate'],
  ['PUBLIC_URI', 'PUBLIC_URL'],
  ['PROT', 'PORT'],
])('finds for %s the name %s', (written, name) => {
  expect(nearestName(written, known)).toBe(name);
});

it.each(['', 'x', 'listen', 'wo', 'PATH'])('finds nothing for %s', (written) => {
  expect(nearestName(written, known)).toBeNull();
});
