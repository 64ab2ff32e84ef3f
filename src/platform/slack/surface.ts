/**
 * How slices take part in Slack: a slice exports one `SlackSurface`, data that maps ids to handlers. A handler is a
 * function from a typed request to an answer, so that it is tested by calling it.
 */

import type { OrgId } from '../db/index.ts';
import type { Log } from '../log/index.ts';
import type { Block, Modal } from './blocks/types.ts';
import type { SlackClient } from './client.ts';
import type { FieldValue, FormState, IncomingMessage, IncomingView } from './incoming.ts';

/** What every handler of a person's act gets. */
export interface SlackRequest {
  readonly orgId: OrgId;
  readonly teamId: string;
  readonly slackUserId: string;
  /** How Slack calls the person; to be shown back to them, not to be stored unless they ask to be named. */
  readonly slackUserName: string;
  /** True for people whose home is another workspace (shared channels): they can't be members of the organisation. */
  readonly stranger: boolean;
  /** Opens a window within three seconds, once. */
  readonly triggerId: string | null;
  /** Calls with a short time-out, as a person waits. */
  readonly client: SlackClient;
  readonly log: Log;
}

export interface ActionRequest extends SlackRequest {
  readonly actionId: string;
  readonly blockId: string;
  readonly value: FieldValue;
  /** The message that was clicked, if it was one. */
  readonly channelId: string | null;
  readonly messageTs: string | null;
  /** The window that was clicked, if it was one. */
  readonly view: IncomingView | null;
  readonly state: FormState;
  readonly responseUrl: string | null;
}

export interface ViewRequest extends SlackRequest {
  readonly view: IncomingView;
  readonly state: FormState;
}

export interface CommandRequest extends SlackRequest {
  readonly command: string;
  readonly text: string;
  readonly channelId: string;
  readonly responseUrl: string;
}

export interface ShortcutRequest extends SlackRequest {
  readonly callbackId: string;
  readonly channelId: string | null;
  readonly messageTs: string | null;
  /** The message that it was chosen on, if it was one. */
  readonly message: IncomingMessage | null;
  readonly responseUrl: string | null;
}

/** Work after the answer: Slack's three seconds are over then, and the process waits for it when it stops. */
interface After {
  readonly after?: () => Promise<void>;
}

/** What becomes of the window when it is submitted. */
export type ViewAck =
  | { readonly action: 'close' }
  | { readonly action: 'clear' }
  | { readonly action: 'update' | 'push'; readonly view: Modal }
  /** Sentences by block id, shown under the fields. */
  | { readonly action: 'errors'; readonly errors: Readonly<Record<string, string>> };

export interface CommandAck {
  readonly text: string;
  readonly blocks?: readonly Block[];
}

export type ActionAnswer = After;
export type ViewAnswer = After & { readonly ack: ViewAck };
export type CommandAnswer = After & { readonly ack?: CommandAck };

export interface SlackEvent {
  readonly orgId: OrgId;
  readonly teamId: string;
  readonly type: string;
  readonly at: Date;
  readonly slackUserId: string | null;
  readonly channelId: string | null;
  readonly tab: string | null;
  readonly client: SlackClient;
  readonly log: Log;
}

export interface SlackSurface {
  /** By action id, or by its prefix: `share.open:*` takes `share.open:0192…`. An exact id goes before a prefix. */
  readonly actions?: Readonly<Record<string, (request: ActionRequest) => Promise<ActionAnswer>>>;
  /** Submissions, by callback id. */
  readonly views?: Readonly<Record<string, (request: ViewRequest) => Promise<ViewAnswer>>>;
  /** Windows closed without submitting, where the view asked for notice. */
  readonly viewsClosed?: Readonly<Record<string, (request: ViewRequest) => Promise<ActionAnswer>>>;
  readonly commands?: Readonly<Record<string, (request: CommandRequest) => Promise<CommandAnswer>>>;
  readonly shortcuts?: Readonly<Record<string, (request: ShortcutRequest) => Promise<ActionAnswer>>>;
  /** Handled as a job: after the answer, at least once, again when it throws. Several slices may take the same event. */
  readonly events?: Readonly<Record<string, (event: SlackEvent) => Promise<void>>>;
}

type Handlers<Part extends keyof SlackSurface> = NonNullable<SlackSurface[Part]>;
export type Handler<Part extends keyof SlackSurface> = Handlers<Part>[string];

export interface SurfaceMap {
  find<Part extends Exclude<keyof SlackSurface, 'events'>>(part: Part, id: string): Handler<Part> | null;
  events(type: string): readonly Handler<'events'>[];
  readonly eventTypes: ReadonlySet<string>;
}

/**
 * Joins the slices' surfaces.
 * @throws Error when two slices claim the same id: one of them would never be called
 */
export function joinSurfaces(surfaces: readonly SlackSurface[]): SurfaceMap {
  const parts = ['actions', 'views', 'viewsClosed', 'commands', 'shortcuts'] as const;
  const tables = new Map<string, Map<string, unknown>>(parts.map((part) => [part, new Map()]));
  for (const surface of surfaces) {
    for (const part of parts) {
      for (const [id, handler] of Object.entries(surface[part] ?? {})) {
        const table = tables.get(part);
        if (table?.has(id)) throw new Error(`two slices handle the Slack ${part} ${id}`);
        table?.set(id, handler);
      }
    }
  }
  const eventHandlers = surfaces.flatMap(({ events = {} }) => Object.entries(events));
  return {
    find: <Part extends Exclude<keyof SlackSurface, 'events'>>(part: Part, id: string) => {
      const table = tables.get(part) ?? new Map();
      const prefix = id.includes(':') ? `${id.slice(0, id.indexOf(':'))}:*` : '';
      // The tables were filled from this very part above.
      return (table.get(id) ?? table.get(prefix) ?? null) as Handler<Part> | null;
    },
    events: (type) => eventHandlers.filter(([id]) => id === type).map(([, handler]) => handler),
    eventTypes: new Set(eventHandlers.map(([type]) => type)),
  };
}
