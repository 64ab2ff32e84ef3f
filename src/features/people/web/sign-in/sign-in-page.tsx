import { Alert, Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { IconBrandSlack, IconMailOpened } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { safeReturn } from '../../../../web/access.ts';
import { call, nothing } from '../../../../web/api.ts';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { Redirect } from '../../../../web/controls/redirect.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { useMe } from '../../../../web/queries.ts';
import { Card } from './card.tsx';
import classes from './sign-in.module.css';

const route = getRouteApi('/sign-in');

const slackProblems: Readonly<Record<string, string>> = {
  cancelled: 'You cancelled at Slack. Nothing was changed.',
  not_member: 'That Slack account isn’t a member of an organisation here. Ask an owner or admin to invite you.',
  no_address: 'Slack didn’t give us an e-mail address for that account. Sign in by e-mail instead.',
  unreachable: 'Slack can’t be reached at the moment. Please try again, or sign in by e-mail.',
  forged: 'That sign-in was begun in another window or took too long. Please start again from here.',
};

/** Sign in by a link in the mail or with Slack. */
export function SignInPage(): ReactElement {
  const me = useMe();
  const search = route.useSearch();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const returnTo = safeReturn(search.returnTo);
  if (me.data?.signedIn) return <Redirect href={returnTo} />;
  if (sentTo !== null) return <CheckMail email={sentTo} onAgain={() => setSentTo(null)} />;
  return (
    <Card title="Sign in" explains="Welcome back. No password needed.">
      {me.isError && <ErrorPanel error={me.error} onRetry={() => void me.refetch()} />}
      {search.problem !== undefined && (
        <Alert color="red" variant="light" role="alert">
          {slackProblems[search.problem] ?? 'Signing in with Slack didn’t work. Please try again.'}
        </Alert>
      )}
      {me.data === undefined && !me.isError && <LoadingLines count={3} height={40} />}
      {me.data?.signedIn === false && (
        <>
          {me.data.ownerLinkPending === true && (
            <Alert color="lilac" variant="light" title="This Coact is new">
              Its owner signs in first, with the one-time link that the server wrote to its terminal and log.
            </Alert>
          )}
          {me.data.signIn.slack && (
            <>
              <Button
                component="a"
                href={`/api/sign-in/slack?returnTo=${encodeURIComponent(returnTo)}`}
                size="md"
                variant="default"
                leftSection={<IconBrandSlack size={20} />}
              >
                Sign in with Slack
              </Button>
              <div className={classes.or}>or</div>
            </>
          )}
          <MailForm returnTo={returnTo} onSent={setSentTo} />
        </>
      )}
    </Card>
  );
}

interface MailFormProps {
  readonly returnTo: string;
  readonly onSent: (email: string) => void;
}

function MailForm({ returnTo, onSent }: MailFormProps): ReactElement {
  const [email, setEmail] = useState('');
  const send = useMutation({
    mutationFn: () => call(nothing, 'POST', '/api/sign-in/link', { body: { email: email.trim(), returnTo } }),
    onSuccess: () => onSent(email.trim()),
  });
  const fields = fieldSentences(send.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <Stack>
        <TextInput
          label="Work e-mail"
          type="email"
          name="email"
          autoComplete="email"
          size="md"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={fields.email}
        />
        {send.isError && fields.email === undefined && <ErrorPanel error={send.error} />}
        <Button type="submit" size="md" loading={send.isPending}>
          E-mail me a sign-in link
        </Button>
      </Stack>
    </form>
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
