import { expect, test } from 'vitest';
import { employee } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import { preferences } from './answers.fixture.ts';
import { events, methods, type Preferences } from './contract.ts';

const draw = (found: Preferences | null) =>
  drawPage('/account/notifications', [
    [['me'], employee],
    ...(found === null ? [] : [[['notice-preferences'], found] as const]),
  ]);
const boxes = (html: string) => [...html.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].map(([box]) => box);

test('each event has a box for each method, named by both', async () => {
  const { html } = await draw(preferences());
  expect(boxes(html)).toHaveLength(events.length * methods.length);
  expect(html).toContain('aria-label="A shift is offered to me: E-mail"');
  expect(boxes(html).filter((box) => box.includes('checked'))).toHaveLength(events.length + 1);
  expect(boxes(html).some((box) => box.includes('disabled'))).toBe(false);
});

test('what is closed can’t be chosen, and says why', async () => {
  const closed = { slack: null, email: null, text: 'not_configured', call: 'not_configured' } as const;
  const page = await draw(preferences({ closed }));
  expect(boxes(page.html).filter((box) => box.includes('disabled'))).toHaveLength(events.length * 2);
  expect(page.text).toContain('Text and call: this installation of Coact sends no texts and makes no calls.');
});

test('saving is offered once something has changed', async () => {
  expect((await draw(preferences())).buttons).not.toContain('Save');
});

test('until it is there, something grey is', async () => {
  expect((await draw(null)).html).toContain('aria-label="Loading"');
});
