import { expect, it } from 'vitest';
import { freePorts, startCoact } from '../../test/support/coact-process.ts';
import { openCollector } from '../../test/support/collector.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { loadConfig } from '../platform/config/index.ts';
import { memoryLog } from '../platform/log/index.ts';
import { openWatching } from './watching.ts';

const open = (settings: Record<string, string>) => openWatching(loadConfig(settings), memoryLog(), 'work');

it('is silent unless it is asked for', async () => {
  await using watching = await open({});
  expect(watching.metricsPort).toBeNull();
  expect([watching.telemetry.metered, watching.telemetry.traced]).toEqual([false, false]);
});

it('serves metrics on their own port, with configured hosts by name', async () => {
  await using watching = await open({ METRICS_PORT: '0' });
  const { telemetry, metricsPort } = watching;
  for (const host of ['slack.com', 'hooks.slack.com', 'morel.us-east.host.bsky.network', 'ana.example']) {
    telemetry.time('http.client.request.duration', 0.1, { 'server.address': host, outcome: 'answered' });
  }
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  expect(text).toContain('process="work"');
  for (const label of ['slack.com', 'hooks.slack.com', '*.host.bsky.network', '_OTHER']) {
    expect(text).toContain(`http_client_request_duration_count{server_address="${label}",outcome="answered"} 1`);
  }
});

it('says what to do when the port is taken', async () => {
  await using first = await open({ METRICS_PORT: '0' });
  const second = open({ METRICS_PORT: String(first.metricsPort) });
  await expect(second).rejects.toThrow(/Metrics can't be served on 127.0.0.1.*EADDRINUSE.*METRICS_PORT/);
});

it('goes with `coact serve`: metrics on their port and never on the public one, spans sent at its end', async () => {
  await using collector = await openCollector();
  await using db = await openTestDatabase();
  const url = 'pool' in db.engine ? (db.engine.pool.options.connectionString ?? '') : '';
  if (db.kind === 'pglite') await db.pause();
  const [port = 0, metricsPort = 0] = await freePorts(2);
  const coact = await startCoact(['serve'], {
    DATA_DIR: db.folder,
    DATABASE_URL: url,
    STOP_DELAY: '0',
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    OTLP_TRACES_URL: collector.url,
    OTLP_TRACES_RATIO: '1',
  });
  expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200);
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  expect(text).toContain('http_route="/healthz",http_response_status_class="2xx"} 1');
  expect(text).toMatch(/coact_build\{version="[\d.]+",process="serve"} 1/);
  if (url !== '') expect(text).toMatch(/db_client_connection_count\{db_client_connection_state="idle"} [1-9]/);
  const inPublic = await fetch(`http://localhost:${port}/metrics`);
  expect(await inPublic.text()).not.toContain('coact_build');
  expect(await coact.stop()).toBe(0);
  expect(collector.spans.map(({ name }) => name)).toContain('GET /healthz');
});
