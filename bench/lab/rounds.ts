/** The middle value; of an even number of them, the upper one. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/**
 * How many times as large `values` are as `others`, measured in pairs one right after the other: the median of the pairs' ratios. What
 * else a machine does comes and goes in seconds, and so falls on both of a pair.
 */
export function medianRatio(values: readonly number[], others: readonly number[]): number {
  return median(values.map((value, index) => value / (others[index] ?? Number.NaN)));
}

export const fixed = (value: number, digits = 2): string => value.toFixed(digits);
