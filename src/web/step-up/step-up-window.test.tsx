import { expect, test } from 'vitest';
import { drawPart } from '../../../test/support/draw.tsx';
import { NoWay } from './step-up-window.tsx';

test('who has nothing to confirm it with is led to a fresh sign-in, not to another browser', () => {
  const { text, buttons } = drawPart(<NoWay />);
  expect(text).toContain('Sign in again, by e-mail or Slack');
  expect(text).not.toContain('another device');
  expect(buttons).toEqual(['Sign out, to sign in again']);
});
