import { expect, test } from 'vitest';
import { drawPart } from '../../../../../test/support/draw.tsx';
import { requestOf } from '../../../../../test/support/requests.ts';
import type { RequestState } from '../contract.ts';
import { emptyForm } from './composer-form.ts';
import { FilingSection } from './filing-section.tsx';
import { saysOtherwise } from './send-kind.ts';

const campaign = { colour: 'green', from: null, until: null, requests: 1 } as const;
const answers = [
  [
    ['requests', 'campaigns'],
    {
      campaigns: [
        { ...campaign, id: 'spring', name: 'Spring', archived: false },
        { ...campaign, id: 'past', name: 'Past', archived: true },
      ],
    },
  ],
  [['requests', 'tags'], { tags: [{ tag: 'jobs', requests: 2 }] }],
] as const;
const form = { ...emptyForm(new Date(), 'Europe/Lisbon'), campaignId: 'spring', tags: ['boats'] };
const draw = (state: RequestState | null) => {
  const request = state === null ? null : requestOf({ state, campaignId: 'past', tags: ['porto'] });
  const part = { form, patch: () => undefined, problems: { campaignId: 'Choose another one.' }, needsReview: false };
  return drawPart(<FilingSection {...part} state={state} id={request?.id ?? null} request={request} />, answers);
};

test('a draft is filed in its form', () => {
  for (const state of [null, 'draft'] as const) {
    const drawn = draw(state);
    expect(drawn.html).toContain('value="Spring"');
    expect(drawn.text).toContain('boats');
    expect(drawn.text).toContain('Choose another one.');
  }
});

test('what is planned or out is filed as the request’s page does it', () => {
  const drawn = draw('open');
  expect(drawn.html).toContain('value="Past"');
  expect(drawn.text).toContain('porto');
  expect(drawn.text).not.toContain('boats');
});

test('filing is nothing that an approval is about', () => {
  const request = requestOf({ link: '', title: '', slackText: '', preview: null, networks: {}, channelId: null });
  const same = { ...form, link: '', disclosed: true };
  expect(saysOtherwise(request, same, 'Europe/Lisbon')).toBe(false);
  expect(saysOtherwise(request, { ...same, title: 'Else' }, 'Europe/Lisbon')).toBe(true);
});
