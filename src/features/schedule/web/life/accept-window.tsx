import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { useTimeZone } from '../../../../web/queries.ts';
import { AcceptForm } from './accept-form.tsx';
import { offerQuery } from './life-api.ts';
import type { Offer } from './life-contract.ts';
import { shiftWords } from './life-words.ts';

interface Props {
  readonly offer: Offer;
  readonly onClose: () => void;
}

/** Asks for what it takes to accept an offer, and shows what follows from it. */
export function AcceptWindow({ offer, onClose }: Props): ReactElement {
  const detail = useQuery(offerQuery(offer.id));
  return (
    <Window opened onClose={onClose} title={`Take the shift of ${offer.fromName}?`}>
      <Stack gap="sm">
        <Text size="sm">{shiftWords(offer.gives, useTimeZone())}</Text>
        {detail.isPending && <LoadingLines count={2} />}
        {detail.isError && <ErrorPanel error={detail.error} onRetry={() => void detail.refetch()} />}
        {detail.data !== undefined && <AcceptForm offer={detail.data} onDone={onClose} />}
      </Stack>
    </Window>
  );
}
