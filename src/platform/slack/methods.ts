/**
 * Every call that Coact makes to Slack's Web API, with the scope each needs. The client can call nothing else, so this
 * table is what the manifest's scopes are checked against. Source: docs.slack.dev/reference/methods
 */

/** The bot scopes that Coact asks for. */
export type Scope = 'commands' | 'chat:write' | 'channels:read' | 'channels:join' | 'users:read' | 'users:read.email';

interface Use {
  readonly method: string;
  readonly scopes: readonly Scope[];
  /** A call that, sent twice, would be seen twice: when its answer is lost nobody knows what happened. */
  readonly once?: true;
}

export const uses = {
  checkToken: { method: 'auth.test', scopes: [] },
  revokeToken: { method: 'auth.revoke', scopes: [] },
  listChannels: { method: 'conversations.list', scopes: ['channels:read'] },
  readChannel: { method: 'conversations.info', scopes: ['channels:read'] },
  joinChannel: { method: 'conversations.join', scopes: ['channels:join'] },
  postMessage: { method: 'chat.postMessage', scopes: ['chat:write'], once: true },
  updateMessage: { method: 'chat.update', scopes: ['chat:write'] },
  deleteMessage: { method: 'chat.delete', scopes: ['chat:write'] },
  linkMessage: { method: 'chat.getPermalink', scopes: [] },
  openView: { method: 'views.open', scopes: [] },
  pushView: { method: 'views.push', scopes: [] },
  updateView: { method: 'views.update', scopes: [] },
  publishHome: { method: 'views.publish', scopes: [] },
  readMember: { method: 'users.info', scopes: ['users:read'] },
  /** The same method: of one member whom Coact knows by name already, after Slack has said that something changed. */
  readMemberName: { method: 'users.info', scopes: ['users:read'] },
  /** The same again; Slack adds the address only where the second scope is granted. */
  readMemberEmail: { method: 'users.info', scopes: ['users:read', 'users:read.email'] },
  exchangeCode: { method: 'oauth.v2.access', scopes: [] },
} as const satisfies Record<string, Use>;

export type UseName = keyof typeof uses;
