import type { Highs, HighsCallbackMap, ModelData, ModelStatusCode } from 'highs';
import { isOver, type Watch } from './watch.ts';

/** One call of HiGHS for a model with whole numbers. */
export interface MipCall {
  readonly model: ModelData;
  /** A value for each column to begin from. */
  readonly start?: Float64Array;
  readonly watch: Watch;
  /** Work after which it ends: a measure that doesn't depend on the machine's load. */
  readonly work?: number;
  /** Ends when this share of the value separates it from the bound. */
  readonly gap?: number;
  readonly seed: number;
  /** Each better solution as it is found, so that nothing is lost when the process is ended. */
  readonly onBetter?: (columns: Float64Array, value: number) => void;
  readonly onBound?: (bound: number) => void;
}

export interface MipResult {
  readonly status: 'optimal' | 'infeasible' | 'limit';
  readonly columns: Float64Array | null;
  readonly value: number;
  readonly bound: number;
  /** Spent: simplex iterations, and something for the model's size. */
  readonly work: number;
}

/** How far a row or a whole number may be off; rosters are read by rounding and checked afterwards. */
const tolerance = 1e-6;

/**
 * Solves until proven, out of time or work, or told to stop. HiGHS is one thread and asks between steps whether to go on.
 * @throws when HiGHS itself fails
 */
export function solveMip(highs: Highs, call: MipCall): MipResult {
  if (call.model.numCols === 0) return withoutColumns(call.model);
  return highs.withModel(call.model, (model) => {
    model.options.set({
      output_flag: false,
      random_seed: call.seed % 2 ** 31,
      mip_rel_gap: call.gap ?? 0,
      mip_abs_gap: tolerance,
      time_limit: Math.max(0.01, call.watch.limit - call.watch.seconds()),
    });
    if (call.start !== undefined) model.setSolution({ colValue: call.start });
    const seen = { bound: Number.NEGATIVE_INFINITY, work: 0 };
    model.run(listen(highs, call, seen));
    const modelStatus = model.getModelStatus();
    if (modelStatus === highs.constants.modelStatus.timeLimit) call.watch.onOver?.();
    const status = readStatus(highs, modelStatus);
    const hasSolution = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
    const bound = Number(model.info.get('mip_dual_bound'));
    return {
      status,
      columns: hasSolution ? (model.getSolution().colValue ?? null) : null,
      value: hasSolution ? model.getObjectiveValue() : Number.POSITIVE_INFINITY,
      bound: Number.isFinite(bound) ? Math.max(bound, seen.bound) : seen.bound,
      work: Math.max(seen.work, Number(model.info.get('simplex_iteration_count'))) + workOfReading(call.model),
    };
  });
}

/** Presolve and cuts take about as long as an iteration for each 60 columns and rows. */
function workOfReading({ numCols, numRows }: Pick<ModelData, 'numCols' | 'numRows'>): number {
  return (numCols + numRows) / 60;
}

/** HiGHS refuses a start for a model without columns; its rows are all 0. */
function withoutColumns({ rowLower, rowUpper }: ModelData): MipResult {
  const holds = rowLower.every((lower, row) => lower <= tolerance && (rowUpper[row] ?? 0) >= -tolerance);
  if (!holds) return { status: 'infeasible', columns: null, value: Number.POSITIVE_INFINITY, bound: 0, work: 0 };
  return { status: 'optimal', columns: new Float64Array(0), value: 0, bound: 0, work: 0 };
}

function listen(highs: Highs, call: MipCall, seen: { bound: number; work: number }): HighsCallbackMap {
  const { callbackType } = highs.constants;
  return {
    [callbackType.mipImprovingSolution]: (event) => {
      const columns = event.data.mip_solution;
      if (columns !== undefined) call.onBetter?.(columns, event.data.objective_function_value ?? Number.NaN);
      return undefined;
    },
    [callbackType.mipInterrupt]: (event) => {
      const bound = event.data.mip_dual_bound ?? Number.NEGATIVE_INFINITY;
      seen.work = Math.max(seen.work, Number(event.data.mip_total_lp_iterations ?? 0));
      if (bound > seen.bound && Number.isFinite(bound)) {
        seen.bound = bound;
        call.onBound?.(bound);
      }
      if (isOver(call.watch) || seen.work >= (call.work ?? Number.POSITIVE_INFINITY)) event.interrupt();
      return undefined;
    },
    [callbackType.simplexInterrupt]: (event) => {
      if (isOver(call.watch)) event.interrupt();
      return undefined;
    },
  };
}

function readStatus(highs: Highs, status: ModelStatusCode): MipResult['status'] {
  const codes = highs.constants.modelStatus;
  if (status === codes.optimal || status === codes.empty) return 'optimal';
  return status === codes.infeasible || status === codes.unboundedOrInfeasible ? 'infeasible' : 'limit';
}

/**
 * The least value of a model when columns needn't be whole, by interior point: on 300 people × 14 days half the time of simplex.
 * @returns null when time ran out or nothing is allowed
 */
export function solveLinear(highs: Highs, model: Omit<ModelData, 'integrality'>, watch: Watch): number | null {
  return highs.withModel(model, (solver) => {
    const left = Math.max(0.01, watch.limit - watch.seconds());
    solver.options.set({ output_flag: false, solver: 'ipm', run_crossover: 'off', time_limit: left });
    solver.run({
      [highs.constants.callbackType.ipmInterrupt]: (event) => {
        if (isOver(watch)) event.interrupt();
        return undefined;
      },
    });
    const status = solver.getModelStatus();
    if (status === highs.constants.modelStatus.timeLimit) watch.onOver?.();
    return status === highs.constants.modelStatus.optimal ? solver.getObjectiveValue() : null;
  });
}
