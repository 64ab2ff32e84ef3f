import { type Config, configuredHosts } from '../platform/config/index.ts';
import { startMetricsListener } from '../platform/http/index.ts';
import type { Log } from '../platform/log/index.ts';
import { openTelemetry, type Telemetry } from '../platform/telemetry/index.ts';
import { CommandProblem } from './problems.ts';

/** Hosts that no setting names and that are nobody's own: where Slack takes answers, and Bluesky's servers of the many. */
const wellKnownHosts = ['hooks.slack.com', '*.host.bsky.network'];

export interface Watching extends AsyncDisposable {
  readonly telemetry: Telemetry;
  /** Where metrics are read; null when they are off. */
  readonly metricsPort: number | null;
}

/**
 * Opens what the operator wants to see of this process, before anything else so that all of it is seen, and closes it last.
 * @throws CommandProblem when the port of metrics can't be listened on
 */
export async function openWatching(config: Config, log: Log, process: 'serve' | 'work'): Promise<Watching> {
  const { metrics, traces } = config;
  const hosts = [...configuredHosts(config), ...wellKnownHosts];
  const telemetry = await openTelemetry({ log, process, metrics: metrics !== null, traces, hosts });
  const listener = metrics === null ? null : await listen(metrics, telemetry.text);
  if (listener !== null) log.info({ event: 'telemetry.metrics_ready', port: listener.port });
  return {
    telemetry,
    metricsPort: listener?.port ?? null,
    [Symbol.asyncDispose]: async () => {
      await listener?.close();
      await telemetry.close();
    },
  };
}

async function listen(place: NonNullable<Config['metrics']>, text: () => Promise<string>) {
  try {
    return await startMetricsListener({ ...place, text });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const sentence = `Metrics can't be served on ${place.host}, port ${place.port} (${code}).`;
    throw new CommandProblem(`${sentence} Set METRICS_HOST and METRICS_PORT to a place that is free.`);
  }
}
