import type { LinkWebParts } from './features/links/index.ts';
import type { People } from './features/people/index.ts';
import type { AuditTrail } from './platform/audit/index.ts';
import type { Auth } from './platform/auth/index.ts';
import { randomId } from './platform/clock/index.ts';
import type { Config } from './platform/config/index.ts';
import { type Database, type OrgId, orgOf, type Tx } from './platform/db/index.ts';
import { lacksSecondFactor, type SecondFactorRule } from './platform/http/index.ts';
import type { Policy } from './platform/policy/index.ts';
import type { EmailReading, InstallPort, Slack, SlackAction } from './platform/slack/index.ts';
import type { WebhookContext } from './platform/webhooks/index.ts';

interface InstallParts {
  readonly auth: Auth;
  readonly people: People;
  readonly policy: Pick<Policy, 'decide'>;
  readonly db: Database;
  readonly audit: AuditTrail<SlackAction>;
  readonly secondFactor: SecondFactorRule;
}

/** Where slices and platform meet that may not know each other: each joint is a few lines, and belongs to neither. */
export const connections = {
  /** Every reading of an address that Slack holds is written down, by whom it concerns and what for. */
  auditEmailRead:
    (audit: AuditTrail<SlackAction>) =>
    async (tx: Tx, { purpose, slackUserId }: EmailReading): Promise<void> => {
      const target = { type: 'slack_member', id: slackUserId };
      await audit.append(tx, {
        actor: { kind: 'system', id: 'slack' },
        action: 'slack.email_read',
        target,
        detail: { purpose },
      });
    },

  /** Slack ended the connection by itself: the workspace removed the app, or the token is dead. */
  auditEnd:
    (audit: AuditTrail<SlackAction>) =>
    async (tx: Tx, state: 'revoked' | 'uninstalled'): Promise<void> => {
      const [actor, target] = [{ kind: 'slack', id: orgOf(tx) } as const, { type: 'organisation', id: orgOf(tx) }];
      await audit.append(tx, { actor, action: 'slack.uninstalled', target, detail: { state } });
    },

  /** Nothing arrives at a webhook's end-point: its owners decide what to do about it. */
  tellOfStoppedWebhook:
    (people: Pick<People, 'actorsIn' | 'tell'>): WebhookContext['onStopped'] =>
    async (tx, { id, name, url }, why) => {
      const owners = await people.actorsIn(tx, ['owner']);
      const reasons = {
        gone: `${new URL(url).host} says that the address is gone for good.`,
        failing: `Nothing has arrived at ${new URL(url).host} for five days.`,
      };
      const notices = owners.map(({ personId }) => ({
        ...{ personId, event: 'approval_needed' as const, key: `webhook-stopped:${id}:${randomId()}` },
        subject: `The webhook “${name}” was paused`,
        lines: [reasons[why], 'Once it is mended, switch it on again and send what has failed since.'],
        link: { label: 'Look at the webhook', path: '/settings/api' },
      }));
      await people.tell(tx, notices);
    },

  /** Links of theirs stop working, or will: those who look after hosts and those who send links out are told. */
  tellOfHostTrouble:
    (people: Pick<People, 'actorsIn' | 'tell'>): LinkWebParts['onHostTrouble'] =>
    async (tx, { id, host, what, advice, at }) => {
      const readers = await people.actorsIn(tx, ['owner', 'admin', 'publisher']);
      const subjects = {
        missing: `Links on ${host} will stop working: its proof is gone`,
        stopped: `Links on ${host} have stopped working`,
        unproved: `${host} could not be proved as yours`,
      };
      const notices = readers.map(({ personId }) => ({
        ...{ personId, event: 'approval_needed' as const, key: `link-host:${id}:${what}:${at.getTime()}` },
        subject: subjects[what],
        lines: [advice],
        link: { label: 'Look at the host', path: '/settings/links' },
      }));
      await people.tell(tx, notices);
    },

  /** A member ends it: recorded in the transaction that erases the token. */
  disconnectSlack:
    (audit: AuditTrail<SlackAction>, slack: Pick<Slack, 'disconnect'>) =>
    (orgId: OrgId, personId: string): Promise<void> =>
      slack.disconnect(orgId, (tx) =>
        audit.append(tx, {
          actor: { kind: 'person', id: personId },
          action: 'slack.disconnected',
          target: { type: 'organisation', id: orgId },
        }),
      ),

  slackSignIn: ({ slack, publicUrl }: Config) => ({
    issuer: slack.oidcIssuer,
    clientId: slack.clientId ?? '',
    clientSecret: slack.clientSecret ?? '',
    publicUrl,
  }),

  /** Who may install Coact in Slack: signed-in people who manage their organisation. */
  installing: ({ auth, people, policy, db, audit, secondFactor }: InstallParts): InstallPort => ({
    installer: async (request, orgId) => {
      const session = await auth.session(request);
      if (session === null) return { ok: false, why: 'signed_out' };
      const actor = await people.actorOf(session, orgId ?? null);
      if (actor === null) return { ok: false, why: 'not_allowed' };
      if (lacksSecondFactor(secondFactor, session, actor)) return { ok: false, why: 'second_factor' };
      const resource = { type: 'Organisation', id: actor.orgId, orgId: actor.orgId };
      if (!policy.decide({ actor, action: 'manage', resource })) return { ok: false, why: 'not_allowed' };
      return { ok: true, orgId: actor.orgId, userId: session.userId, personId: actor.personId };
    },
    knows: (orgId, slackUserId) =>
      db.inOrg(orgId, async (tx) => {
        const actor = await people.actorForSlack(tx, slackUserId);
        return actor !== null && actor.userId !== null;
      }),
    belongs: (orgId, email) => db.inOrg(orgId, (tx) => people.hasAddress(tx, email)),
    onInstalled: async (tx, { orgId, userId, personId, slackUserId, teamId, generation }) => {
      const linked = await people.linkSlack(tx, { userId, slackUserId });
      await audit.append(tx, {
        actor: { kind: 'person', id: linked?.id ?? personId },
        action: 'slack.connected',
        target: { type: 'organisation', id: orgId },
        detail: { team: teamId, generation },
      });
    },
    pages: { signIn: '/sign-in', connected: '/setup', secondFactor: '/account/second-factor-needed?returnTo=%2Fsetup' },
  }),
};

/** What sign-in and membership ask of Slack. */
export function slackDirectory(slack: Slack) {
  return {
    organisationOfTeam: (teamId: string) => slack.organisationOfTeam(teamId),
    isConnected: async (orgId: OrgId) => (await slack.status(orgId)).installed?.health === 'ok',
    membership: async (orgId: OrgId, slackUserId: string): Promise<'active' | 'inactive' | 'unknown'> => {
      const found = await slack.client(orgId, { timeoutMs: 5_000 }).readMember(slackUserId);
      if (!found.ok) return found.error === 'user_not_found' ? 'inactive' : 'unknown';
      return found.member.state === 'active' && found.member.kind === 'member' ? 'active' : 'inactive';
    },
    readEmail: async (orgId: OrgId, slackUserId: string, purpose: 'sign_up'): Promise<string | null> => {
      const read = await slack.readMemberEmail(orgId, slackUserId, purpose);
      return read.ok ? read.email : null;
    },
    messages: (orgId: OrgId) => slack.client(orgId),
  };
}
