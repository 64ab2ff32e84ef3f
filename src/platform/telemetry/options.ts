import type { Log } from '../log/index.ts';
import type { Telemetry } from './telemetry.ts';
import type { TracesSettings } from './tracing.ts';

export interface TelemetryOptions {
  readonly log: Log;
  /** What this process does. */
  readonly process: 'serve' | 'work';
  readonly metrics: boolean;
  readonly traces: TracesSettings | null;
  /** Hosts that the operator configured; all others are told apart from nothing. */
  readonly hosts: readonly string[];
}

export interface RunningTelemetry extends Telemetry {
  /** All metrics as they are now, in Prometheus' text format; empty when they are off. */
  text(): Promise<string>;
  /** Sends the spans that wait, for three seconds at most. */
  close(): Promise<void>;
}
