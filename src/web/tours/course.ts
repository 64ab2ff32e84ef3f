/** How far somebody is on a tour, and which of its steps turned out not to be there. */
export interface Course {
  /** The step that is shown; -1 before the first. */
  readonly at: number;
  readonly missing: ReadonlySet<number>;
}

/** Where one came to, and what is shown there. */
export interface Gone<Found> {
  readonly course: Course;
  readonly found: Found;
}

export const atStart: Course = { at: -1, missing: new Set() };

/**
 * Goes on, or back, to the nearest step that is there.
 * @param find what a step shows, which may mean to go to its page; a step that wasn't there once isn't looked for again
 * @returns null when nothing is left in that direction
 */
export async function goOn<Found>(
  { at, missing }: Course,
  by: 1 | -1,
  count: number,
  find: (step: number) => Promise<Found | null>,
): Promise<Gone<Found> | null> {
  const gone = new Set(missing);
  for (let step = at + by; step >= 0 && step < count; step += by) {
    if (gone.has(step)) continue;
    const found = await find(step);
    if (found !== null) return { course: { at: step, missing: gone }, found };
    gone.add(step);
  }
  return null;
}

/** "3 of 8", counting only what is there, as far as that is known. */
export function progressWords(course: Course, count: number): string {
  return `${thereIn(course, 0, course.at) + 1} of ${count - course.missing.size}`;
}

/** Whether nothing comes before this step. */
export function isFirst(course: Course): boolean {
  return thereIn(course, 0, course.at) === 0;
}

/** Whether nothing comes after this step, as far as that is known. */
export function isLast(course: Course, count: number): boolean {
  return thereIn(course, course.at + 1, count) === 0;
}

function thereIn({ missing }: Course, from: number, until: number): number {
  let there = 0;
  for (let step = from; step < until; step += 1) if (!missing.has(step)) there += 1;
  return there;
}
