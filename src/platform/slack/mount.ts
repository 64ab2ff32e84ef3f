import type { OrgId } from '../db/index.ts';
import type { JobHandler } from '../jobs/index.ts';
import { slackJobs } from './events.ts';
import { finishInstall, type InstallPort, startInstall } from './install.ts';
import { paths, slackManifest } from './manifest.ts';
import { createReceiver } from './receiver.ts';
import { scopeReasons } from './scopes.ts';
import type { Slack } from './slack.ts';
import { joinSurfaces, type SlackSurface } from './surface.ts';

export interface SlackRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Why it needs no sign-in at the door. */
  readonly why: string;
  handle(request: Request): Promise<Response>;
}

export interface MountedSlack {
  readonly routes: readonly SlackRoute[];
  readonly jobs: readonly JobHandler[];
  /** Resolves when no work begun by a request is left. */
  idle(): Promise<void>;
}

export interface MountOptions extends InstallPort {
  readonly surfaces: readonly SlackSurface[];
  /** Told when an installation has ended: tokens are erased already. */
  readonly onEnded?: readonly ((orgId: OrgId) => Promise<void>)[];
  /** When to answer although a handler still works; shorter in tests. */
  readonly ackWithinMs?: number;
}

/** Joins Slack with the slices: the routes to serve and the jobs to run. */
export function mountSlack(slack: Slack, options: MountOptions): MountedSlack {
  const { context } = slack;
  const surfaces = joinSurfaces(options.surfaces);
  const receiver = createReceiver(slack, surfaces, options.ackWithinMs);
  return {
    jobs: slackJobs(slack, surfaces, options.onEnded ?? []),
    idle: () => receiver.idle(),
    routes: [
      {
        method: 'POST',
        path: paths.requests,
        why: 'Slack signs each request',
        handle: (request) => receiver.handle(request),
      },
      {
        method: 'GET',
        path: paths.install,
        why: 'asks for sign-in itself, with a way back',
        handle: (request) => startInstall(context, options, request),
      },
      {
        method: 'GET',
        path: paths.redirect,
        why: 'carries a one-time state bound to browser and member, and asks for the member again',
        handle: (request) => finishInstall(context, options, request),
      },
      {
        method: 'GET',
        path: paths.manifest,
        why: 'the manifest holds nothing secret',
        handle: async () => Response.json(slackManifest(context.config.publicUrl)),
      },
      {
        method: 'GET',
        path: paths.scopes,
        why: 'tells everybody what Coact may do in Slack',
        handle: async () => Response.json({ scopes: scopeReasons }),
      },
    ],
  };
}
