import { afterAll, beforeAll, expect, it } from 'vitest';
import { memoryLog } from '../log/index.ts';
import { openTelemetry, type RunningTelemetry, silentTelemetry } from '../telemetry/index.ts';
import { createLimits } from './limits.ts';
import { noteRoute, watchLimits, watchRequests } from './watched.ts';

let telemetry: RunningTelemetry;
beforeAll(async () => {
  telemetry = await openTelemetry({ log: memoryLog(), process: 'serve', metrics: true, traces: null, hosts: [] });
});
afterAll(() => telemetry.close());

const count = (method: string, route: string, status: string) =>
  `http_server_request_duration_count{http_request_method="${method}",http_route="${route}",http_response_status_class="${status}"} 1`;

it('counts requests by the pattern of their route, whatever they ask for', async () => {
  noteRoute(telemetry, '/api/things/{id}');
  const answer = watchRequests(telemetry, (request, { visit }) => {
    if (visit && request.url.includes('/api/things/')) visit.route = '/api/things/{id}';
    return new Response(null, { status: request.method === 'GET' ? 200 : 404 });
  });
  await answer(new Request('http://localhost/api/things/canary-1'), {});
  await answer(new Request('http://localhost/canary-2'), {});
  await answer(new Request('http://localhost/canary-3', { method: 'CANARY' }), {});
  const text = await telemetry.text();
  expect(text).toContain(count('GET', '/api/things/{id}', '2xx'));
  expect(text).toContain(count('GET', '/*', '2xx'));
  expect(text).toContain(count('_OTHER', '/*', '4xx'));
  expect(text).not.toMatch(/canary/i);
});

it('counts whom limits turn away, by limit and not by caller', async () => {
  telemetry.know('limit', ['knocking']);
  const limits = watchLimits(createLimits(), telemetry);
  const knocking = { name: 'knocking', points: 1, seconds: 60 };
  for (let turn = 0; turn < 3; turn += 1) await limits.consume(knocking, 'canary@example.com');
  const text = await telemetry.text();
  expect(text).toContain('coact_limit_refusals_total{limit="knocking"} 2');
  expect(text).not.toContain('canary');
});

it('stands in nobody’s way where nobody listens', () => {
  const answer = () => new Response();
  const limits = createLimits();
  expect(watchRequests(silentTelemetry, answer)).toBe(answer);
  expect(watchRequests(undefined, answer)).toBe(answer);
  expect(watchLimits(limits, silentTelemetry)).toBe(limits);
  expect(noteRoute(silentTelemetry, '/api/x')).toEqual([]);
});
