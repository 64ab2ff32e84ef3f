import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { worthRetrying } from '../../../../web/problem.ts';
import { useTimeZone } from '../../../../web/queries.ts';
import { noticeSignedOut } from '../../../../web/query-client.ts';
import { wallTimeAt } from '../../../../web/zoned-time.ts';
import type { ShareRequest } from '../contract.ts';
import { changeRequest, createRequest, requestQuery } from '../requests-api.ts';
import { type Autosave, createAutosave, type SaveState } from './autosave.ts';
import { type ComposerForm, emptyForm, formOf, isUntouched } from './composer-form.ts';
import { changeOfSent, draftBody } from './draft-body.ts';
import { createDraftStore } from './draft-store.ts';

const pauseBeforeSave = 900;
const store = createDraftStore(globalThis.localStorage);

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
  readonly restored: boolean;
}

function startFrom(request: ShareRequest | null, timeZone: string): Start {
  const copy = store.read(request?.id ?? null);
  // The copy wins even over a newer version from elsewhere: a choice can be offered, lost words can't be brought back.
  if (copy !== null) return { form: copy.form, restored: true };
  const empty = emptyForm(new Date(), timeZone);
  if (request === null) return { form: empty, restored: false };
  return { form: formOf(request, empty, (iso) => wallTimeAt(new Date(iso), timeZone)), restored: false };
}

/**
 * The form of a draft, kept in three places: here, on this device at every change, and on the server after a pause.
 * A request that was sent is not saved by itself, as each save changes the message in Slack; `flush` does it.
 */
export function useDraft(request: ShareRequest | null, onCreated: (id: string) => void): Draft {
  const timeZone = useTimeZone();
  const client = useQueryClient();
  const [start, setStart] = useState(() => startFrom(request, timeZone));
  const [form, setForm] = useState(start.form);
  const [saved, setSaved] = useState<SaveState>({ kind: 'idle' });
  const latest = useRef(form);
  const id = useRef(request?.id ?? null);
  const settled = useRef(false);
  const autosave = useRef<Autosave<ComposerForm>>(null);
  const byItself = request === null || request.state === 'draft';

  const save = useCallback(
    async (value: ComposerForm) => {
      const body = draftBody(value, timeZone);
      const creating = id.current === null;
      const kept = creating
        ? await createRequest(body)
        : await changeRequest(id.current ?? '', byItself ? body : changeOfSent(body));
      id.current = kept.id;
      client.setQueryData(requestQuery(kept.id).queryKey, kept);
      void client.invalidateQueries({ queryKey: ['requests', 'list'] });
      store.remove(creating ? null : kept.id);
      if (latest.current !== value)
        store.write({ form: latest.current, requestId: kept.id, at: new Date().toISOString() });
      if (creating) onCreated(kept.id);
    },
    [byItself, client, onCreated, timeZone],
  );

  useEffect(() => {
    const delay = byItself ? pauseBeforeSave : null;
    const onState = (state: SaveState): void => {
      setSaved(state);
      if (state.kind === 'failed') noticeSignedOut(client, state.error);
    };
    const saver = createAutosave<ComposerForm>({ delay, save, worthRetrying, onState });
    autosave.current = saver;
    return () => {
      if (byItself && !settled.current) void saver.flush().finally(saver.stop);
      else saver.stop();
    };
  }, [byItself, client, save]);

  useEffect(() => {
    if (start.restored && byItself) autosave.current?.change(latest.current);
  }, [start.restored, byItself]);

  const patch = useCallback((change: Partial<ComposerForm>) => {
    latest.current = { ...latest.current, ...change };
    setForm(latest.current);
    if (id.current === null && isUntouched(latest.current)) return;
    store.write({ form: latest.current, requestId: id.current, at: new Date().toISOString() });
    autosave.current?.change(latest.current);
  }, []);

  const discardCopy = useCallback(() => {
    store.remove(id.current);
    const fresh = startFrom(request, timeZone);
    latest.current = fresh.form;
    setForm(fresh.form);
    setStart(fresh);
    if (byItself && id.current !== null) autosave.current?.change(fresh.form);
  }, [request, timeZone, byItself]);

  return {
    form,
    patch,
    saved,
    currentId: () => id.current,
    restored: start.restored,
    discardCopy,
    flush: async () => (await autosave.current?.flush()) ?? true,
    settle: () => {
      settled.current = true;
      autosave.current?.stop();
      store.remove(id.current);
    },
  };
}
