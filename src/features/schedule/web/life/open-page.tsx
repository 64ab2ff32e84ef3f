import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn, useTimeZone } from '../../../../web/queries.ts';
import { addDays, dayAt } from '../../../../web/zoned-time.ts';
import { schedules } from '../access.ts';
import { dayWords } from '../mine/mine-days.ts';
import { ClaimWindow } from './claim-window.tsx';
import { Claims } from './claims.tsx';
import classes from './life.module.css';
import { openShiftsQuery } from './life-api.ts';
import type { OpenShift } from './life-contract.ts';
import { OpenShiftCard } from './open-shift-card.tsx';

/** Shifts that nobody has yet and that I could take; for schedulers also who wants which. */
export function OpenPage(): ReactElement {
  const me = useSignedIn();
  return (
    <div className={classes.page}>
      <PageHead title="Open shifts" explains="Published shifts in your roles that still need somebody." />
      {schedules(me) && <Claims />}
      <Shifts />
    </div>
  );
}

/** Days that are shown at first, and at most. */
const [someDays, mostDays] = [28, 56];

function Shifts(): ReactElement {
  const today = dayAt(new Date(), useTimeZone());
  const [days, setDays] = useState(someDays);
  const [claiming, setClaiming] = useState<OpenShift | null>(null);
  const span = { from: today, to: addDays(today, days - 1) };
  const open = useQuery({ ...openShiftsQuery(span), placeholderData: keepPreviousData });
  if (open.isError) return <ErrorPanel error={open.error} onRetry={() => void open.refetch()} />;
  if (open.isPending) {
    return (
      <Panel>
        <LoadingLines count={6} height={28} />
      </Panel>
    );
  }
  const { shifts, claims } = open.data;
  return (
    <>
      {shifts.length === 0 ? (
        <Panel>
          <EmptyPanel icon={<IconCalendarPlus size={30} stroke={1.5} />} title="Nothing is open">
            {`Every published shift of the next ${days / 7} weeks in your roles has somebody.`}
          </EmptyPanel>
        </Panel>
      ) : (
        <section aria-label="Open shifts">
          {byDay(shifts).map(([day, own]) => (
            <div key={day} className={classes.day}>
              <h3>{dayWords(day, today)}</h3>
              <ul className={classes.list}>
                {own.map((shift) => (
                  <li key={shift.shiftId}>
                    <OpenShiftCard shift={shift} isPicked={claims === 'picked'} onClaim={() => setClaiming(shift)} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
      {days < mostDays && (
        <Button variant="default" mt="md" loading={open.isFetching} onClick={() => setDays(mostDays)}>
          Four more weeks
        </Button>
      )}
      {claiming !== null && (
        <ClaimWindow shift={claiming} isPicked={claims === 'picked'} onClose={() => setClaiming(null)} />
      )}
    </>
  );
}

function byDay(shifts: readonly OpenShift[]): readonly (readonly [string, readonly OpenShift[]])[] {
  return [...Map.groupBy(shifts, ({ localStart }) => localStart.slice(0, 10))];
}
