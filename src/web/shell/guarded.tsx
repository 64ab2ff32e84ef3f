import { Center, Loader } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { accessTo, type Place } from '../access.ts';
import { ErrorPanel } from '../controls/panels.tsx';
import { Redirect } from '../controls/redirect.tsx';
import { useMe } from '../queries.ts';

interface Props {
  readonly place: Place;
  readonly children: ReactNode;
}

/** Shows its children to people who may be here and leads everybody else to where they belong. */
export function Guarded({ place, children }: Props): ReactElement {
  const me = useMe();
  const { href } = useLocation();
  if (me.data === undefined) {
    return (
      <Center mih="100dvh" p="md">
        {me.isError ? (
          <ErrorPanel error={me.error} onRetry={() => void me.refetch()} />
        ) : (
          <Loader type="dots" aria-label="Loading Coact" />
        )}
      </Center>
    );
  }
  const access = accessTo(place, me.data, href);
  if (access.kind === 'sign-in') return <Redirect href={`/sign-in?returnTo=${encodeURIComponent(access.returnTo)}`} />;
  if (access.kind === 'protect') {
    return <Redirect href={`/account/second-factor-needed?returnTo=${encodeURIComponent(access.returnTo)}`} />;
  }
  if (access.kind === 'go') return <Redirect key={access.to} href={access.to} />;
  return <>{children}</>;
}
