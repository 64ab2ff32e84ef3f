import type { ModelData, VariableType } from 'highs';

/** HiGHS reads this as "no bound". */
export const unbounded = Number.POSITIVE_INFINITY;

/** A model that is being written: columns first or in between, rows by their entries. */
export class ModelDraft {
  readonly #cost: number[] = [];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #kind: VariableType[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #rows: [number, number][][] = [];

  get columns(): number {
    return this.#cost.length;
  }

  /** @returns the column's number */
  column(cost: number, lower: number, upper: number, kind: 'whole' | 'real'): number {
    this.#cost.push(cost);
    this.#lower.push(lower);
    this.#upper.push(upper);
    this.#kind.push(kind === 'whole' ? 1 : 0);
    return this.#cost.length - 1;
  }

  /**
   * A row from pairs of column and coefficient; no column twice.
   * @returns the row's number
   */
  row(lower: number, upper: number, entries: Iterable<readonly [number, number]>): number {
    this.#rows.push([...entries].filter(([, value]) => value !== 0).map(([column, value]) => [column, value]));
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
    return this.#rowLower.length - 1;
  }

  /** A yes-or-no column that stands once in each of some rows that are there already. */
  columnIn(cost: number, rows: readonly number[]): number {
    const column = this.column(cost, 0, 1, 'whole');
    for (const row of rows) this.#rows[row]?.push([column, 1]);
    return column;
  }

  finish(): ModelData {
    const numCols = this.#cost.length;
    const numRows = this.#rowLower.length;
    const starts = new Int32Array(numRows + 1);
    this.#rows.forEach((row, index) => {
      starts[index + 1] = (starts[index] ?? 0) + row.length;
    });
    const entries = this.#rows.flat();
    return {
      numCols,
      numRows,
      colCost: Float64Array.from(this.#cost),
      colLower: Float64Array.from(this.#lower),
      colUpper: Float64Array.from(this.#upper),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
      integrality: Int32Array.from(this.#kind),
      matrix: {
        format: 'csr',
        numRows,
        numCols,
        starts,
        indices: Int32Array.from(entries, ([column]) => column),
        values: Float64Array.from(entries, ([, value]) => value),
      },
    };
  }
}
