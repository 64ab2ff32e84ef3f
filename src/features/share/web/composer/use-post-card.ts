import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { postQuery } from '../requests-api.ts';
import type { ComposerForm } from './composer-form.ts';
import { isRead } from './engagement-form.ts';
import type { Part } from './part.ts';

interface Reading {
  readonly busy: boolean;
  /** Why nothing could be read at the address that stands there; null when all is well. */
  readonly error: Error | null;
  readonly again: () => void;
}

/** Asks what post stands at the address once one stops typing, and fills in its network, address and card. */
export function usePostCard(form: ComposerForm, patch: Part['patch']): Reading {
  const typed = form.engagement.url.trim();
  const [settled] = useDebouncedValue(typed, 600);
  const wanted = typed !== '' && typed === settled && !isRead(form.engagement);
  const reading = useQuery({ ...postQuery(settled), enabled: wanted });
  const latest = useRef(form);
  latest.current = form;
  const answer = wanted ? reading.data : undefined;
  useEffect(() => {
    if (answer === undefined) return;
    const { network, post, card } = answer;
    patch({ engagement: { ...latest.current.engagement, ...card, network, url: post, of: post } });
  }, [answer, patch]);
  return {
    busy: wanted && reading.isFetching,
    error: wanted ? reading.error : null,
    again: () => void reading.refetch(),
  };
}
