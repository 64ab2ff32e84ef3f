import type {
  CounterName,
  HistogramName,
  MetricAttributes,
  ObservedName,
  SpanAttributes,
  SpanName,
} from './instruments.ts';
import type { KnownSet } from './labels.ts';

/** A sum in memory: `tally.value += 1` is all that counting costs. */
export interface Tally {
  value: number;
}

/** Takes what is read, a value for each set of attributes. */
export type Tell<Name extends ObservedName> = (value: number, attributes: MetricAttributes<Name>) => void;

/** A span while its work goes on. */
export interface OpenSpan<Name extends SpanName> {
  /** Adds what is known now. */
  set(attributes: SpanAttributes<Name>): void;
  /** Says that the work did not succeed; why stands in the log. */
  failed(): void;
}

/**
 * What the product tells of itself to its operator: sums, times and spans under declared names with declared attributes
 * whose values are a closed set. Nothing here takes a text of anybody's making.
 */
export interface Telemetry {
  /** False when nobody listens: whoever would have to measure first need not. */
  readonly metered: boolean;
  readonly traced: boolean;
  /** Tells of values that exist: routes that are mounted, kinds of jobs, configured hosts. @throws RangeError for ids */
  know(set: KnownSet, values: Iterable<string>): void;
  /** The sum for these attributes, for places that count often. */
  tally<Name extends CounterName>(name: Name, attributes: MetricAttributes<Name>): Tally;
  count<Name extends CounterName>(name: Name, attributes: MetricAttributes<Name>, by?: number): void;
  /** @param seconds how long it took */
  time<Name extends HistogramName>(name: Name, seconds: number, attributes: Partial<MetricAttributes<Name>>): void;
  /** Asked whenever somebody reads the metrics, and given three seconds. */
  observe<Name extends ObservedName>(name: Name, read: (tell: Tell<Name>) => void | Promise<void>): void;
  /** Runs the work within a span, which fails with it. */
  span<Name extends SpanName, T>(
    name: Name,
    attributes: SpanAttributes<Name>,
    work: (span: OpenSpan<Name>) => Promise<T>,
  ): Promise<T>;
}

/** Takes every span's words and keeps none. */
export const noSpan = { set: () => undefined, failed: () => undefined };

/** Nobody listens: everything costs a call of an empty function. */
export const silentTelemetry: Telemetry = {
  metered: false,
  traced: false,
  know: () => undefined,
  tally: () => ({ value: 0 }),
  count: () => undefined,
  time: () => undefined,
  observe: () => undefined,
  span: (_name, _attributes, work) => work(noSpan),
};
