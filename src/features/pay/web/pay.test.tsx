import { expect, test } from 'vitest';
import { employee, ownerOf } from '../../../../test/support/answers.ts';
import { drawPage } from '../../../../test/support/draw.tsx';
import type { Entry, PersonPay } from './contract.ts';
import { bodyOf, draftOf, isComplete } from './draft.ts';
import { payText, saysText } from './words.ts';

const entry = (given: Partial<Entry> = {}): Entry => ({
  ...{ id: 'w1', roleId: null, roleName: null, from: '2026-01-01', says: 'pay', why: 'As agreed', corrects: null },
  pay: { kind: 'hourly', minor: 1550, currency: 'EUR', weeklyMinutes: null },
  ...{ stands: 'holds', enteredBy: 'Pia', enteredAt: '2026-01-01T09:00:00.000Z', mayDecide: false },
  ...{ decidedBy: null, decidedAt: null },
  ...given,
});
const pay = (given: Partial<PersonPay> = {}): PersonPay => ({
  ...{ personId: 'p1', name: 'Ana', today: '2026-05-04', currency: 'EUR', current: [], coming: [], entries: [] },
  ...{ roles: [{ id: 'r1', name: 'Crane' }], mayEnter: false, raising: null, title: null, band: null },
  ...given,
});
const mine = (own: object, people: object = { people: [], administers: false }) =>
  drawPage('/pay/me', [
    [['me'], employee],
    [['pay', 'me'], { ...pay(), looks: [], ...own }],
    [['pay', 'people'], people],
  ]);

test('who has no wage yet is told who enters one', async () => {
  const { text, links } = await mine({});
  expect(text).toContain('Nothing is written down yet.');
  expect(text).toContain('Nobody has looked.');
  expect(text).not.toContain('History');
  expect(links).not.toContain('/pay/people/p2');
});

test('one’s own page shows what holds, what comes, what was corrected, and who looked and why', async () => {
  const slip = entry({
    id: 'w0',
    stands: 'corrected',
    pay: { kind: 'hourly', minor: 9150, currency: 'EUR', weeklyMinutes: null },
  });
  const later = entry({
    id: 'w2',
    from: '2026-07-01',
    pay: { kind: 'hourly', minor: 1650, currency: 'EUR', weeklyMinutes: null },
  });
  const { text } = await mine({
    ...{ current: ['w1'], coming: ['w2'], entries: [later, entry({ corrects: 'w0' }), slip] },
    looks: [{ at: '2026-05-01T10:00:00.000Z', by: 'Pia', reason: 'raise', where: 'pay_page' }],
  });
  expect(text).toMatch(/For all work €15\.50 an hour Since .*2026 For all work €16\.50 an hour From/);
  expect(text).toContain('€16.50 an hour To come');
  expect(text).toContain('€15.50 an hour Holds');
  expect(text).toContain('corrects entry 1');
  expect(text).toContain('€91.50 an hour Corrected');
  expect(text).toContain('Pia, on the page of your pay: raise or promotion');
});

test('a wage that another one has followed is not said to hold still', async () => {
  const before = entry({ id: 'w0', from: '2025-01-01' });
  const { text } = await mine({ current: ['w1'], entries: [entry(), before] });
  expect(text.match(/an hour (Holds|Held until the next)/g)).toEqual(['an hour Holds', 'an hour Held until the next']);
});

test('one’s own page names everybody who may see it, the manager too', async () => {
  expect((await mine({})).text).toContain('your manager where an owner has said so');
});

test('a manager whose people’s pay is shown to them finds the way there', async () => {
  const people = [{ id: 'p2', name: 'Ben', hasWage: null, waiting: null }];
  expect((await mine({}, { people, administers: false })).text).toContain('Pay of your people');
});

test('the list for payroll holds no amount, and says who has no wage and where a second person is needed', async () => {
  const people = [
    { id: 'p2', name: 'Ben', hasWage: false, waiting: 0 },
    { id: 'p3', name: 'Cleo', hasWage: true, waiting: 1 },
  ];
  const { text, links } = await drawPage('/pay', [
    [['me'], ownerOf()],
    [['pay', 'people'], { people, administers: true }],
    [['pay', 'settings'], { managersSee: false, secondPerson: true, peopleSeeBands: false }],
  ]);
  expect(text).toContain('Ben No wage yet');
  expect(text).toContain('Cleo Waits for a second person');
  expect(text).toContain('Managers see what their people earn');
  expect(links).toContain('/pay/people/p2');
});

test('who may see nobody’s pay is told who may', async () => {
  const { text } = await drawPage('/pay', [
    [['me'], employee],
    [['pay', 'people'], { people: [], administers: false }],
  ]);
  expect(text).toContain('Nobody’s pay is yours to see');
  expect(text).not.toContain('Who sees it');
  // Nothing waits behind it for whoever sees nobody's pay.
  expect(text).not.toContain('Raises and promotions');
});

test('somebody’s pay is not loaded before a reason is given', async () => {
  const { text } = await drawPage('/pay/people/p2', [
    [['me'], ownerOf()],
    [['pay', 'people'], { people: [{ id: 'p2', name: 'Ben', hasWage: true, waiting: 0 }], administers: true }],
  ]);
  expect(text).toContain('Pay of Ben');
  expect(text).toContain('Why do you look?');
  expect(text).toContain('Legal or tax enquiry');
});

test('wages are said in words to the last cent, salaries with their hours', () => {
  expect(payText({ kind: 'hourly', minor: 1550, currency: 'EUR', weeklyMinutes: null })).toBe('€15.50 an hour');
  expect(payText({ kind: 'yearly', minor: 4_450_050, currency: 'EUR', weeklyMinutes: 2310 })).toBe(
    '€44,500.50 a year for 38.5 hours a week',
  );
  expect(saysText(entry({ says: 'ends', pay: null }))).toBe('No wage any more');
  expect(saysText(entry({ says: 'ends', pay: null, roleName: 'Crane' }))).toBe('As in all other roles again');
});

test('what is typed leaves as whole numbers of the smallest unit', () => {
  const fresh = draftOf('2026-05-04', 'EUR', null);
  expect(isComplete(fresh)).toBe(false);
  const typed = { ...fresh, amount: 19.99, why: 'As agreed' };
  expect([isComplete(typed), bodyOf(typed)]).toEqual([
    true,
    {
      ...{ says: 'pay', pay: { kind: 'hourly', minor: 1999, currency: 'EUR' }, roleId: null, from: '2026-05-04' },
      why: 'As agreed',
    },
  ]);
  const yen = { ...typed, currency: 'JPY', amount: 400_000, kind: 'monthly' as const, weeklyHours: '' as const };
  expect(isComplete(yen)).toBe(false);
  expect(bodyOf({ ...yen, weeklyHours: 37.5 })).toMatchObject({ pay: { minor: 400_000, weeklyMinutes: 2250 } });
  const corrected = draftOf('2026-05-04', 'USD', entry());
  expect(corrected).toMatchObject({ amount: 15.5, currency: 'EUR', from: '2026-01-01', why: '' });
  expect(bodyOf({ ...corrected, says: 'withdrawn', why: 'x' })).toEqual({ says: 'withdrawn', why: 'x' });
});
