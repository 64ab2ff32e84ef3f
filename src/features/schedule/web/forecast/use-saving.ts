import { notifications } from '@mantine/notifications';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { plural } from '../../../../web/figures.ts';
import { ApiFailure, sentenceOf } from '../../../../web/problem.ts';
import type { Forecast } from './contract.ts';
import { batchesOf, type Change, type Draft, over, saved, type Unsaved, unsavedOf } from './draft.ts';
import { saveAmounts } from './forecast-api.ts';

export interface Saving {
  readonly save: UseMutationResult<void, Error, void>;
  /** Puts back what stood there before the last save or projection; null where there was none. */
  readonly takeBack: (() => void) | null;
  /** Remembers what was written some other way, so that it can be taken back as well. */
  readonly remember: (before: readonly Change[]) => void;
}

type ChangeDraft = (change: (draft: Draft) => Draft) => void;

/** Saving the numbers of a role, and taking that back. */
export function useSaving(forecast: Forecast, draft: Draft, change: ChangeDraft): Saving {
  const client = useQueryClient();
  const [before, setBefore] = useState<readonly Change[]>([]);
  const { roleId } = forecast;
  const again = () => client.invalidateQueries({ queryKey: ['schedule', 'forecast', roleId] });
  const save = useMutation({
    mutationFn: async () => {
      let revision = draft.revision ?? forecast.revision;
      for (const batch of batchesOf(unsavedOf(draft))) {
        revision = (await saveAmounts(roleId, revision, batch)).revision;
        // Read first, dropped then: otherwise what was there before would flash up between.
        await again();
        const now = revision;
        change((latest) => saved(latest, batch, now));
        setBefore(batch.map(backOf));
      }
    },
    onError: async (error) => {
      if (!isMeanwhile(error)) return;
      await again();
      const fresh = client.getQueriesData<Forecast>({ queryKey: ['schedule', 'forecast', roleId] });
      const revision = Math.max(...fresh.map(([, read]) => read?.revision ?? 0));
      change((latest) => over(latest, revision));
    },
  });
  const back = useMutation({
    mutationFn: async () => {
      let { revision } = forecast;
      for (const batch of batchesOf(before)) revision = (await saveAmounts(roleId, revision, batch)).revision;
      await again();
    },
    onSuccess: () => {
      setBefore([]);
      notifications.show({ color: 'pine', message: `Taken back: ${plural(before.length, 'number')} as before.` });
    },
    onError: (error) => notifications.show({ color: 'red', title: 'Not taken back', message: sentenceOf(error) }),
  });
  return {
    save,
    takeBack: before.length === 0 || back.isPending ? null : () => back.mutate(),
    remember: setBefore,
  };
}

const backOf = ({ day, half, before }: Unsaved): Change => ({ day, half, amount: before });

/** Whether the forecast was another than the one that was looked at. */
export function isMeanwhile(error: Error): boolean {
  return error instanceof ApiFailure && error.code === 'changed_meanwhile';
}
