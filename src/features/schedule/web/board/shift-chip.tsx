import { IconAlertTriangle, IconPinFilled } from '@tabler/icons-react';
import { memo, type ReactElement, useRef } from 'react';
import classes from './board.module.css';
import { useBoard } from './board-context.ts';
import { chipName, placesWords } from './chip-words.ts';
import { briefTimes } from './days.ts';
import { roleColour } from './role-colour.ts';
import type { Chip } from './rows.ts';
import { useGrab } from './use-grab.ts';

interface Props {
  readonly chip: Chip;
  /** Its place on the board, where the keyboard finds it. */
  readonly spot: string;
  /** Whether the keyboard is here: one chip of the whole board is in the order of the Tab key. */
  readonly isActive: boolean;
}

/** A shift, or somebody on it. It can be dragged, and opens its menu by click, Enter or Space. */
export const ShiftChip = memo(function ShiftChip({ chip, spot, isActive }: Props): ReactElement {
  const { view, roles, names, onMenu, onHold } = useBoard();
  const button = useRef<HTMLButtonElement>(null);
  const { shift, assignment } = chip;
  const role = roles.get(shift.roleId);
  const name = assignment === null ? null : (names.get(assignment.personId) ?? 'Somebody else');
  const grab = useGrab(button, () =>
    onHold(assignment === null ? { kind: 'open', shift } : { kind: 'placed', shift, assignment }),
  );
  return (
    <button
      ref={button}
      type="button"
      className={classes.chip}
      style={roleColour(shift.colour ?? role?.colour ?? 'gray')}
      data-kind={assignment === null ? 'shift' : 'person'}
      data-open={assignment === null && shift.missing > 0 && !shift.cancelled}
      data-cancelled={shift.cancelled}
      data-draft={assignment !== null && !assignment.published}
      data-fault={assignment?.faults.some(({ hard }) => hard) ? 'hard' : assignment?.faults.length ? 'soft' : undefined}
      data-spot={spot}
      data-tour={assignment === null ? undefined : 'board-shift'}
      data-shift={assignment === null || view !== 'people' ? shift.id : undefined}
      tabIndex={isActive ? 0 : -1}
      aria-haspopup="menu"
      aria-label={chipName(chip, { role: role?.name ?? 'a role', name })}
      onPointerEnter={shift.cancelled ? undefined : grab}
      onClick={(event) => onMenu(chip, event.currentTarget)}
    >
      {view === 'people' ? <TwoLines chip={chip} /> : <OneLine chip={chip} name={name} />}
    </button>
  );
});

function TwoLines({ chip }: { readonly chip: Chip }): ReactElement {
  const { roles, places } = useBoard();
  const { shift, assignment } = chip;
  const place = places.get(shift.locationId);
  const role = roles.get(shift.roleId)?.name ?? 'a role';
  return (
    <>
      <span className={classes.chipLine}>
        <b>{briefTimes(shift)}</b>
        <Marks chip={chip} />
      </span>
      <span className={classes.chipNote}>
        {assignment === null && (
          <>
            <em>{placesWords(chip)}</em>
            {' · '}
          </>
        )}
        {[role, shift.label, place].filter((part) => part != null).join(' · ')}
      </span>
    </>
  );
}

function OneLine({ chip, name }: { readonly chip: Chip; readonly name: string | null }): ReactElement {
  const { shift } = chip;
  if (name !== null) {
    return (
      <span className={classes.chipLine}>
        <span className={classes.chipName}>{name}</span>
        <Marks chip={chip} />
      </span>
    );
  }
  return (
    <span className={classes.chipLine}>
      <b>{briefTimes(shift)}</b>
      <em>{shift.cancelled ? 'cancelled' : `${shift.needs - shift.missing}/${shift.needs}`}</em>
    </span>
  );
}

/** Pinned and conflict, by shape; the chip's name says them too. */
function Marks({ chip: { assignment } }: { readonly chip: Chip }): ReactElement | null {
  if (assignment === null || (!assignment.pinned && assignment.faults.length === 0)) return null;
  return (
    <span className={classes.marks} aria-hidden>
      {assignment.faults.length > 0 && <IconAlertTriangle size={13} stroke={2.2} />}
      {assignment.pinned && <IconPinFilled size={12} />}
    </span>
  );
}
