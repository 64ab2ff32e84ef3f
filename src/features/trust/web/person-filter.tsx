import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../web/api.ts';
import classes from './audit.module.css';
import { directorySchema } from './contract.ts';

interface Props {
  /** The id of whoever acted; not always a person's. */
  readonly value: string | undefined;
  /** What the page calls an id. */
  readonly called: (id: string) => string;
  readonly onChange: (actor: string | undefined) => void;
}

/**
 * Narrows the log to what one person did. The directory is asked, not the list of members: that holds addresses, and each
 * look at it is itself recorded.
 */
export function PersonFilter({ value, called, onChange }: Props): ReactElement {
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), 300);
  const found = useQuery({
    queryKey: ['audit', 'people', q],
    queryFn: ({ signal }) => {
      const query: '' | `?${string}` = q === '' ? '' : `?${new URLSearchParams({ q })}`;
      return call(directorySchema, 'GET', `/api/people${query}`, { signal });
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const people = (found.data?.people ?? []).map(({ id, name }) => ({
    value: id,
    label: name || 'Somebody from Slack',
  }));
  // Who is chosen stays to be read, though the search goes on, or they have left.
  const isListed = value === undefined || people.some((one) => one.value === value);
  const chosen = value === undefined || isListed ? [] : [{ value, label: called(value) }];
  return (
    <Select
      aria-label="Who did it"
      placeholder="Everybody"
      clearable
      searchable
      className={classes.act}
      data={[...chosen, ...people]}
      // The server has searched already.
      filter={({ options }) => options}
      nothingFoundMessage={found.isFetching ? 'Looking …' : 'Nobody like this'}
      onSearchChange={setWords}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
}
