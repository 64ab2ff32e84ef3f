import { draft } from '../../test/support/app-world.ts';
import { noticeEvents } from '../features/people/index.ts';
import { type Role, roles } from '../platform/policy/index.ts';
import { payExpected } from './expected-pay.fixture.ts';
import { pictureForm, videoPartForm } from './file-forms.fixture.ts';
import { forProcesses, forTriggers } from './process-routes.fixture.ts';
import type { Expected } from './route.fixture.ts';

const everybody = roles;
const managers: readonly Role[] = ['owner', 'admin'];
const publishers: readonly Role[] = ['owner', 'admin', 'publisher'];
const approvers: readonly Role[] = ['owner', 'admin', 'approver'];
const requestReaders: readonly Role[] = [...publishers, 'approver'];
const schedulers: readonly Role[] = ['owner', 'admin', 'scheduler'];
const auditors: readonly Role[] = ['owner', 'admin', 'auditor'];

const nobody = '018f0000-0000-7000-8000-0000000000aa';

const encoded = (text: string) => Buffer.from(text).toString('base64');
const peopleFile = encoded('name,mail\nPia,pia@example.com\n');
const rolesFile = encoded('role,location\nBar,\n');
const timesFile = encoded('person,days\nPia,Mon\n');

const topic = { kind: 'open', channelIds: ['C1'] };
const noPace = { quietHours: null, quietDays: [], perDay: null, perWeek: null };

/** Settings of a schedule as an organisation starts with them. */
const settings = {
  ...{
    // The matrix has switched the time clock on before.
    revision: 2,
    weekStart: 'MO',
    periodWeeks: 2,
    // Where periods begin already.
    periodFrom: mondayIn(0),
    weekend: ['SA', 'SU'],
    rules: [],
    packs: [],
  },
  weights: { rank: 50, preference: 50, fairness: 50, cost: 50, overtime: 50, stability: 50 },
  ...{ schedulingOrder: 'simple', unstated: 'as_stated', trades: 'rules', tradeDeadlineMinutes: 60 },
  ...{ claims: 'first', timeClock: true },
};

/** How an export for the payroll may be written. */
const payrollMapping = {
  ...{ rows: 'day', source: 'planned', separator: 'comma', decimals: 'point', dates: 'iso' },
  columns: [{ heading: 'Name', field: 'person_name' }],
};
const payroll = { name: 'Monthly', ...payrollMapping };

/** Nothing answers there: the name is reserved. */
export const webhook = { name: 'Zapier', url: 'https://hooks.example/coact', events: ['request.created'] };

/** What events are worth, from a day on. */
const worth = { currency: 'EUR', awareness: 1, share: 2, click: 3, like: 4, reshare: 5, comment: 6 };

const stretch = '?from=2026-05-04&to=2026-05-10';

/** An hour that is over, so many hours ago. */
export function hourAgo(hours: number): { readonly startsAt: string; readonly endsAt: string } {
  const at = (ago: number) => new Date(Math.floor(Date.now() / 60_000 - ago * 60) * 60_000).toISOString();
  return { startsAt: at(hours), endsAt: at(hours - 1) };
}

/** A moment so many hours ahead. */
export const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** Shifts of a role, or times of a person. */
const series = (payload: object) => ({ start: '2026-05-04T09:00', minutes: 480, payload });

const byMail = { chosen: Object.fromEntries(noticeEvents.map((event) => [event, ['email']])) };

