import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How far this process is behind its work. */
export interface Pressure {
  /** Whether what comes in now would wait so long that it is better refused at once. */
  tooHigh(): boolean;
  close(): void;
}

/** How late the event loop is in the median of a look, milliseconds; a new look begins with each call. */
export type LagReader = () => number;

/**
 * A loop that is late by a second in the middle of all its turns has work for many seconds waiting. A single long turn
 * (a big query of the embedded database, a picture) does not move the median.
 */
const tooLateMs = 1_000;
/** Once shedding, it goes on until the loop is well again, so that it does not flutter. */
const wellMs = 250;
const lookEveryMs = 1_000;

/**
 * Watches the event loop. Two looks in a row have to be bad, and one good, to change the answer.
 * @param read for tests: what each look finds
 */
export function watchPressure(read: LagReader = eventLoopLag(), everyMs = lookEveryMs): Pressure & { look(): void } {
  let [late, shedding] = [0, false];
  const look = () => {
    const lag = read();
    late = lag >= tooLateMs ? late + 1 : 0;
    if (late >= 2) shedding = true;
    else if (lag < wellMs) shedding = false;
  };
  const timer = setInterval(look, everyMs).unref();
  return { look, tooHigh: () => shedding, close: () => clearInterval(timer) };
}

function eventLoopLag(): LagReader {
  const resolution = 20;
  const histogram = monitorEventLoopDelay({ resolution });
  histogram.enable();
  return () => {
    const lag = Math.max(0, histogram.percentile(50) / 1e6 - resolution);
    histogram.reset();
    return lag;
  };
}

/**
 * What is refused first: calls of the web app and of programs, which try again. Never short links (they are answered in
 * front), probes, sign-in, pages, and what Slack sends: Slack takes an answer that is late or refused for a failure.
 */
export function mayBeShed(path: string): boolean {
  return path.startsWith('/api/') && !/^\/api\/(sign-in|me)(\/|\?|$)/.test(path);
}
