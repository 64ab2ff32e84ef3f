/** The thread that solves: it blocks for seconds at a time, so it must not be the one that answers requests. */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { loadHighs } from './load-highs.ts';
import type { FromSolver, Order, ToSolver } from './messages.ts';
import type { Progress } from './problem.ts';
import { solveRoster } from './solve.ts';
import { startWatch } from './watch.ts';

/** Progress is for eyes: more often than this, in milliseconds, it is left out. */
const progressPause = 200;

const port = parentPort;
if (port === null) throw new Error('worker.ts is started by runner.ts as a thread');

const { problem, settings, seconds, stop } = workerData as Order;
const tell = (message: FromSolver) => port.postMessage(message);
const watch = startWatch(
  () => performance.now(),
  seconds,
  () => Atomics.load(stop, 0) !== 0,
);

let told = Number.NEGATIVE_INFINITY;
function tellProgress(progress: Progress): void {
  if (performance.now() - told < progressPause) return;
  told = performance.now();
  tell({ kind: 'progress', progress });
}

/** The last that another thread sent; what was sent before it is worse. */
function hear() {
  let heard: ToSolver | null = null;
  for (
    let next = receiveMessageOnPort(port ?? never());
    next !== undefined;
    next = receiveMessageOnPort(port ?? never())
  )
    heard = next.message as ToSolver;
  return heard === null ? null : heard.assignments;
}

function never(): never {
  throw new Error('The port was there a line ago');
}

const outcome = solveRoster(await loadHighs(), problem, watch, settings, {
  onBest: (assignments) => tell({ kind: 'best', assignments }),
  onProgress: tellProgress,
  onForm: (form) => tell({ kind: 'form', form }),
  hear,
});
tell({ kind: 'outcome', outcome });
