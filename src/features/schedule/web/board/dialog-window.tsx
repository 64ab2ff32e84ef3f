import type { ReactElement } from 'react';
import type { BoardDialog } from './board-dialogs.ts';
import { CandidateWindow } from './candidate-window.tsx';
import { ChangeShiftWindow } from './change-shift-window.tsx';
import { MoveWindow } from './move-window.tsx';
import type { Plan } from './plan-contract.ts';
import type { Edit } from './plan-edit.ts';
import { nameOf, shiftWords } from './update-diff.ts';
import { WhyWindow } from './why-window.tsx';

interface Props {
  readonly dialog: BoardDialog;
  readonly plan: Plan;
  readonly onClose: () => void;
  readonly onEdit: (edit: Edit, why?: string) => void;
}

/** The window that a chip's menu has opened. */
export function DialogWindow({ dialog, plan, onClose, onEdit }: Props): ReactElement {
  const { shift } = dialog;
  const roleName = plan.roles.find(({ id }) => id === shift.roleId)?.name ?? 'A role';
  switch (dialog.kind) {
    case 'assign':
      return (
        <CandidateWindow shift={shift} moving={dialog.moving} roleName={roleName} onClose={onClose} onChoose={onEdit} />
      );
    case 'change':
      return <ChangeShiftWindow shift={shift} roleName={roleName} onClose={onClose} />;
    case 'move':
      return (
        <MoveWindow
          shift={shift}
          assignment={dialog.assignment}
          name={nameOf(plan, dialog.assignment.personId)}
          plan={plan}
          onClose={onClose}
          onChoose={onEdit}
        />
      );
    case 'why':
      return (
        <WhyWindow
          assignment={dialog.assignment}
          name={nameOf(plan, dialog.assignment.personId)}
          shift={shiftWords(shift, plan.roles)}
          onClose={onClose}
        />
      );
  }
}
