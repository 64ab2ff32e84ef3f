import { Alert, Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconStairsUp } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import type { PersonPay, Raising } from '../contract.ts';
import { dayText } from '../words.ts';
import type { Proposed } from './contract.ts';
import { ProposeWindow } from './propose-window.tsx';
import { startOf } from './raise-draft.ts';
import { proposedNotice } from './raise-words.ts';

interface Props {
  readonly pay: PersonPay;
  readonly raising: Raising;
}

/** The way from somebody's pay to a raise or promotion: a fresh one, or the one that waits. */
export function RaisingPanel({ pay, raising }: Props): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { waiting, missing, approvers, needed } = raising;
  const proposed = (done: Proposed) => {
    const { id } = done;
    setOpen(false);
    void client.invalidateQueries({ queryKey: ['pay'] });
    notifications.show({ title: 'Proposed', ...proposedNotice(done) });
    void navigate({ to: '/pay/raises/$id', params: { id } });
  };
  return (
    <Panel
      title="Raise or promotion"
      aside={
        waiting === null ? (
          <Button size="xs" leftSection={<IconStairsUp size={16} aria-hidden />} onClick={() => setOpen(true)}>
            Propose one
          </Button>
        ) : (
          <LinkButton size="xs" variant="default" to="/pay/raises/$id" params={{ id: waiting.id }}>
            Open the proposal
          </LinkButton>
        )
      }
    >
      {waiting !== null ? (
        <Text>One from {dayText(waiting.from)} waits.</Text>
      ) : (
        <Text c="dimmed">
          {approvers.length === 0
            ? 'Somebody else has to approve it.'
            : `${needed === 1 ? 'One' : needed} of these ${needed === 1 ? 'approves' : 'approve'} it: ${approvers.join(', ')}.`}
        </Text>
      )}
      {waiting === null && missing !== null && (
        <Alert mt="sm" color="orange" title="Too few people can approve it">
          {missing} Owners and payroll can also enter a wage directly.
        </Alert>
      )}
      {isOpen && (
        <ProposeWindow start={startOf(pay, raising)} changes={null} onClose={() => setOpen(false)} onDone={proposed} />
      )}
    </Panel>
  );
}
