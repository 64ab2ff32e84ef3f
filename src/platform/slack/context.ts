import type { Clock } from '../clock/index.ts';
import type { Config } from '../config/index.ts';
import type { Database, OrgId, Tx } from '../db/index.ts';
import type { Jobs } from '../jobs/index.ts';
import type { Log } from '../log/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import type { Vault } from '../vault/index.ts';
import type { SlackApi } from './call.ts';
import type { EmailPurpose } from './member-email.ts';

/** An address is about to be read: written down before Slack is asked, so that no reading goes unrecorded. */
export interface EmailReading {
  readonly orgId: OrgId;
  readonly purpose: EmailPurpose;
  readonly slackUserId: string;
}

/** What this part stands on; `app.ts` gives it. */
export interface SlackPlatform {
  readonly config: Pick<Config, 'publicUrl' | 'slack'>;
  readonly db: Database;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry?: Telemetry;
  readonly enqueue: Jobs['enqueue'];
  /** Writes the audit entry. */
  readonly onEmailRead: (tx: Tx, reading: EmailReading) => Promise<void>;
  /** Writes the audit entry when Slack, not a member here, has ended an installation. */
  readonly onEndedBySlack?: (tx: Tx, state: 'revoked' | 'uninstalled') => Promise<void>;
}

/** The same with the way to Slack, shared by the files of this folder. */
export interface SlackContext extends SlackPlatform {
  readonly api: SlackApi;
}

/** Time-outs: a person who clicked waits at most three seconds; a job can wait longer. */
export const patience = { handler: 2_200, job: 15_000 } as const;

/** Authorization by the app's own id and secret, for the OAuth exchange. */
export function appCredentials({ config }: SlackContext): { readonly authorization: string } {
  const { clientId = '', clientSecret = '' } = config.slack;
  return { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` };
}
