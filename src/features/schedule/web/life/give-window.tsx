import type { ReactElement } from 'react';
import { Window } from '../../../../web/controls/window.tsx';
import type { MyShift } from '../mine/mine-contract.ts';
import { GiveForm } from './give-form.tsx';

interface Props {
  readonly shift: MyShift;
  /** Of the shift, in the plan. */
  readonly assignmentId: string;
  readonly onClose: () => void;
}

/** Offers a shift of mine: all of it or a part, to chosen people or to everyone who can take it. */
export function GiveWindow({ shift, assignmentId, onClose }: Props): ReactElement {
  return (
    <Window opened onClose={onClose} title="Offer this shift" size="lg">
      <GiveForm shift={shift} assignmentId={assignmentId} onClose={onClose} />
    </Window>
  );
}
