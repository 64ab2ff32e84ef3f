import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const saved = z.object({
  tokens: z.array(
    z.object({ token: z.string(), scopes: z.array(z.string()), installer: z.string(), alive: z.boolean() }),
  ),
  joined: z.array(z.string()),
  deactivated: z.array(z.string()).default([]),
  messages: z.array(z.object({ ts: z.string(), args: z.record(z.string(), z.unknown()) })),
});
type Saved = z.infer<typeof saved>;

/** How often Coact called a Web API method. `users`: whom it looked up, by Slack id, each once. */
export interface MethodCalls {
  readonly count: number;
  readonly users: readonly string[];
}

/** What the stand-in remembers beyond local-slack: tokens, memberships, the app's messages, and the counters. */
export interface SlackWorkspace {
  readonly tokens: readonly Saved['tokens'][number][];
  readonly messages: readonly Saved['messages'][number][];
  addToken(token: string, scopes: readonly string[], installer: string): void;
  killTokens(only?: string): void;
  /** Whether a living token of the app exists, that is, whether the app is installed. */
  isInstalled(): boolean;
  isMember(channelId: string): boolean;
  join(channelId: string): void;
  leave(channelId: string): void;
  isDeactivated(slackUserId: string): boolean;
  setDeactivated(slackUserId: string, deactivated: boolean): void;
  keepMessage(ts: string, args: Record<string, unknown>): void;
  dropMessage(ts: string): void;
  countCall(method: string, lookedUp: string | null): void;
  calls(): Readonly<Record<string, MethodCalls>>;
  resetCalls(): void;
}

/** `file` null keeps nothing over a restart. */
export function openSlackWorkspace(file: string | null): SlackWorkspace {
  const state = read(file);
  const save = () => {
    if (file === null) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(state, null, 1));
  };
  const without = (list: readonly string[], item: string) => list.filter((each) => each !== item);
  return {
    get tokens() {
      return state.tokens;
    },
    get messages() {
      return state.messages;
    },
    addToken: (token, scopes, installer) => {
      state.tokens = state.tokens.slice(-20);
      state.tokens.push({ token, scopes: [...scopes], installer, alive: true });
      save();
    },
    killTokens: (only) => {
      for (const each of state.tokens) if (only === undefined || each.token === only) each.alive = false;
      if (!state.tokens.some((each) => each.alive)) state.joined = [];
      save();
    },
    isInstalled: () => state.tokens.some((each) => each.alive),
    isMember: (channelId) => state.joined.includes(channelId) || channelId.startsWith('D'),
    join: (channelId) => {
      state.joined = [...without(state.joined, channelId), channelId];
      save();
    },
    leave: (channelId) => {
      state.joined = without(state.joined, channelId);
      save();
    },
    isDeactivated: (slackUserId) => state.deactivated.includes(slackUserId),
    setDeactivated: (slackUserId, deactivated) => {
      const others = without(state.deactivated, slackUserId);
      state.deactivated = deactivated ? [...others, slackUserId] : others;
      save();
    },
    keepMessage: (ts, args) => {
      const known = state.messages.find((each) => each.ts === ts);
      if (known) known.args = { ...known.args, ...args };
      else state.messages.push({ ts, args });
      state.messages = state.messages.slice(-100);
      save();
    },
    dropMessage: (ts) => {
      state.messages = state.messages.filter((each) => each.ts !== ts);
      save();
    },
    ...createCounters(),
  };
}

function createCounters(): Pick<SlackWorkspace, 'countCall' | 'calls' | 'resetCalls'> {
  const calls = new Map<string, { count: number; users: Set<string> }>();
  return {
    countCall: (method, lookedUp) => {
      const entry = calls.get(method) ?? { count: 0, users: new Set<string>() };
      entry.count += 1;
      if (lookedUp !== null) entry.users.add(lookedUp);
      calls.set(method, entry);
    },
    calls: () =>
      Object.fromEntries([...calls].map(([name, entry]) => [name, { count: entry.count, users: [...entry.users] }])),
    resetCalls: () => calls.clear(),
  };
}

function read(file: string | null): Saved {
  const empty: Saved = { tokens: [], joined: [], deactivated: [], messages: [] };
  if (file === null) return empty;
  try {
    return saved.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return empty;
    throw new Error(`The practice workspace cannot read ${file}. Delete it to begin afresh.`, { cause: error });
  }
}
