import { resourceFromAttributes } from '@opentelemetry/resources';
import { productVersion } from '../config/index.ts';
import type { Log } from '../log/index.ts';
import { KnownValues, looksLikeId } from './labels.ts';
import { openMetering } from './metering.ts';
import { watchRuntime } from './runtime.ts';
import { silentTelemetry, type Telemetry } from './telemetry.ts';
import { openTracing, type TracesSettings } from './tracing.ts';

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

/** Opens what is asked for; what is not costs nothing. */
export function openTelemetry(options: TelemetryOptions): RunningTelemetry {
  const { log, metrics, traces } = options;
  if (!metrics && traces === null) return { ...silentTelemetry, text: async () => '', close: async () => undefined };
  const version = productVersion();
  const resource = resourceFromAttributes({
    'service.name': 'coact',
    'service.version': version,
    'coact.process': options.process,
  });
  const known = new KnownValues();
  known.add('version', [version]);
  // An address of digits is left out, as it says nothing to read: requests to it are counted with the others.
  known.add('host', new Set(options.hosts.filter((host) => !looksLikeId(host))));
  const metering = metrics ? openMetering(resource, known, log) : null;
  const tracing = traces === null ? null : openTracing(traces, resource, known, log);
  const { observe } = metering ?? silentTelemetry;
  const stop = metering ? watchRuntime({ observe }) : () => undefined;
  observe('coact.build', (tell) => tell(1, { version, process: options.process }));
  const tally = metering?.tally ?? silentTelemetry.tally;
  return {
    metered: metrics,
    traced: tracing !== null,
    know: (set, values) => known.add(set, values),
    tally,
    count: metering
      ? (name, attributes, by = 1) => {
          tally(name, attributes).value += by;
        }
      : silentTelemetry.count,
    time: metering?.time ?? silentTelemetry.time,
    observe,
    span: tracing?.span ?? silentTelemetry.span,
    text: async () => metering?.text() ?? '',
    close: async () => {
      stop();
      await tracing?.close();
      await metering?.close();
    },
  };
}
