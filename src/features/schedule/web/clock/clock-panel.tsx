import { Alert, Button, Select } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { IconAlertTriangle, IconCoffee, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { dayName, hoursText } from '../board/days.ts';
import classes from './clock.module.css';
import { clockOnQuery, clockQuery, usePress } from './clock-api.ts';
import { placeWords, timesWords, workedUntil } from './clock-words.ts';
import type { Clock, Entry, Planned } from './contract.ts';
import { CorrectWindow } from './correct-window.tsx';

/** The clock, where the organisation uses one: what it shows, and one big button. */
export function ClockPanel(): ReactElement | null {
  const isOn = useQuery(clockOnQuery).data === true;
  const clock = useQuery({ ...clockQuery, enabled: isOn });
  if (!isOn) return null;
  if (clock.isError) return <ErrorPanel error={clock.error} onRetry={() => void clock.refetch()} />;
  return (
    <section className={classes.panel} aria-label="Time clock" data-on={clock.data?.entry != null}>
      {clock.data === undefined ? <LoadingLines count={2} height={28} /> : <Shown clock={clock.data} />}
    </section>
  );
}

function Shown({ clock }: { readonly clock: Clock }): ReactElement {
  const { entry, shift } = clock;
  if (entry === null) return <ClockedOut clock={clock} />;
  return <ClockedIn entry={entry} onBreak={clock.onBreak} shift={shift} />;
}

function ClockedOut({ clock: { shift, next, roles } }: { readonly clock: Clock }): ReactElement {
  const press = usePress();
  const [roleId, setRole] = useState<string | null>(null);
  return (
    <>
      <div>
        <h2>You are not clocked in</h2>
        <p>
          {shift === null
            ? `No shift of yours is near: this counts as work that nobody planned.${nextWords(next)}`
            : `For your shift ${timesWords(shift)}, ${placeWords(shift)}.`}
        </p>
      </div>
      {shift === null && roles.length > 0 && (
        <Select
          label="Role"
          description="Optional"
          placeholder="None in particular"
          clearable
          maw={420}
          data={roles.map(({ id, name, locationName }) => ({ value: id, label: `${name}, ${locationName}` }))}
          value={roleId}
          onChange={setRole}
        />
      )}
      {press.isError && <ErrorPanel error={press.error} />}
      <div className={classes.buttons}>
        <Button
          size="lg"
          leftSection={<IconPlayerPlay size={22} aria-hidden />}
          loading={press.isPending}
          onClick={() => press.mutate({ act: 'in', roleId: shift === null ? roleId : null })}
        >
          Clock in
        </Button>
      </div>
    </>
  );
}

function nextWords(next: Planned | null): string {
  if (next === null) return '';
  return ` Your next one: ${dayName(next.localStart.slice(0, 10))}, ${timesWords(next)}.`;
}

interface ClockedInProps {
  readonly entry: Entry;
  readonly onBreak: boolean;
  readonly shift: Planned | null;
}

function ClockedIn({ entry, onBreak, shift }: ClockedInProps): ReactElement {
  const press = usePress();
  const [now, setNow] = useState(() => new Date());
  const [isLeaving, setLeaving] = useState(false);
  useInterval(() => setNow(new Date()), 20_000, { autoInvoke: true });
  const pause = entry.breaks.at(-1);
  const place = placeWords(entry) || 'Work that nobody planned';
  const since = entry.localStart.slice(11);
  return (
    <>
      <div role="status">
        <h2>{onBreak && pause ? `On a break ${timesWords(pause)}` : `Working since ${since}`}</h2>
        <p>
          {hoursText(workedUntil(entry, now))} worked{onBreak && `, clocked in at ${since}`} · {place}
          {shift !== null && `, ${timesWords(shift)}`}
        </p>
      </div>
      {entry.forgotten && <Forgotten entry={entry} onSay={() => setLeaving(true)} />}
      {press.isError && <ErrorPanel error={press.error} />}
      <div className={classes.buttons}>
        <Button
          size="lg"
          variant={onBreak ? 'default' : 'filled'}
          leftSection={<IconPlayerStop size={22} aria-hidden />}
          loading={press.isPending}
          onClick={() => press.mutate({ act: 'out' })}
        >
          Clock out
        </Button>
        <Button
          size="lg"
          variant={onBreak ? 'filled' : 'default'}
          leftSection={<IconCoffee size={22} aria-hidden />}
          disabled={press.isPending}
          onClick={() => press.mutate({ act: onBreak ? 'back' : 'break' })}
        >
          {onBreak ? 'End the break' : 'Take a break'}
        </Button>
      </div>
      {isLeaving && (
        <CorrectWindow
          of={{ entry, personId: 'me', zone: entry.zone, roles: [], mayDecide: false }}
          end={shift?.localEnd}
          onClose={() => setLeaving(false)}
        />
      )}
    </>
  );
}

/** The clock is never stopped for somebody: they are asked when they left. */
function Forgotten({ entry, onSay }: { readonly entry: Entry; readonly onSay: () => void }): ReactElement {
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconAlertTriangle size={20} />}
      title={`Did you forget to clock out? The clock runs since ${dayName(entry.day)}, ${entry.localStart.slice(11)}.`}
    >
      <Button size="xs" variant="default" onClick={onSay}>
        Say when I left
      </Button>
    </Alert>
  );
}
