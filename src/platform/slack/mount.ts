import { z } from 'zod';
import type { OrgId } from '../db/index.ts';
import { emptyAnswer, type GuardedRoute, guarded, jsonAnswer, publicRoute } from '../http/index.ts';
import type { JobHandler } from '../jobs/index.ts';
import { slackJobs } from './events.ts';
import { finishInstall, type InstallPort, startInstall } from './install.ts';
import { paths, slackManifest } from './manifest.ts';
import { createReceiver } from './receiver.ts';
import { scopeReasons } from './scopes.ts';
import type { Slack } from './slack.ts';
import { joinSurfaces, type SlackSurface } from './surface.ts';

export interface MountedSlack {
  readonly routes: readonly GuardedRoute[];
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

/** Bytes; Slack's own requests are far smaller. */
const maxBody = 1_000_000;

/** Joins Slack with the slices: the routes to serve and the jobs to run. */
export function mountSlack(slack: Slack, options: MountOptions): MountedSlack {
  const { context } = slack;
  const surfaces = joinSurfaces(options.surfaces);
  const receiver = createReceiver(slack, surfaces, options.ackWithinMs);
  return {
    jobs: slackJobs(slack, surfaces, options.onEnded ?? []),
    idle: () => receiver.idle(),
    routes: [
      guarded(
        {
          method: 'post',
          path: paths.requests,
          summary: 'What Slack sends: events, clicks, commands',
          guard: publicRoute('Slack signs each request'),
          webhook: true,
          bodyLimit: maxBody,
          responses: {
            200: emptyAnswer('Taken, with what Slack is to show'),
            400: emptyAnswer('Nothing that Slack sends'),
            401: emptyAnswer('Not signed by Slack, or too old'),
            500: emptyAnswer('Not kept: Slack sends it again'),
            503: emptyAnswer('Not kept, and the person is told'),
          },
        },
        (c) => receiver.handle(c.req.raw),
      ),
      guarded(
        {
          method: 'get',
          path: paths.install,
          summary: 'Add Coact to a Slack workspace',
          guard: publicRoute('asks for the sign-in itself, with a way back'),
          responses: { 302: emptyAnswer("To Slack's consent page, or to the sign-in"), ...refusals },
        },
        (c) => startInstall(context, options, c.req.raw),
      ),
      guarded(
        {
          method: 'get',
          path: paths.redirect,
          summary: 'Back from Slack’s consent',
          guard: publicRoute('carries a one-time state bound to browser and member, and asks for the member again'),
          responses: { 302: emptyAnswer('Back to the web app'), ...refusals },
        },
        (c) => finishInstall(context, options, c.req.raw),
      ),
      ...openRoutes(context.config.publicUrl),
    ],
  };
}

/** Pages that say why Coact was not added. */
const refusals = {
  400: emptyAnswer('A page: the way here was not followed to its end'),
  502: emptyAnswer('A page: Slack does not answer'),
  503: emptyAnswer('A page: the operator has given no Slack app'),
};

/** What anybody may read: which permissions Coact asks for and why, and the manifest that asks for them. */
function openRoutes(publicUrl: string): readonly GuardedRoute[] {
  return [
    guarded(
      {
        method: 'get',
        path: paths.manifest,
        summary: 'The manifest to create the Slack app from',
        guard: publicRoute('the manifest holds nothing secret'),
        responses: { 200: jsonAnswer(z.looseObject({}), 'The app manifest, to create the Slack app from') },
      },
      (c) => c.json(slackManifest(publicUrl)),
    ),
    guarded(
      {
        method: 'get',
        path: paths.scopes,
        summary: 'The permissions that Coact asks Slack for, each with its reason',
        guard: publicRoute('tells everybody what Coact may do in Slack'),
        responses: { 200: jsonAnswer(z.object({ scopes: z.array(scopeShape) }), 'Permissions with their reasons') },
      },
      (c) => c.json({ scopes: [...scopeReasons] }),
    ),
  ];
}

const scopeShape = z.object({ scope: z.string(), reason: z.string(), never: z.string() });
