/** Events from Slack: made durable before they are answered, each handled once however often it is delivered. */
import { type OrgId, orgId, orgOf, type Tx } from '../db/index.ts';
import { handles, type JobHandler } from '../jobs/index.ts';
import type { SlackContext } from './context.ts';
import { endNow } from './ending.ts';
import type { IncomingEvent } from './incoming.ts';
import { announceEnd, checkToken, forgetSeen, handleEvent } from './job-kinds.ts';
import type { Slack } from './slack.ts';
import {
  currentInstallation,
  forgetEvents,
  type Installation,
  installationOfTeam,
  markEventSeen,
  organisationOfTeam,
} from './store.ts';
import type { SurfaceMap } from './surface.ts';

const day = 86_400_000;

/** Takes an event in. When this resolves, it is either stored as a job, or known, or nobody's business here. */
export async function takeEvent(context: SlackContext, surfaces: SurfaceMap, event: IncomingEvent): Promise<void> {
  const owner = await context.db.directory((tx) => organisationOfTeam(tx, event.teamId));
  if (owner === null) {
    context.log.info({ event: 'slack.event_without_installation', type: event.type, teamId: event.teamId });
    return;
  }
  await context.db.inOrg(owner.orgId, async (tx) => {
    const now = context.clock.now();
    if (!(await markEventSeen(tx, event.eventId, now))) return;
    await forgetInADay(context, tx);
    await endIfOver(context, tx, event);
    if (surfaces.eventTypes.has(event.type)) await store(context, tx, event);
  });
}

/** One job waits for each organisation, however many events come. */
async function forgetInADay({ clock, enqueue }: SlackContext, tx: Tx): Promise<void> {
  const startAfter = new Date(clock.now().getTime() + day);
  await enqueue(tx, forgetSeen, { orgId: orgOf(tx) }, { startAfter, key: orgOf(tx) });
}

async function store(context: SlackContext, tx: Tx, event: IncomingEvent): Promise<void> {
  const { teamId, type, slackUserId, channelId, tab } = event;
  const payload = { orgId: orgOf(tx), teamId, type, at: event.at.toISOString(), slackUserId, channelId, tab };
  await context.enqueue(tx, handleEvent, payload);
}

/**
 * `app_uninstalled` and `tokens_revoked` come in either order, once or twice, sometimes after the app was installed
 * anew. An event from after the install ends it here and now. One from before it, or one whose meaning isn't certain,
 * only makes us ask Slack whether the token lives.
 */
async function endIfOver(context: SlackContext, tx: Tx, event: IncomingEvent): Promise<void> {
  if (event.type !== 'app_uninstalled' && event.type !== 'tokens_revoked') return;
  // User tokens are no concern of ours: we have none.
  if (event.type === 'tokens_revoked' && event.revokedBots.length === 0) return;
  const installation = await installationOfTeam(tx, event.teamId, true);
  if (installation === null || installation.state !== 'active') return;
  if (event.at >= installation.installedAt && isCertain(event, installation)) {
    await endNow(context, tx, installation, 'uninstalled');
    return;
  }
  const { id: installationId, generation } = installation;
  await context.enqueue(tx, checkToken, { orgId: installation.orgId, installationId, generation });
}

function isCertain(event: IncomingEvent, installation: Installation): boolean {
  if (event.type === 'app_uninstalled') return true;
  // With rotation on, an old token's end may be told in the same words as the end of all.
  return installation.refreshToken === null && event.revokedBots.includes(installation.botUserId);
}

/** The jobs of this part. @param onEnded told once for each installation that ended, again if it throws */
export function slackJobs(
  slack: Slack,
  surfaces: SurfaceMap,
  onEnded: readonly ((orgId: OrgId) => Promise<void>)[],
): readonly JobHandler[] {
  const { context } = slack;
  const { db, log, clock } = context;
  return [
    handles(handleEvent, async (payload, job) => {
      const org = orgId(payload.orgId);
      const event = { ...payload, orgId: org, at: new Date(payload.at), client: slack.client(org), log };
      for (const handle of surfaces.events(payload.type)) await handle(event);
      if (payload.slackUserId !== null) await db.inOrg(org, (tx) => job.forget(tx));
    }),
    handles(announceEnd, async (payload) => {
      for (const tell of onEnded) await tell(orgId(payload.orgId));
    }),
    handles(checkToken, async (payload) => {
      const org = orgId(payload.orgId);
      const installation = await db.inOrg(org, currentInstallation);
      if (installation?.generation !== payload.generation || installation.id !== payload.installationId) return;
      const checked = await slack.client(org).authTest();
      // The client itself ends what Slack calls revoked or removed.
      if (checked.ok || checked.error !== 'invalid_auth') return;
      await db.inOrg(org, (tx) => endNow(context, tx, installation, 'revoked'));
    }),
    handles(forgetSeen, async (payload) => {
      await db.inOrg(orgId(payload.orgId), async (tx) => {
        if (await forgetEvents(tx, new Date(clock.now().getTime() - day))) await forgetInADay(context, tx);
      });
    }),
  ];
}
