import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactElement, useCallback, useMemo, useRef, useState } from 'react';
import { useTimeZone } from '../../../../web/queries.ts';
import type { Day } from '../../../../web/zoned-time.ts';
import type { BoardDialog } from './board-dialogs.ts';
import { BoardGrid, type BoardHandle } from './board-grid.tsx';
import type { BoardSearch } from './board-search.ts';
import { BoardTotals } from './board-totals.tsx';
import { BrokenWindow } from './broken-window.tsx';
import { ChipMenu, type MenuAt } from './chip-menu.tsx';
import { conflictsOf } from './conflicts.ts';
import { ConflictsPanel } from './conflicts-panel.tsx';
import { coverageOf } from './coverage.ts';
import { DayTimeline } from './day-timeline.tsx';
import { daysOf, type Span } from './days.ts';
import { DialogWindow } from './dialog-window.tsx';
import { type Filters, filtered } from './filters.ts';
import classes from './page.module.css';
import type { Period, Plan } from './plan-contract.ts';
import type { Edit } from './plan-edit.ts';
import { PublishPanel } from './publish-panel.tsx';
import { type Chip, type Row, reusedRows, rowsOf, type View } from './rows.ts';
import { shadesOf } from './shades.ts';
import { nameOf } from './update-diff.ts';
import { UpdatePanel } from './update-panel.tsx';
import type { Edits } from './use-edits.ts';

interface Props {
  readonly period: Period;
  readonly plan: Plan;
  readonly span: Span;
  readonly today: Day;
  readonly view: View | 'day';
  readonly filters: Filters;
  readonly panel: BoardSearch['panel'];
  readonly edits: Edits;
  /** The plan is still that of the days before. */
  readonly isStale: boolean;
  readonly onPanel: (panel: BoardSearch['panel']) => void;
  readonly onClear: () => void;
}

/** The plan on the board, with everything that opens above and beside it. */
export function Workbench(props: Props): ReactElement {
  const { period, plan, span, today, view, panel, edits, onPanel } = props;
  const board = useRef<BoardHandle>(null);
  const [menu, setMenu] = useState<MenuAt | null>(null);
  const [dialog, setDialog] = useState<BoardDialog | null>(null);
  const shown = useShown(props);
  const conflicts = useMemo(() => conflictsOf(plan), [plan]);
  const { send } = edits;
  const onEdit = useCallback((edit: Edit, why?: string) => void send(edit, why), [send]);
  const onMenu = useCallback((chip: Chip, element: HTMLElement) => setMenu({ chip, element }), []);
  const roleName = (id: string) => plan.roles.find((role) => role.id === id)?.name ?? 'a role';
  const jump = (key: string) => {
    if (board.current?.jumpTo(key)) onPanel(undefined);
    else
      notifications.show({ color: 'gray', message: 'It isn’t in this view: take filters away, or show the period.' });
  };
  return (
    <>
      <BoardTotals
        totals={plan.totals}
        period={period}
        conflicts={conflicts.length}
        onConflicts={() => onPanel('conflicts')}
      />
      {view === 'day' ? (
        <DayTimeline plan={plan} rows={shown.rows} day={span.from} today={today} onMenu={onMenu} />
      ) : (
        <BoardGrid ref={board} {...shown} view={view} plan={plan} today={today} onMenu={onMenu} onEdit={onEdit} />
      )}
      {shown.rows.length <= 1 && <NothingShown onClear={props.onClear} />}
      <Legend />
      <ChipMenu
        at={menu}
        roleName={roleName}
        personName={(id) => nameOf(plan, id)}
        onClose={() => setMenu(null)}
        onDialog={setDialog}
        onEdit={onEdit}
      />
      {dialog !== null && <DialogWindow dialog={dialog} plan={plan} onClose={() => setDialog(null)} onEdit={onEdit} />}
      <BrokenWindow edits={edits} />
      {panel === 'conflicts' && (
        <ConflictsPanel
          conflicts={conflicts}
          findings={plan.findings}
          onJump={jump}
          onClose={() => onPanel(undefined)}
        />
      )}
      {panel === 'update' && period.id !== null && (
        <UpdatePanel periodId={period.id} plan={plan} onClose={() => onPanel(undefined)} />
      )}
      {panel === 'publish' && period.id !== null && (
        <PublishPanel periodId={period.id} plan={plan} onClose={() => onPanel(undefined)} />
      )}
    </>
  );
}

/** Lines, days and what lies under them; the same objects as long as nothing of them changes. */
function useShown({ plan, span: { from, to }, view, filters }: Props) {
  const timeZone = useTimeZone();
  const days = useMemo(() => daysOf({ from, to }), [from, to]);
  const { locations, roles, departments, words } = filters;
  const wish = [locations, roles, departments].map((ids) => ids.join()).join(';');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lists are other objects each time, `wish` says what is in them
  const part = useMemo(() => filtered(plan, { locations, roles, departments, words }), [plan, wish, words]);
  const before = useRef<readonly Row[]>([]);
  const rows = useMemo(() => {
    before.current = reusedRows(
      before.current,
      rowsOf(view === 'day' ? 'people' : view, { ...part, locations: plan.locations }),
    );
    return before.current;
  }, [part, plan.locations, view]);
  const coverage = useMemo(() => coverageOf(part.shifts, days), [part, days]);
  const shades = useMemo(() => shadesOf(plan.unavailable, days, timeZone), [plan.unavailable, days, timeZone]);
  return { rows, days, coverage, shades };
}

function NothingShown({ onClear }: { readonly onClear: () => void }): ReactElement {
  return (
    <Text c="dimmed" ta="center" py="md">
      Nobody here passes the filters.{' '}
      <Button variant="subtle" size="compact-sm" onClick={onClear}>
        Show everybody
      </Button>
    </Text>
  );
}

function Legend(): ReactElement {
  return (
    <p className={classes.legend}>
      <span>
        <i data-draft /> not published yet
      </span>
      <span>
        <i /> published
      </span>
      <span>
        <i data-shade /> can’t work
      </span>
      <span>Drag a shift, or open it by click or Enter. Arrow keys go through the board.</span>
    </p>
  );
}
