import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import autocannon from 'autocannon';
import { onPath } from '../../scripts/testing/programs.ts';

/** What a round of load brought. */
export interface Loaded {
  readonly answered: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p99: number;
}

export interface LoadPlan {
  readonly port: number;
  readonly host: string;
  readonly paths: readonly string[];
  readonly connections: number;
  readonly seconds: number;
  /** Number of the first request's visitor. No visitor comes twice, so that no click is a repetition, which counts as nothing. */
  readonly firstVisitor: number;
}

const wrk = onPath('wrk');
export const loadProgram = wrk === null ? 'autocannon (wrk is not installed)' : 'wrk';

const agents = [
  'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36',
];

/**
 * Asks as fast as the server answers, over open connections: each request for the next link, by a visitor who was not there before.
 * @throws if an error came, or (autocannon) anything but a 302
 */
export function load(plan: LoadPlan): Promise<Loaded> {
  return wrk === null ? loadByAutocannon(plan) : loadByWrk(wrk, plan);
}

async function loadByWrk(program: string, plan: LoadPlan): Promise<Loaded> {
  const folder = mkdtempSync(join(tmpdir(), 'coact-wrk-'));
  try {
    const script = join(folder, 'clicks.lua');
    writeFileSync(script, luaScript(plan));
    const { connections, seconds, port } = plan;
    const args = [`-t1`, `-c${connections}`, `-d${seconds}s`, '--latency', '-s', script, `http://127.0.0.1:${port}/`];
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const report = /result (\d+) (\d+) (\d+) (\d+)/.exec(await text(child.stdout));
    if (report === null) throw new Error('wrk did not say what it did');
    const [answered = 0, us = 0, p99Us = 0, wrong = 0] = report.slice(1).map(Number);
    if (wrong > 0) throw new Error(`${wrong} requests were answered with an error, or not at all`);
    return { answered, perSecond: (answered * 1_000_000) / us, p99: p99Us / 1_000 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function luaScript({ host, paths, firstVisitor }: LoadPlan): string {
  const list = (texts: readonly string[]) => `{${texts.map((one) => JSON.stringify(one)).join(',')}}`;
  return `
local paths, agents, n = ${list(paths)}, ${list(agents)}, ${firstVisitor}
request = function()
  n = n + 1
  return "GET " .. paths[n % #paths + 1] .. " HTTP/1.1\\r\\nHost: ${host}\\r\\nUser-Agent: " .. agents[n % #agents + 1]
    .. "\\r\\nX-Forwarded-For: 10." .. math.floor(n / 65536) % 256 .. "." .. math.floor(n / 256) % 256 .. "." .. n % 256
    .. "\\r\\nAccept: text/html\\r\\nReferer: https://bsky.app/\\r\\n\\r\\n"
end
done = function(summary, latency)
  local bad = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  print(string.format("result %d %d %d %d", summary.requests, summary.duration, latency:percentile(99), bad))
end`;
}

async function loadByAutocannon(plan: LoadPlan): Promise<Loaded> {
  let visitor = plan.firstVisitor;
  const setupRequest = (request: autocannon.Request): autocannon.Request => {
    visitor += 1;
    const address = `10.${(visitor >> 16) & 255}.${(visitor >> 8) & 255}.${visitor & 255}`;
    const agent = agents[visitor % agents.length];
    const headers = { host: plan.host, 'user-agent': agent, 'x-forwarded-for': address, referer: 'https://bsky.app/' };
    return { ...request, path: plan.paths[visitor % plan.paths.length] ?? '/', headers };
  };
  const result = await autocannon({
    url: `http://127.0.0.1:${plan.port}`,
    connections: plan.connections,
    duration: plan.seconds,
    requests: [{ setupRequest }],
  });
  if (result['3xx'] !== result.requests.total || result.errors > 0) throw new Error('not every answer was a 302');
  return { answered: result.requests.total, perSecond: result.requests.average, p99: result.latency.p99 };
}
