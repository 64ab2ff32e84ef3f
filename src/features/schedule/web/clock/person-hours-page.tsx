import { Anchor } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { sheetQuery } from './clock-api.ts';
import { WhereClockIsOn } from './clock-page.tsx';
import { SheetView } from './sheet-view.tsx';

const route = getRouteApi('/member/team/clock/people/$id');

/** For schedulers: the timesheet of one of their people. */
export function PersonHoursPage(): ReactElement {
  const { id } = route.useParams();
  const { from } = route.useSearch();
  const navigate = useNavigate({ from: '/team/clock/people/$id' });
  const name = useQuery(sheetQuery(id, from)).data?.person.name;
  return (
    <>
      <PageHead
        title={name ? `Hours of ${name}` : 'Hours'}
        above={
          <Anchor
            size="sm"
            renderRoot={(props) => <Link {...props} to="/team/clock" search={{ tab: 'sheets', from }} />}
          >
            <IconChevronLeft size={14} aria-hidden /> Timesheets
          </Anchor>
        }
      />
      <WhereClockIsOn>
        <SheetView
          personId={id}
          from={from}
          onGo={(day) => void navigate({ search: { from: day }, params: { id }, replace: true })}
        />
      </WhereClockIsOn>
    </>
  );
}
