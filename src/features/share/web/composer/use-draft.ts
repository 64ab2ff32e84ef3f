import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useTimeZone } from '../../../../web/queries.ts';
import { wallTimeAt } from '../../../../web/zoned-time.ts';
import type { ShareRequest } from '../contract.ts';
import { changeRequest, createRequest, requestQuery } from '../requests-api.ts';
import type { SaveState } from './autosave.ts';
import { type Beginning, type ComposerForm, emptyForm, formOf, isUntouched } from './composer-form.ts';
import { changeOfSent, changesOf, type DraftBody, draftBody, loses } from './draft-body.ts';
import { createDraftStore } from './draft-store.ts';
import { useAutosave } from './use-autosave.ts';

// Asked for at each use: where a device forbids storage, even naming it throws.
const store = createDraftStore({
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
  removeItem: (key) => localStorage.removeItem(key),
});

export interface Draft {
  readonly form: ComposerForm;
  readonly patch: (change: Partial<ComposerForm>) => void;
  readonly saved: SaveState;
  /** Null until the server has given the draft its id. */
  readonly currentId: () => string | null;
  /** The text was found on this device and had not reached the server. */
  readonly restored: boolean;
  /** Goes back to what the server has. */
  readonly discardCopy: () => void;
  /** Saves now; true when the server has everything. */
  readonly flush: () => Promise<boolean>;
  /** Stops saving: the draft was sent or deleted. */
  readonly settle: () => void;
}

interface Start {
  readonly form: ComposerForm;
  /** What the server has, as it would be told about it; null where it has nothing yet. */
  readonly known: DraftBody | null;
  readonly restored: boolean;
}

function startFrom(request: ShareRequest | null, begins: Beginning, timeZone: string): Start {
  const copy = store.read(request?.id ?? null);
  // The copy wins even over a newer version from elsewhere: a choice can be offered, lost words can't be brought back.
  const empty = emptyForm(new Date(), timeZone, begins.networks, begins.utm);
  if (request === null) return { form: copy?.form ?? empty, restored: copy !== null, known: null };
  const stored = formOf(request, empty, (iso) => wallTimeAt(new Date(iso), timeZone));
  return { form: copy?.form ?? stored, restored: copy !== null, known: draftBody(stored, timeZone) };
}

function keepCopy(form: ComposerForm, requestId: string | null): void {
  store.write({ form, requestId, at: new Date().toISOString() });
}

/** Creates the draft the first time and changes it afterwards; the copy on the device goes when it is no longer needed. */
function useSave(
  kept: {
    readonly latest: RefObject<ComposerForm>;
    readonly id: RefObject<string | null>;
    readonly known: RefObject<DraftBody | null>;
  },
  byItself: boolean,
  onCreated: (id: string) => void,
): (value: ComposerForm) => Promise<void> {
  const timeZone = useTimeZone();
  const client = useQueryClient();
  const { latest, id, known } = kept;
  return useCallback(
    async (value: ComposerForm) => {
      const body = draftBody(value, timeZone);
      const before = id.current;
      const changes = known.current === null ? body : changesOf(body, known.current);
      const request =
        before === null
          ? await createRequest(body)
          : await changeRequest(before, byItself ? changes : changeOfSent(changes));
      id.current = request.id;
      known.current = body;
      client.setQueryData(requestQuery(request.id).queryKey, request);
      void client.invalidateQueries({ queryKey: ['requests', 'list'] });
      store.remove(before);
      if (latest.current !== value || loses(value)) keepCopy(latest.current, request.id);
      if (before === null) onCreated(request.id);
    },
    [byItself, client, id, known, latest, onCreated, timeZone],
  );
}

/**
 * The form of a draft, kept in three places: here, on this device at every change, and on the server after a pause.
 * A request that was sent is not saved by itself, as each save changes the message in Slack; `flush` does it.
 */
export function useDraft(request: ShareRequest | null, begins: Beginning, onCreated: (id: string) => void): Draft {
  const timeZone = useTimeZone();
  const [start, setStart] = useState(() => startFrom(request, begins, timeZone));
  const [form, setForm] = useState(start.form);
  const latest = useRef(form);
  const id = useRef(request?.id ?? null);
  const known = useRef(start.known);
  const byItself = request === null || request.state === 'draft';
  const save = useSave({ latest, id, known }, byItself, onCreated);
  const { autosave, saved, settle } = useAutosave(save, byItself);

  useEffect(() => {
    if (start.restored && byItself) autosave.current?.change(latest.current);
  }, [start.restored, byItself, autosave]);

  const patch = useCallback(
    (change: Partial<ComposerForm>) => {
      latest.current = { ...latest.current, ...change };
      setForm(latest.current);
      if (id.current === null && isUntouched(latest.current)) return;
      keepCopy(latest.current, id.current);
      autosave.current?.change(latest.current);
    },
    [autosave],
  );

  const discardCopy = useCallback(() => {
    store.remove(id.current);
    const fresh = startFrom(request, begins, timeZone);
    latest.current = fresh.form;
    setForm(fresh.form);
    setStart(fresh);
    if (byItself && id.current !== null) autosave.current?.change(fresh.form);
  }, [request, begins, timeZone, byItself, autosave]);

  return {
    form,
    patch,
    saved,
    currentId: () => id.current,
    restored: start.restored,
    discardCopy,
    flush: async () => (await autosave.current?.flush()) ?? true,
    settle: () => {
      settle();
      store.remove(id.current);
    },
  };
}
