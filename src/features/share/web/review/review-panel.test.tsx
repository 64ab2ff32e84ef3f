import { describe, expect, test } from 'vitest';
import { harbour, ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import { requestOf } from '../../../../../test/support/requests.ts';
import type { ShareRequest } from '../contract.ts';
import type { Review, ReviewStep } from './review-api.ts';
import { stepWords } from './step-words.ts';

const approver = ownerOf({
  roles: ['approver', 'employee'],
  can: { manage: false, publish: false, approve: true, audit: false, people: false },
});

const step = (change: Partial<ReviewStep> = {}): ReviewStep => ({
  ...{ id: 's1', what: 'submitted', by: 'Pia', words: null, sendAt: null, at: '2026-05-04T09:00:00Z' },
  ...change,
});

const reviewOf = (change: Partial<Review> = {}): Review => ({
  ...{ approvals: 'required', approved: false, mayDecide: true, slack: [], composers: ['Pia'] },
  texts: [{ title: 'Bluesky', text: 'We open in Porto! #boats' }],
  steps: [step()],
  ...change,
});

function draw(change: Partial<ShareRequest>, review: Partial<Review> = {}, me = approver) {
  const request = requestOf({ state: 'in_review', sentAt: null, figures: null, ...change });
  return drawPage(`/requests/${request.id}`, [
    [['me'], me],
    [['organisation'], harbour],
    [['requests', 'one', request.id], request],
    [['requests', 'review', request.id], reviewOf(review)],
  ]);
}

describe('a request in review', () => {
  test('shows whoever decides all that people will see, and the two answers', async () => {
    const page = await draw({ sendAt: '2999-05-05T09:00:00Z' });
    for (const words of ['In review', 'Your decision', 'Written by Pia', 'We open in Porto! #boats', 'it goes out']) {
      expect(page.text).toContain(words);
    }
    expect(page.buttons).toEqual(expect.arrayContaining(['Approve', 'Ask for changes']));
    expect(page.buttons).not.toContain('Edit');
  });

  test('says before the decision that one whose time has passed goes out with it', async () => {
    const page = await draw({ sendAt: '2026-05-05T09:00:00Z' });
    expect(page.text).toMatch(/Its time, .*, has passed: once it is approved, it goes out at once\./);
    expect(page.buttons).toContain('Approve and send now');
    expect((await draw({ sendAt: null })).buttons).toContain('Approve');
  });

  test('says to whoever wrote it that somebody else decides, and lets them edit', async () => {
    const page = await draw({}, { mayDecide: false }, ownerOf());
    expect(page.text).toContain('Waits for approval');
    expect(page.text).toContain('Once it is approved, a publisher sends it.');
    expect(page.buttons).not.toContain('Approve');
    expect(page.buttons).toContain('Edit');
  });
});

test('the history stays, with the words', async () => {
  const steps = [step(), step({ id: 's2', what: 'changes_asked', by: 'Ana', words: 'Shorter, please' })];
  const page = await draw({ state: 'draft' }, { steps, mayDecide: false });
  expect(page.text).toContain('Ana asked for changes Shorter, please');
  expect(page.text).not.toContain('Waits for approval');
});

test('an approved one can be sent by a publisher', async () => {
  expect((await draw({ state: 'approved' }, {}, ownerOf())).buttons).toContain('Send');
  expect((await draw({ state: 'approved' })).buttons).not.toContain('Send');
});

test('each step is a sentence with its name', () => {
  const whats = [
    'submitted',
    'approved',
    'changes_asked',
    'withdrawn',
    'edited',
    'switched_on',
    'switched_off',
  ] as const;
  const sentences = whats.map((what) => stepWords(step({ what }), 'UTC'));
  expect(new Set(sentences).size).toBe(whats.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^Pia /);
  expect(stepWords(step({ sendAt: '2026-05-05T09:00:00Z' }), 'UTC')).toMatch(/to go out .*09:00/);
});
