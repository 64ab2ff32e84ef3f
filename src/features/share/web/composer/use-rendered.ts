import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTimeZone } from '../../../../web/queries.ts';
import type { Rendered } from '../contract.ts';
import { renderedQuery } from '../requests-api.ts';
import { type ComposerForm, isUntouched } from './composer-form.ts';
import { draftBody } from './draft-body.ts';

/** The server's drawing of the form, 350 ms after the last change; the one before stays until the next is there. */
export function useRendered(form: ComposerForm, requestId: string | null): UseQueryResult<Rendered> {
  const timeZone = useTimeZone();
  const body = useMemo(() => draftBody(form, timeZone), [form, timeZone]);
  const [settled] = useDebouncedValue(body, 350);
  return useQuery({
    ...renderedQuery(settled, requestId),
    enabled: !isUntouched(form),
    placeholderData: keepPreviousData,
  });
}
