import type { Attributes as Labels } from '@opentelemetry/api';
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import type { Resource } from '@opentelemetry/resources';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import type { Log } from '../log/index.ts';
import { type CounterName, type MetricName, metrics } from './instruments.ts';
import type { KnownValues } from './labels.ts';
import { oncePerMinute } from './once.ts';
import type { Tally, Telemetry } from './telemetry.ts';

/** Seconds; OpenTelemetry's advice for durations of HTTP requests. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
/** A reading that asks the database must not hold the others up for ever. */
const readingMs = 3_000;

export interface Metering extends Pick<Telemetry, 'tally' | 'time' | 'observe'> {
  /** All metrics as they are now, in Prometheus' text format. */
  text(): Promise<string>;
  close(): Promise<void>;
}

/** Metrics by OpenTelemetry's SDK. Its globals stay untouched, so that no library of ours meters or traces by itself. */
export function openMetering(resource: Resource, known: KnownValues, log: Log): Metering {
  // Only the reader is used: what listens is platform/http's.
  const reader = new PrometheusExporter({ preventServerStart: true });
  const provider = new MeterProvider({ resource, readers: [reader] });
  const meter = provider.getMeter('coact');
  const serializer = new PrometheusSerializer();
  const complain = oncePerMinute(() => log.warn({ event: 'telemetry.reading_failed' }));
  const describe = (name: MetricName) => ({ description: metrics[name].description, unit: metrics[name].unit });
  const histograms = new Map<MetricName, ReturnType<typeof meter.createHistogram>>();
  const sums = new Map<MetricName, Sums>();

  const sumsOf = (name: CounterName): Sums => {
    const existing = sums.get(name);
    if (existing) return existing;
    const made: Sums = new Map();
    sums.set(name, made);
    meter.createObservableCounter(name, describe(name)).addCallback((result) => {
      for (const { tally, labels } of made.values()) result.observe(tally.value, labels);
    });
    return made;
  };
  return {
    tally: (name, attributes) => {
      const labels = known.closed(metrics[name].attributes, attributes);
      const key = Object.values(labels).join(' ');
      const sum = sumsOf(name);
      const cell = sum.get(key) ?? { tally: { value: 0 }, labels };
      sum.set(key, cell);
      return cell.tally;
    },
    time: (name, seconds, attributes) => {
      let histogram = histograms.get(name);
      if (!histogram) {
        histogram = meter.createHistogram(name, { ...describe(name), advice: { explicitBucketBoundaries: bounds } });
        histograms.set(name, histogram);
      }
      histogram.record(seconds, known.closed(metrics[name].attributes, attributes));
    },
    observe: (name, read) => {
      const { kind, attributes: domains } = metrics[name];
      const instrument =
        kind === 'counter'
          ? meter.createObservableCounter(name, describe(name))
          : meter.createObservableGauge(name, describe(name));
      instrument.addCallback(async (result) => {
        await read((value, given) => result.observe(value, known.closed(domains, given)));
      });
    },
    text: async () => {
      const { resourceMetrics, errors } = await reader.collect({ timeoutMillis: readingMs });
      if (errors.length > 0) complain();
      return serializer.serialize(resourceMetrics);
    },
    close: () => provider.shutdown(),
  };
}

type Sums = Map<string, { readonly tally: Tally; readonly labels: Labels }>;
