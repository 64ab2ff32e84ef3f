import { Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { safeReturn } from '../../../../web/access.ts';
import { call } from '../../../../web/api.ts';
import { LinkButton, TextLink } from '../../../../web/controls/link-button.tsx';
import { Redirect } from '../../../../web/controls/redirect.tsx';
import { requestSchema } from '../../../../web/passkeys.ts';
import { ApiFailure } from '../../../../web/problem.ts';
import type { Proof } from '../../../../web/proof/proof.ts';
import { ProofForm } from '../../../../web/proof/proof-form.tsx';
import { useMe } from '../../../../web/queries.ts';
import { Card } from './card.tsx';
import { entrySchema, useEntry } from './entry.ts';

const route = getRouteApi('/sign-in/second-factor');

/** Somebody who comes from Slack's page or the organisation's own brings no list of ways: then all are shown. */
const allWays = 'passkey,code,recovery';

/** The second of two proofs: a code, a passkey, or a recovery code. */
export function SecondFactorPage(): ReactElement {
  const me = useMe();
  const search = route.useSearch();
  const enter = useEntry();
  const [isOver, setOver] = useState(false);
  const returnTo = safeReturn(search.returnTo);
  if (me.data?.signedIn) return <Redirect href={returnTo} />;
  if (isOver) return <StartAgain returnTo={returnTo} />;
  const noticeEnd = (error: unknown): never => {
    if (error instanceof ApiFailure && error.code === 'start_again') setOver(true);
    throw error;
  };
  const prove = async (proof: Proof) => {
    // Neither is a second factor, and neither is offered here.
    if ('password' in proof || 'mailCode' in proof) return;
    const entry = await call(entrySchema, 'POST', '/api/sign-in/second-factor', { body: proof }).catch(noticeEnd);
    await enter(entry, returnTo);
  };
  return (
    <Card title="Is it you?" explains="Your account is protected with a second factor. One more proof, and you’re in.">
      <ProofForm
        methods={(search.ways || allWays).split(',')}
        prove={prove}
        askPasskey={() => call(requestSchema, 'POST', '/api/sign-in/second-factor/options').catch(noticeEnd)}
      />
      <Text size="sm" c="dimmed">
        Not you?{' '}
        <TextLink to="/sign-in" search={{ returnTo }} size="sm">
          Sign in as somebody else
        </TextLink>
      </Text>
    </Card>
  );
}

function StartAgain({ returnTo }: { readonly returnTo: string }): ReactElement {
  return (
    <Card title="Please start again">
      <Text c="dimmed">
        This sign-in took longer than ten minutes, or had too many wrong codes. Nothing is lost: sign in once more.
      </Text>
      <LinkButton to="/sign-in" search={{ returnTo }} size="md">
        Start again
      </LinkButton>
    </Card>
  );
}
