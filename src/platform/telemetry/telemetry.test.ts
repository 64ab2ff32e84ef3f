import { afterEach, describe, expect, it } from 'vitest';
import { openCollector } from '../../../test/support/collector.ts';
import { memoryLog } from '../log/index.ts';
import { oncePerMinute } from './once.ts';
import { openTelemetry } from './open.ts';
import type { RunningTelemetry, TelemetryOptions } from './options.ts';
import { silentTelemetry } from './telemetry.ts';

const opened: RunningTelemetry[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function open(options: Partial<TelemetryOptions> = {}) {
  const log = memoryLog();
  const hosts = ['slack.com', '127.0.0.1'];
  const telemetry = await openTelemetry({ log, process: 'serve', metrics: true, traces: null, hosts, ...options });
  opened.push(telemetry);
  telemetry.know('job', ['share.post']);
  telemetry.know('route', ['/api/requests/{id}']);
  return { telemetry, log };
}

/** The lines of one metric, without its description. */
const linesOf = (text: string, name: string) => text.split('\n').filter((line) => line.startsWith(name));

describe('metrics', () => {
  it('are sums in memory, read when asked for', async () => {
    const { telemetry } = await open();
    const redirected = telemetry.tally('coact.redirect.requests', { outcome: 'redirected' });
    redirected.value += 1;
    redirected.value += 1;
    telemetry.count('coact.redirect.requests', { outcome: 'page' });
    telemetry.count('coact.redirect.requests', { outcome: 'page' }, 4);
    expect(linesOf(await telemetry.text(), 'coact_redirect_requests_total')).toEqual([
      'coact_redirect_requests_total{outcome="redirected"} 2',
      'coact_redirect_requests_total{outcome="page"} 5',
    ]);
  });

  it('are times in seconds', async () => {
    const { telemetry } = await open();
    telemetry.time('coact.job.duration', 0.3, { 'coact.job': 'share.post', outcome: 'done' });
    const text = await telemetry.text();
    expect(text).toContain('coact_job_duration_bucket{coact_job="share.post",outcome="done",le="0.5"} 1');
    expect(text).toContain('coact_job_duration_bucket{coact_job="share.post",outcome="done",le="0.25"} 0');
    expect(text).toContain('coact_job_duration_sum{coact_job="share.post",outcome="done"} 0.3');
  });

  it('are asked for when somebody reads, also where the answer takes time', async () => {
    const { telemetry } = await open();
    let depth = 1;
    telemetry.observe('coact.job.waiting', async (tell) => tell(depth, { 'coact.job': 'share.post' }));
    expect(await telemetry.text()).toContain('coact_job_waiting{coact_job="share.post"} 1');
    depth = 7;
    expect(await telemetry.text()).toContain('coact_job_waiting{coact_job="share.post"} 7');
  });

  it('go on without what cannot be read, and the log says so once', async () => {
    const { telemetry, log } = await open();
    telemetry.observe('coact.live.streams', async () => Promise.reject(new Error('ana@example.com')));
    telemetry.count('coact.vault.operations', { operation: 'seal' });
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await telemetry.text()).toContain('coact_vault_operations_total{operation="seal"} 1');
    }
    expect(log.lines).toEqual([{ level: 'warn', fields: { event: 'telemetry.reading_failed' } }]);
  });

  it('watch the process and say which version runs', async () => {
    const { telemetry } = await open({ process: 'work' });
    await new Promise((resolve) => setTimeout(resolve, 60));
    const text = await telemetry.text();
    expect(text).toMatch(/coact_build\{version="[\d.]+",process="work"\} 1/);
    for (const name of [
      'nodejs_eventloop_delay_p99',
      'nodejs_eventloop_utilization',
      'v8js_memory_heap_used',
      'process_uptime',
      'process_cpu_time_total{cpu_mode="user"}',
    ]) {
      const [line = ''] = linesOf(text, name);
      expect(Number(line.split(' ')[1]), name).toBeGreaterThanOrEqual(0);
    }
  });

  it('take nothing undeclared: the compiler refuses it, and past the compiler it is left out', async () => {
    const { telemetry } = await open();
    // @ts-expect-error an attribute that is not declared
    telemetry.count('coact.vault.operations', { operation: 'open', org: '018f3c1a-7b2e-7c11-8a44-2d1f0c9b7e55' });
    // @ts-expect-error a value that is not declared
    telemetry.count('coact.vault.operations', { operation: 'ana@example.com' });
    // @ts-expect-error a metric that is not declared
    expect(() => telemetry.count('coact.people', {})).toThrow();
    telemetry.time('http.client.request.duration', 1, { 'server.address': 'ana.example', outcome: 'answered' });
    const text = await telemetry.text();
    expect(text).not.toMatch(/ana|018f3c1a/);
    expect(linesOf(text, 'coact_vault_operations_total')).toEqual([
      'coact_vault_operations_total{operation="open"} 1',
      'coact_vault_operations_total{operation="_OTHER"} 1',
    ]);
    expect(text).toContain('http_client_request_duration_count{server_address="_OTHER",outcome="answered"} 1');
  });
});