/** The Monday so many weeks after the coming one (today, if it is one): there periods begin. */
export function mondayIn(weeks: number): string {
  const today = new Date();
  const days = (8 - (today.getUTCDay() || 7)) % 7;
  return dayAfter(today.toISOString().slice(0, 10), days + 7 * weeks);
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Who may ask for what: written down by hand, so that opening something is meant. A route that is not here fails. */
export const forMembers: Readonly<Record<string, Expected>> = {
  'GET /api/organisation': { may: everybody },
  'PATCH /api/organisation': { may: managers },
  'GET /api/organisation/scim': { may: managers },
  'POST /api/organisation/scim': { may: managers },
  // The second of two finds none left.
  'DELETE /api/organisation/scim': { may: managers, business: [404] },
  'GET /api/api-keys': { may: managers },
  'POST /api/api-keys': { may: managers, body: { name: 'Zapier', rights: ['read'] }, business: [409] },
  'DELETE /api/api-keys/:id': { may: managers },
  'GET /api/billing': { may: managers },
  'POST /api/billing/refresh': { may: ['owner'] },
  'POST /api/billing/checkout': { may: ['owner'] },
  // There is nothing to look after before there was a plan.
  'POST /api/billing/portal': { may: ['owner'], business: [409] },
  'GET /api/webhooks': { may: managers },
  'POST /api/webhooks': { may: managers, body: webhook, business: [409] },
  'PATCH /api/webhooks/:id': { may: managers },
  'DELETE /api/webhooks/:id': { may: managers },
  'POST /api/webhooks/:id/secret': { may: managers },
  'POST /api/webhooks/:id/test': { may: managers },
  'GET /api/webhooks/:id/deliveries': { may: managers },
  'POST /api/webhooks/:id/again': { may: managers },
  'GET /api/webhook-deliveries/:id': { may: managers },
  'POST /api/webhook-deliveries/:id/again': { may: managers },
  'GET /api/networks/setup': { may: managers },
  'POST /api/networks/inspect': { may: managers },
  // A stream without an end is sent to those only who ask for one.
  'GET /api/live': { may: everybody, business: [406] },
  'GET /api/people': { may: everybody },
  'GET /api/departments': { may: everybody },
  'POST /api/departments': { may: managers, business: [422] },
  'PATCH /api/departments/:id': { may: managers },
  'DELETE /api/departments/:id': { may: managers },
  'GET /api/locations': { may: everybody },
  'POST /api/locations': { may: managers, body: { name: 'Porto', timeZone: 'Europe/Lisbon' }, business: [422] },
  'PATCH /api/locations/:id': { may: managers },
  'DELETE /api/locations/:id': { may: managers },
  'GET /api/people/chart': { may: everybody },
  'GET /api/people/:id': { may: everybody },
  'PATCH /api/people/:id/employment': { may: managers },
  'GET /api/people/:id/picture': { may: everybody },
  // Whoever answers for nobody finds nothing there, whatever their role.
  'GET /api/people/:id/notes': { may: everybody, business: [404] },
  'POST /api/people/:id/notes': { may: everybody, business: [404] },
  'DELETE /api/notes/:id': { may: everybody, business: [404] },
  'GET /api/my-data': { may: everybody },
  'GET /api/profile': { may: everybody },
  'PATCH /api/profile': { may: everybody },
  'PUT /api/profile/picture': { may: everybody, body: pictureForm },
  'DELETE /api/profile/picture': { may: everybody },
  'GET /api/people/:id/qualifications': { may: [...managers, 'scheduler'] },
  'PUT /api/people/:id/qualifications': { may: [...managers, 'scheduler'] },
  'GET /api/qualifications': { may: everybody },
  'POST /api/qualifications': { may: managers, business: [422] },
  'PATCH /api/qualifications/:id': { may: managers },
  'GET /api/qualifications/:id/holders': { may: [...managers, 'scheduler'] },
  'GET /api/members': { may: [...managers, 'payroll', 'auditor'] },
  'POST /api/members': { may: managers, body: { name: 'Pia', email: 'pia@example.com' }, business: [422] },
  'PATCH /api/members/:id': { may: managers },
  'DELETE /api/members/:id': { may: managers },
  'GET /api/members/export': { may: [...managers, 'payroll', 'auditor'] },
  'POST /api/members/import': { may: managers, body: { file: peopleFile, marks: [] } },
  'POST /api/members/import/preview': { may: managers, body: { file: peopleFile } },
  'GET /api/notices': { may: everybody },
  'GET /api/notices/unread': { may: everybody },
  'POST /api/notices/read': { may: everybody },
  'POST /api/notices/:id/read': { may: everybody, own: true },
  'GET /api/notice-preferences': { may: everybody },
  'PUT /api/notice-preferences': { may: everybody, body: byMail },
  'PUT /api/tours': { may: everybody, body: { tour: 'employees', answer: 'taken' } },
  'GET /api/members/:id/leaving': { may: managers },
  'POST /api/previews': { may: publishers, body: { url: 'https://127.0.0.1/' }, business: [422] },
  'POST /api/posts/read': { may: publishers, body: { url: 'https://harbour.example/' }, business: [422] },
  'GET /api/networks': { may: requestReaders },
  'GET /api/disclosure': { may: everybody },
  'PUT /api/disclosure': { may: managers, body: { words: '#ad' } },
  'POST /api/pictures': { may: publishers, body: pictureForm },
  'POST /api/videos': { may: publishers, body: { bytes: 1 } },
  'PUT /api/videos/:id/parts': { may: publishers, body: videoPartForm },
  'POST /api/videos/:id/finish': { may: publishers, business: [422] },
  'DELETE /api/videos/:id': { may: publishers },
  'GET /api/share/settings': { may: requestReaders },
  'PUT /api/share/settings': { may: managers, body: { approvals: 'required' } },
  'GET /api/share/rewriting': { may: requestReaders },
  'PUT /api/share/rewriting': { may: managers, body: { on: false } },
  'POST /api/share/rewriting/proposals': {
    ...{ may: publishers, body: { text: 'We open', networks: ['bluesky'] }, business: [409] },
  },
  'GET /api/share/calendar': { may: requestReaders, query: stretch },
  'GET /api/share/good-times': { may: requestReaders },
  'GET /api/share/pace': { may: requestReaders },
  'PUT /api/share/pace': { may: managers, body: { ...noPace, perDay: 900 } },
  'GET /api/share/pace/queue': { may: requestReaders },
  'POST /api/share/pace/estimate': { may: requestReaders, body: { channelIds: ['C1'] } },
  'POST /api/requests/:id/move': { may: publishers, body: { at: later(48) } },
  'POST /api/requests/:id/restore': { may: publishers },
  'GET /api/requests/:id/review': { may: requestReaders },
  'POST /api/requests/:id/review': { may: publishers },
  'POST /api/requests/:id/review/withdraw': { may: publishers },
  'POST /api/requests/:id/review/approve': { may: approvers },
  'POST /api/requests/:id/review/changes': { may: approvers },
  'POST /api/requests/render': { may: requestReaders, body: draft },
  'GET /api/requests': { may: requestReaders },
  'POST /api/requests': { may: publishers, body: draft },
  'GET /api/requests/:id': { may: requestReaders },
  'PATCH /api/requests/:id': { may: publishers, body: { title: 'Another' } },
  'POST /api/requests/:id/send': { may: publishers },
  'POST /api/requests/:id/recall': { may: publishers, business: [409] },
  'POST /api/requests/:id/end': { may: publishers, business: [409] },
  'POST /api/requests/:id/duplicate': { may: publishers },
  'DELETE /api/requests/:id': { may: publishers },
  'GET /api/links': { may: requestReaders, query: `?requestId=${nobody}` },
  'PATCH /api/links/:id': { may: publishers, body: { endsAt: '2026-11-01T12:00:00Z' } },
  'GET /api/link-domains': { may: managers },
  'POST /api/link-domains': { may: managers, body: { host: 'go.harbour.example' }, business: [409] },
  'POST /api/link-domains/:id/check': { may: managers },
  'PATCH /api/link-domains/:id': { may: managers },
  'DELETE /api/link-domains/:id': { may: managers },
  'POST /api/feeds/preview': { may: publishers, body: { url: 'https://127.0.0.1/' }, business: [422] },
  'GET /api/feeds': { may: publishers },
  'POST /api/feeds': { may: publishers, body: { name: 'News', url: 'https://harbour.example/feed' } },
  'GET /api/feeds/:id': { may: publishers },
  'PATCH /api/feeds/:id': { may: publishers, body: { name: 'Another' } },
  'POST /api/feeds/:id/check': { may: publishers },
  'POST /api/feeds/:id/pause': { may: publishers },
  'POST /api/feeds/:id/resume': { may: publishers },
  'POST /api/feeds/:id/restore': { may: publishers },
  'DELETE /api/feeds/:id': { may: publishers },
  'GET /api/feed-items': { may: publishers },
  'POST /api/feed-items/dismiss': { may: publishers },
  'POST /api/feed-items/:id/accept': { may: publishers },
  'POST /api/feed-items/:id/dismiss': { may: publishers },
  'POST /api/feed-items/:id/restore': { may: publishers },
  'PUT /api/requests/:id/filing': { may: publishers, body: { campaignId: null, tags: ['spring'] } },
  'GET /api/campaigns': { may: requestReaders },
  'POST /api/campaigns': { may: publishers, body: { name: 'Spring' }, business: [422] },
  'PATCH /api/campaigns/:id': { may: publishers },
  'POST /api/campaigns/:id/merge': { may: publishers, body: { into: '$campaign' } },
  'GET /api/utm-templates': { may: requestReaders },
  'POST /api/utm-templates': { may: publishers, body: { name: 'Usual', utm: { source: 'x' } }, business: [422] },
  'PATCH /api/utm-templates/:id': { may: publishers, body: { isDefault: true } },
  'DELETE /api/utm-templates/:id': { may: publishers },
  'GET /api/tags': { may: requestReaders },
  'GET /api/topics': { may: requestReaders },
  'GET /api/topics/publishers': { may: managers },
  'POST /api/topics': { may: managers, body: { ...topic, name: 'Ports' }, business: [422] },
  'PUT /api/topics/:id': { may: managers, body: { ...topic, name: 'Harbours' }, business: [422] },
  'DELETE /api/topics/:id': { may: managers },
  'GET /api/dashboard': { may: requestReaders },
  'GET /api/reports': { may: requestReaders },
  'GET /api/reports/file': { may: requestReaders, query: '?table=requests' },
  'GET /api/digest': { may: publishers },
  'PUT /api/digest': { may: publishers, body: { every: 'week', weekday: 1, hour: 9, mail: true, slack: false } },
  'DELETE /api/digest': { may: publishers },
  'GET /api/event-values': { may: everybody },
  // No day stands where the address wants one, so that whoever may gets as far as that.
  'PUT /api/event-values/:day': { may: managers, body: worth },
  'DELETE /api/event-values/:day': { may: managers, business: [404] },
  'POST /api/event-values/reprice': { may: managers },
  'GET /api/slack': { may: requestReaders },
  'GET /api/slack/channels': { may: requestReaders },
  'GET /api/audit': { may: auditors },
  'GET /api/audit/acts': { may: auditors },
  'GET /api/audit/export': { may: auditors },
  'POST /api/audit/verify': { may: auditors },
  'GET /api/schedule/feeds': { may: everybody },
  'POST /api/schedule/feeds': { may: everybody, body: {} },
  'DELETE /api/schedule/feeds/:id': { may: everybody, own: true },
  'GET /api/schedule/settings': { may: schedulers },
  'PUT /api/schedule/settings': { may: managers, body: settings, business: [409] },
  'GET /api/schedule/holidays': { may: everybody },
  'POST /api/schedule/holidays': { may: managers, body: { day: '2026-12-25', name: 'Christmas' }, business: [422] },
  'DELETE /api/schedule/holidays/:id': { may: managers },
  'GET /api/schedule/roles': { may: everybody },
  'POST /api/schedule/roles': { may: schedulers, body: { name: 'Bar', locationId: '$location' }, business: [422] },
  'POST /api/schedule/roles/import': { may: schedulers, body: { file: rolesFile, marks: [] } },
  'POST /api/schedule/roles/import/preview': { may: schedulers, body: { file: rolesFile } },
  'POST /api/schedule/availability/import': { may: schedulers, body: { file: timesFile, marks: [] } },
  'POST /api/schedule/availability/import/preview': { may: schedulers, body: { file: timesFile } },
  'PATCH /api/schedule/roles/:id': { may: schedulers },
  'DELETE /api/schedule/roles/:id': { may: schedulers },
  'PUT /api/schedule/roles/:id/people': { may: schedulers },
  'GET /api/schedule/roles/:id/ranks': { may: schedulers },
  'PUT /api/schedule/roles/:id/ranks': { may: schedulers },
  ...payExpected,
  'GET /api/schedule/reports': { may: [...schedulers, 'payroll'] },
  'GET /api/schedule/reports/file': { may: [...schedulers, 'payroll'], query: '?table=people' },
  'GET /api/schedule/payroll': { may: ['owner', 'payroll'] },
  'POST /api/schedule/payroll/mappings': { may: ['owner', 'payroll'], body: payroll, business: [422] },
  'PUT /api/schedule/payroll/mappings/:id': {
    may: ['owner', 'payroll'],
    body: { ...payroll, name: 'Quarterly', revision: 1 },
    business: [422],
  },
  'DELETE /api/schedule/payroll/mappings/:id': { may: ['owner', 'payroll'] },
  'GET /api/schedule/payroll/mappings/:id/file': { may: ['owner', 'payroll'] },
  'POST /api/schedule/payroll/preview': { may: ['owner', 'payroll'], body: { mapping: payrollMapping } },
  'GET /api/schedule/order': { may: schedulers },
  'PUT /api/schedule/order': { may: schedulers },
  'GET /api/schedule/roles/:id/calendar': { may: schedulers, query: stretch },
  'POST /api/schedule/roles/:id/series': { may: schedulers, body: series({ needs: 1, breakMinutes: 0, label: null }) },
  // Whose it is decides: one's own, or of somebody whom one schedules. To all others it is not there.
  'GET /api/schedule/people/:id/calendar': { may: everybody, query: stretch, business: [404] },
  'POST /api/schedule/people/:id/series': { may: everybody, body: series({ kind: 'available' }), business: [404] },
  'PATCH /api/schedule/series/:id': {
    may: everybody,
    body: { on: '2026-05-04T09:00', scope: 'all', change: { minutes: 60 }, revision: 1 },
    business: [404],
  },
  'DELETE /api/schedule/series/:id': { may: everybody, business: [404] },
  'GET /api/schedule/forecast/:id': { may: schedulers, query: stretch },
  'PUT /api/schedule/forecast/:id': {
    may: schedulers,
    body: { revision: 0, changes: [{ day: '2026-05-04', half: 18, amount: 4 }] },
  },
  'PUT /api/schedule/forecast/:id/measure': { may: schedulers },
  'POST /api/schedule/forecast/import/preview': { may: schedulers, body: { file: 'cm9sZQpCYXI=' } },
  'POST /api/schedule/forecast/import': { may: schedulers, body: { file: 'cm9sZQpCYXI=', marks: [] } },
  'GET /api/schedule/forecast/:id/headcount': { may: schedulers, query: stretch },
  'POST /api/schedule/forecast/:id/headcount': {
    may: schedulers,
    body: { shifts: [{ shiftId: nobody, headcount: 2, now: 1 }] },
    business: [409],
  },
  'POST /api/schedule/forecast/:id/project': {
    may: schedulers,
    body: { from: '2026-05-04', to: '2026-05-10', weeks: 4, source: 'worked', keepTyped: true, write: true },
  },
  'GET /api/schedule/periods': { may: schedulers, query: stretch },
  'POST /api/schedule/periods': { may: schedulers, body: { firstDay: mondayIn(0) } },
  'GET /api/schedule/plan': { may: schedulers, query: stretch },
  'POST /api/schedule/periods/:id/undo': { may: schedulers, business: [409] },
  'GET /api/schedule/shifts/:id/candidates': { may: schedulers },
  'POST /api/schedule/shifts/:id/assignments': { may: schedulers, body: { personId: '$me', overruleWhy: 'For a day' } },
  'PATCH /api/schedule/shifts/:id': { may: schedulers },
  'DELETE /api/schedule/assignments/:id': { may: schedulers },
  'PATCH /api/schedule/assignments/:id': { may: schedulers },
  'POST /api/schedule/assignments/:id/move': { may: schedulers, body: { overruleWhy: 'For a day' } },
  'GET /api/schedule/assignments/:id/why': { may: schedulers },
  'POST /api/schedule/periods/:id/updates': { may: schedulers, business: [409] },
  'GET /api/schedule/periods/:id/updates': { may: schedulers },
  'GET /api/schedule/updates/:id': { may: schedulers },
  'POST /api/schedule/updates/:id/stop': { may: schedulers, business: [409] },
  'POST /api/schedule/updates/:id/take': { may: schedulers, business: [409] },
  'POST /api/schedule/updates/:id/drop': { may: schedulers },
  'GET /api/schedule/periods/:id/publishing': { may: schedulers },
  'POST /api/schedule/periods/:id/publish': { may: schedulers, business: [409] },
  'GET /api/schedule/periods/:id/publications': { may: schedulers },
  'GET /api/schedule/publications/:id': { may: schedulers },
  'GET /api/schedule/mine': { may: everybody, query: stretch },
  'POST /api/schedule/mine/seen': { may: everybody, body: { ids: [nobody] } },
  'GET /api/schedule/team': { may: everybody, query: '?day=2026-05-04' },
  'GET /api/schedule/clock/setting': { may: everybody },
  'GET /api/schedule/clock': { may: everybody },
  'POST /api/schedule/clock/in': { may: everybody, business: [409] },
  'POST /api/schedule/clock/break': { may: everybody, business: [409] },
  'POST /api/schedule/clock/back': { may: everybody, business: [409] },
  'POST /api/schedule/clock/out': { may: everybody },
  'GET /api/schedule/clock/corrections': { may: everybody },
  'POST /api/schedule/clock/corrections': {
    may: everybody,
    body: { work: hourAgo(30), reason: 'The clock was broken' },
    business: [409],
  },
  'POST /api/schedule/clock/corrections/:id/approve': { may: everybody, body: {}, business: [404] },
  'POST /api/schedule/clock/corrections/:id/decline': { may: everybody, body: { reason: 'No' }, business: [404] },
  'POST /api/schedule/clock/corrections/:id/withdraw': { may: everybody, body: {}, business: [404] },
  'GET /api/schedule/clock/sheets': { may: schedulers },
  'GET /api/schedule/clock/sheets.csv': { may: schedulers },
  'GET /api/schedule/clock/sheets/:id': { may: everybody, business: [404] },
  'POST /api/schedule/clock/sheets/:id/approve': { may: schedulers, body: { firstDay: '2026-01-05', worked: 0 } },
  'GET /api/schedule/clock/entries/:id/history': { may: everybody, business: [404] },
  'POST /api/schedule/series/undo': { may: everybody, business: [409] },
  'GET /api/schedule/people/:id/preferences': { may: everybody, business: [404] },
  'PUT /api/schedule/people/:id/preferences': {
    may: everybody,
    body: { wantedMinutes: 1200, extraShifts: true, likings: [] },
    business: [404],
  },
  'GET /api/schedule/people/:id/rules': { may: everybody, business: [404] },
  'PUT /api/schedule/people/:id/rules': { may: schedulers },
  'GET /api/schedule/people/:id/balances': { may: everybody, business: [404] },
  'POST /api/schedule/people/:id/balances': { may: schedulers, body: { kindId: '$kind', minutes: 60 } },
  'GET /api/schedule/time-off-kinds': { may: everybody },
  'POST /api/schedule/time-off-kinds': { may: managers, body: { name: 'Study' }, business: [422] },
  'PATCH /api/schedule/time-off-kinds/:id': { may: managers },
  'GET /api/schedule/time-off': { may: everybody },
  'POST /api/schedule/time-off': {
    may: everybody,
    body: { kindId: '$kind', from: '2026-06-01T00:00', to: '2026-06-02T00:00' },
    business: [409],
  },
  'POST /api/schedule/time-off/:id/approve': { may: everybody, business: [404] },
  'POST /api/schedule/time-off/:id/decline': { may: everybody, business: [404] },
  'POST /api/schedule/time-off/:id/withdraw': { may: everybody, business: [404] },
  // Whom it would be for is not there, or nobody is on shift.
  'GET /api/schedule/messages/audience': { may: schedulers, query: `?kind=role&id=${nobody}`, business: [422] },
  'GET /api/schedule/messages': { may: schedulers },
  'POST /api/schedule/messages': { may: schedulers, body: { to: { kind: 'person', id: '$employee' }, text: 'Hello' } },
  'GET /api/schedule/messages/:id': { may: schedulers, own: true },
  'GET /api/schedule/reminders': { may: everybody },
  'PUT /api/schedule/reminders/shifts': { may: everybody, body: { minutes: 120 } },
  'POST /api/schedule/reminders': { may: everybody, body: { at: `${mondayIn(1)}T09:00`, text: 'Bring the cake' } },
  'DELETE /api/schedule/reminders/:id': { may: everybody, own: true },
  // Whose it is decides, and who was asked: to all others it is not there.
  'GET /api/schedule/assignments/:id/partners': { may: everybody, business: [404] },
  'GET /api/schedule/offers': { may: everybody },
  'POST /api/schedule/offers': { may: everybody, body: { assignmentId: '$me', everyone: true }, business: [404] },
  'GET /api/schedule/offers/:id': { may: everybody, business: [404] },
  'POST /api/schedule/offers/:id/accept': { may: everybody, business: [404] },
  'POST /api/schedule/offers/:id/decline': { may: everybody, business: [404] },
  'POST /api/schedule/offers/:id/withdraw': { may: everybody, business: [404] },
  'POST /api/schedule/offers/:id/approve': { may: schedulers },
  'POST /api/schedule/offers/:id/refuse': { may: schedulers },
  'GET /api/schedule/open-shifts': { may: everybody, query: stretch },
  'POST /api/schedule/open-shifts/:id/claims': { may: everybody, business: [404] },
  'DELETE /api/schedule/claims/:id': { may: everybody, business: [404] },
  'GET /api/schedule/claims': { may: schedulers },
  'POST /api/schedule/claims/:id/pick': { may: schedulers },
  'POST /api/schedule/claims/:id/refuse': { may: schedulers },
  ...forProcesses,
  ...forTriggers,
  'DELETE /api/slack': { may: managers, last: true },
};

/** Open to whoever is signed in, member or not. */
export const forSignedIn = [
  'POST /api/setup',
  'POST /api/sign-out',
  'GET /api/account',
  'POST /api/account/step-up',
  'POST /api/account/step-up/options',
  'POST /api/account/step-up/mail',
  'PUT /api/account/password',
  'DELETE /api/account/password',
  'POST /api/account/code',
  'POST /api/account/code/confirm',
  'DELETE /api/account/code',
  'POST /api/account/recovery-codes',
  'POST /api/account/passkeys/options',
  'POST /api/account/passkeys',
  'PATCH /api/account/passkeys/:id',
  'DELETE /api/account/passkeys/:id',
  'DELETE /api/account/sessions/:id',
  'DELETE /api/account/sessions',
  'GET /api/account/identities/oidc/link',
  'DELETE /api/account/identities/:id',
];
