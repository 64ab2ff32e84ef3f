import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { restoreRequest } from '../requests-api.ts';
import { offerUndo } from './offer-undo.tsx';

/** Says that a planned request was recalled, and offers to plan it again as it was. */
export function useRestore(): (id: string) => void {
  const client = useQueryClient();
  return useCallback(
    (id) => {
      const message = 'Recalled before it went out.';
      offerUndo({ message, done: 'Planned again', undo: () => restoreRequest(id), client });
    },
    [client],
  );
}
