/** The question that the window shows: how may the person confirm that it's them? */
export interface Question {
  readonly methods: readonly string[];
}

interface Open {
  readonly question: Question;
  readonly answer: Promise<boolean>;
  readonly settle: (isConfirmed: boolean) => void;
}

let open: Open | null = null;
const showing = new Set<() => void>();
const watching = new Set<() => void>();

function change(next: Open | null): void {
  open = next;
  for (const listener of [...showing, ...watching]) listener();
}

/**
 * Opens the window that asks the person to confirm that it's them; true once they have. Calls that need it at the same
 * time share one window. False at once where there is no window to open.
 */
export function askStepUp(methods: readonly string[]): Promise<boolean> {
  if (showing.size === 0) return Promise.resolve(false);
  if (open !== null) return open.answer;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  change({ question: { methods }, answer: promise, settle: resolve });
  return promise;
}

/** Closes the window. */
export function settleStepUp(isConfirmed: boolean): void {
  const settled = open;
  change(null);
  settled?.settle(isConfirmed);
}

/** For `useSyncExternalStore`: the open question, or null. */
export const openQuestion = (): Question | null => open?.question ?? null;

/** For the one who shows the question. */
export function onQuestion(listener: () => void): () => void {
  showing.add(listener);
  return () => {
    showing.delete(listener);
    // A window that goes away would leave its callers waiting for ever.
    if (showing.size === 0) settleStepUp(false);
  };
}

/** For those who only want to know whether one is open. */
export function onQuestionChange(listener: () => void): () => void {
  watching.add(listener);
  return () => {
    watching.delete(listener);
  };
}
