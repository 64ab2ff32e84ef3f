import { ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import type { Resource } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import type { Log } from '../log/index.ts';
import { type SpanAttributes, type SpanName, spans } from './instruments.ts';
import type { KnownValues } from './labels.ts';
import { oncePerMinute } from './once.ts';
import { noSpan, type OpenSpan, type Telemetry } from './telemetry.ts';

export interface TracesSettings {
  /** Where spans are sent, as OTLP over HTTP in JSON; the whole address. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Share of traces that are kept, 0 to 1. */
  readonly ratio: number;
}

export interface Tracing extends Pick<Telemetry, 'span'> {
  /** Sends what is waiting, for three seconds at most. */
  close(): Promise<void>;
}

const sendingMs = 10_000;
const closingMs = 3_000;
const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, consumer: SpanKind.CONSUMER } as const;

/** Traces by OpenTelemetry's SDK, without its globals: a library that looks for those finds nothing to write to. */
export function openTracing(settings: TracesSettings, resource: Resource, known: KnownValues, log: Log): Tracing {
  const { url, headers, ratio } = settings;
  const exporter = new OTLPTraceExporter({ url, headers: { ...headers }, timeoutMillis: sendingMs });
  const complain = oncePerMinute(() => log.warn({ event: 'telemetry.export_failed' }));
  const provider = new BasicTracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [new BatchSpanProcessor(complaining(exporter, complain), { exportTimeoutMillis: sendingMs })],
  });
  const tracer = provider.getTracer('coact');
  const contexts = new AsyncLocalStorageContextManager().enable();
  return {
    span: async (name, attributes, work) => {
      const { root, kind } = spans[name];
      const parent = root ? ROOT_CONTEXT : contexts.active();
      const above = trace.getSpan(parent);
      if (!root && above?.isRecording() !== true) return work(noSpan);
      const span = tracer.startSpan(name, { kind: kinds[kind] }, parent);
      const handle = span.isRecording() ? writer(name, span, known) : noSpan;
      handle.set(attributes);
      try {
        return await contexts.with(trace.setSpan(parent, span), () => work(handle));
      } catch (error) {
        handle.failed();
        throw error;
      } finally {
        span.end();
      }
    },
    close: async () => {
      const late = new Promise<void>((resolve) => setTimeout(resolve, closingMs).unref());
      await Promise.race([provider.shutdown().catch(complain), late]);
      contexts.disable();
    },
  };
}

/** Everything that a span says passes here: declared attributes, values from their sets, and never an error's words. */
function writer<Name extends SpanName>(name: Name, span: Span, known: KnownValues): OpenSpan<Name> {
  const { attributes: domains, name: parts } = spans[name];
  const all: Record<string, string> = {};
  return {
    set: (attributes: SpanAttributes<Name>) => {
      const labels = known.closed(domains, attributes);
      Object.assign(all, labels);
      span.setAttributes(labels);
      const words = parts.flatMap((part) => all[part] ?? []);
      span.updateName([...(spans[name].root && words.length > 0 ? [] : [name]), ...words].join(' '));
    },
    failed: () => {
      span.setStatus({ code: SpanStatusCode.ERROR });
    },
  };
}

/** The result's code for "sent" (`ExportResultCode.SUCCESS` of a package that is not ours to import). */
const sent = 0;

/** A collector that is away is said in the log once a minute, and otherwise changes nothing. */
function complaining(exporter: SpanExporter, complain: () => void): SpanExporter {
  return {
    export: (batch, done) =>
      exporter.export(batch, (result) => {
        if (result.code !== sent) complain();
        done({ code: sent });
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}
