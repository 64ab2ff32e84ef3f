import { type OrgId, orgId, orgOf, sql, type Tx } from '../db/index.ts';
import { announce } from '../http/index.ts';

export interface Installation {
  readonly orgId: OrgId;
  readonly id: string;
  readonly teamId: string;
  readonly teamName: string;
  readonly botUserId: string;
  readonly appId: string;
  /** Sealed; null when the installation has ended. */
  readonly botToken: Uint8Array | null;
  readonly refreshToken: Uint8Array | null;
  readonly tokenExpiresAt: Date | null;
  readonly scopes: readonly string[];
  readonly installerUserId: string;
  readonly generation: number;
  readonly installedAt: Date;
  readonly state: 'active' | 'revoked' | 'uninstalled';
}

interface Tables {
  slack_installations: {
    org_id: string;
    id: string;
    team_id: string;
    team_name: string;
    enterprise_id: string | null;
    app_id: string;
    bot_user_id: string;
    bot_token: Uint8Array | null;
    refresh_token: Uint8Array | null;
    token_expires_at: Date | null;
    refreshing_until: Date | null;
    scopes: string[];
    installer_user_id: string;
    generation: number;
    installed_at: Date;
    state: Installation['state'];
    ended_at: Date | null;
  };
  slack_install_states: {
    org_id: string;
    state_hash: Uint8Array;
    browser_hash: Uint8Array;
    user_id: string;
    expires_at: Date;
  };
  slack_events_seen: { org_id: string; event_id: string; seen_at: Date };
}

type Row = Tables['slack_installations'];

/** Sealed tokens with what belongs to them. */
export interface TokenColumns {
  readonly bot_token: Uint8Array;
  readonly refresh_token: Uint8Array | null;
  readonly token_expires_at: Date | null;
}

