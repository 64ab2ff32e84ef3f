import { describe, expect, it } from 'vitest';
import { judgeView } from '../../../../../test/support/slack-fake/block-rules.ts';
import { checkView } from '../../../../platform/slack/index.ts';
import type { PartnersAnswer } from '../offers/shapes.ts';
import { offerWindow, readOffer } from './offer-window.ts';

const id = (number: number) => `019df2a0-0000-7000-8000-${String(number).padStart(12, '0')}`;
const gives = {
  ...{ assignmentId: id(1), shiftId: id(2), roleId: id(3), roleName: '<Bar>', locationName: 'Harbour', whole: true },
  ...{ startsAt: '2026-05-04T08:00:00.000Z', endsAt: '2026-05-04T16:00:00.000Z', zone: 'Europe/Lisbon' },
  ...{ localStart: '2026-05-04T09:00', localEnd: '2026-05-04T17:00' },
};
const partner = (number: number, alone = true) => ({
  ...{ personId: id(100 + number), name: `P${number}`, alone, returns: alone ? [] : [gives], words: '' },
});
const windowOf = (partners: PartnersAnswer['partners'], problem: string | null = null) =>
  offerWindow({ gives, partners: { partners, refused: [], deadline: null, problem } }, null);
const words = (...given: Parameters<typeof windowOf>) => JSON.stringify(windowOf(...given));

describe('the window that offers a shift', () => {
  it('lists whoever may take it for nothing, as many as Slack has room for', () => {
    const view = windowOf([partner(0, false), ...Array.from({ length: 150 }, (_, index) => partner(index + 1))]);
    expect(checkView(view)).toEqual([]);
    expect(judgeView(JSON.parse(JSON.stringify(view)))).toEqual([]);
    expect(JSON.stringify(view)).toContain('Everyone who may take it: 150 people');
    expect(JSON.stringify(view)).toContain('&lt;Bar&gt;');
    expect(JSON.stringify(view)).toContain('P100');
    for (const left of ['"P0"', 'P101']) expect(JSON.stringify(view)).not.toContain(left);
  });

  it('says why there is nothing to offer', () => {
    expect(words([partner(1)], 'It is too late.')).toContain('It is too late.');
    expect(words([partner(1, false)])).toContain('in return for a shift of theirs');
    expect(words([])).toContain('There is nobody who may take this shift.');
    for (const view of [windowOf([]), windowOf([partner(1, false)])]) expect(view.submit).toBeUndefined();
  });

  it('is read as the web would ask for it', () => {
    const metadata = windowOf([partner(1)]).private_metadata ?? '';
    const read = (to: string, people: readonly string[] | null, note: string | null = null) =>
      readOffer(metadata, { to: { to }, people: { people }, note: { note } });
    expect(read('everyone', null, ' A wedding ')).toMatchObject({
      kind: 'offer',
      wanted: { assignmentId: id(1), everyone: true, people: [], note: 'A wedding' },
    });
    expect(read('chosen', [id(101)])).toMatchObject({
      wanted: { everyone: false, people: [{ personId: id(101), returns: [] }], note: null },
    });
    expect(read('chosen', [])).toMatchObject({ errors: { people: /^Choose somebody/ } });
    expect(read('everyone', [id(101)])).toMatchObject({ errors: { people: /nobody here/ } });
    expect(read('chosen', ['nonsense'])).toBeNull();
    expect(readOffer('nonsense', {})).toBeNull();
  });
});
