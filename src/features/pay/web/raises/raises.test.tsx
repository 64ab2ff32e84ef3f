import { expect, test } from 'vitest';
import { employee, ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../../test/support/draw.tsx';
import type { Entry, PersonPay, Raising } from '../contract.ts';
import { Shown } from '../person-pay-page.tsx';
import type { ListedRaise, Raise, ToldRaise } from './contract.ts';
import { LetterSheet } from './letter-page.tsx';
import { fieldsOf, isReady, nextMonth, raiseBody, startOf, startOfRaise, typedPercent } from './raise-draft.ts';
import { ShownRaise } from './raise-page.tsx';
import { eventText, factsOf, groupOf, percentText, proposedNotice } from './raise-words.ts';

const hourly = (minor: number) => ({ kind: 'hourly', minor, currency: 'EUR', weeklyMinutes: null }) as const;
const listed = (given: Partial<ListedRaise> = {}): ListedRaise => ({
  ...{ id: 'r1', personId: 'p2', name: 'Ana', from: '2026-06-01', state: 'open', stoppedWhy: null, approvals: 0 },
  ...{ needed: 1, proposedBy: 'Pia', proposedAt: '2026-05-04T09:00:00.000Z', released: false },
  ...{ mayApprove: false, isMine: false },
  ...given,
});
const none = { approve: false, decline: false, withdraw: false, change: false, release: false };
const raise = (given: Partial<Raise> = {}): Raise => ({
  ...listed(),
  ...{ title: { before: 'Baker', after: 'Head baker' }, roles: { learns: ['Shift lead'], leaves: [] } },
  pay: { roleId: null, roleName: null, before: hourly(1500), after: hourly(1800), percent: 20 },
  ...{ reason: 'Runs the early shift', today: '2026-05-04', currency: 'EUR', revision: 1, roleIds: ['w1'] },
  ...{ knownRoles: [{ id: 'w1', name: 'Oven' }], approvedBy: [], waitsFor: ['Olga'], missing: null, stale: null },
  outside: null,
  ...{ releasedBy: null, releasedAt: null, hasLetter: false, may: none, timeline: [] },
  ...given,
});
const drawRaise = (given: Partial<Raise>) =>
  drawPart(<ShownRaise raise={raise(given)} reason="checking" onChanged={() => undefined} />);
const list = (raises: readonly ListedRaise[]) =>
  drawPage('/pay/raises', [
    [['me'], ownerOf()],
    [['pay', 'raises'], { raises }],
  ]);

test('where nothing is proposed, the list says where one proposes', async () => {
  const { text, links } = await list([]);
  expect(text).toContain('Nothing is proposed');
  expect(text).toContain('on the page of somebody’s pay');
  expect(links).toContain('/pay');
});

test('the list begins with what waits for the reader, holds no amount, and says what nobody was told of', async () => {
  const { text, links } = await list([
    listed({ id: 'r2', name: 'Ben', state: 'in_force', approvals: 1 }),
    listed({ id: 'r3', name: 'Cleo', state: 'declined' }),
    listed({ mayApprove: true, needed: 2, approvals: 1 }),
  ]);
  expect(text).toMatch(/Waiting for you Ana .*Under way Ben .*Done Cleo/);
  expect(text).toContain('proposed by Pia · 1 of 2 approvals');
  expect(text).toMatch(/Ben From .*not told yet In force/);
  expect(links).toContain('/pay/raises/r1');
});

test('a proposal is not loaded before a reason is given, and the telling reason is not offered', async () => {
  const { text } = await drawPage('/pay/raises/r1', [[['me'], ownerOf()]]);
  expect(text).toContain('Why do you look?');
  expect(text).toContain('Checking an entry');
  expect(text).not.toContain('Raise or promotion');
});

test('before a reason is given, a proposal and its letter say whose and what they are', async () => {
  const known = [
    [['me'], ownerOf()],
    [['pay', 'raises'], { raises: [listed()] }],
  ] as const;
  expect((await drawPage('/pay/raises/r1', known)).html).toMatch(/<h1[^>]*>Proposal for Ana<\/h1>/);
  const letter = await drawPage('/pay/raises/r1/letter', known);
  expect(letter.html).toMatch(/<h1[^>]*>Letter<\/h1>/);
  expect(letter.links).toContain('/pay/raises/r1');
});

test('a proposal says from what to what, who can approve it, and what happened', () => {
  const at = '2026-05-04T09:00:00.000Z';
  const timeline = [
    { kind: 'proposed', by: 'Pia', at, words: null, terms: null },
    { kind: 'declined', by: 'Olga', at, words: 'Not before autumn', terms: null },
  ] as const;
  const { text } = drawRaise({ timeline: [...timeline] });
  expect(text).toContain('Title Head baker Until then Baker');
  expect(text).toContain('Pay for all work €18.00 an hour Until then €15.00 an hour · 20 % more an hour');
  expect(text).toContain('New roles Shift lead');
  expect(text).toContain('Can approve it: Olga');
  expect(text).toMatch(/Olga declined it .*Not before autumn .*Pia proposed it/);
});

test('what can be done stands on buttons, and nothing else does', () => {
  expect(drawRaise({}).buttons).toEqual([]);
  const all = { approve: true, decline: true, withdraw: true, change: true, release: true };
  expect(drawRaise({ may: all, hasLetter: true }).buttons).toEqual([
    ...['Approve', 'Tell Ana', 'Change and ask again', 'Decline', 'Withdraw', 'Letter as PDF', 'Letter to print'],
  ]);
  // What can't take effect is not approved either.
  expect(drawRaise({ may: all, stale: 'pay_changed' }).buttons).not.toContain('Approve');
});

test('what whoever keeps it has to know stands above everything', () => {
  expect(drawRaise({ stale: 'pay_changed' }).text).toMatch(/^It can’t take effect as it is/);
  expect(drawRaise({ state: 'stopped', stoppedWhy: 'left' }).text).toMatch(/^It did not take effect/);
  expect(drawRaise({ missing: 'One more person is needed' }).text).toContain('Too few people can approve it');
  expect(drawRaise({ outside: 'This is above the band of Baker.' }).text).toMatch(
    /^Outside the band This is above the band/,
  );
  expect(drawRaise({ state: 'in_force' }).text).toMatch(/^It is in force, and Ana has not been told/);
  expect(drawRaise({ from: '2026-05-01' }).text).toMatch(/^Its day has come/);
});

test('one’s own page has nothing of a raise before one is told, and then all of it with the letter', async () => {
  const own = {
    personId: 'p1',
    name: 'Ana',
    today: '2026-05-04',
    currency: 'EUR',
    current: [],
    coming: [],
    entries: [],
    ...{ title: null, band: null },
  };
  const mine = (raises: readonly ToldRaise[]) =>
    drawPage('/pay/me', [
      [['me'], employee],
      [['pay', 'me'], { ...own, roles: [], mayEnter: false, raising: null, band: null, looks: [] }],
      [['pay', 'people'], { people: [], administers: false }],
      [['pay', 'told'], { raises }],
    ]);
  const untold = (await mine([])).text;
  expect(untold).toContain('My pay');
  expect(untold).not.toMatch(/raise|promotion/i);
  const { title, roles, pay } = raise();
  const told = { id: 'r1', from: '2026-06-01', state: 'approved', title, roles, pay, releasedBy: 'Max' } as const;
  const shown = await mine([{ ...told, releasedAt: '2026-05-04T09:00:00.000Z', hasLetter: true }]);
  expect(shown.text).toMatch(/Your promotion from .*Head baker .*Max told you on/);
  expect(shown.links).toContain('/pay/me/letters/r1');
  const stopped = await mine([{ ...told, state: 'stopped', releasedAt: '2026-05-04T09:00:00.000Z', hasLetter: false }]);
  expect(stopped.text).toContain('It did not take effect');
});

const entry: Entry = {
  ...{ id: 'w1', roleId: null, roleName: null, from: '2026-01-01', says: 'pay', pay: hourly(1500), why: 'x' },
  ...{ corrects: null, stands: 'holds', enteredBy: 'Pia', enteredAt: '2026-01-01T09:00:00.000Z' },
  ...{ decidedBy: null, decidedAt: null, mayDecide: false },
};
const raising: Raising = {
  ...{ title: 'Baker', knows: ['w1'], needed: 1, approvers: ['Olga'], missing: null, waiting: null },
};
const personPay = (given: Partial<Raising> | null): PersonPay => ({
  ...{ personId: 'p2', name: 'Ana', today: '2026-05-04', currency: 'EUR', current: ['w1'], coming: [] },
  ...{ entries: [entry], roles: [{ id: 'w1', name: 'Oven' }], mayEnter: false, title: 'Baker', band: null },
  raising: given && { ...raising, ...given },
});
const drawPay = (given: Partial<Raising> | null) =>
  drawPart(<Shown pay={personPay(given)} onChanged={() => undefined} />);

test('from somebody’s pay there is a way to propose, or to the proposal that waits, for who may', () => {
  expect(drawPay(null).text).not.toContain('Raise or promotion');
  expect(drawPay({}).buttons).toContain('Propose one');
  expect(drawPay({}).text).toContain('One of these approves it: Olga.');
  const waits = drawPay({ waiting: { id: 'r1', from: '2026-06-01' } });
  expect([waits.links, waits.buttons.includes('Propose one')]).toEqual([['/pay/raises/r1'], false]);
  expect(drawPay({ approvers: [], missing: 'One more person is needed.' }).text).toContain(
    'Too few people can approve it One more person is needed. Owners and payroll can also enter a wage directly.',
  );
});

test('a letter can be printed, and says where the PDF lacks letters', () => {
  const letter = {
    ...{
      language: 'en' as const,
      title: 'Your promotion',
      organisation: 'Acme',
      day: '20 May 2026',
      greeting: 'Dear 王芳,',
    },
    ...{ opening: 'from 1 June 2026 the following holds:', closing: 'Thank you.', signed: 'Pia, for Acme' },
    facts: [{ label: 'Title', now: 'Head baker', before: 'Baker' }],
  } as const;
  const draw = (lacks: string) =>
    drawPart(<LetterSheet letter={{ ...letter, facts: [...letter.facts], lacks }} back={<i />} />);
  expect(draw('').text).toMatch(/Acme 20 May 2026 Your promotion Dear 王芳, .*Title Head baker until then: Baker/);
  expect(draw('').text).not.toContain('Your browser has them');
  expect(draw('王芳').text).toContain('“ 王芳 ”'.replaceAll(' ', ''));
});

test('what is typed begins with what there is, and leaves as whole numbers', () => {
  const { draft, earns } = startOf(personPay({}), raising);
  expect(draft).toMatchObject({ from: '2026-06-01', title: 'Baker', roleIds: ['w1'], wage: { amount: 15 } });
  expect([earns(null)?.minor, earns('w1')?.minor, nextMonth('2026-12-31')]).toEqual([1500, 1500, '2027-01-01']);
  expect(isReady(draft)).toBe(false);
  const typed = { ...draft, title: ' ', reason: 'x', wage: { ...draft.wage, amount: 18.5 } };
  expect([isReady(typed), raiseBody(typed)]).toEqual([
    true,
    {
      ...{ from: '2026-06-01', title: null, roles: ['w1'], reason: 'x' },
      pay: { roleId: null, pay: { kind: 'hourly', minor: 1850, currency: 'EUR' } },
    },
  ]);
  expect(raiseBody({ ...typed, changesPay: false }).pay).toBeNull();
  expect([typedPercent(earns(null), typed.wage), typedPercent(null, typed.wage)]).toEqual([23.3, null]);
  expect(typedPercent(earns(null), { ...typed.wage, kind: 'monthly' })).toBeNull();
  expect(startOfRaise(raise()).draft).toMatchObject({ title: 'Head baker', wage: { amount: 18 }, changesPay: true });
  expect(fieldsOf({ 'pay.pay.minor': 'x', 'pay.currency': 'y' })).toEqual({ 'pay.minor': 'x', 'pay.currency': 'y' });
});

test('what speaks against a proposal is said as soon as it is proposed', () => {
  expect(proposedNotice({ missing: null, outside: null })).toMatchObject({ color: 'pine' });
  const both = proposedNotice({ missing: 'One more is needed.', outside: 'This is above the band of Baker.' });
  expect(both).toEqual({ color: 'orange', message: 'One more is needed. This is above the band of Baker.' });
});

test('everything that happens has words, as has every way to stand', () => {
  const at = '2026-05-04T09:00:00.000Z';
  const say = (kind: Parameters<typeof eventText>[0]['kind'], by: string | null) =>
    eventText({ kind, by, at, words: null, terms: null });
  expect([say('asked', 'Olga'), say('dropped', 'Olga'), say('in_force', null), say('released', 'Max')]).toEqual([
    ...['Olga was asked to approve it', 'Olga can’t approve it any more', 'It took effect', 'Max told the person'],
  ]);
  expect(percentText(-2.5)).toContain('less an hour');
  expect([percentText(0), percentText(null)]).toEqual(['', '']);
  const gone = { title: { before: 'Baker', after: null }, roles: { learns: [], leaves: ['Till'] }, pay: null };
  expect(factsOf(gone).map(({ label, now }) => [label, now])).toEqual([
    ['Title', 'No title'],
    ['Roles that end', 'Till'],
  ]);
  expect(groupOf(listed({ state: 'in_force', released: true }))).toBe('done');
});
