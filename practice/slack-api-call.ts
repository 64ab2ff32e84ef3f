import type { Aliases } from './aliases.ts';
import type { Deliveries } from './slack-deliveries.ts';
import type { Refusal } from './slack-rules.ts';
import type { ViewStack } from './slack-stack.ts';
import type { SlackWorkspace } from './slack-workspace.ts';

export type Args = Record<string, unknown>;
export type Answer = Record<string, unknown> & { readonly ok: boolean };

/** One method of the Web API, after token and scope have been looked at. */
export type Method = (args: Args, token: string) => Promise<Answer>;
export type Methods = Readonly<Record<string, Method>>;

/** What the methods work with. */
export interface ApiParts {
  readonly workspace: SlackWorkspace;
  readonly aliases: Aliases;
  readonly deliveries: Deliveries;
  /** Null where there is no local-slack. */
  readonly stack: ViewStack | null;
  /** A call of local-slack, or of emulate where there is no local-slack. */
  readonly inner: (method: string, args: Args, token: string) => Promise<Answer>;
  /** A call of emulate. */
  readonly oauth: (method: string, args: Args, token: string) => Promise<Answer>;
}

/** An answer that refuses, as Slack spells it: status 200, `ok: false`. */
export const refuse = (error: string, more: object = {}): Answer => ({ ok: false, error, ...more });

export const spell = (refusal: Refusal): Answer =>
  refuse(refusal.error, { response_metadata: { messages: refusal.messages.map((each) => `[ERROR] ${each}`) } });
