import type { ParseArgsOptionsConfig } from 'node:util';
import type { Config } from '../platform/config/index.ts';

/** Where a command's answer goes: sentences for people, or one JSON value for programs. */
export interface Output {
  /** True after `--json`: then only `result` prints. */
  readonly json: boolean;
  /** A line for people on standard output; nothing after `--json`. */
  say(line: string): void;
  /** A line on standard error, in both forms. */
  warn(line: string): void;
  /** The answer as a value; printed once, after `--json` only. */
  result(value: unknown): void;
}

/** One call of a command: its words and options, parsed, and the configuration that it works with. */
export interface Call {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly config: Config;
  /** What the configuration was read from; only to show where settings come from. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly out: Output;
}

/**
 * A command of the operator. `run` answers with the exit code: 0 done, 1 failed or something is wrong, 2 called wrongly.
 * `--help` and `--json` are every command's and stand in none.
 */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints below the summary: words, options, examples. */
  readonly help: string;
  readonly options?: ParseArgsOptionsConfig;
  run(call: Call): Promise<number>;
}
