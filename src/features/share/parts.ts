import type { AuditTrail } from '../../platform/audit/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database, OrgId, Tx } from '../../platform/db/index.ts';
import type { Limits } from '../../platform/http/index.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import type { Log } from '../../platform/log/index.ts';
import type { Letter } from '../../platform/mail/index.ts';
import type { Policy } from '../../platform/policy/index.ts';
import type { Block, CommandAnswer, CommandRequest, SlackClient } from '../../platform/slack/index.ts';
import type { Telemetry } from '../../platform/telemetry/index.ts';
import type { KeyRing } from '../../platform/vault/index.ts';
import type { Webhooks } from '../../platform/webhooks/index.ts';
import type { Links } from '../links/index.ts';
import type { Networks } from '../networks/index.ts';
import type { People } from '../people/index.ts';
import type { ShareAction } from './acts.ts';
import type { EventValues } from './figures/value.ts';
import type { ShareResults } from './outgoing/results.ts';

/** What reports and messages need to know of the organisation. */
export interface OrganisationFacts {
  readonly name: string;
  readonly timeZone: string;
  /** Smallest group that reports show. */
  readonly smallGroup: number;
}

/** A word that `/coact` knows beside those of this slice. */
export interface CommandWord {
  readonly word: string;
  /** Whether more may stand behind it, which it reads itself. */
  readonly takesMore?: boolean;
  /** What it does, for `/coact help`. */
  readonly help: string;
  answer(request: CommandRequest): Promise<CommandAnswer>;
}

/** Whose Home tab is drawn, and how to reach Slack meanwhile. */
export interface HomeReader {
  readonly orgId: OrgId;
  readonly slackUserId: string;
  readonly client: SlackClient;
}

/** What another slice shows in the Home tab; nothing where it has nothing to do with this person. */
export type HomeSection = (reader: HomeReader) => Promise<readonly Block[]>;

/** A letter that somebody asked for. */
interface AskedLetter {
  readonly subject: string;
  readonly letter: Letter;
  /** Where they end it, by one click of their mail program. */
  readonly unsubscribeUrl?: string;
}

/** Those who read the totals, reached outside of the web app. */
interface Readers {
  /** Whether they are active here and may read the totals, now. */
  mayRead(tx: Tx, personId: string): Promise<boolean>;
  /** Who they are in Slack; null where that is not known, or they may not read the totals any more. */
  slackUserOf(tx: Tx, personId: string): Promise<string | null>;
  /** Writes to their own address, once the transaction commits. False where they have none. */
  write(tx: Tx, personId: string, asked: AskedLetter): Promise<boolean>;
}

/** What this slice is built from; the composition root passes it. */
export interface ShareParts {
  readonly db: Database;
  readonly ring: KeyRing;
  readonly jobs: Pick<Jobs, 'enqueue'>;
  readonly clock: Clock;
  /** Of calls, counted by keyed hashes. */
  readonly limits: Limits;
  readonly log: Log;
  readonly telemetry?: Pick<Telemetry, 'count'>;
  /** For what publishers do; never for what sharers do. */
  readonly audit: AuditTrail<ShareAction>;
  /** For programs that want to know how requests go. */
  readonly webhooks: Pick<Webhooks, 'emit'>;
  readonly publicUrl: string;
  /** What stands before the slug of a short link. */
  readonly linksUrl: string;
  readonly links: Links;
  readonly networks: Networks;
  readonly results: ShareResults;
  /** Who approves requests, and telling them; sharers are never looked up here. */
  readonly people: Pick<People, 'actorsIn' | 'actorForSlack' | 'namesOf' | 'tell' | 'retell'>;
  readonly policy: Pick<Policy, 'decide'>;
  /** Why the organisation may send nothing now, as a sentence; null where it may. It always may where this is left out. */
  readonly whyStopped?: ((tx: Tx) => Promise<string | null>) | undefined;
  /** What other slices add to `/coact` and to the Home tab: both are one per workspace, and stand here. */
  readonly commandWords: readonly CommandWord[];
  readonly homeSections: readonly HomeSection[];
  /** Slack for work in the background, with its longer time-outs. */
  slack(orgId: OrgId): SlackClient;
  organisation(tx: Tx): Promise<OrganisationFacts>;
  /** What events are and were worth, oldest first. */
  eventValues(tx: Tx): Promise<readonly (Omit<EventValues, 'validFrom'> & { readonly validFrom: Date })[]>;
  readonly readers: Readers;
  /** The person behind a Slack member, made at first need. */
  personForSlack(tx: Tx, slackUserId: string): Promise<{ readonly id: string; readonly state: string }>;
}
