/**
 * Telemetry: metrics and traces for the operator, by OpenTelemetry. Every metric, span and attribute is declared in
 * `instruments.ts`, and every attribute has a closed set of values, so that no person, organisation, address or id can
 * be recorded. Off unless configured; then everything here is an empty function.
 */
export { describeTelemetry } from './describe.ts';
export { statusClass } from './instruments.ts';
export { openTelemetry } from './open.ts';
export type { RunningTelemetry } from './options.ts';
export { silentTelemetry, type Tally, type Telemetry } from './telemetry.ts';
export type { TracesSettings } from './tracing.ts';
