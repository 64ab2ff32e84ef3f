import { describe, expect, it } from 'vitest';
import { requestOf } from '../../../../../test/support/requests.ts';
import { wallTimeAt } from '../../../../web/zoned-time.ts';
import { emptyForm, formOf } from './composer-form.ts';
import { approvalNotice, saysOtherwise, sendKindOf } from './send-kind.ts';

const zone = 'Europe/Lisbon';
const request = requestOf({ state: 'scheduled' });
const form = formOf(request, emptyForm(new Date(), zone), (iso) => wallTimeAt(new Date(iso), zone));

describe('the button of the composer', () => {
  it('sends where nobody has to approve, and updates what is out', () => {
    for (const state of [null, 'draft', 'scheduled'] as const) expect(sendKindOf(state, false, true)).toBe('send');
    for (const required of [true, false]) expect(sendKindOf('open', required, true)).toBe('update');
  });

  it('sends for review where somebody has to, unless what it says is approved', () => {
    for (const state of [null, 'draft', 'in_review'] as const) expect(sendKindOf(state, true, false)).toBe('review');
    for (const state of ['approved', 'scheduled'] as const) {
      expect([sendKindOf(state, true, false), sendKindOf(state, true, true)]).toEqual(['send', 'review']);
    }
  });
});

describe('a change', () => {
  it('is what says something else', () => {
    expect(saysOtherwise(request, form, zone)).toBe(false);
    expect(saysOtherwise(request, { ...form, title: 'We close' }, zone)).toBe(true);
    expect(saysOtherwise(request, { ...form, channelId: 'C2' }, zone)).toBe(true);
  });

  it('is not another time or end', () => {
    expect(saysOtherwise(request, { ...form, endsAt: '2999-12-24T18:00', endChosen: true }, zone)).toBe(false);
    expect(saysOtherwise(request, { ...form, when: 'later', sendAt: '2999-11-01T09:00' }, zone)).toBe(false);
  });
});

describe('what is said before saving', () => {
  it('names what the approval becomes', () => {
    expect(approvalNotice('approved', true, false)).toMatch(/takes the approval back\.$/);
    expect(approvalNotice('scheduled', true, true)).toMatch(/^Saving this change takes the approval back/);
    expect(approvalNotice('in_review', true, false)).toMatch(/^This request is in review/);
    expect(approvalNotice('open', true, false)).toMatch(/only the end and the reminder can be changed/);
  });

  it('is nothing where no approval is at stake', () => {
    for (const state of [null, 'draft'] as const) expect(approvalNotice(state, true, true)).toBeNull();
    for (const state of ['open', 'scheduled'] as const) expect(approvalNotice(state, false, true)).toBeNull();
  });
});
