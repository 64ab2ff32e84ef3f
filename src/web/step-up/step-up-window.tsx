import { Modal, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { call, nothing } from '../api.ts';
import { requestSchema } from '../passkeys.ts';
import { withRecovery } from '../proof/proof.ts';
import { ProofForm } from '../proof/proof-form.tsx';
import { type Question, settleStepUp } from './asking.ts';

/** "Confirm that it's you", before something that a stranger at an open screen should not be able to do. */
export function StepUpWindow({ question }: { readonly question: Question }): ReactElement {
  return (
    <Modal opened onClose={() => settleStepUp(false)} title="Confirm that it’s you" size="sm" centered>
      <Text size="sm" c="dimmed" mb="lg">
        What you are about to do protects your account or your organisation. This holds for ten minutes.
      </Text>
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
    </Modal>
  );
}
