import {
  type Actor,
  everywhere,
  openPolicy,
  type Resource,
  type Role,
  roles,
} from '../../src/platform/policy/index.ts';
import { allPolicies } from '../../src/policies.ts';
import { type Check, fileCheck } from './check.ts';

/** The page that says what each role may; everything below its mark is written by scripts/write-docs.ts. */
export const rolesPath = 'docs/using/roles.md';

const mark = '<!-- Written by `node scripts/write-docs.ts` from the policies. -->';

type OrgId = Actor['orgId'];
const org = 'o1' as OrgId;

interface Right {
  readonly action: string;
  readonly words: string;
  /** What is asked about; the organisation itself unless told. */
  readonly about?: Omit<Resource, 'id' | 'orgId'>;
}

const colleague = { type: 'Person', state: 'active', roles: ['employee'], departments: [], locations: [], manager: '' };
const part = { ...colleague, type: 'ProfilePart', person: 'p2', part: 'phones', seenBy: 'managers' };

const work = { type: 'Work', departments: [], locations: [] };
const worker = { type: 'Worker', person: 'p2', departments: [], locations: [] };
const pay = { type: 'Pay', person: 'p2', manager: '', state: 'active', managersSee: false };
const raise = { type: 'Raise', person: 'p2', proposer: 'p3', manager: '', managersSee: false };
const trade = { ...worker, type: 'Trade', asked: [], parties: [] };

const process = { type: 'Process', owner: 'p2', submitter: 'p3', confidential: false, meant: false, holds: true };

