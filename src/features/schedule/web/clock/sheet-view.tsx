import { Badge, Button } from '@mantine/core';
import { IconClock, IconHistory, IconPencil, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import type { Day } from '../../../../web/zoned-time.ts';
import { dayName, daysOf, hoursText } from '../board/days.ts';
import { ApproveButton, StateBadge } from './approve-button.tsx';
import classes from './clock.module.css';
import { sheetQuery } from './clock-api.ts';
import { breakWords, placeWords, timesWords } from './clock-words.ts';
import type { Entry, Sheet } from './contract.ts';
import { CorrectWindow } from './correct-window.tsx';
import { HistoryWindow } from './history-window.tsx';
import { PeriodSteps } from './period-steps.tsx';
import { SumsList } from './sums-list.tsx';

interface Props {
  /** Or `me`. */
  readonly personId: string;
  readonly from: Day | undefined;
  readonly onGo: (day: Day) => void;
}

/** Somebody's hours of a period, day by day, beside what was planned. */
export function SheetView({ personId, from, onGo }: Props): ReactElement {
  const sheet = useQuery({ ...sheetQuery(personId, from), placeholderData: keepPreviousData });
  if (sheet.isError) return <ErrorPanel error={sheet.error} onRetry={() => void sheet.refetch()} />;
  if (sheet.isPending) {
    return (
      <Panel>
        <LoadingLines count={6} height={28} />
      </Panel>
    );
  }
  return <Shown sheet={sheet.data} personId={personId} onGo={onGo} />;
}

type Opened = { readonly what: 'correct' | 'history'; readonly entry: Entry } | { readonly what: 'add' };

interface ShownProps extends Omit<Props, 'from'> {
  readonly sheet: Sheet;
}

function Shown({ sheet, personId, onGo }: ShownProps): ReactElement {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { period, person, mayDecide, zone, roles } = sheet;
  const close = () => setOpened(null);
  const today = new Date().toISOString().slice(0, 10);
  const day = today >= period.firstDay && today <= period.lastDay ? undefined : period.firstDay;
  const add = (
    <Button
      variant="default"
      leftSection={<IconPlus size={18} aria-hidden />}
      onClick={() => setOpened({ what: 'add' })}
    >
      Add hours
    </Button>
  );
  return (
    <>
      <div className={classes.toolbar}>
        <PeriodSteps period={period} onGo={onGo} />
        <div className={classes.acts}>
          <StateBadge row={person} />
          {add}
          {personId !== 'me' && <ApproveButton row={person} period={period} />}
        </div>
      </div>
      <SumsList sums={person} label="Sums of the period" />
      <Days sheet={sheet} action={add} onOpen={setOpened} />
      {opened?.what === 'history' && <HistoryWindow entry={opened.entry} onClose={close} />}
      {opened !== null && opened.what !== 'history' && (
        <CorrectWindow
          of={{
            ...{ personId, mayDecide, roles },
            ...(opened.what === 'add' ? { entry: null, zone } : { entry: opened.entry, zone: opened.entry.zone }),
          }}
          day={day}
          onClose={close}
        />
      )}
    </>
  );
}

interface DaysProps {
  readonly sheet: Sheet;
  readonly action: ReactElement;
  readonly onOpen: (opened: Opened) => void;
}

function Days({ sheet, action, onOpen }: DaysProps): ReactElement {
  const { period, planned, entries } = sheet;
  const days = daysOf({ from: period.firstDay, to: period.lastDay }).flatMap((day) => {
    const [shifts, worked] = [planned.filter((one) => one.day === day), entries.filter((one) => one.day === day)];
    return shifts.length + worked.length === 0 ? [] : [{ day, shifts, worked }];
  });
  if (days.length === 0) {
    return (
      <Panel>
        <EmptyPanel icon={<IconClock size={30} stroke={1.5} />} title="No hours in this period" action={action}>
          What is clocked appears here beside the shifts that were planned.
        </EmptyPanel>
      </Panel>
    );
  }
  return (
    <ul className={classes.list}>
      {days.map(({ day, shifts, worked }) => (
        <li key={day} className={classes.list}>
          <h3>{dayName(day)}</h3>
          {shifts.map((shift) => (
            <p key={`${shift.shiftId} ${shift.startsAt}`} className={classes.planned}>
              Planned {timesWords(shift)}, {placeWords(shift)}
              {isMissed(shift.endsAt, worked) && ': nothing was clocked'}
            </p>
          ))}
          {worked.map((entry) => (
            <EntryCard key={entry.id} entry={entry} onOpen={onOpen} />
          ))}
        </li>
      ))}
    </ul>
  );
}

const isMissed = (endsAt: string, worked: readonly Entry[]) => worked.length === 0 && Date.parse(endsAt) < Date.now();

interface EntryProps {
  readonly entry: Sheet['entries'][number];
  readonly onOpen: (opened: Opened) => void;
}

function EntryCard({ entry, onOpen }: EntryProps): ReactElement {
  const breaks = breakWords(entry);
  const about = [placeWords(entry), breaks].filter((one) => one !== '').join(' · ');
  const name = `${dayName(entry.day)}, ${timesWords(entry)}`;
  return (
    <article className={classes.card} aria-label={name}>
      <div>
        <b>{timesWords(entry)}</b> · {hoursText(entry.workedMinutes)}
        {about !== '' && <p>{about}</p>}
        <div className={classes.badges}>
          {entry.endsAt === null && (
            <Badge variant="light" color={entry.forgotten ? 'red' : 'pine'}>
              {entry.forgotten ? 'Runs, maybe forgotten' : 'Runs'}
            </Badge>
          )}
          {entry.shiftId === null && (
            <Badge variant="light" color="gray">
              Not planned
            </Badge>
          )}
          {entry.overtimeMinutes > 0 && (
            <Badge variant="light" color="orange">
              {hoursText(entry.overtimeMinutes)} overtime
            </Badge>
          )}
          {entry.waiting && (
            <Badge variant="light" color="yellow">
              Correction asked
            </Badge>
          )}
        </div>
      </div>
      <div className={classes.acts}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPencil size={16} aria-hidden />}
          aria-label={`Correct ${name}`}
          disabled={entry.waiting}
          onClick={() => onOpen({ what: 'correct', entry })}
        >
          Correct
        </Button>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconHistory size={16} aria-hidden />}
          aria-label={`History of ${name}`}
          onClick={() => onOpen({ what: 'history', entry })}
        >
          History
        </Button>
      </div>
    </article>
  );
}
