import { Badge, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconDeviceMobileCode, IconFingerprint } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { passkeysWork } from '../../../../web/passkeys.ts';
import classes from './account.module.css';
import { Authenticator } from './authenticator.tsx';
import { MakePasskey } from './make-passkey.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

interface Props {
  /** There is a second factor, and its recovery codes are kept. */
  readonly onProtected: () => void;
}

type Step =
  | { readonly kind: 'choose' | 'passkey' | 'app' }
  | { readonly kind: 'codes'; readonly codes: readonly string[] };

/** From nothing to a second factor: choose which, set it up, keep the recovery codes. */
export function Protect({ onProtected }: Props): ReactElement {
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const choose = (kind: 'choose' | 'passkey' | 'app') => setStep({ kind });
  const made = (codes: readonly string[]) => (codes.length > 0 ? setStep({ kind: 'codes', codes }) : onProtected());
  if (step.kind === 'passkey') return <MakePasskey onMade={made} onCancel={() => choose('choose')} />;
  if (step.kind === 'app') return <Authenticator onCodes={made} onCancel={() => choose('choose')} />;
  if (step.kind === 'codes') return <RecoveryCodes codes={step.codes} onKept={onProtected} done="Continue" />;
  return <Choices onChoose={choose} />;
}

function Choices({ onChoose }: { readonly onChoose: (kind: 'passkey' | 'app') => void }): ReactElement {
  return (
    <Stack>
      <div className={classes.choices}>
        {passkeysWork() && (
          <UnstyledButton className={classes.choice} onClick={() => onChoose('passkey')}>
            <span className={classes.icon} data-on aria-hidden>
              <IconFingerprint size={22} />
            </span>
            <span>
              <span className={classes.title}>
                Passkey
                <Badge size="sm" color="lilac" variant="light">
                  Easiest
                </Badge>
              </span>
              <Text size="sm" c="dimmed" span>
                Your fingerprint, face or PIN, on this device, your phone or a security key. Nothing to type, and no
                copied page can catch it.
              </Text>
            </span>
            <IconChevronRight size={20} aria-hidden />
          </UnstyledButton>
        )}
        <UnstyledButton className={classes.choice} onClick={() => onChoose('app')}>
          <span className={classes.icon} data-on aria-hidden>
            <IconDeviceMobileCode size={22} />
          </span>
          <span>
            <span className={classes.title}>Authenticator app</span>
            <Text size="sm" c="dimmed" span>
              Six digits from an app on your phone, after your password or link.
            </Text>
          </span>
          <IconChevronRight size={20} aria-hidden />
        </UnstyledButton>
      </div>
      <Text size="sm" c="dimmed">
        You can have both, and change them later under “Your account”.
      </Text>
    </Stack>
  );
}
