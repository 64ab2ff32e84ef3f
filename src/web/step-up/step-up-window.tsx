import { Button, Modal, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { call, nothing } from '../api.ts';
import { requestSchema } from '../passkeys.ts';
import { withRecovery } from '../proof/proof.ts';
import { ProofForm } from '../proof/proof-form.tsx';
import { useSignOut } from '../queries.ts';
import { type Question, settleStepUp } from './asking.ts';

/** "Confirm that it's you", before something that a stranger at an open screen should not be able to do. */
export function StepUpWindow({ question }: { readonly question: Question }): ReactElement {
  return (
    <Modal opened onClose={() => settleStepUp(false)} title="Confirm that it’s you" size="sm" centered>
      <Text size="sm" c="dimmed" mb="lg">
        What you are about to do protects your account or your organisation. This holds for ten minutes.
      </Text>
      {question.methods.length === 0 ? (
        <NoWay />
      ) : (
        <ProofForm
          methods={withRecovery(question.methods)}
          prove={async (proof) => {
            await call(nothing, 'POST', '/api/account/step-up', { body: proof });
            settleStepUp(true);
          }}
          askPasskey={() => call(requestSchema, 'POST', '/api/account/step-up/options')}
          mailCode={async () => {
            await call(nothing, 'POST', '/api/account/step-up/mail');
          }}
        />
      )}
    </Modal>
  );
}

/** For whoever came in by the owner’s link and has proved nothing else yet: a fresh sign-in is proof enough. */
export function NoWay(): ReactElement {
  const signOut = useSignOut();
  return (
    <Stack>
      <Text size="sm">
        There is nothing yet that you could confirm it with: no passkey, no password, no e-mail address that you have
        opened a link from. Sign in again, by e-mail or Slack; for ten minutes after that nothing is asked. Then add a
        passkey or a password to your account.
      </Text>
      <div>
        <Button onClick={() => void signOut()}>Sign out, to sign in again</Button>
      </div>
    </Stack>
  );
}
