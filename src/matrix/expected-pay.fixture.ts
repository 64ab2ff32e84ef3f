import { roles as everybody, type Role } from '../platform/policy/index.ts';
import type { Expected } from './route.fixture.ts';

const payers: readonly Role[] = ['owner', 'payroll'];

/** What somebody earns from a day on. */
export const wage = {
  ...{ says: 'pay', pay: { kind: 'hourly', minor: 1500, currency: 'EUR' }, from: '2026-05-01' },
  ...{ roleId: null, why: 'As agreed' },
};

/** A file with a wage of nobody: what is in it is judged row by row, and who may send it is asked before. */
const wagesFile = Buffer.from('person,kind,amount,currency,from,why\n,hourly,15,EUR,2026-05-01,x\n').toString('base64');

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A promotion to a title that nobody has yet, from in a month on. */
export const promotion = (from = dayIn(30)) => ({ from, title: crypto.randomUUID(), pay: null, reason: 'As agreed' });

/** One whose day is past: it is in force with its approval, and makes room for the next. */
export const pastPromotion = () => promotion(dayIn(-3));

/** What a title may earn; each of another title, as two of one would overlap. */
export const band = (): object => ({
  ...{ title: crypto.randomUUID(), locationId: null, from: '2026-01-01', until: null },
  ...{ per: 'hour', min: 1400, mid: 1600, max: 1800, currency: 'EUR' },
});

const guideline = { suggested: 30, min: 20, max: 40 };

/** A review of everybody's pay. */
export const review = (): object => ({
  ...{
    name: 'Review',
    from: dayIn(30),
    budget: 1_000_000,
    currency: 'EUR',
    weeklyMinutes: 2400,
    shares: [],
    without: [],
  },
  guidelines: {
    ...{ below: guideline, lower: guideline, middle: guideline },
    ...{ upper: guideline, above: guideline, unbanded: guideline },
  },
});
const choices = { lines: [{ personId: '$employee', version: 1, minor: null, why: null }] };

/** Who may ask what of pay, and of what an hour of a role begins with. */
export const payExpected: Readonly<Record<string, Expected>> = {
  'GET /api/schedule/roles/:id/rates': { may: payers },
  'PUT /api/schedule/roles/:id/rates': { may: payers, body: { minor: 1500 } },
  'GET /api/pay/me': { may: everybody },
  'GET /api/pay/people': { may: everybody },
  'POST /api/pay/people/:id/look': { may: everybody, business: [404] },
  'POST /api/pay/people/:id/wages': { may: payers, body: wage },
  'POST /api/pay/wages/import/preview': { may: payers, body: { file: wagesFile } },
  'POST /api/pay/wages/import': { may: payers, body: { file: wagesFile, marks: [] } },
  'POST /api/pay/wages/:id/corrections': { may: payers, body: wage },
  'POST /api/pay/wages/:id/decision': { may: payers, business: [404] },
  'GET /api/pay/raises': { may: everybody },
  'GET /api/pay/raises/told': { may: everybody },
  'GET /api/pay/raises/told/:id/letter': { may: everybody, business: [404] },
  'GET /api/pay/raises/told/:id/letter.pdf': { may: everybody, business: [404] },
  'POST /api/pay/people/:id/raises': { may: everybody, body: promotion, business: [404] },
  'PUT /api/pay/raises/:id': { may: everybody, body: () => ({ ...promotion(), revision: 1 }), business: [404] },
  'POST /api/pay/raises/:id/look': { may: everybody, business: [404] },
  'POST /api/pay/raises/:id/approval': { may: everybody, business: [404] },
  'POST /api/pay/raises/:id/refusal': { may: everybody, business: [404] },
  'POST /api/pay/raises/:id/withdrawal': { may: everybody, business: [404] },
  'POST /api/pay/raises/:id/release': { may: everybody, business: [404] },
  'GET /api/pay/raises/:id/letter': { may: everybody, query: '?reason=checking', business: [404] },
  'GET /api/pay/raises/:id/letter.pdf': { may: everybody, query: '?reason=checking', business: [404] },
  'GET /api/pay/bands': { may: payers },
  'POST /api/pay/bands': { may: payers, body: band },
  'PUT /api/pay/bands/:id': { may: payers, body: band },
  'DELETE /api/pay/bands/:id': { may: payers },
  'GET /api/pay/cycles': { may: everybody },
  'POST /api/pay/cycles': { may: payers, body: review },
  'PUT /api/pay/cycles/:id': { may: payers, body: () => ({ ...review(), revision: 1 }) },
  'PUT /api/pay/cycles/:id/state': { may: payers, body: { to: 'open', revision: 1 } },
  'POST /api/pay/cycles/:id/look': { may: everybody, business: [404] },
  'PUT /api/pay/cycles/:id/lines': { may: everybody, body: choices, business: [404] },
  'POST /api/pay/cycles/:id/submission': { may: payers, body: { revision: 2 } },
  'GET /api/pay/equity': { may: payers },
  'GET /api/pay/equity/file': { may: payers, query: '?reason=budget' },
  'GET /api/pay/settings': { may: payers },
  'PUT /api/pay/settings': { may: ['owner'], last: true },
};
