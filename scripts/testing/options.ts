/** The parts of `npm test`, in the order in which they run. */
export const parts = ['checks', 'unit', 'postgres', 'journeys'] as const;
export type Part = (typeof parts)[number];

export interface TestOptions {
  readonly parts: readonly Part[];
  /** Only test files whose path contains one of these; all when empty. */
  readonly filters: readonly string[];
}

export type ReadOptions =
  | { readonly ok: true; readonly options: TestOptions }
  | { readonly ok: false; readonly problem: string };

/** Reads the arguments of scripts/test.ts. With file filters, only the parts that have such files run by themselves. */
export function readOptions(args: readonly string[]): ReadOptions {
  const filters = args.filter((argument) => !argument.startsWith('-'));
  const chosen = new Set<Part>();
  for (const argument of args.filter((given) => given.startsWith('-'))) {
    if (!argument.startsWith('--only=')) {
      return { ok: false, problem: `${argument} is no option; there is --only=${parts.join('|')}` };
    }
    for (const name of argument.slice('--only='.length).split(',')) {
      const part = parts.find((known) => known === name);
      if (part === undefined) return { ok: false, problem: `${name} is no part; there are ${parts.join(', ')}` };
      chosen.add(part);
    }
  }
  const wanted = chosen.size > 0 ? parts.filter((part) => chosen.has(part)) : usualParts(filters);
  return { ok: true, options: { parts: wanted, filters } };
}

function usualParts(filters: readonly string[]): readonly Part[] {
  if (filters.length === 0) return parts;
  return filters.some((filter) => filter.includes('journeys')) ? ['journeys'] : ['unit', 'postgres'];
}
