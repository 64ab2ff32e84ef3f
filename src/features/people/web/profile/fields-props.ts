import type { ContactDraft } from './draft.ts';

/** What each group of a profile's fields is given. */
export interface FieldsProps {
  readonly draft: ContactDraft;
  readonly onChange: (draft: ContactDraft) => void;
  /** Sentences about what the server refused, by field. */
  readonly fields: Readonly<Record<string, string>>;
}
