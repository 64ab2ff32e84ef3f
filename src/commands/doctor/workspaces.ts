import type { Clock } from '../../platform/clock/index.ts';
import type { Config } from '../../platform/config/index.ts';
import type { Database, OrgId } from '../../platform/db/index.ts';
import { memoryLog } from '../../platform/log/index.ts';
import { openSlack, type Slack, type SlackFetch } from '../../platform/slack/index.ts';
import { installation, keyOwners, loadRootKey, openVault, RootKeyProblem } from '../../platform/vault/index.ts';
import { allSealedPlaces } from '../../sealed-places.ts';
import { about, type Finding } from './finding.ts';

/** Slack is asked of so many; whoever has more sees by these whether the app as a whole works. */
const most = 5;

/** With these Slack says that connecting again is the only way. */
const over = new Set(['token_revoked', 'account_inactive', 'invalid_auth']);

/**
 * Tries the tokens of connected workspaces (auth.test). Nothing is ended by the answer: the running Coact does that.
 * @param fetch for tests: Slack in place of the network
 */
export async function examineWorkspaces(
  config: Config,
  db: Database,
  clock: Clock,
  fetch?: SlackFetch,
): Promise<Finding[]> {
  const { ok, notChecked } = about('Workspaces');
  const keys = await loadRootKey(config, db, clock).catch((error: unknown) => {
    if (error instanceof RootKeyProblem) return null;
    throw error;
  });
  // What is wrong is told under keys.
  if (keys === null) return [notChecked('their tokens can’t be opened without the root key.')];
  const vault = openVault(keys, db, clock, allSealedPlaces);
  const nothing = async () => undefined;
  const parts = { config, db, vault, clock, log: memoryLog(), enqueue: nothing, onEmailRead: nothing };
  const slack = openSlack(parts, fetch === undefined ? {} : { fetch });
  if (!slack.configured) return [];
  const findings: Finding[] = [];
  let tried = 0;
  let installed = 0;
  for (const orgId of await keyOwners({ db })) {
    if (orgId === installation) continue;
    const { installed: workspace } = await slack.status(orgId);
    if (workspace === null) continue;
    installed += 1;
    if (tried >= most) continue;
    tried += 1;
    const found = await examineWorkspace(slack, orgId, workspace);
    if (found !== null) findings.push(found);
  }
  if (installed === 0 || findings.length > 0) return findings;
  return [
    ok(
      `Slack takes our token in ${tried} of ${installed} connected workspaces${tried < installed ? ' (no more were asked)' : ''}.`,
    ),
  ];
}

type Workspace = NonNullable<Awaited<ReturnType<Slack['status']>>['installed']>;

async function examineWorkspace(slack: Slack, orgId: OrgId, workspace: Workspace): Promise<Finding | null> {
  const { warning, problem, notChecked } = about('Workspaces');
  const which = `${workspace.teamId} of organisation ${orgId}`;
  const mend = 'An owner or admin connects it again, under Settings, Slack.';
  if (workspace.health === 'revoked') return problem(`Slack takes the token of ${which} no more.`, mend);
  const answer = await slack.check(orgId);
  if (!answer.ok && over.has(answer.error)) return problem(`Slack takes the token of ${which} no more.`, mend);
  if (!answer.ok) return notChecked(`Slack could not be asked about ${which} (${answer.error}).`);
  if (workspace.missingScopes.length === 0) return null;
  return warning(`${which} has not granted ${workspace.missingScopes.join(', ')}.`, mend);
}
