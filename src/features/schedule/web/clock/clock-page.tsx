import { Tabs } from '@mantine/core';
import { IconClockOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn } from '../../../../web/queries.ts';
import { schedules, setsRules } from '../access.ts';
import { clockOnQuery } from './clock-api.ts';
import { ClockPanel } from './clock-panel.tsx';
import type { ClockSearch } from './clock-search.ts';
import { CorrectionsView } from './corrections-view.tsx';
import { SheetView } from './sheet-view.tsx';
import { SheetsView } from './sheets-view.tsx';

const route = getRouteApi('/member/team/clock');

/** The time clock: my hours, and for schedulers those of their people. */
export function ClockPage(): ReactElement {
  const me = useSignedIn();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/team/clock' });
  const go = (next: ClockSearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const mine = <Mine from={search.from} onGo={(from) => go({ from })} />;
  return (
    <>
      <PageHead title="Time clock" explains="What was really worked, beside what was planned." />
      <WhereClockIsOn>
        <ClockPanel />
        {schedules(me) ? (
          <Tabs
            value={search.tab ?? 'mine'}
            keepMounted={false}
            onChange={(tab) => go({ tab: tab === 'sheets' || tab === 'corrections' ? tab : undefined })}
          >
            <Tabs.List mb="md">
              <Tabs.Tab value="mine">My hours</Tabs.Tab>
              <Tabs.Tab value="sheets">Timesheets</Tabs.Tab>
              <Tabs.Tab value="corrections">Corrections</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="mine">{mine}</Tabs.Panel>
            <Tabs.Panel value="sheets">
              <SheetsView ask={search} onGo={go} />
            </Tabs.Panel>
            <Tabs.Panel value="corrections">
              <CorrectionsView whose="asked" />
            </Tabs.Panel>
          </Tabs>
        ) : (
          mine
        )}
      </WhereClockIsOn>
    </>
  );
}

function Mine({
  from,
  onGo,
}: {
  readonly from: string | undefined;
  readonly onGo: (from: string) => void;
}): ReactElement {
  return (
    <>
      <SheetView personId="me" from={from} onGo={onGo} />
      <CorrectionsView whose="me" />
    </>
  );
}

/** The page's content, or that the organisation does without a clock. */
export function WhereClockIsOn({ children }: { readonly children: ReactNode }): ReactElement {
  const me = useSignedIn();
  const setting = useQuery(clockOnQuery);
  if (setting.isError) return <ErrorPanel error={setting.error} onRetry={() => void setting.refetch()} />;
  if (setting.isPending) {
    return (
      <Panel>
        <LoadingLines />
      </Panel>
    );
  }
  if (setting.data) return <>{children}</>;
  return (
    <Panel>
      <EmptyPanel icon={<IconClockOff size={30} stroke={1.5} />} title="The time clock is switched off">
        {setsRules(me)
          ? 'Switch it on under Rules & settings, if hours are to be clocked.'
          : 'An owner or admin can switch it on.'}
      </EmptyPanel>
    </Panel>
  );
}
