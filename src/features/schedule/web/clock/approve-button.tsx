import { Badge, Button, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { sentenceOf } from '../../../../web/problem.ts';
import { useApprove } from './clock-api.ts';
import type { Period, SheetRow } from './contract.ts';

const states = {
  open: ['gray', 'Open'],
  reopened: ['yellow', 'Open again'],
  approved: ['pine', 'Approved'],
} as const;

/** Whether a timesheet was approved, and by whom. */
export function StateBadge({ row }: { readonly row: Pick<SheetRow, 'state' | 'approvedBy'> }): ReactElement {
  const [colour, words] = states[row.state];
  return (
    <Badge variant="light" color={colour} title={row.approvedBy === null ? undefined : `By ${row.approvedBy}`}>
      {words}
    </Badge>
  );
}

interface Props {
  readonly row: SheetRow;
  readonly period: Period;
}

/** Approves what a timesheet says; where that can't be, says why. */
export function ApproveButton({ row, period }: Props): ReactElement | null {
  const approve = useApprove();
  if (row.state === 'approved') return null;
  const submit = () =>
    approve.mutate(
      { personId: row.personId, firstDay: period.firstDay, worked: row.worked },
      {
        onSuccess: () =>
          notifications.show({ color: 'pine', title: 'Approved', message: `The hours of ${row.name} are approved.` }),
        onError: (error) => notifications.show({ color: 'red', title: 'Not approved', message: sentenceOf(error) }),
      },
    );
  return (
    <Tooltip label={row.problem} disabled={row.problem === null} events={{ hover: true, focus: true, touch: true }}>
      <Button
        size="xs"
        leftSection={<IconCheck size={16} aria-hidden />}
        aria-label={`Approve the hours of ${row.name}${row.problem === null ? '' : `: ${row.problem}`}`}
        data-disabled={row.problem !== null || undefined}
        aria-disabled={row.problem !== null}
        loading={approve.isPending}
        onClick={() => row.problem === null && submit()}
      >
        Approve
      </Button>
    </Tooltip>
  );
}
