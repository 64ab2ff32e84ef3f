import { Avatar } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { pictureQuery } from './queries.ts';

interface Props {
  readonly id: string;
  readonly name: string;
  /** When the picture was last changed; null draws initials. */
  readonly pictureAt: string | null;
  readonly size: number;
}

/** Somebody's picture, or their initials. The name stands beside it, so it is silent. */
export function Portrait({ id, name, pictureAt, size }: Props): ReactElement {
  const asked = pictureQuery(id, pictureAt ?? '');
  const picture = useQuery({ ...asked, queryFn: pictureAt === null ? skipToken : asked.queryFn });
  return <Avatar src={picture.data ?? null} name={name} color="initials" radius="50%" size={size} alt="" aria-hidden />;
}
