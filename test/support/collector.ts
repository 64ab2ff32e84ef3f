import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const attribute = z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) });
const span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes: z.array(attribute).default([]),
  links: z.array(z.unknown()).default([]),
  status: z.object({ code: z.number().optional() }).loose().default({}),
});
const message = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(span) })) })),
});

export type CollectedSpan = z.infer<typeof span>;

/** What an operator runs to gather traces: takes OTLP over HTTP in JSON. */
export interface Collector extends AsyncDisposable {
  readonly url: string;
  readonly spans: CollectedSpan[];
  /** Every body as it arrived, and every header. */
  readonly received: string[];
  /** Answers with this from now on. */
  status: number;
  /** What the attributes of a span are. */
  attributesOf(span: CollectedSpan | undefined): Record<string, unknown>;
}

export async function openCollector(): Promise<Collector> {
  const collected: CollectedSpan[] = [];
  const received: string[] = [];
  const state = { status: 200 };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    received.push(`${JSON.stringify(request.headers)}\n${body}`);
    if (state.status === 200) {
      for (const one of message.parse(JSON.parse(body)).resourceSpans) {
        for (const scope of one.scopeSpans) collected.push(...scope.spans);
      }
    }
    response.writeHead(state.status, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}/v1/traces`,
    spans: collected,
    received,
    attributesOf: (one: CollectedSpan | undefined) =>
      Object.fromEntries((one?.attributes ?? []).map(({ key, value }) => [key, Object.values(value)[0]])),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}
