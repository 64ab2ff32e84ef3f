import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import type { Telemetry } from './telemetry.ts';

const nanoseconds = 1e9;
const microseconds = 1e6;
/** How often the loop is looked at; finer costs more than it tells. Milliseconds. */
const resolutionMs = 20;
const modes = ['user', 'system'] as const;

/**
 * Watches the process itself: event loop, memory, processor time.
 * @returns stops watching
 */
export function watchRuntime(telemetry: Pick<Telemetry, 'observe'>): () => void {
  const one = (value: number) => [{ value, attributes: {} }];
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  // The timer itself sleeps for the resolution: what is beyond it is lag.
  const lag = (value: number) => one(Math.max(0, value / nanoseconds - resolutionMs / 1_000));
  telemetry.observe('nodejs.eventloop.delay.p50', () => lag(delay.percentile(50)));
  telemetry.observe('nodejs.eventloop.delay.p99', () => lag(delay.percentile(99)));
  telemetry.observe('nodejs.eventloop.delay.max', () => {
    const read = lag(delay.max);
    // The three are asked in this order, each time that somebody reads.
    delay.reset();
    return read;
  });
  let before = performance.eventLoopUtilization();
  telemetry.observe('nodejs.eventloop.utilization', () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    return one(utilization);
  });
  telemetry.observe('v8js.memory.heap.used', () => one(getHeapStatistics().used_heap_size));
  telemetry.observe('v8js.memory.heap.limit', () => one(getHeapStatistics().heap_size_limit));
  telemetry.observe('process.memory.usage', () => one(process.memoryUsage.rss()));
  telemetry.observe('process.uptime', () => one(process.uptime()));
  telemetry.observe('process.cpu.time', () => {
    const used = process.cpuUsage();
    return modes.map((mode) => ({ value: used[mode] / microseconds, attributes: { 'cpu.mode': mode } }));
  });
  return () => delay.disable();
}
