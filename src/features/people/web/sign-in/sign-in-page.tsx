import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { IconMailOpened } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { safeReturn } from '../../../../web/access.ts';
import type { Me } from '../../../../web/contract.ts';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { Redirect } from '../../../../web/controls/redirect.tsx';
import { useMe } from '../../../../web/queries.ts';
import { AddressForm } from './address-form.tsx';
import { Card } from './card.tsx';
import { hasOtherWays, OtherWays } from './other-ways.tsx';
import { usePasskeyEntry } from './passkey-entry.ts';
import { problemOnReturn } from './problems.ts';
import classes from './sign-in.module.css';

const route = getRouteApi('/sign-in');

/** The way in: by password, a link in the mail, a passkey, Slack, or the organisation's own sign-in. */
export function SignInPage(): ReactElement {
  const me = useMe();
  const search = route.useSearch();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const returnTo = safeReturn(search.returnTo);
  if (me.data?.signedIn) return <Redirect href={returnTo} />;
  if (sentTo !== null) return <CheckMail email={sentTo} onAgain={() => setSentTo(null)} />;
  const problem = problemOnReturn(search, me.data?.signIn.oidc?.name);
  return (
    <Card title="Sign in" explains="Welcome back.">
      {me.isError && <ErrorPanel error={me.error} onRetry={() => void me.refetch()} />}
      {problem !== null && (
        <Alert color="red" variant="light" role="alert">
          {problem}
        </Alert>
      )}
      {me.data === undefined && !me.isError && <LoadingLines count={3} height={40} />}
      {me.data?.signedIn === false && <Ways me={me.data} returnTo={returnTo} onSent={setSentTo} />}
    </Card>
  );
}

interface WaysProps {
  readonly me: Extract<Me, { signedIn: false }>;
  readonly returnTo: string;
  readonly onSent: (email: string) => void;
}

function Ways({ me, returnTo, onSent }: WaysProps): ReactElement {
  const passkey = usePasskeyEntry(me.signIn.passkey, returnTo);
  return (
    <>
      {me.ownerLinkPending === true && (
        <Alert color="lilac" variant="light" title="This Coact is new">
          Its owner signs in first, with the one-time link that the server wrote to its terminal and log.
        </Alert>
      )}
      <AddressForm returnTo={returnTo} offers={me.signIn} onSent={onSent} />
      {hasOtherWays(me.signIn) && (
        <>
          <div className={classes.or}>or</div>
          <OtherWays offers={me.signIn} returnTo={returnTo} passkey={passkey} />
        </>
      )}
    </>
  );
}

interface CheckMailProps {
  readonly email: string;
  readonly onAgain: () => void;
}

function CheckMail({ email, onAgain }: CheckMailProps): ReactElement {
  return (
    <Card
      title="Check your mail"
      explains={
        <>
          If <b>{email}</b> belongs to somebody here, a link is on its way. It works once, for 15 minutes.
        </>
      }
    >
      <Stack align="flex-start">
        <IconMailOpened size={48} stroke={1.25} aria-hidden />
        <Text size="sm" c="dimmed">
          Nothing there after a minute? Look into the spam folder, or{' '}
          <Anchor component="button" type="button" size="sm" onClick={onAgain}>
            try another address
          </Anchor>
          .
        </Text>
      </Stack>
    </Card>
  );
}