/** Every action that a policy names, in words. An action that is missing here fails the check. */
const rights: readonly Right[] = [
  { action: 'organisation.read', words: 'see the organisation’s settings' },
  { action: 'places.read', words: 'see departments and locations' },
  { action: 'people.list', words: 'open the directory' },
  { action: 'people.read', words: 'find an active colleague in it, by name', about: colleague },
  { action: 'people.details', words: 'see there where somebody works, and as what', about: colleague },
  { action: 'people.read', words: 'find there who has left', about: { ...colleague, state: 'deactivated' } },
  { action: 'requests.read', words: 'look through share requests and their figures' },
  { action: 'share.read', words: 'open one of them', about: { type: 'ShareRequest' } },
  { action: 'publish', words: 'compose share requests, see the dashboard' },
  { action: 'share.publish', words: 'change, send, recall and end share requests', about: { type: 'ShareRequest' } },
  { action: 'approve', words: 'approve share requests' },
  {
    action: 'share.approve',
    words: 'approve one that somebody else composed',
    about: { type: 'ShareRequest', composers: ['p2'] },
  },
  { action: 'share.approve', words: 'approve one’s own', about: { type: 'ShareRequest', composers: ['p1'] } },
  { action: 'topics.post', words: 'post to open topics', about: { type: 'Topic', isOpen: true, publishers: [] } },
  {
    action: 'topics.post',
    words: 'post to an assigned topic that they are named for',
    about: { type: 'Topic', isOpen: false, publishers: ['p1'] },
  },
  { action: 'campaigns.keep', words: 'keep campaigns', about: { type: 'Campaign' } },
  { action: 'utm_templates.keep', words: 'keep templates of UTM parameters', about: { type: 'UtmTemplate' } },
  { action: 'links.change', words: 'give short links addresses and ends', about: { type: 'ShortLink' } },
  { action: 'links.keep_domain', words: 'keep hosts for short links', about: { type: 'LinkDomain' } },
  { action: 'billing.read', words: 'see the plan' },
  { action: 'billing.manage', words: 'choose, pay for and end the plan' },
  { action: 'members.read', words: 'see members with their addresses' },
  { action: 'members.manage', words: 'invite members' },
  {
    action: 'members.change',
    words: 'change roles, places and state of members',
    about: { type: 'Membership', roles: ['employee'], wanted: ['publisher', 'employee'] },
  },
  {
    action: 'members.change',
    words: 'make or change an owner',
    about: { type: 'Membership', roles: ['employee'], wanted: ['owner', 'employee'] },
  },
  { action: 'places.manage', words: 'add departments and locations' },
  { action: 'places.change', words: 'change and remove them', about: { type: 'Place' } },
  { action: 'qualifications.read', words: 'see which qualifications there are, and one’s own' },
  { action: 'qualifications.manage', words: 'add qualifications' },
  { action: 'qualifications.change', words: 'change and archive them', about: { type: 'Qualification' } },
  { action: 'qualifications.hold', words: 'see who holds a qualification' },
  { action: 'people.qualify', words: 'set what somebody holds', about: colleague },
  { action: 'notices.own', words: 'read what one was told, and say by which ways' },
  { action: 'notices.read', words: 'open one’s own notices, nobody else’s', about: { type: 'Notice', person: 'p1' } },
  { action: 'profile.keep', words: 'keep one’s own profile, and say who sees it' },
  {
    action: 'profile.read',
    words: 'see what somebody shows to every colleague',
    about: { ...part, seenBy: 'everyone' },
  },
  { action: 'profile.read', words: 'see what somebody shows to their managers', about: part },
  { action: 'profile.read', words: 'see the name on somebody’s contract', about: { ...part, part: 'legalName' } },
  { action: 'profile.note', words: 'read and write notes about somebody', about: { ...part, part: 'notes' } },
  {
    action: 'profile.employ',
    words: 'change what is kept about somebody’s work',
    about: { ...part, part: 'employment' },
  },
  { action: 'organisation.manage', words: 'change the organisation’s settings' },
  { action: 'manage', words: 'connect and disconnect Slack, say whether requests need an approval' },
  { action: 'keys.manage', words: 'see and make API keys' },
  { action: 'keys.change', words: 'revoke API keys', about: { type: 'ApiKey' } },
  { action: 'webhooks.manage', words: 'see and add webhooks' },
  {
    action: 'webhooks.change',
    words: 'change webhooks, look at what they sent, send it again',
    about: { type: 'Webhook' },
  },
  { action: 'audit.read', words: 'read, verify and export the audit log' },
  { action: 'schedule.take_part', words: 'see one’s shifts, say when one can work, ask for time off' },
  { action: 'schedule.open', words: 'open the schedulers’ pages' },
  { action: 'schedule.plan', words: 'keep roles and shifts, make and publish schedules', about: work },
  { action: 'schedule.staff', words: 'see and set when somebody can work', about: worker },
  { action: 'schedule.decide', words: 'decide on somebody’s time off, set rules of their own', about: worker },
  { action: 'schedule.trade_own', words: 'offer one’s own shifts, claim open ones', about: { ...trade, person: 'p1' } },
  {
    action: 'schedule.trade_answer',
    words: 'take a shift that was offered to them',
    about: { ...trade, asked: ['p1'] },
  },
  {
    action: 'schedule.trade_decide',
    words: 'approve trades, pick who gets an open shift',
    about: { ...trade, parties: ['p2'] },
  },
  { action: 'schedule.trade_decide', words: 'the same about their own', about: { ...trade, parties: ['p1'] } },
  { action: 'schedule.settings', words: 'set rules, periods, holidays and kinds of time off' },
  { action: 'schedule.reports', words: 'read reports of hours, fairness and filled shifts' },
  { action: 'schedule.rates', words: 'see and set what an hour of a role begins with, export for the payroll' },
  { action: 'pay.open', words: 'see what one earns oneself, and who looked at it' },
  { action: 'pay.read', words: 'see what somebody else earns', about: pay },
  {
    action: 'pay.read',
    words: 'see what those earn who report to them, where the organisation wants it',
    about: { ...pay, manager: 'p1', managersSee: true },
  },
  { action: 'pay.enter', words: 'enter and correct wages', about: pay },
  { action: 'pay.enter', words: 'enter their own', about: { ...pay, person: 'p1' } },
  {
    action: 'pay.decide',
    words: 'confirm a wage that somebody else entered',
    about: { type: 'EnteredWage', person: 'p2', enteredBy: 'p3' },
  },
  { action: 'pay.propose', words: 'propose a raise or promotion of somebody else', about: pay },
  {
    action: 'pay.propose',
    words: 'propose one of somebody who reports to them, where managers see pay',
    about: { ...pay, manager: 'p1', managersSee: true },
  },
  { action: 'pay.see_raise', words: 'see what others proposed, without the proposals about themselves', about: raise },
  { action: 'pay.approve_raise', words: 'approve or decline what somebody else proposed', about: raise },
  {
    action: 'pay.approve_raise',
    words: 'approve one of somebody who reports to them, where managers see pay',
    about: { ...raise, manager: 'p1', managersSee: true },
  },
  { action: 'pay.keep_raise', words: 'change or withdraw what they proposed', about: { ...raise, proposer: 'p1' } },
  { action: 'pay.release_raise', words: 'tell somebody of their raise', about: raise },
  { action: 'pay.cycles', words: 'begin, open and submit pay reviews, and see their budget' },
  { action: 'pay.review', words: 'choose raises in a pay review, without their own', about: pay },
  {
    action: 'pay.review',
    words: 'choose those of people who report to them, where managers see pay',
    about: { ...pay, manager: 'p1', managersSee: true },
  },
  { action: 'pay.administer', words: 'see who has a wage and who has none yet' },
  { action: 'pay.settings', words: 'let managers see their people’s pay, ask for a second person' },
  { action: 'pay.bands', words: 'see and keep what each title may earn' },
  { action: 'pay.equity', words: 'see what groups of three people or more earn' },
  { action: 'processes.use', words: 'look for processes that are meant for them' },
  {
    action: 'processes.read',
    words: 'read a published process that is meant for them',
    about: { ...process, meant: true },
  },
  { action: 'processes.read', words: 'read one that is meant for others', about: process },
  {
    action: 'processes.read',
    words: 'read a confidential one that is meant for others',
    about: { ...process, confidential: true },
  },
  { action: 'processes.write', words: 'begin processes' },
  { action: 'processes.edit', words: 'write on one that they answer for', about: { ...process, owner: 'p1' } },
  { action: 'processes.edit', words: 'write on one that somebody else answers for', about: process },
  { action: 'processes.publish', words: 'publish what somebody else has written', about: process },
  {
    action: 'processes.publish',
    words: 'publish what they have written themselves',
    about: { ...process, owner: 'p1', submitter: 'p1' },
  },
  {
    action: 'processes.ask_reading',
    words: 'ask that one is read and confirmed, see who has not yet',
    about: { type: 'Reading', owner: 'p2', confidential: false, isAsked: false },
  },
  {
    action: 'processes.confirm_reading',
    words: 'confirm one that they are asked to read',
    about: { type: 'Reading', owner: 'p2', confidential: false, isAsked: true },
  },
];

