import { Badge } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import classes from './account.module.css';
import type { Account } from './contract.ts';
import { Identities } from './identities.tsx';
import { Passkeys } from './passkeys.tsx';
import { Password } from './password.tsx';
import { Row } from './row.tsx';

/** The link by mail, the password, passkeys, and accounts elsewhere that let the person in. */
export function WaysToSignIn({ account }: { readonly account: Account }): ReactElement {
  const { address, proved } = account.email;
  return (
    <Panel
      title="Ways to sign in"
      explains="Any one of these begins a sign-in. Have two, and you are never locked out."
    >
      <ul className={classes.rows}>
        <Row
          icon={<IconMail size={20} />}
          title="E-mail link"
          isOn={address !== null && proved}
          beside={
            address !== null && !proved ? (
              <Badge size="sm" color="lilac" variant="light">
                Not confirmed yet
              </Badge>
            ) : undefined
          }
        >
          {address === null
            ? 'There is no address in your account, so no link can be sent.'
            : proved
              ? `One-time links go to ${address}.`
              : `${address} counts once you have opened a link that we sent there.`}
        </Row>
        <Password account={account} />
        <Passkeys passkeys={account.passkeys} />
        <Identities account={account} />
      </ul>
    </Panel>
  );
}
