import { z } from '../../../../web/zod.ts';
import { type ComposerForm, composerFormSchema } from './composer-form.ts';

const copySchema = z.object({ form: composerFormSchema, requestId: z.string().nullable(), at: z.string() });

/** A form that the server may not have yet. `requestId` is null until the server has given one. */
export interface LocalCopy {
  readonly form: ComposerForm;
  readonly requestId: string | null;
  /** When it was written, ISO. */
  readonly at: string;
}

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface DraftStore {
  read(requestId: string | null): LocalCopy | null;
  write(copy: LocalCopy): void;
  remove(requestId: string | null): void;
}

const keyOf = (requestId: string | null): string => `coact.draft.${requestId ?? 'unsent'}`;

/**
 * Keeps a copy of what was written on this device until the server has it. A full or forbidden storage is no reason to
 * stop someone from writing: the copy is then simply not kept.
 */
export function createDraftStore(shelf: Shelf): DraftStore {
  const attempt = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  return {
    read(requestId) {
      const text = attempt(() => shelf.getItem(keyOf(requestId)), null);
      if (text === null) return null;
      const parsed = copySchema.safeParse(attempt(() => JSON.parse(text), null));
      return parsed.success ? parsed.data : null;
    },
    write(copy) {
      attempt(() => shelf.setItem(keyOf(copy.requestId), JSON.stringify(copy)), undefined);
    },
    remove(requestId) {
      attempt(() => shelf.removeItem(keyOf(requestId)), undefined);
    },
  };
}