/** The table of roles and rights, as the policies decide. */
export function rolesTable(): string {
  const policy = openPolicy(allPolicies, {
    error: ({ action, policy: failed }) => {
      throw new Error(`The table asks about ${action} in a way that the policies don’t expect (${failed})`);
    },
  });
  const told = new Set(rights.map(({ action }) => action));
  const missing = [...policy.actions].filter((action) => !told.has(action));
  if (missing.length > 0) throw new Error(`Say in scripts/checks/roles-page.ts what ${missing.join(', ')} means`);
  const may = (role: Role, { action, about }: Right): boolean => {
    const actor: Actor = {
      ...{ kind: 'member', personId: 'p1', orgId: org, userId: null },
      ...{ roles: [role], state: 'active', reach: everywhere },
    };
    return policy.decide({ actor, action, resource: { type: 'Organisation', ...about, id: 'r1', orgId: org } });
  };
  const rows = rights.map((right) => [right.words, ...roles.map((role) => (may(role, right) ? 'yes' : ''))]);
  const lines = [['', ...roles], ['---', ...roles.map(() => ':-:')], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The page as it should be: what stands above the mark is kept. */
export function writeRolesPage(current: string): string {
  const [opening = ''] = current.split(mark);
  return `${opening.trimEnd()}\n\n${mark}\n\n${rolesTable()}\n`;
}

/** The page says what the policies decide. */
export const rolesPage: Check = fileCheck('documentation of roles', (repository) => {
  const current = repository.read(rolesPath);
  if (current === writeRolesPage(current)) return [];
  return [{ where: rolesPath, problem: 'differs from the policies: run `node scripts/write-docs.ts` and commit it' }];
});
