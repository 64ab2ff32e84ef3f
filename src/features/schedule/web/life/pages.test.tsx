import { expect, test } from 'vitest';
import { employee, ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../../test/support/draw.tsx';
import { ApiFailure } from '../../../../web/problem.ts';
import { addDays, dayAt } from '../../../../web/zoned-time.ts';
import { myShiftOf } from '../mine/my-shift.fixture.ts';
import { AcceptForm } from './accept-form.tsx';
import { effect, offerOf, offerShiftOf, openShiftOf } from './offer.fixture.ts';
import { OfferButton } from './offer-button.tsx';
import { PartnerList } from './partner-list.tsx';
import { isOver, Refusal } from './refusal.tsx';

const none = { forMe: [], mine: [], toDecide: [] };
const mine = { mine: true, mayAccept: false, mayDecline: false, mayWithdraw: true };

test('offers to me can be accepted or declined, my own withdrawn, others decided', async () => {
  const toDecide = offerOf({
    ...{ id: 'o3', state: 'waiting', mayAccept: false, mayDecline: false, mayDecide: true },
    ...{ takenBy: { personId: 'b', name: 'Ben' }, takes: offerShiftOf('2030-03-06') },
  });
  const { text, buttons, links } = await drawPage('/team/offers', [
    [['me'], ownerOf()],
    [['schedule', 'claims'], []],
    [
      ['schedule', 'offers'],
      { forMe: [offerOf({ note: 'A wedding' })], mine: [offerOf({ id: 'o2', ...mine })], toDecide: [toDecide] },
    ],
  ]);
  expect(text).toContain('To decide 1');
  expect(text).toContain('Ben takes it, once it is approved');
  expect(text).toContain('in return for Wed 6 Mar 09:00–17:00');
  expect(text).toContain('from Ana');
  expect(text).toContain('A wedding');
  expect(buttons).toEqual(expect.arrayContaining(['Accept…', 'Decline', 'Withdraw…', 'Approve', 'Refuse…']));
  expect(links).toContain('/team/offers/o1');
  expect(buttons).toContain('Offers, 2 waiting');
});

test('without offers the page says where they begin', async () => {
  const { text, links } = await drawPage('/team/offers', [
    [['me'], employee],
    [['schedule', 'offers'], none],
  ]);
  expect(text).toContain('Nothing is offered');
  expect(links).toContain('/team/mine');
});

test('the page of one offer tells what accepting makes of my week before I do', async () => {
  const detail = { ...offerOf(), effects: [{ returnAssignmentId: null, effect }] };
  const { text, buttons } = await drawPage('/team/offers/o1', [
    [['me'], employee],
    [['schedule', 'offers'], none],
    [['schedule', 'offers', 'o1'], detail],
  ]);
  expect(text).toContain('Ana offers a shift');
  expect(text).toContain('€96.00 more');
  expect(buttons).toEqual(expect.arrayContaining(['Accept', 'Decline']));
});

test('where a shift is asked in return, one of them is chosen first', () => {
  const returns = [offerShiftOf('2030-03-06'), offerShiftOf('2030-03-07')];
  const people = [{ personId: 'p1', name: 'Maya', state: 'asked' as const, returns }];
  const effects = returns.map(({ assignmentId }) => ({ returnAssignmentId: assignmentId, effect }));
  const { text, html } = drawPart(<AcceptForm offer={{ ...offerOf({ people }), effects }} onDone={() => undefined} />, [
    [['me'], employee],
  ]);
  expect(text).toContain('What you give for it');
  expect(text).toContain('Thu 7 Mar 09:00–17:00');
  expect(html).toMatch(/disabled=""[^>]*>.*Accept/);
});

test('an offer that somebody else has taken meanwhile says so', () => {
  const offer = { ...offerOf({ state: 'done', mayAccept: false }), effects: [] };
  const { text, buttons } = drawPart(<AcceptForm offer={offer} onDone={() => undefined} />, [[['me'], employee]]);
  expect(text).toContain('somebody else was faster');
  expect(buttons).toEqual(['Close']);
});

test('a refusal tells every reason, and which can’t be tried again', () => {
  const answer = { reasons: [{ hard: true, words: 'Rest of 11 h: only 8 h', overrulable: true }] };
  const broken = new ApiFailure('refused', 'A rule speaks against it.', 'rules_broken', {}, [], answer);
  expect(drawPart(<Refusal error={broken} />).text).toContain('A rule speaks against it. Rest of 11 h: only 8 h');
  expect(isOver(broken)).toBe(true);
  expect(isOver(new ApiFailure('refused', 'Gone.', 'taken'))).toBe(true);
  expect(isOver(new ApiFailure('offline', 'Try again.'))).toBe(false);
});

test('those who can take a shift are listed with what they could give, the others with the reason', () => {
  const returns = [offerShiftOf('2030-03-06')];
  const partners = {
    ...{ deadline: null, problem: null },
    partners: [
      { personId: 'b', name: 'Ben', alone: true, returns: [], words: 'Likes early shifts' },
      { personId: 'c', name: 'Cleo', alone: false, returns, words: '' },
    ],
    refused: [{ personId: 'd', name: 'Dan', reasons: ['Not qualified: First aid'] }],
  };
  const chosen = new Map([['c', new Set([returns[0]?.assignmentId ?? ''])]]);
  const { text } = drawPart(<PartnerList partners={partners} chosen={chosen} onChange={() => undefined} />, [
    [['me'], employee],
  ]);
  expect(text).toContain('Ben Likes early shifts');
  expect(text).toContain('Wed 6 Mar 09:00–17:00');
  expect(text).toContain('Dan Not qualified: First aid');
});

test('a shift of mine can be offered, once', () => {
  const assignmentId = 'assigned 2030-03-04';
  const draw = (shift: Parameters<typeof OfferButton>[0]['shift'], own: readonly object[] = []) =>
    drawPart(<OfferButton shift={shift} />, [
      [['me'], employee],
      [['schedule', 'offers'], { ...none, mine: own }],
    ]);
  const shift = myShiftOf('2030-03-04', { assignmentId });
  expect(draw(shift).buttons).toEqual(['Offer the shift 2030-03-04 09:00–17:00']);
  expect(draw(shift, [offerOf(mine)]).text).toBe('Offered');
  expect(draw(shift, [offerOf({ ...mine, state: 'withdrawn' })]).buttons).toHaveLength(1);
  expect(draw(myShiftOf('2030-03-04')).text).toBe('');
});

test('open shifts say what taking them means, or why I can’t; who picks sees the claims', async () => {
  const today = dayAt(new Date(), 'Europe/Lisbon');
  const shifts = [
    openShiftOf(today, { missing: 2 }),
    openShiftOf(addDays(today, 2), { state: 'blocked', reasons: ['Does not know the role: Bar'] }),
    openShiftOf(addDays(today, 3), { state: 'asked', claimId: 'c1' }),
  ];
  const claim = { ...offerShiftOf('2030-03-04'), id: 'c2', personName: 'Ben', askedAt: '2030-03-01T09:00:00Z' };
  const { text, buttons } = await drawPage('/team/open', [
    [['me'], ownerOf()],
    [['schedule', 'offers'], none],
    [['schedule', 'claims'], [{ ...claim, words: 'Rank 1, 16 h in that week', reasons: [] }]],
    [['schedule', 'open-shifts', today, addDays(today, 27)], { shifts, claims: 'picked' }],
  ]);
  expect(text).toContain('2 places');
  expect(text).toContain('€96.00 more');
  expect(text).toContain('Does not know the role: Bar');
  expect(text).toContain('Claimed, not decided yet');
  expect(text).toContain('To pick 1');
  expect(text).toContain('Ben Rank 1, 16 h in that week');
  expect(buttons).toEqual(expect.arrayContaining(['Ask for it…', 'Take the claim back', 'Pick Ben']));
});
