import { useNetwork } from '@mantine/hooks';
import { type ComponentType, type ReactElement, useEffect, useState } from 'react';
import { useSignedIn } from '../../../../web/queries.ts';
import { useKept } from './kept-queue.ts';

/** What was noted of runs without a network is sent from every page, not only from that of its run. */
export function SendWaitingRuns(): ReactElement | null {
  const kept = useKept(useSignedIn().user.id);
  const { online } = useNetwork();
  const [Sender, setSender] = useState<ComponentType | null>(null);
  const waits = kept !== null && kept !== '[]';
  const isWanted = waits && online && Sender === null;
  useEffect(() => {
    if (!isWanted) return;
    // Loaded by those alone who need it, and not before there is a network to load it by.
    import('./waiting-sender.tsx').then(
      ({ WaitingSender }) => setSender(() => WaitingSender),
      () => undefined,
    );
  }, [isWanted]);
  return waits && Sender !== null ? <Sender /> : null;
}
