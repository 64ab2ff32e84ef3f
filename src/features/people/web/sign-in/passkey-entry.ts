import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { autofillWorks, provePasskey, requestSchema, stopWaiting } from '../../../../web/passkeys.ts';
import { ApiFailure } from '../../../../web/problem.ts';
import { entrySchema, useEntry } from './entry.ts';

/** Signing in with a passkey: by the button, or by picking one in the address field. */
export interface PasskeyEntry {
  readonly begin: () => void;
  readonly isBusy: boolean;
  readonly error: unknown;
}

/** A challenge lives for some minutes at the server; a page that stands open asks for a fresh one before that. */
const freshEveryMs = 4 * 60_000;

interface Attempt {
  readonly autofill: boolean;
  /** False once the page has moved on while the challenge was on its way. */
  readonly isWanted: () => boolean;
}

async function proof({ autofill, isWanted }: Attempt) {
  const { options } = await call(requestSchema, 'POST', '/api/sign-in/passkey/options');
  if (!isWanted()) throw new ApiFailure('cancelled', 'The passkey wasn’t used.');
  return provePasskey(options, autofill);
}

/** @param isOffered whether this installation signs people in with passkeys */
export function usePasskeyEntry(isOffered: boolean, returnTo: string): PasskeyEntry {
  const enter = useEntry();
  const [round, setRound] = useState(0);
  const [isEntering, setEntering] = useState(false);
  const send = useMutation({
    mutationFn: async (attempt: Attempt) => {
      const response = await proof(attempt);
      setEntering(true);
      return call(entrySchema, 'POST', '/api/sign-in/passkey', { body: { response, returnTo } }).finally(() =>
        setEntering(false),
      );
    },
    onSuccess: (entry) => enter(entry, returnTo, 'passkey'),
  });
  const { mutateAsync } = send;
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    if (!isOffered || isBusy) return;
    let isHere = true;
    const wait = async () => {
      if (!(await autofillWorks()) || !isHere) return;
      await mutateAsync({ autofill: true, isWanted: () => isHere }).catch((error: unknown) => {
        // Nobody asked for anything yet; only a passkey that was picked and then refused is worth a word.
        const wasPicked = error instanceof ApiFailure && error.kind === 'signed-out';
        if (isHere && wasPicked) setProblem(error);
      });
    };
    void wait();
    const timer = window.setTimeout(() => setRound(round + 1), freshEveryMs);
    return () => {
      isHere = false;
      window.clearTimeout(timer);
      void stopWaiting();
    };
  }, [isOffered, isBusy, round, mutateAsync]);
  const begin = () => {
    // A passkey was picked in the field just now. Two entries at once would leave the cookie of the one that ends the other.
    if (isEntering) return;
    setProblem(null);
    setBusy(true);
    mutateAsync({ autofill: false, isWanted: () => true })
      .catch(setProblem)
      .finally(() => setBusy(false));
  };
  return { begin, isBusy: isBusy || isEntering, error: problem };
}
