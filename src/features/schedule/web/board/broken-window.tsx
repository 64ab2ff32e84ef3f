import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Window } from '../../../../web/controls/window.tsx';
import { OverruleForm, Reasons } from './overrule.tsx';
import type { Edits } from './use-edits.ts';

/** After an edit that rules speak against: what they say, and whether to insist. */
export function BrokenWindow({ edits }: { readonly edits: Edits }): ReactElement {
  const { broken, dismiss, send } = edits;
  return (
    <Window
      opened={broken !== null}
      onClose={dismiss}
      title={broken?.overrulable ? 'This breaks a rule' : 'Not possible'}
    >
      {broken !== null && (
        <Stack>
          <Text size="sm">{broken.sentence}</Text>
          <Reasons reasons={broken.reasons} />
          {broken.overrulable ? (
            <OverruleForm
              submit="Do it all the same"
              onOverrule={(why) => void send(broken.edit, why)}
              onCancel={dismiss}
            />
          ) : (
            <Group justify="flex-end">
              <Button variant="default" onClick={dismiss} data-autofocus>
                Close
              </Button>
            </Group>
          )}
        </Stack>
      )}
    </Window>
  );
}
