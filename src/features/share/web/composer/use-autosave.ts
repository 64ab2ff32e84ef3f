import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { worthRetrying } from '../../../../web/problem.ts';
import { noticeSignedOut } from '../../../../web/query-client.ts';
import { type Autosave, createAutosave, type SaveState } from './autosave.ts';

const pauseBeforeSave = 900;

export interface Saver<T> {
  readonly autosave: RefObject<Autosave<T> | null>;
  readonly saved: SaveState;
  /** Stops for good: there is nothing left to save. */
  readonly settle: () => void;
}

/** An autosave that lives as long as the page. What still waits is saved when one leaves it. */
export function useAutosave<T>(save: (value: T) => Promise<void>, byItself: boolean): Saver<T> {
  const client = useQueryClient();
  const [saved, setSaved] = useState<SaveState>({ kind: 'idle' });
  const settled = useRef(false);
  const autosave = useRef<Autosave<T>>(null);
  useEffect(() => {
    const onState = (state: SaveState): void => {
      setSaved(state);
      if (state.kind === 'failed') noticeSignedOut(client, state.error);
    };
    const saver = createAutosave<T>({ delay: byItself ? pauseBeforeSave : null, save, worthRetrying, onState });
    autosave.current = saver;
    return () => {
      if (byItself && !settled.current) void saver.flush().finally(saver.stop);
      else saver.stop();
    };
  }, [byItself, client, save]);
  const settle = (): void => {
    settled.current = true;
    autosave.current?.stop();
  };
  return { autosave, saved, settle };
}
