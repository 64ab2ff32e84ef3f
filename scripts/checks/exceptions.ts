/** Where a rule does not hold, and why. An entry that is no longer needed fails the check that reads it. */
export interface Exception {
  readonly rule: 'file length' | 'function length' | 'file name' | 'forbidden text' | 'environment' | 'any';
  /** The file, from the repository's top; for functions `file#name`. */
  readonly where: string;
  readonly reason: string;
}

/** "My data" is what the page is called, and what people look for. */
const myData = [
  'src/features/people/my-data/my-data-routes.ts',
  'src/features/people/my-data/my-data.test.ts',
  'src/features/people/my-data/my-data.ts',
  'src/features/people/web/my-data/labels.ts',
  'src/features/people/web/my-data/my-data-page.tsx',
  'src/features/people/web/my-data/my-data.module.css',
  'src/features/people/web/my-data/value-view.tsx',
];

export const exceptions: readonly Exception[] = [
  ...myData.map((where) => ({
    rule: 'file name' as const,
    where,
    reason: 'the name of the page, in all words about it',
  })),
  {
    rule: 'file length',
    where: 'src/web/openapi.ts',
    reason: 'written by a tool from the mounted routes, read by the compiler only',
  },
  {
    rule: 'environment',
    where: 'src/main.ts',
    reason: 'hands the environment to loadConfig, which is the only one to read it',
  },
];
