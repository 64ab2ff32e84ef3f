/** One page of figures, as a bench file gives it: to the screen, or as JSON to `bench/all.ts`. */
export interface Figures {
  readonly title: string;
  /** What was done, in sentences. */
  readonly how: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What must be known to read the rows. */
  readonly notes: readonly string[];
  /** Sentences about what should hold and did not; the command ends with 1 then. */
  readonly broken: readonly string[];
}

/** Small sizes, to see in seconds that it runs; its figures are worth nothing. */
export const small = process.argv.includes('--small');
/** The sizes that take longer than a run of everything may. */
export const full = process.argv.includes('--full');

/** Measures and shows: markdown, or one line of JSON with `--json`. */
export async function present(measure: () => Promise<Figures>): Promise<void> {
  const figures = await measure();
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else process.stdout.write(toMarkdown(figures));
  if (figures.broken.length > 0) process.exitCode = 1;
}

export function toMarkdown({ title, how, head, rows, notes, broken }: Figures): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `## ${title}\n\n${how}\n`,
    [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'),
    ...notes.map((note) => `\n${note}`),
    ...broken.map((sentence) => `\n**Does not hold:** ${sentence}`),
    '',
  ].join('\n');
}

/** Says on the error stream how far it is: a run of minutes without a word looks like one that hangs. */
export function progress(sentence: string): void {
  process.stderr.write(`  ${sentence}\n`);
}
