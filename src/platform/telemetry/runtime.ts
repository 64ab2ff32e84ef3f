import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import type { Telemetry } from './telemetry.ts';

const nanoseconds = 1e9;
const microseconds = 1e6;
/** How often the loop is looked at; finer costs more than it tells. Milliseconds. */
const resolutionMs = 20;

/**
 * Watches the process itself: event loop, memory, processor time.
 * @returns stops watching
 */
export function watchRuntime(telemetry: Pick<Telemetry, 'observe'>): () => void {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  // The timer itself sleeps for the resolution: what is beyond it is lag.
  const lag = (value: number) => Math.max(0, value / nanoseconds - resolutionMs / 1_000);
  telemetry.observe('nodejs.eventloop.delay.p50', (tell) => tell(lag(delay.percentile(50)), {}));
  telemetry.observe('nodejs.eventloop.delay.p99', (tell) => tell(lag(delay.percentile(99)), {}));
  telemetry.observe('nodejs.eventloop.delay.max', (tell) => {
    tell(lag(delay.max), {});
    // The three are asked in this order, each time that somebody reads.
    delay.reset();
  });
  let before = performance.eventLoopUtilization();
  telemetry.observe('nodejs.eventloop.utilization', (tell) => {
    const now = performance.eventLoopUtilization();
    tell(performance.eventLoopUtilization(now, before).utilization, {});
    before = now;
  });
  telemetry.observe('v8js.memory.heap.used', (tell) => tell(getHeapStatistics().used_heap_size, {}));
  telemetry.observe('v8js.memory.heap.limit', (tell) => tell(getHeapStatistics().heap_size_limit, {}));
  telemetry.observe('process.memory.usage', (tell) => tell(process.memoryUsage.rss(), {}));
  telemetry.observe('process.uptime', (tell) => tell(process.uptime(), {}));
  telemetry.observe('process.cpu.time', (tell) => {
    const used = process.cpuUsage();
    tell(used.user / microseconds, { 'cpu.mode': 'user' });
    tell(used.system / microseconds, { 'cpu.mode': 'system' });
  });
  return () => delay.disable();
}
