import { IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useTimeZone } from '../../../../web/queries.ts';
import type { Day } from '../../../../web/zoned-time.ts';
import classes from './mine.module.css';
import { teamQuery } from './mine-api.ts';
import { placesOf, timesIn } from './mine-days.ts';

/** Who is on shift on a day: names only, by place. */
export function TeamDay({ day }: { readonly day: Day }): ReactElement {
  const home = useTimeZone();
  const team = useQuery({ ...teamQuery(day), placeholderData: keepPreviousData });
  if (team.isError) return <ErrorPanel error={team.error} onRetry={() => void team.refetch()} />;
  if (team.isPending) {
    return (
      <Panel>
        <LoadingLines count={5} />
      </Panel>
    );
  }
  if (team.data.length === 0) {
    return (
      <Panel>
        <EmptyPanel icon={<IconUsers size={30} stroke={1.5} />} title="Nobody on this day">
          Nothing is published for this day.
        </EmptyPanel>
      </Panel>
    );
  }
  return (
    <div className={classes.places}>
      {placesOf(team.data).map(({ name, shifts }) => (
        <Panel key={name} title={name}>
          <ul className={classes.team}>
            {shifts.map((shift) => (
              <li key={`${shift.startsAt}${shift.endsAt}${shift.roleName}`}>
                <b>{timesIn(shift, home)}</b>
                <span>
                  <span className={classes.role}>{shift.roleName}</span>
                  {shift.people.map((person) => person.name).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </div>
  );
}
