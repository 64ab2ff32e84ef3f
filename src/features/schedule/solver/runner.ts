import { Worker } from 'node:worker_threads';
import type { FromSolver, Order, ToSolver } from './messages.ts';
import type { Assignment, Ending, Form, Progress, RosterOutcome, RosterProblem } from './problem.ts';
import { toRoster } from './roster.ts';
import type { SolveSettings } from './solve.ts';
import { stageValues, tiersOf } from './stages.ts';
import { compareWorth, type Worth, worthOf } from './value.ts';

export interface RunSettings extends SolveSettings {
  /** Nothing computes longer than this, and a little grace for handing over. */
  readonly seconds: number;
  /**
   * 1 when nothing is said: the same seed gives the same answer then. With 2 another thread improves parts of what the first has found, and
   * who is first decides.
   */
  readonly threads?: 1 | 2;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Running {
  /** Never rejects: what goes wrong is an outcome. */
  readonly outcome: Promise<RosterOutcome>;
  /** Ends the search soon and keeps the best so far. */
  stop(): void;
}

/** Seconds that a thread has to end by itself before it is ended. */
const grace = 2;

/** Memory of the thread's own objects, in MB; HiGHS' own is bounded by what models it is given (shape.ts). */
const heap = 2048;

/** Solves in threads of its own, so that the calling one stays free to answer. */
export function runSolver(problem: RosterProblem, settings: RunSettings): Running {
  return new Run(problem, settings);
}

class Run implements Running {
  readonly outcome: Promise<RosterOutcome>;
  readonly #problem: RosterProblem;
  readonly #settings: RunSettings;
  readonly #started = performance.now();
  readonly #stop = new Int32Array(new SharedArrayBuffer(4));
  readonly #threads: Worker[] = [];
  #best: { readonly assignments: readonly Assignment[]; readonly worth: Worth } | null = null;
  #bound: number | null = null;
  #form: Form;
  #repeatable = false;
  #timer: NodeJS.Timeout | undefined;
  #settle: (outcome: RosterOutcome) => void = () => {};
  #settled = false;

  constructor(problem: RosterProblem, settings: RunSettings) {
    this.#problem = problem;
    this.#settings = settings;
    this.#form = settings.form ?? 'assignment';
    this.outcome = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.#timer = setTimeout(() => this.#end('time'), (settings.seconds + grace) * 1000);
    this.#open(0);
    if (settings.threads === 2) this.#open(1);
  }

  stop(): void {
    if (this.#settled) return;
    Atomics.store(this.#stop, 0, 1);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end('stopped'), grace * 1000);
  }

  #open(index: number): void {
    const { onProgress: _, threads: __, seconds, ...settings } = this.#settings;
    const order: Order = {
      problem: this.#problem,
      settings: index === 0 ? settings : { ...settings, seed: settings.seed + 1, partsOnly: true },
      seconds,
      stop: this.#stop,
    };
    const thread = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: heap },
    });
    thread.on('message', (message: FromSolver) => this.#hear(index, message));
    thread.on('error', () => this.#lose(index));
    // Also with code 0: a thread that is ended while it starts says nothing else.
    thread.on('exit', () => this.#lose(index));
    this.#threads.push(thread);
  }

  #hear(index: number, message: FromSolver): void {
    if (this.#settled) return;
    if (message.kind === 'best') this.#keep(index, message.assignments);
    if (message.kind === 'progress') this.#show(message.progress);
    if (message.kind === 'form') this.#form = message.form;
    if (message.kind !== 'outcome') return;
    // The second thread only helps: it ends nothing, unless it has proven that nothing is better.
    if (index > 0 && !(message.outcome.kind === 'roster' && message.outcome.ended === 'optimal')) return;
    const { outcome } = message;
    if (outcome.kind === 'impossible') this.#finish(outcome);
    else {
      if (outcome.kind === 'roster') {
        this.#bound = outcome.bound ?? this.#bound;
        this.#repeatable = outcome.repeatable && this.#threads.length === 1;
      }
      this.#end(outcome.ended);
    }
  }

  /** Keeps a roster that is better, and tells the other thread. */
  #keep(index: number, assignments: readonly Assignment[]): void {
    const worth = worthOf(this.#problem, tiersOf(this.#problem), toRoster(this.#problem, assignments));
    if (this.#best !== null && compareWorth(worth, this.#best.worth) >= 0) return;
    this.#best = { assignments, worth };
    const message: ToSolver = { assignments };
    this.#threads.forEach((thread, other) => {
      if (other !== index) thread.postMessage(message);
    });
  }

  #show(progress: Progress): void {
    if (progress.stage === null && progress.bound !== null)
      this.#bound = Math.max(this.#bound ?? progress.bound, progress.bound);
    const best = progress.stage === null ? (this.#best?.worth.sum ?? progress.best) : progress.best;
    this.#settings.onProgress?.({ ...progress, best, bound: progress.stage === null ? this.#bound : progress.bound });
  }

  /** A dead first thread ends the search with what it had found; the second may die unnoticed. */
  #lose(index: number): void {
    if (index === 0) this.#end('failed');
  }

  #end(ended: Ending): void {
    const best = this.#best;
    const seconds = (performance.now() - this.#started) / 1000;
    if (best === null) {
      this.#finish({ kind: 'nothing', ended: ended === 'optimal' ? 'failed' : ended });
      return;
    }
    this.#finish({
      kind: 'roster',
      assignments: best.assignments,
      stages: stageValues(this.#problem, toRoster(this.#problem, best.assignments)),
      value: best.worth.sum,
      bound: this.#bound,
      ended,
      repeatable: this.#repeatable,
      seed: this.#settings.seed,
      form: this.#form,
      seconds,
    });
  }

  #finish(outcome: RosterOutcome): void {
    if (this.#settled) return;
    this.#settled = true;
    clearTimeout(this.#timer);
    for (const thread of this.#threads) void thread.terminate();
    this.#settle(outcome);
  }
}
