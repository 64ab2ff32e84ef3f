/** What a pretended Slack knows: workspaces, people, channels, installs, messages, windows. */

export interface FakeUser {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  deleted: boolean;
  readonly guest: boolean;
  readonly bot: boolean;
  readonly stranger: boolean;
}

export interface FakeChannel {
  readonly id: string;
  name: string;
  archived: boolean;
  readonly private: boolean;
  readonly members: Set<string>;
}

export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  text: string;
  blocks: readonly unknown[];
  readonly by: string;
  /** The message that it replies to. */
  readonly thread_ts?: string;
  /** Whether the channel is shown the reply too. */
  readonly broadcast?: boolean;
}

export interface FakeView {
  readonly id: string;
  readonly teamId: string;
  readonly userId: string;
  hash: string;
  body: Readonly<Record<string, unknown>>;
  readonly rootId: string;
  open: boolean;
}

export interface FakeTeam {
  readonly id: string;
  readonly name: string;
  readonly botUserId: string;
  readonly users: Map<string, FakeUser>;
  readonly channels: Map<string, FakeChannel>;
  readonly messages: FakeMessage[];
  /** Home tabs by person. */
  readonly homes: Map<string, Readonly<Record<string, unknown>>>;
  scopes: Set<string>;
  installed: boolean;
}

export interface FakeToken {
  readonly value: string;
  readonly teamId: string;
  revoked: boolean;
  readonly expiresAt: number | null;
}

export interface FakeCall {
  readonly method: string;
  readonly teamId: string | null;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Slack answers errors with 200 and `ok: false`; a handler throws this to say so. */
export class Refused extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(code: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

export class FakeState {
  readonly teams = new Map<string, FakeTeam>();
  readonly tokens = new Map<string, FakeToken>();
  readonly refreshTokens = new Map<string, { teamId: string; used: boolean }>();
  readonly codes = new Map<
    string,
    { teamId: string; userId: string; redirectUri: string; expiresAt: number; used: boolean; enterprise: boolean }
  >();
  readonly triggers = new Map<string, { teamId: string; userId: string; expiresAt: number; used: boolean }>();
  readonly views = new Map<string, FakeView>();
  readonly responseUrls = new Map<
    string,
    { teamId: string; left: number; expiresAt: number; channel: string; ts: string | null }
  >();
  readonly calls: FakeCall[] = [];
  readonly now: () => Date;
  #serial = 0;

  constructor(now: () => Date) {
    this.now = now;
  }

  /** A number that grows with each call, for ids. */
  next(): number {
    this.#serial += 1;
    return this.#serial;
  }

  team(id: string): FakeTeam {
    const team = this.teams.get(id);
    if (!team) throw new Error(`the test has no team ${id}`);
    return team;
  }

  /** A message's ts: seconds and a serial number, as Slack's are. */
  ts(): string {
    return `${Math.floor(this.now().getTime() / 1000)}.${String(this.next()).padStart(6, '0')}`;
  }
}
