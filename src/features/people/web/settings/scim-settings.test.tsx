import { expect, test } from 'vitest';
import { ownerOf, publisher } from '../../../../../test/support/answers.ts';
import { drawPart } from '../../../../../test/support/draw.tsx';
import { ScimSettings } from './scim-settings.tsx';

const baseUrl = 'https://coact.example/scim/v2';
const draw = (token: object | null, me = ownerOf()) =>
  drawPart(<ScimSettings />, [
    [['me'], me],
    [['scim'], { baseUrl, token }],
  ]);

test('the address to paste stands there, and a token can be made', () => {
  const page = draw(null);
  expect(page.text).toContain('coact.example/scim/v2');
  expect(page.text).toContain('no provider gets in');
  expect(page.buttons).toEqual(['Copy base URL', 'Make a token']);
});

test('a token is told by whom and when, and can be replaced and revoked', () => {
  const page = draw({ madeBy: 'Maya', createdAt: '2026-11-02T10:00:00.000Z', lastUsedAt: null });
  expect(page.text).toContain('made by Maya');
  expect(page.text).toContain('not used yet');
  expect(page.buttons).toEqual(expect.arrayContaining(['Make a new token', 'Revoke']));
});

test('who does not manage sees nothing of it', () => {
  expect(draw(null, publisher).text).toBe('');
});
