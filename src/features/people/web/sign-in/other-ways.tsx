import { Badge, Button, Stack } from '@mantine/core';
import { IconBrandSlack, IconFingerprint, IconLogin2 } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import type { Me } from '../../../../web/contract.ts';
import { ErrorPanel } from '../../../../web/controls/panels.tsx';
import { passkeysWork } from '../../../../web/passkeys.ts';
import type { PasskeyEntry } from './passkey-entry.ts';
import { lastWayIn, rememberWayIn, type WayIn } from './ways-in.ts';

type Offers = Extract<Me, { signedIn: false }>['signIn'];

interface Props {
  readonly offers: Offers;
  readonly returnTo: string;
  readonly passkey: PasskeyEntry;
}

/** Whether there is anything besides the address. */
export function hasOtherWays(offers: Offers): boolean {
  return offers.slack || offers.oidc !== null || (offers.passkey && passkeysWork());
}

/** Passkey, the organisation's own sign-in, Slack: whatever this installation and this browser have. */
export function OtherWays({ offers, returnTo, passkey }: Props): ReactElement {
  const last = lastWayIn();
  const mark = (way: WayIn): ReactNode =>
    last === way ? (
      <Badge size="sm" color="lilac" variant="light">
        Last used
      </Badge>
    ) : null;
  const back = `returnTo=${encodeURIComponent(returnTo)}`;
  return (
    <Stack gap="sm">
      {offers.passkey && passkeysWork() && (
        <Button
          size="md"
          variant="default"
          leftSection={<IconFingerprint size={20} aria-hidden />}
          rightSection={mark('passkey')}
          loading={passkey.isBusy}
          onClick={passkey.begin}
        >
          Sign in with a passkey
        </Button>
      )}
      {passkey.error !== null && <ErrorPanel error={passkey.error} />}
      {offers.oidc !== null && (
        <Button
          component="a"
          href={`/api/sign-in/oidc?${back}`}
          size="md"
          variant="default"
          leftSection={<IconLogin2 size={20} aria-hidden />}
          rightSection={mark('oidc')}
          onClick={() => rememberWayIn('oidc')}
        >
          Sign in with {offers.oidc.name}
        </Button>
      )}
      {offers.slack && (
        <Button
          component="a"
          href={`/api/sign-in/slack?${back}`}
          size="md"
          variant="default"
          leftSection={<IconBrandSlack size={20} aria-hidden />}
          rightSection={mark('slack')}
          onClick={() => rememberWayIn('slack')}
        >
          Sign in with Slack
        </Button>
      )}
    </Stack>
  );
}
