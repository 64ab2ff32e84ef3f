import { resourceFromAttributes } from '@opentelemetry/resources';
import { productVersion } from '../config/index.ts';
import { KnownValues, looksLikeId } from './labels.ts';
import { openMetering } from './metering.ts';
import type { RunningTelemetry, TelemetryOptions } from './options.ts';
import { watchRuntime } from './runtime.ts';
import { silentTelemetry } from './telemetry.ts';
import { openTracing } from './tracing.ts';

/** Opens metrics, traces or both, by OpenTelemetry's SDK. */
export function openRunning(options: TelemetryOptions): RunningTelemetry {
  const { log, metrics, traces } = options;
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
