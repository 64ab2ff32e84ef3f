import { atStart, type Gone, goOn, isFirst, isLast, progressWords } from './course.ts';
import type { Guide, Words } from './guide.ts';
import { awaitMarked } from './marks.ts';
import type { TourPage, TourStep } from './tour.ts';

/** The app as a tour walks through it. */
export interface Stage {
  readonly path: () => string;
  readonly go: (page: TourPage) => Promise<void>;
  /** Whether pages or their contents are still coming. */
  readonly isLoading: () => boolean;
  /** Calls back when somebody goes to another page. @returns what stops that */
  readonly onTurn: (turned: () => void) => () => void;
}

/** Whoever presses twice while it is loaded takes one tour. */
let isRunning = false;

/**
 * Shows the steps one after the other, going from page to page as they need it, until the last one or until somebody
 * ends it: by the button, by Escape, or by going elsewhere. The keyboard is given back where it was.
 */
export async function runTour(steps: readonly TourStep[], stage: Stage): Promise<void> {
  if (isRunning) return;
  isRunning = true;
  const before = document.activeElement;
  try {
    const { openGuide } = await import('./guide.ts');
    await runWith(openGuide(), steps, stage);
  } finally {
    isRunning = false;
    giveFocusBack(before);
  }
}

async function runWith(guide: Guide, steps: readonly TourStep[], stage: Stage): Promise<void> {
  let isGoing = false;
  const stopWatching = stage.onTurn(() => {
    if (!isGoing) guide.end();
  });
  const find = async ({ page, mark }: TourStep) => {
    if (guide.isEnded()) return null;
    if (stage.path() !== page) {
      isGoing = true;
      await stage.go(page);
      isGoing = false;
    }
    return awaitMarked(mark, stage.isLoading, guide.isEnded);
  };
  try {
    await walk(steps, guide, find);
  } finally {
    stopWatching();
    guide.end();
  }
}

interface Shown {
  readonly step: TourStep;
  readonly element: HTMLElement;
}

async function walk(
  steps: readonly TourStep[],
  guide: Guide,
  find: (step: TourStep) => Promise<HTMLElement | null>,
): Promise<void> {
  const count = steps.length;
  const look = async (at: number): Promise<Shown | null> => {
    const step = steps[at];
    const element = step === undefined ? null : await find(step);
    return step === undefined || element === null ? null : { step, element };
  };
  let course = atStart;
  let by: 1 | -1 = 1;
  while (!guide.isEnded()) {
    const next: Gone<Shown> | null = await goOn(course, by, count, look);
    // Nothing is left ahead: the tour is over. Nothing is left behind, as it went meanwhile: back to where it was.
    if (next === null && by === 1) return;
    if (next === null) {
      [course, by] = [{ ...course, at: course.at - 1 }, 1];
      continue;
    }
    course = next.course;
    const { element, step }: Shown = next.found;
    const progress = progressWords(course, count);
    const words: Words = { ...step, progress, isFirst: isFirst(course), isLast: isLast(course, count) };
    by = (await guide.show(element, words)) === 'back' ? -1 : 1;
  }
}

/** To where it was, or, when that page is gone, to what stands on this one. */
function giveFocusBack(before: Element | null): void {
  const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
  const target = isThere ? before : document.getElementById('content');
  target?.focus({ preventScroll: true });
}
