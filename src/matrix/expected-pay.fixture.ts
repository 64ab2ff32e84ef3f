import { roles as everybody, type Role } from '../platform/policy/index.ts';
import type { Expected } from './route.fixture.ts';

const payers: readonly Role[] = ['owner', 'payroll'];

/** What somebody earns from a day on. */
export const wage = {
  ...{ says: 'pay', pay: { kind: 'hourly', minor: 1500, currency: 'EUR' }, from: '2026-05-01' },
  ...{ roleId: null, why: 'As agreed' },
};

/** What a title may earn; each of another title, as two of one would overlap. */
export const band = (): object => ({
  ...{ title: crypto.randomUUID(), locationId: null, from: '2026-01-01', until: null },
  ...{ per: 'hour', min: 1400, mid: 1600, max: 1800, currency: 'EUR' },
});

/** Who may ask what of pay, and of what an hour of a role begins with. */
export const payExpected: Readonly<Record<string, Expected>> = {
  'GET /api/schedule/roles/:id/rates': { may: payers },
  'PUT /api/schedule/roles/:id/rates': { may: payers, body: { minor: 1500 } },
  'GET /api/pay/me': { may: everybody },
  'GET /api/pay/people': { may: everybody },
  'POST /api/pay/people/:id/look': { may: everybody, business: [404] },
  'POST /api/pay/people/:id/wages': { may: payers, body: wage },
  'POST /api/pay/wages/:id/corrections': { may: payers, body: wage },
  'POST /api/pay/wages/:id/decision': { may: payers, business: [404] },
  'GET /api/pay/bands': { may: payers },
  'POST /api/pay/bands': { may: payers, body: band },
  'PUT /api/pay/bands/:id': { may: payers, body: band },
  'DELETE /api/pay/bands/:id': { may: payers },
  'GET /api/pay/equity': { may: payers },
  'GET /api/pay/equity/file': { may: payers, query: '?reason=budget' },
  'GET /api/pay/settings': { may: payers },
  'PUT /api/pay/settings': { may: ['owner'], last: true },
};
