import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn } from '../../../../web/queries.ts';
import { AccountFrame } from '../../../../web/shell/account-frame.tsx';
import classes from './account.module.css';
import { Devices } from './devices.tsx';
import { accountQuery } from './queries.ts';
import { SecondFactor } from './second-factor.tsx';
import { WaysToSignIn } from './ways-to-sign-in.tsx';

function Sections(): ReactElement {
  const me = useSignedIn();
  const account = useQuery(accountQuery);
  const about = [me.user.name, me.user.email].filter(Boolean).join(' · ');
  return (
    <>
      <PageHead title="Your account" explains={about === '' ? undefined : about} />
      <div className={classes.account}>
        {account.isPending && (
          <Panel>
            <LoadingLines count={6} height={36} />
          </Panel>
        )}
        {account.isError && <ErrorPanel error={account.error} onRetry={() => void account.refetch()} />}
        {account.data !== undefined && (
          <>
            <WaysToSignIn account={account.data} />
            <SecondFactor account={account.data} />
            <Devices sessions={account.data.sessions} />
          </>
        )}
      </div>
    </>
  );
}

/** Everybody's own account: how they sign in, what protects it, and where they are signed in. */
export function AccountPage(): ReactElement {
  return (
    <AccountFrame>
      <Sections />
    </AccountFrame>
  );
}
