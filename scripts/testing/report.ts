import { z } from 'zod';

const schema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** What one run of the test runner found. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** `file > name` of every test that failed, and of a file that failed outside its tests with what it said. */
  readonly failures: readonly string[];
  /** `file > name` of every test that ran, whatever came of it. */
  readonly ran: ReadonlySet<string>;
  /** `file > name` of every test that was left out. */
  readonly left: ReadonlySet<string>;
}

/**
 * Counts a run from its JSON report. A file that broke before its first test counts as one failure, and so does a run
 * that ended badly with every test passed (an error after the tests) or left no report.
 * @param json the report; undefined if there is none
 * @param exitCode of the test runner
 */
export function countRun(json: string | undefined, exitCode: number): Outcome {
  if (json === undefined) return { passed: 0, failed: 1, failures: [], ran: new Set(), left: new Set() };
  const files = schema.parse(JSON.parse(json)).testResults;
  const tests = files.flatMap((file) =>
    file.assertionResults.map((test) => ({ name: `${file.name} > ${test.fullName}`, status: test.status })),
  );
  const passed = tests.filter((test) => test.status === 'passed').length;
  const brokenFiles = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failures = [
    ...tests.filter((test) => test.status === 'failed').map((test) => test.name),
    ...brokenFiles.map(({ name, message }) => `${name} outside its tests: ${message.split('\n', 1)[0]}`),
  ];
  const hasRun = (test: { readonly status: string }) => test.status === 'passed' || test.status === 'failed';
  return {
    passed,
    failed: failures.length === 0 && exitCode !== 0 ? 1 : failures.length,
    failures,
    ran: new Set(tests.filter(hasRun).map((test) => test.name)),
    left: new Set(tests.filter((test) => !hasRun(test)).map((test) => test.name)),
  };
}

/** What failed and in which part: by name, or the part alone where it failed without one. */
export function listFailures(parts: readonly (readonly [title: string, outcome: Outcome])[]): readonly string[] {
  return parts.flatMap(([title, { failed, failures }]) =>
    failed > 0 && failures.length === 0 ? [title] : failures.map((name) => `${name} (${title})`),
  );
}

/** Tests that no run has run: left out by one and not run by another. */
export function neverRun(outcomes: readonly Outcome[]): readonly string[] {
  const left = new Set(outcomes.flatMap((outcome) => [...outcome.left]));
  return [...left].filter((name) => !outcomes.some((outcome) => outcome.ran.has(name))).toSorted();
}