describe('traces', () => {
  const tracesTo = (url: string, ratio = 1) => ({ metrics: false, traces: { url, headers: { 'x-key': 'k1' }, ratio } });

  it('are sent with their work within each other', async () => {
    await using collector = await openCollector();
    const { telemetry } = await open(tracesTo(collector.url));
    const wanted = { 'http.request.method': 'GET' };
    await telemetry.span('http.request', wanted, async (span) => {
      await telemetry.span('database.unit_of_work', { role: 'organisation' }, async () => undefined);
      span.set({ 'http.route': '/api/requests/{id}', 'http.response.status_class': '2xx' });
    });
    await telemetry.close();
    const [inner, outer] = collector.spans;
    expect(outer?.name).toBe('GET /api/requests/{id}');
    expect(collector.attributesOf(outer)).toEqual({
      ...wanted,
      'http.route': '/api/requests/{id}',
      'http.response.status_class': '2xx',
    });
    expect(inner).toMatchObject({ name: 'database.unit_of_work organisation', parentSpanId: outer?.spanId });
    expect(collector.received[0]).toContain('"x-key":"k1"');
  });

  it('begin at requests and jobs only, each by itself', async () => {
    await using collector = await openCollector();
    const { telemetry } = await open(tracesTo(collector.url));
    await telemetry.span('egress', { 'server.address': 'slack.com' }, async () => undefined);
    await telemetry.span('http.request', { 'http.request.method': 'POST' }, () =>
      telemetry.span('job', { 'coact.job': 'share.post' }, async () => undefined),
    );
    await telemetry.close();
    expect(collector.spans.map(({ name }) => name)).toEqual(['share.post', 'POST']);
    expect(new Set(collector.spans.map(({ traceId }) => traceId)).size).toBe(2);
    expect(collector.spans.every(({ parentSpanId, links }) => !parentSpanId && links.length === 0)).toBe(true);
  });

  it("say that work failed, and none of the error's words", async () => {
    await using collector = await openCollector();
    const { telemetry } = await open(tracesTo(collector.url));
    const failing = telemetry.span('job', { 'coact.job': 'share.post' }, async () => {
      throw new TypeError('Key (email)=(ana@example.com) already exists');
    });
    await expect(failing).rejects.toThrow(TypeError);
    await telemetry.close();
    expect(collector.spans[0]?.status.code).toBe(2);
    expect(collector.received.join()).not.toContain('ana@example.com');
  });

  it('take nothing undeclared', async () => {
    await using collector = await openCollector();
    const { telemetry } = await open(tracesTo(collector.url));
    // @ts-expect-error an attribute that is not declared
    await telemetry.span('job', { 'coact.job': 'did:plc:ana', person: 'ana' }, async (span) => {
      // @ts-expect-error an attribute that is not declared
      span.set({ statement: 'select ana' });
    });
    await telemetry.close();
    expect(collector.attributesOf(collector.spans[0])).toEqual({ 'coact.job': '_OTHER' });
    expect(collector.received.join()).not.toContain('ana');
  });

  it('are kept by the configured share', async () => {
    await using collector = await openCollector();
    const { telemetry } = await open(tracesTo(collector.url, 0));
    for (let turn = 0; turn < 20; turn += 1) {
      await telemetry.span('job', { 'coact.job': 'share.post' }, () =>
        telemetry.span('egress', { 'server.address': 'slack.com' }, async () => undefined),
      );
    }
    await telemetry.close();
    expect(collector.spans).toEqual([]);
  });

  it('change nothing when the collector refuses, and the log says so once a minute', async () => {
    await using collector = await openCollector();
    collector.status = 400;
    const { telemetry, log } = await open(tracesTo(collector.url));
    for (let turn = 0; turn < 600; turn += 1) {
      expect(await telemetry.span('job', { 'coact.job': 'share.post' }, async () => turn)).toBe(turn);
    }
    await telemetry.close();
    expect(collector.received.length).toBeGreaterThan(1);
    expect(log.lines).toEqual([{ level: 'warn', fields: { event: 'telemetry.export_failed' } }]);
  });

  it('hold up the end of the process for three seconds at most', { timeout: 10_000 }, async () => {
    await using collector = await openCollector();
    // Asked to come again later, for ever.
    collector.status = 503;
    const { telemetry } = await open(tracesTo(collector.url));
    await telemetry.span('job', { 'coact.job': 'share.post' }, async () => undefined);
    const started = performance.now();
    await telemetry.close();
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

it('complaints come once a minute', () => {
  let [said, now] = [0, 0];
  const complain = oncePerMinute(
    () => {
      said += 1;
    },
    () => now,
  );
  complain();
  complain();
  now = 60_000;
  complain();
  expect(said).toBe(2);
});

it('nobody listening, nothing is kept', async () => {
  const { telemetry } = await open({ metrics: false });
  expect([telemetry.metered, telemetry.traced]).toEqual([false, false]);
  expect(telemetry.span).toBe(silentTelemetry.span);
  telemetry.count('coact.vault.operations', { operation: 'seal' });
  expect(await telemetry.text()).toBe('');
});
