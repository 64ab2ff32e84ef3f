import { request } from 'node:http';
import { expect, it } from 'vitest';
import { startMetricsListener } from './metrics-listener.ts';

const status = (port: number, path: string, options: { method?: string; host?: string } = {}) =>
  new Promise<number | undefined>((resolve, reject) => {
    const headers = { host: options.host ?? `127.0.0.1:${port}` };
    const asked = request({ port, path, headers, method: options.method ?? 'GET', host: '127.0.0.1' }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject).end();
  });

const listening = async (text: () => Promise<string>, host = '127.0.0.1') =>
  startMetricsListener({ host, port: 0, text });

it('answers GET /metrics in the form that Prometheus reads, and nothing else', async () => {
  const server = await listening(async () => '# TYPE a counter\na 1\n');
  const answer = await fetch(`http://127.0.0.1:${server.port}/metrics`);
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(await answer.text()).toBe('# TYPE a counter\na 1\n');
  expect(await status(server.port, '/')).toBe(404);
  expect(await status(server.port, '/metrics/..')).toBe(404);
  expect(await status(server.port, '/metrics', { method: 'POST' })).toBe(405);
  expect(await status(server.port, '/metrics', { method: 'HEAD' })).toBe(200);
  await server.close();
});

it('on loopback answers to names of loopback only, so that no page of a browser can read it', async () => {
  const server = await listening(async () => 'a 1\n');
  expect(await status(server.port, '/metrics', { host: 'rebound.example' })).toBe(421);
  expect(await status(server.port, '/metrics', { host: `localhost:${server.port}` })).toBe(200);
  await server.close();
  const open = await listening(async () => 'a 1\n', '0.0.0.0');
  expect(await status(open.port, '/metrics', { host: 'coact:9464' })).toBe(200);
  await open.close();
});

it('reads once for all who ask at the same time, and goes on after a reading that broke', async () => {
  let readings = 0;
  let work: () => Promise<string> = async () => 'a 1\n';
  const server = await listening(async () => {
    readings += 1;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return work();
  });
  const ask = () => status(server.port, '/metrics');
  expect(await Promise.all([ask(), ask(), ask(), ask()])).toEqual([200, 200, 200, 200]);
  expect(readings).toBeLessThan(4);
  work = () => Promise.reject(new Error('broken'));
  expect(await ask()).toBe(500);
  work = async () => 'a 2\n';
  expect(await ask()).toBe(200);
  await server.close();
});

it('is said when the port is taken', async () => {
  const first = await listening(async () => '');
  const second = startMetricsListener({ host: '127.0.0.1', port: first.port, text: async () => '' });
  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await first.close();
});
