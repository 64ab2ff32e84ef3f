import { useCallback, useState } from 'react';
import { type Draft, emptyDraft } from './draft.ts';

export interface Drafts {
  readonly of: (roleId: string) => Draft;
  readonly change: (roleId: string, change: (draft: Draft) => Draft) => void;
  /** The roles with numbers that are not saved. */
  readonly unsaved: readonly string[];
}

/** The numbers that are not saved yet, by role: looking at another role or week loses none. */
export function useDrafts(): Drafts {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const change = useCallback((roleId: string, change: (draft: Draft) => Draft) => {
    setDrafts((now) => {
      const before = now.get(roleId) ?? emptyDraft;
      const after = change(before);
      return after === before ? now : new Map(now).set(roleId, after);
    });
  }, []);
  return {
    of: (roleId) => drafts.get(roleId) ?? emptyDraft,
    change,
    unsaved: [...drafts].flatMap(([roleId, { changes }]) => (changes.size > 0 ? roleId : [])),
  };
}
