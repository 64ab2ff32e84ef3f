import { Menu, Text } from '@mantine/core';
import {
  IconAdjustments,
  IconArrowsExchange,
  IconHelpCircle,
  IconPin,
  IconPinnedOff,
  IconTrash,
  IconUserPlus,
  IconUserShare,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { BoardDialog } from './board-dialogs.ts';
import { dayName, timesOf } from './days.ts';
import type { Assignment, Shift } from './plan-contract.ts';
import type { Edit } from './plan-edit.ts';
import type { Chip } from './rows.ts';

/** A chip whose menu is open, and where it is on the screen. */
export interface MenuAt {
  readonly chip: Chip;
  readonly element: HTMLElement;
}

interface Props {
  readonly at: MenuAt | null;
  readonly roleName: (roleId: string) => string;
  readonly personName: (personId: string) => string;
  readonly onClose: () => void;
  readonly onDialog: (dialog: BoardDialog) => void;
  readonly onEdit: (edit: Edit) => void;
}

/** Everything that can be done with a chip, for mouse, touch and keyboard. One menu for the whole board. */
export function ChipMenu({ at, roleName, personName, onClose, onDialog, onEdit }: Props): ReactElement | null {
  if (at === null) return null;
  const { chip, element } = at;
  const { shift, assignment } = chip;
  const box = element.getBoundingClientRect();
  const close = () => {
    onClose();
    element.focus({ preventScroll: true });
  };
  return (
    <Menu
      opened
      onClose={close}
      position="bottom-start"
      width={260}
      shadow="md"
      trapFocus
      returnFocus={false}
      withinPortal
    >
      <Menu.Target>
        <span
          aria-hidden
          style={{
            position: 'fixed',
            left: box.left,
            top: box.top,
            width: box.width,
            height: box.height,
            pointerEvents: 'none',
          }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label="What to do">
        <Menu.Label>
          {assignment !== null && <Text fw={650}>{personName(assignment.personId)}</Text>}
          {roleName(shift.roleId)}, {dayName(shift.day)} {timesOf(shift)}
        </Menu.Label>
        {assignment?.faults.map(({ words, hard }) => (
          <Menu.Label key={words} c={hard ? 'red' : undefined}>
            {words}
          </Menu.Label>
        ))}
        {assignment?.overruledWhy != null && <Menu.Label>Overruled: {assignment.overruledWhy}</Menu.Label>}
        {assignment === null ? (
          <ShiftItems shift={shift} onDialog={onDialog} />
        ) : (
          <AssignmentItems shift={shift} assignment={assignment} onDialog={onDialog} onEdit={onEdit} />
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function ShiftItems({ shift, onDialog }: Pick<Props, 'onDialog'> & { readonly shift: Shift }): ReactElement {
  return (
    <>
      <Menu.Item
        leftSection={<IconUserPlus size={16} />}
        disabled={shift.cancelled}
        onClick={() => onDialog({ kind: 'assign', shift, moving: null })}
      >
        Assign…
      </Menu.Item>
      <Menu.Item
        leftSection={<IconAdjustments size={16} />}
        disabled={shift.cancelled}
        onClick={() => onDialog({ kind: 'change', shift })}
      >
        Change this shift…
      </Menu.Item>
    </>
  );
}

interface AssignmentProps extends Pick<Props, 'onDialog' | 'onEdit'> {
  readonly shift: Shift;
  readonly assignment: Assignment;
}

function AssignmentItems({ shift, assignment, onDialog, onEdit }: AssignmentProps): ReactElement {
  const { id: assignmentId, pinned } = assignment;
  return (
    <>
      <Menu.Item
        leftSection={<IconUserShare size={16} />}
        onClick={() => onDialog({ kind: 'assign', shift, moving: assignment })}
      >
        Give to somebody else…
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowsExchange size={16} />}
        onClick={() => onDialog({ kind: 'move', shift, assignment })}
      >
        Move to another shift…
      </Menu.Item>
      <Menu.Item
        leftSection={pinned ? <IconPinnedOff size={16} /> : <IconPin size={16} />}
        onClick={() => onEdit({ kind: 'pin', assignmentId, pinned: !pinned })}
      >
        {pinned ? 'Unpin' : 'Pin, so that updates keep it'}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconHelpCircle size={16} />}
        onClick={() => onDialog({ kind: 'why', shift, assignment })}
      >
        Why this person?
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item
        color="red"
        leftSection={<IconTrash size={16} />}
        onClick={() => onEdit({ kind: 'remove', assignmentId })}
      >
        Remove
      </Menu.Item>
    </>
  );
}
