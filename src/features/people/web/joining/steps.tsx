import type { ComponentType } from 'react';
import { ContactStep } from './contact-step.tsx';

/** A step of the tour for whoever has just joined. It is done when the person says so. */
export interface JoiningStep {
  readonly key: string;
  readonly label: string;
  readonly component: ComponentType<{ readonly onDone: () => void }>;
}

/** The steps in order. A slice adds its own (wishes, times when somebody can work) by a line here. */
export const joiningSteps: readonly JoiningStep[] = [
  { key: 'contact', label: 'How to reach you', component: ContactStep },
];
