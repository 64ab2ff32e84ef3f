import { describe, expect, it } from 'vitest';
import { deadlineOf, endingWords, endWithout, type Offer, termsFor } from './offer.ts';
import { remainders } from './swap.ts';

const returned = { assignmentId: 'a2', shiftId: 's2', start: 100, end: 200, gone: false };
const asked = { personId: 'ben', state: 'asked', returns: [] } as const;
const offer: Offer = {
  ...{ id: 'o1', fromId: 'ana', assignmentId: 'a1', shiftId: 's1', start: 0, end: 60, held: { start: 0, end: 60 } },
  ...{ toEveryone: false, noteSealed: null, state: 'open', madeAt: new Date(0), expiresAt: new Date(0) },
  ...{ takenBy: null, takenReturn: null, endedWhy: null, reasonSealed: null, endedAt: null, people: [asked] },
};

describe('an offer without some of those who were asked', () => {
  it('goes on as long as one of them may answer', () => {
    const people = [{ ...asked, state: 'declined' } as const, { ...asked, personId: 'cleo' }];
    expect(endWithout({ ...offer, people })).toBeNull();
  });

  it('ends when all have declined, or nobody is left', () => {
    const declined = { ...asked, state: 'declined' } as const;
    const gone = { ...asked, personId: 'cleo', state: 'gone' } as const;
    expect(endWithout({ ...offer, people: [declined] })).toBe('declined');
    expect(endWithout({ ...offer, people: [declined, gone] })).toBe('nobody');
    expect(endWithout({ ...offer, people: [] })).toBe('nobody');
  });

  it('that waits for approval stands on who accepted, and on what is taken in return', () => {
    const taker = { ...asked, state: 'accepted', returns: [returned] } as const;
    const waiting = { ...offer, state: 'waiting', takenBy: 'ben', takenReturn: 'a2', people: [taker] } as const;
    expect(endWithout(waiting)).toBeNull();
    expect(endWithout({ ...waiting, people: [{ ...taker, state: 'gone' }] })).toBe('taker_gone');
    expect(endWithout({ ...waiting, people: [{ ...taker, returns: [{ ...returned, gone: true }] }] })).toBe(
      'return_moved',
    );
  });
});

it('says why it ended, and nothing where time alone has ended it', () => {
  expect(endingWords({ endedWhy: null, takenBy: null })).toBeNull();
  expect(endingWords({ endedWhy: 'late', takenBy: null })).toBeNull();
  expect(endingWords({ endedWhy: 'late', takenBy: 'ben' })).toBe('Nobody approved it in time.');
  expect(endingWords({ endedWhy: 'cancelled', takenBy: null })).toBe('The shift was taken out of the calendar.');
});

it('is answered once, by those who were asked', () => {
  expect(termsFor(offer, 'ben')).toEqual(asked);
  expect(termsFor(offer, 'cleo')).toBeNull();
  expect(termsFor({ ...offer, people: [{ ...asked, state: 'declined' }] }, 'ben')).toBeNull();
});

it('ends as long before its shift as the organisation says', () => {
  expect(deadlineOf({ start: 600, end: 900 }, { tradeDeadlineMinutes: 90 })).toBe(510);
});

describe('what is left of a shift', () => {
  const held = { start: 0, end: 60 };
  it.each([
    ['nothing, when all of it is given', held, []],
    ['its end', { start: 0, end: 15 }, [{ start: 15, end: 60 }]],
    ['its beginning', { start: 45, end: 60 }, [{ start: 0, end: 45 }]],
    [
      'both ends',
      { start: 15, end: 45 },
      [
        { start: 0, end: 15 },
        { start: 45, end: 60 },
      ],
    ],
  ])('is %s', (_what, given, left) => {
    expect(remainders(held, given)).toEqual(left);
  });
});
