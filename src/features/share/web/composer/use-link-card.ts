import { useDebouncedValue } from '@mantine/hooks';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { previewQuery } from '../requests-api.ts';
import type { ComposerForm } from './composer-form.ts';
import type { Part } from './part.ts';
import { webAddress } from './tracked-url.ts';

/** Reads the page behind the link once one stops typing, and fills the card and an empty title from it. */
export function useLinkCard(form: ComposerForm, patch: Part['patch']): UseQueryResult<unknown> {
  const [link] = useDebouncedValue(form.link, 600);
  const address = webAddress(link)?.toString() ?? null;
  const wanted = address !== null && form.card?.of !== address;
  const reading = useQuery({ ...previewQuery(address ?? ''), enabled: wanted });
  const latest = useRef(form);
  latest.current = form;
  const answer = wanted ? reading.data?.preview : undefined;
  useEffect(() => {
    if (answer === undefined || address === null) return;
    const { title, card } = latest.current;
    // A title that came from the page before changes with the page; one that was written stays.
    const untouched = title.trim() === '' || title === card?.title;
    const { description, pictureId, pictureUrl } = answer;
    patch({
      card: {
        of: address,
        title: answer.title.slice(0, 300),
        description: description.slice(0, 1000),
        pictureId,
        pictureUrl,
      },
      ...(untouched && { title: answer.title.slice(0, 150) }),
    });
  }, [answer, address, patch]);
  return reading;
}