/** Where a workspace is connected, asked before the organisation is known. */
export async function organisationOfTeam(
  tx: Tx,
  teamId: string,
): Promise<{ orgId: OrgId; installationId: string; generation: number } | null> {
  const row = await tx
    .on<Tables>()
    .selectFrom('slack_installations')
    .select(['org_id', 'id', 'generation'])
    .where('team_id', '=', teamId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  return row ? { orgId: orgId(row.org_id), installationId: row.id, generation: row.generation } : null;
}

/** The organisation's workspace: the active one, else the one that ended last. */
export async function currentInstallation(tx: Tx): Promise<Installation | null> {
  const row = await tx
    .on<Tables>()
    .selectFrom('slack_installations')
    .selectAll()
    .orderBy(sql`state = 'active'`, 'desc')
    .orderBy('installed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? installationOf(row) : null;
}

/** The row of one workspace, ended or not. Locked when something is to be decided by it. */
export async function installationOfTeam(tx: Tx, teamId: string, lock = false): Promise<Installation | null> {
  const query = tx.on<Tables>().selectFrom('slack_installations').selectAll().where('team_id', '=', teamId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? installationOf(row) : null;
}

/**
 * Writes an installation that Slack has just granted.
 * @returns false when the workspace, or the organisation, has an active installation elsewhere
 */
export async function saveInstallation(
  tx: Tx,
  row: Omit<Row, 'org_id' | 'refreshing_until' | 'state' | 'ended_at'>,
): Promise<boolean> {
  const values: Row = { ...row, org_id: orgOf(tx), refreshing_until: null, state: 'active', ended_at: null };
  const { org_id, id, team_id, ...changes } = values;
  // Two organisations that connect the same workspace at once meet at the unique index; the savepoint keeps the
  // transaction usable, so that the second one is refused with a sentence.
  await sql`savepoint slack_installation`.execute(tx.on());
  try {
    const query = tx.on<Tables>().insertInto('slack_installations').values(values);
    await query.onConflict((conflict) => conflict.columns(['org_id', 'team_id']).doUpdateSet(changes)).execute();
    await sql`release savepoint slack_installation`.execute(tx.on());
    await announce(tx, 'slack');
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '23505')) throw error;
    await sql`rollback to savepoint slack_installation`.execute(tx.on());
    return false;
  }
}

/** Ends an installation if it is still the given generation, erasing its tokens. @returns whether it was active */
export async function endInstallation(
  tx: Tx,
  id: string,
  generation: number,
  state: 'revoked' | 'uninstalled',
  now: Date,
): Promise<boolean> {
  const result = await tx
    .on<Tables>()
    .updateTable('slack_installations')
    .set({ state, ended_at: now, bot_token: null, refresh_token: null, token_expires_at: null, refreshing_until: null })
    .where('id', '=', id)
    .where('generation', '=', generation)
    .where('state', '=', 'active')
    .executeTakeFirst();
  await announce(tx, 'slack');
  return result.numUpdatedRows > 0n;
}

/**
 * Takes the right to refresh a token that runs out before `expiring`.
 * @returns false if someone else holds it, or has refreshed meanwhile
 */
export async function leaseRefresh(
  tx: Tx,
  { id, generation }: Pick<Installation, 'id' | 'generation'>,
  { now, until, expiring }: { readonly now: Date; readonly until: Date; readonly expiring: Date },
): Promise<boolean> {
  const result = await tx
    .on<Tables>()
    .updateTable('slack_installations')
    .set({ refreshing_until: until })
    .where('id', '=', id)
    .where('generation', '=', generation)
    .where('state', '=', 'active')
    .where('token_expires_at', '<', expiring)
    .where((is) => is.or([is('refreshing_until', 'is', null), is('refreshing_until', '<=', now)]))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Stores refreshed tokens, unless the installation has ended or been made anew meanwhile. */
export async function saveTokens(tx: Tx, id: string, generation: number, tokens: TokenColumns): Promise<void> {
  await tx
    .on<Tables>()
    .updateTable('slack_installations')
    .set({ ...tokens, refreshing_until: null })
    .where('id', '=', id)
    .where('generation', '=', generation)
    .where('state', '=', 'active')
    .execute();
}

/** Remembers an installation begun in a browser, and forgets those that ran out. */
export async function addInstallState(
  tx: Tx,
  state: { stateHash: Uint8Array; browserHash: Uint8Array; userId: string; expiresAt: Date },
  now: Date,
): Promise<void> {
  await tx.on<Tables>().deleteFrom('slack_install_states').where('expires_at', '<=', now).execute();
  const row = {
    org_id: orgOf(tx),
    state_hash: state.stateHash,
    browser_hash: state.browserHash,
    user_id: state.userId,
    expires_at: state.expiresAt,
  };
  await tx.on<Tables>().insertInto('slack_install_states').values(row).execute();
}

/** Takes a state out: deleted as it is read, so that it serves once. */
export async function takeInstallState(
  tx: Tx,
  stateHash: Uint8Array,
): Promise<{ browserHash: Uint8Array; userId: string; expiresAt: Date } | null> {
  const row = await tx
    .on<Tables>()
    .deleteFrom('slack_install_states')
    .where('state_hash', '=', stateHash)
    .returningAll()
    .executeTakeFirst();
  return row ? { browserHash: row.browser_hash, userId: row.user_id, expiresAt: row.expires_at } : null;
}

/** Marks an event as seen. @returns false if it was seen before: Slack delivers again when an answer was late */
export async function markEventSeen(tx: Tx, eventId: string, now: Date): Promise<boolean> {
  const result = await tx
    .on<Tables>()
    .insertInto('slack_events_seen')
    .values({ org_id: orgOf(tx), event_id: eventId, seen_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Forgets events seen before `before`. @returns whether later ones are left */
export async function forgetEvents(tx: Tx, before: Date): Promise<boolean> {
  await tx.on<Tables>().deleteFrom('slack_events_seen').where('seen_at', '<', before).execute();
  const left = await tx.on<Tables>().selectFrom('slack_events_seen').select('event_id').limit(1).executeTakeFirst();
  return left !== undefined;
}

function installationOf(row: Row): Installation {
  return {
    orgId: orgId(row.org_id),
    id: row.id,
    teamId: row.team_id,
    teamName: row.team_name,
    botUserId: row.bot_user_id,
    appId: row.app_id,
    botToken: row.bot_token,
    refreshToken: row.refresh_token,
    tokenExpiresAt: row.token_expires_at,
    scopes: row.scopes,
    installerUserId: row.installer_user_id,
    generation: row.generation,
    installedAt: row.installed_at,
    state: row.state,
  };
}
