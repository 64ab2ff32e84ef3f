import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { safeReturn } from '../../../../web/access.ts';
import { call, nothing } from '../../../../web/api.ts';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { Redirect } from '../../../../web/controls/redirect.tsx';
import { requestSchema } from '../../../../web/passkeys.ts';
import { withRecovery } from '../../../../web/proof/proof.ts';
import { ProofForm } from '../../../../web/proof/proof-form.tsx';
import { useSignedIn, useSignOut } from '../../../../web/queries.ts';
import { Guarded } from '../../../../web/shell/guarded.tsx';
import { Card } from '../sign-in/card.tsx';
import { confirmingMethods, hasSecondFactor } from './account.ts';
import type { Account } from './contract.ts';
import { Protect } from './protect.tsx';
import { accountQuery, useReloadAccount } from './queries.ts';

const route = getRouteApi('/account/second-factor-needed');

/** Where owners and admins land until their session has proved a second factor. */
export function SecondFactorNeededPage(): ReactElement {
  return (
    <Guarded place="protect">
      <Needed />
    </Guarded>
  );
}

function Needed(): ReactElement {
  const me = useSignedIn();
  const { returnTo } = route.useSearch();
  const navigate = useNavigate();
  const reload = useReloadAccount();
  const account = useQuery(accountQuery);
  const goOn = safeReturn(returnTo);
  // Decided once: recovery codes must stay on the screen when the server says, meanwhile, that all is well.
  const [begins, setBegins] = useState<Account | null>(null);
  if (begins === null && account.data !== undefined) setBegins(account.data);
  const [isNeeded] = useState(me.security.secondFactor === 'needed');
  if (!isNeeded) return <Redirect href={goOn} />;
  const finish = async () => {
    await reload();
    await navigate({ href: goOn, replace: true });
  };
  if (begins !== null && hasSecondFactor(begins)) return <ProveIt account={begins} onProved={finish} />;
  return (
    <Card
      title="Protect your account"
      explains={`At ${me.organisation?.name ?? 'your organisation'} you can invite people, change their roles and post in everybody’s Slack. A stolen password or mailbox must not be enough for that, so owners and admins need a second factor.`}
    >
      {account.isError && begins === null && (
        <ErrorPanel error={account.error} onRetry={() => void account.refetch()} />
      )}
      {account.isPending && <LoadingLines count={3} height={56} />}
      {begins !== null && <Protect onProtected={() => void finish()} />}
      <Leave />
    </Card>
  );
}

interface ProveProps {
  readonly account: Account;
  readonly onProved: () => Promise<void>;
}

/** The account has a second factor, and this session hasn't seen it yet. */
function ProveIt({ account, onProved }: ProveProps): ReactElement {
  return (
    <Card
      title="Is it you?"
      explains="This sign-in hasn’t seen your second factor yet. Owners and admins prove it once."
    >
      <ProofForm
        methods={withRecovery(confirmingMethods(account))}
        prove={async (proof) => {
          await call(nothing, 'POST', '/api/account/step-up', { body: proof });
          await onProved();
        }}
        askPasskey={() => call(requestSchema, 'POST', '/api/account/step-up/options')}
      />
      <Leave />
    </Card>
  );
}

function Leave(): ReactElement {
  const signOut = useSignOut();
  return (
    <Text size="sm" c="dimmed">
      Not now?{' '}
      <TextLink to="/account" size="sm">
        Look at your account
      </TextLink>{' '}
      or{' '}
      <Anchor component="button" type="button" size="sm" onClick={() => void signOut()}>
        sign out
      </Anchor>
      .
    </Text>
  );
}
