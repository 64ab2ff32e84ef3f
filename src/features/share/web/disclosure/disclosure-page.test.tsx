import { expect, test } from 'vitest';
import { ownerOf, publisher } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';

const draw = (me: unknown) =>
  drawPage('/requests/disclosure', [
    [['me'], me],
    [['disclosure'], { words: 'I work at Harbour' }],
  ]);

test('owners change what stands at the end of every post', async () => {
  const page = await draw(ownerOf());
  expect(page.html).toContain('value="I work at Harbour"');
  expect(page.buttons).toContain('Save');
});

test('publishers see it, and who may change it', async () => {
  const page = await draw(publisher);
  expect(page.html).toMatch(/<input[^>]*disabled=""[^>]*value="I work at Harbour"/);
  expect(page.text).toContain('Owners and admins change this.');
  expect(page.buttons).not.toContain('Save');
});
