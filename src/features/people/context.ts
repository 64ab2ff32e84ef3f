import type { Audit, AuditTrail } from '../../platform/audit/index.ts';
import type { Auth, OidcSignIn, SlackSignIn } from '../../platform/auth/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database, OrgId, Tx } from '../../platform/db/index.ts';
import type { SecondFactorRule } from '../../platform/http/index.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import type { Log } from '../../platform/log/index.ts';
import type { Mail } from '../../platform/mail/index.ts';
import type { Phone } from '../../platform/phone/index.ts';
import type { SlackClient } from '../../platform/slack/index.ts';
import type { Telemetry } from '../../platform/telemetry/index.ts';
import type { Vault } from '../../platform/vault/index.ts';
import type { PeopleAction } from './acts.ts';
import type { LeavingList, OnLeaving, OnMerging, PersonalDataSource, ShownPlan } from './other-slices.ts';

/** What this slice needs of Slack; given from outside, because Slack stands above sign-in. */
export type SlackDirectory = {
  /** The organisation that a workspace is connected to. */
  organisationOfTeam(teamId: string): Promise<OrgId | null>;
  isConnected(orgId: OrgId): Promise<boolean>;
  /** By the member's id, with no address read. `unknown`: Slack can't be asked now. */
  membership(orgId: OrgId, slackUserId: string): Promise<'active' | 'inactive' | 'unknown'>;
  /** Reads the address once, recorded in the audit log by whoever reads. */
  readEmail(orgId: OrgId, slackUserId: string, purpose: 'sign_up'): Promise<string | null>;
  /** Direct messages of the bot. */
  messages(orgId: OrgId): Pick<SlackClient, 'postMessage' | 'updateMessage'>;
};

export type PeopleContext = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry?: Pick<Telemetry, 'count' | 'know'>;
  readonly vault: Vault;
  readonly auth: Auth;
  readonly audit: AuditTrail<PeopleAction> & Pick<Audit, 'find' | 'acts'>;
  readonly mail: Mail;
  /** The queue, which is opened last, with everybody's handlers. */
  readonly jobs: () => Pick<Jobs, 'enqueue'>;
  /** Null where the operator has set up no provider of texts and calls. */
  readonly phone: Phone | null;
  readonly publicUrl: string;
  readonly slack: SlackDirectory;
  /** Null where the operator has given no Slack app. */
  readonly slackSignIn: SlackSignIn | null;
  /** Null where the operator has named no OpenID Connect issuer. */
  readonly oidcSignIn: OidcSignIn | null;
  /** Whether people may have passwords here. */
  readonly passwords: boolean;
  /** Whether owners and admins must show two factors. */
  readonly secondFactor: SecondFactorRule;
  /** How the organisation’s plan stands; left out where nobody is billed. */
  readonly plan?: ((tx: Tx) => Promise<ShownPlan | null>) | undefined;
  /** What other slices do when somebody leaves or two records become one, and what they know of who leaves. */
  readonly onLeaving?: readonly OnLeaving[];
  readonly onMerging?: readonly OnMerging[];
  readonly leavingLists?: readonly LeavingList[];
  /** What other slices hold about a person, for their own copy. */
  readonly personalSources?: readonly PersonalDataSource[];
};
