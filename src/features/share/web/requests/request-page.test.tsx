import { describe, expect, test } from 'vitest';
import { harbour, ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../../test/support/draw.tsx';
import { linkOf } from '../../../../../test/support/links.ts';
import { requestOf } from '../../../../../test/support/requests.ts';
import type { ShareRequest } from '../contract.ts';
import { RequestStats } from './request-stats.tsx';

const draw = (change: Partial<ShareRequest> = {}) => {
  const request = requestOf(change);
  return drawPage(`/requests/${request.id}`, [
    [['me'], ownerOf()],
    [['organisation'], harbour],
    [['requests', 'one', request.id], request],
    [['requests', 'links', request.id], { links: [linkOf()] }],
  ]);
};

test('an open request shows totals, links and its life', async () => {
  const page = await draw();
  for (const words of ['Awareness', '61', 'fewer than 5', '412', '377 unique, 1 robot apart', 'Version 1', '268']) {
    expect(page.text).toContain(words);
  }
  expect(page.text).toContain('go.example/l/q7Hd2Kp');
  expect(page.text).toMatch(/Drafted.*Sent to Slack.*Ends/);
  expect(page.buttons).toEqual(expect.arrayContaining(['Edit', 'More actions', 'Copy the link of Bluesky, version 1']));
});

test('times are those of the organisation’s clock', async () => {
  const page = await draw({ createdAt: '2025-07-01T08:00:00.000Z' });
  expect(page.text).toMatch(/(?:1 Jul|Jul 1),? 2025,? (?:at )?09:00/);
});

test('amounts are in the report’s own currency', () => {
  const { figures } = requestOf();
  if (figures === null) throw new Error('the sample has figures');
  const drawn = drawPart(<RequestStats figures={{ ...figures, currency: 'JPY' }} />, [[['organisation'], harbour]]);
  expect(drawn.text).toContain('226,550');
});

describe('what happened at Slack', () => {
  test('a message on its way says so', async () => {
    expect((await draw({ delivery: { state: 'queued', problem: null } })).text).toContain('On its way to Slack');
  });

  test('a refused message says why and what to do', async () => {
    const page = await draw({ delivery: { state: 'failed', problem: 'The channel was archived.' } });
    expect(page.text).toContain('Slack didn’t take it The channel was archived.');
    expect(page.buttons).toContain('Edit and send again');
  });

  test('of several channels the one that refused is named, and what is out stays out', async () => {
    const problem = '#old: This channel is archived.';
    const channels = ['news', 'old', 'sales'].map((name) => ({ id: name, name }));
    const page = await draw({ delivery: { state: 'sent', problem }, channels });
    expect(page.text).toContain(`Not in every channel as it should be ${problem}`);
    expect(page.text).toContain('in #news, #old and #sales');
    expect(page.buttons).not.toContain('Edit and send again');
  });

  test('an unknown outcome isn’t called a failure', async () => {
    const page = await draw({ delivery: { state: 'uncertain', problem: null } });
    expect(page.text).toContain('Slack may have taken it');
    expect(page.text).toContain('look into the channel');
  });

  test('a recalled or scheduled request isn’t on its way, whatever its delivery', async () => {
    for (const state of ['recalled', 'scheduled'] as const) {
      const page = await draw({ state, delivery: { state: 'queued', problem: null } });
      expect(page.text).not.toContain('On its way');
    }
  });
});

test('a reminder shows its moment, or why there was none', async () => {
  const at = '2025-11-27T09:00:00.000Z';
  expect((await draw({ reminder: { at, state: 'sent', problem: null } })).text).toMatch(/Reminder sent.*Nov.*Ends/);
  const problem = 'The reminder was not posted. This channel is archived.';
  expect((await draw({ reminder: { at: null, state: 'failed', problem } })).text).toContain(problem);
  expect((await draw({ reminder: { at: null, state: 'none', problem: null } })).text).toContain(
    'No reminder went out.',
  );
});

test('without clicks there is no empty chart', async () => {
  const { figures } = requestOf();
  const page = await draw({ figures: figures && { ...figures, clicks: { total: 0, unique: 0, robots: 3 } } });
  expect(page.text).toContain('No clicks yet');
});

test('what has ended can’t be edited, and what was never sent has no figures', async () => {
  expect((await draw({ state: 'ended' })).buttons).not.toContain('Edit');
  const draft = await draw({ state: 'scheduled', sentAt: null, figures: null });
  expect(draft.text).not.toContain('Awareness');
  expect(draft.buttons).toContain('Edit');
});

test('each version’s text can be read', async () => {
  const page = await draw({ networks: { bluesky: { variants: ['First words', 'Second words'] } } });
  expect(page.text).toContain('Bluesky, version 1 First words');
  expect(page.text).toContain('Bluesky, version 2 Second words');
});
