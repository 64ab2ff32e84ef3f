import type { RunningTelemetry, TelemetryOptions } from './options.ts';
import { silentTelemetry } from './telemetry.ts';

/** Opens what is asked for. What is not costs nothing: the SDK, some 30 MB of memory and half a second, is loaded only where it is used. */
export async function openTelemetry(options: TelemetryOptions): Promise<RunningTelemetry> {
  if (!options.metrics && options.traces === null) {
    return { ...silentTelemetry, text: async () => '', close: async () => undefined };
  }
  const { openRunning } = await import('./running.ts');
  return openRunning(options);
}
