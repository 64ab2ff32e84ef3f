import type { Repository } from './repository.ts';

/** Something that is not as it should be. */
export interface Finding {
  /** File, with its line where there is one, from the repository's top. */
  readonly where: string;
  /** What is wrong and what to do instead. */
  readonly problem: string;
}

/** One thing that is checked about the repository. It finds nothing when all is well. */
export interface Check {
  readonly name: string;
  run(repository: Repository): Promise<readonly Finding[]>;
}

/** A check that reads files and nothing else. */
export function fileCheck(name: string, find: (repository: Repository) => readonly Finding[]): Check {
  return { name, run: async (repository) => find(repository) };
}
