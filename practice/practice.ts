import type { Bluesky } from './bluesky.ts';
import type { Coact } from './coact.ts';
import type { MailCatcher } from './mail.ts';
import type { Ports } from './ports.ts';
import type { Slack } from './slack.ts';

/** All counterparts of Coact as they run, and Coact itself when it was asked for. */
export interface Practice extends AsyncDisposable {
  readonly ports: Ports;
  readonly urls: {
    readonly start: string;
    readonly coact: string;
    readonly slack: string;
    readonly apps: string;
    readonly bluesky: string;
    readonly posts: string;
    readonly mastodon: string;
    readonly linkedin: string;
    readonly x: string;
    readonly mail: string;
    readonly company: string;
  };
  /** Coact's environment for these counterparts. */
  readonly env: Readonly<Record<string, string>>;
  readonly slack: Slack;
  readonly bluesky: Bluesky;
  readonly mail: MailCatcher;
  readonly coact: Coact | null;
  readonly warnings: readonly string[];
  close(): Promise<void>;
}
