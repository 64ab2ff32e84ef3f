import { notifications } from '@mantine/notifications';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { ApiFailure, sentenceOf } from '../../../../web/problem.ts';
import type { Span } from './days.ts';
import { planQuery, sendEdit, undoStep } from './plan-api.ts';
import { type AgainstReason, brokenSchema } from './plan-contract.ts';
import { type Edit, withEdit } from './plan-edit.ts';

/** An edit that rules speak against, to be overruled or dropped. */
export interface Broken {
  readonly edit: Edit;
  readonly sentence: string;
  readonly reasons: readonly AgainstReason[];
  readonly overrulable: boolean;
}

/** What the board does to the plan. */
export interface Edits {
  /** Shows the edit at once and has it done; answers whether it was. @param why a rule is overruled */
  readonly send: (edit: Edit, why?: string) => Promise<boolean>;
  readonly undo: (periodId: string) => Promise<void>;
  readonly broken: Broken | null;
  readonly dismiss: () => void;
}

function brokenOf(edit: Edit, error: unknown): Broken | null {
  if (!(error instanceof ApiFailure) || (error.code !== 'rules_broken' && error.code !== 'double_booked')) return null;
  const parsed = brokenSchema.safeParse(error.answer);
  const reasons = parsed.success ? parsed.data.reasons : [];
  const overrulable = error.code === 'rules_broken' && reasons.every((reason) => reason.overrulable || !reason.hard);
  return { edit, sentence: error.message, reasons, overrulable };
}

const complain = (error: unknown): void => {
  notifications.show({ color: 'red', message: sentenceOf(error) });
};

/** Reads again what an edit touches; the dialogs' own lists follow when they are opened. */
function readAgain(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: ['schedule'] });
}

/** Edits of the plan of a span: the board follows the hand, and goes back when the server refuses. */
export function useEdits(span: Span): Edits {
  const client = useQueryClient();
  const [broken, setBroken] = useState<Broken | null>(null);
  const { from, to } = span;
  const send = useCallback(
    async (edit: Edit, why?: string): Promise<boolean> => {
      const { queryKey } = planQuery({ from, to });
      // An answer that is on its way was read before this edit, and would take it back for a moment.
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      if (before !== undefined) client.setQueryData(queryKey, withEdit(before, edit));
      try {
        await sendEdit(edit, why);
        setBroken(null);
        return true;
      } catch (error) {
        client.setQueryData(queryKey, before);
        const asked = brokenOf(edit, error);
        setBroken(asked);
        if (asked === null) complain(error);
        return false;
      } finally {
        void readAgain(client);
      }
    },
    [client, from, to],
  );
  const undo = useCallback(
    async (periodId: string): Promise<void> => {
      try {
        const { words } = await undoStep(periodId);
        notifications.show({ color: 'pine', message: `Undone: ${words}` });
      } catch (error) {
        complain(error);
      } finally {
        await readAgain(client);
      }
    },
    [client],
  );
  return useMemo(() => ({ send, undo, broken, dismiss: () => setBroken(null) }), [send, undo, broken]);
}
