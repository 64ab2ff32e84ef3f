import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { type ReactElement, useMemo, useState } from 'react';
import { plural } from '../../../../web/figures.ts';
import type { Day } from '../../../../web/zoned-time.ts';
import type { Amount } from './amounts.ts';
import type { Forecast } from './contract.ts';
import { CopyDayWindow } from './copy-day-window.tsx';
import { DayChoice } from './day-choice.tsx';
import { type Change, type Draft, emptyDraft, redone, type Slot, undone, withChanges } from './draft.ts';
import classes from './forecast.module.css';
import { ForecastBar } from './forecast-bar.tsx';
import { ForecastGrid } from './forecast-grid.tsx';
import { selectionWords } from './forecast-words.ts';
import { halvesADay } from './half-hours.ts';
import type { Entry } from './paste.ts';
import type { Cell } from './selection.ts';
import { isUsed, shownDays } from './shown-days.ts';
import { hourLines, openHalves } from './shown-hours.ts';
import { useGrid } from './use-grid.ts';
import type { Saving } from './use-saving.ts';

interface Props {
  readonly forecast: Forecast;
  readonly draft: Draft;
  readonly saving: Saving;
  readonly today: Day;
  /** The day that a phone shows. */
  readonly day: Day;
  readonly allHours: boolean;
  readonly onDraft: (change: (draft: Draft) => Draft) => void;
  readonly onDay: (day: Day) => void;
  readonly onAllHours: () => void;
}

const halves = Array.from({ length: halvesADay }, (_, half) => half);
const tell = (message: string) => notifications.show({ color: 'yellow', message });

/** A week of a role's forecast to be filled: all its days, on phones one at a time. */
export function ForecastBench(props: Props): ReactElement {
  const { forecast, draft, saving, today, allHours, onDraft, onAllHours } = props;
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false;
  const week = useMemo(() => shownDays(forecast, draft), [forecast, draft]);
  const chosen = week.find(({ day }) => day === props.day) ?? week[0];
  const days = isPhone && chosen !== undefined ? [chosen] : week;
  const lines = useMemo(() => hourLines((half) => isUsed(week, half), allHours), [week, allHours]);
  const [copied, setCopied] = useState<number | null>(null);
  const amountAt = ({ column, half }: Cell): Amount => days[column]?.halves[half]?.amount ?? null;
  const put = (changes: readonly Change[]) =>
    onDraft((now) => withChanges(now, changes, savedIn(forecast), forecast.revision));
  const onEntries = (entries: readonly Entry[]) => {
    const dayOf = (column: number) => days[column]?.day ?? props.day;
    put(entries.map(({ column, half, amount }) => ({ day: dayOf(column), half, amount })));
  };
  const onUndo = () => {
    if (draft.past.length > 0) onDraft(undone);
    else saving.takeBack?.();
  };
  const onRedo = () => onDraft(redone);
  const extent = { columns: days.length, halves: openHalves(lines) };
  const grid = useGrid({ extent, amountAt, onEntries, onUndo, onRedo, onTell: tell });
  const copyDay = (column: number, to: readonly Day[]) => {
    put(to.flatMap((day) => halves.map((half) => ({ day, half, amount: amountAt({ column, half }) }))));
    tell(`Copied to ${plural(to.length, 'day')}. Nothing is saved yet.`);
  };
  return (
    <>
      {isPhone && chosen !== undefined && (
        <DayChoice days={week} chosen={chosen.day} today={today} onChoose={props.onDay} />
      )}
      <div className={classes.bench}>
        <ForecastGrid
          label={`Forecast of ${forecast.roleName}`}
          {...{ days, lines, today, grid }}
          unit={forecast.unit}
          onUnfold={onAllHours}
          onCopyDay={setCopied}
          onClearDay={(column) => onEntries(halves.map((half) => ({ column, half, amount: null })))}
        />
        <ForecastBar
          {...{ grid, saving, onUndo, onRedo }}
          words={selectionWords(days, grid.block, forecast.unit)}
          unsaved={draft.changes.size}
          hasPast={draft.past.length > 0}
          hasFuture={draft.future.length > 0}
          onDiscard={() => onDraft(() => emptyDraft)}
        />
      </div>
      {copied !== null && (
        <CopyDayWindow
          from={days[copied]?.day ?? props.day}
          days={week.map(({ day }) => day)}
          onCopy={(to) => copyDay(copied, to)}
          onClose={() => setCopied(null)}
        />
      )}
    </>
  );
}

function savedIn({ days }: Forecast): (slot: Slot) => Amount {
  return ({ day, half }) => days.find((one) => one.day === day)?.amounts[half] ?? null;
}
