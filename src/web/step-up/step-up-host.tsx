import { lazy, type ReactElement, Suspense, useSyncExternalStore } from 'react';
import { onQuestion, openQuestion } from './asking.ts';

const StepUpWindow = lazy(async () => ({ default: (await import('./step-up-window.tsx')).StepUpWindow }));

/** Where the window opens when a call needs it. There is one for the whole web app, loaded at its first use. */
export function StepUpHost(): ReactElement | null {
  const question = useSyncExternalStore(onQuestion, openQuestion, () => null);
  if (question === null) return null;
  return (
    <Suspense fallback={null}>
      <StepUpWindow question={question} />
    </Suspense>
  );
}
