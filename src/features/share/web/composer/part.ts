import type { RequestState } from '../contract.ts';
import type { ComposerForm } from './composer-form.ts';
import type { FieldSentences } from './readiness.ts';

/** What every section of the composer gets. */
export interface Part {
  readonly form: ComposerForm;
  readonly patch: (change: Partial<ComposerForm>) => void;
  readonly problems: FieldSentences;
  /** The request's state; null before the first save. What is out in posts can't change any more. */
  readonly state: RequestState | null;
  /** The request's id; null before the first save. */
  readonly id: string | null;
  /** Whether it needs somebody else's approval before it goes out. */
  readonly needsReview: boolean;
}
