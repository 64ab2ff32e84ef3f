/**
 * Slack: receives what it sends (verified, durable, answered in time), calls its Web API through a narrow client, keeps
 * installations with their sealed tokens, and generates the app's manifest. Slices take part by exporting a
 * `SlackSurface`; views and messages are made with the builders of Block Kit, which keep its limits.
 */

export { acts, type SlackAction } from './acts.ts';
export * from './blocks/index.ts';
export type {
  Channel,
  Member,
  MessageContent,
  MessageRef,
  SlackClient,
  ViewHandle,
} from './client.ts';
export type { EmailReading, SlackPlatform } from './context.ts';
export type { SlackErrorCode, SlackFailure, SlackResult } from './failures.ts';
export type { FieldValue, FormState, IncomingMessage, IncomingView } from './incoming.ts';
export type { Installed, Installer, InstallPort } from './install.ts';
export { paths as slackPaths, slackManifest } from './manifest.ts';
export type { EmailPurpose } from './member-email.ts';
export { migrations, sealedPlaces } from './migrations.ts';
export { type MountedSlack, type MountOptions, mountSlack } from './mount.ts';
export type { ResponseMessage } from './respond.ts';
export { type ScopeReason, scopeReasons } from './scopes.ts';
export { openSlack, type Slack, type SlackStatus } from './slack.ts';
export type { SlackFetch } from './slack-fetch.ts';
export type {
  ActionAnswer,
  ActionRequest,
  CommandAnswer,
  CommandRequest,
  ShortcutRequest,
  SlackEvent,
  SlackRequest,
  SlackSurface,
  ViewAck,
  ViewAnswer,
  ViewRequest,
} from './surface.ts';
