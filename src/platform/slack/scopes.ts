import { type Scope, uses } from './methods.ts';

export interface ScopeReason {
  readonly scope: Scope;
  /** What it lets Coact do, in plain words, for the public page. */
  readonly reason: string;
  /** What it does not do with it: the question that people ask. */
  readonly never: string;
}

/** The scopes with their reasons: what the installer sees at Slack, the manifest and the public page all come from here. */
export const scopeReasons: readonly ScopeReason[] = [
  {
    scope: 'commands',
    reason:
      'Lets people type /coact to see what is open to share and to get help, and choose “Suggest to share” in the menu of a message.',
    never:
      'Coact sees only what is typed after /coact, and the one message on which somebody chose “Suggest to share”.',
  },
  {
    scope: 'chat:write',
    reason:
      'Posts a share request into the channel that a publisher chose, keeps its total up to date and takes it back when recalled.',
    never: 'Coact writes only as itself, never in the name of a person.',
  },
  {
    scope: 'channels:read',
    reason:
      'Lists the public channels by name, so that a publisher can choose one, and notices when a channel is renamed, archived or deleted.',
    never: 'Coact sees no private channels and reads no messages, in any channel.',
  },
  {
    scope: 'channels:join',
    reason:
      'Joins the one public channel that a publisher chose, because Slack lets an app post only where it is a member.',
    never: 'Coact joins no other channel.',
  },
  {
    scope: 'users:read',
    reason:
      'Checks that the person who clicks is an active member of the workspace, uses their language and time zone, and notices when a member whom Coact knows leaves, comes back or is called something else.',
    never: 'Coact never lists the members of the workspace.',
  },
  {
    scope: 'users:read.email',
    reason:
      'Reads the address of one person at two moments: when they sign up, to send them the confirmation, and when someone installs Coact again, to check that they belong to the organisation.',
    never: 'Coact reads the address of nobody else, and every reading stands in the audit log.',
  },
];

/** What Slack wants a scope for although no Web API method is called: commands, shortcuts, and the events of channels and members. */
export const featureScopes = {
  slashCommand: 'commands',
  messageShortcut: 'commands',
  channelEvents: 'channels:read',
  memberEvents: 'users:read',
} as const satisfies Record<string, Scope>;

/** The scopes to ask for, in the manifest's order. */
export const requiredScopes: readonly Scope[] = scopeReasons.map(({ scope }) => scope);

/** Scopes that calls and features need: equal to `requiredScopes`, which a test holds fast. */
export function neededScopes(): ReadonlySet<Scope> {
  return new Set<Scope>([...Object.values(uses).flatMap(({ scopes }) => scopes), ...Object.values(featureScopes)]);
}

/** Scopes that an installation lacks, e.g. one made before Coact needed them. */
export function missingScopes(granted: readonly string[]): readonly Scope[] {
  return requiredScopes.filter((scope) => !granted.includes(scope));
}
