import { Tabs } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type ReactElement, useMemo } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { useSignedIn, useTimeZone } from '../../../../web/queries.ts';
import { zoneLabel } from '../../../../web/zoned-time.ts';
import { schedules } from '../access.ts';
import { Calendar } from '../calendar/calendar.tsx';
import { timesOf } from '../calendars.ts';
import { useWeekStart } from '../use-week-start.ts';
import { PreferencesPanel } from './preferences-panel.tsx';
import { timeKind } from './time-kind.tsx';

/** When I can work, and what I wish. */
export function AvailabilityPage(): ReactElement {
  const zone = useTimeZone();
  const mayImport = schedules(useSignedIn());
  return (
    <>
      <PageHead
        title="My availability"
        explains={`Say when you can, can’t or would like to work. Who makes the schedule sees it. Times are in ${zoneLabel(zone)}.`}
        actions={mayImport ? <ImportButton words="Import for others" /> : undefined}
      />
      <Tabs defaultValue="times" keepMounted={false}>
        <Tabs.List mb="md" data-tour="my-times">
          <Tabs.Tab value="times">Times</Tabs.Tab>
          <Tabs.Tab value="wishes">Wishes</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="times">
          <TimesOf personId="me" label="My availability" />
        </Tabs.Panel>
        <Tabs.Panel value="wishes">
          <PreferencesPanel personId="me" />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

/** To where schedulers bring in from a file when people can work. */
export function ImportButton({ words }: { readonly words: string }): ReactElement {
  return (
    <LinkButton to="/team/availability/import" variant="default" leftSection={<IconUpload size={18} aria-hidden />}>
      {words}
    </LinkButton>
  );
}

/** The calendar of when somebody can work. */
export function TimesOf({ personId, label }: { readonly personId: string; readonly label: string }): ReactElement {
  const weekStart = useWeekStart();
  const source = useMemo(() => timesOf(personId), [personId]);
  return <Calendar label={label} source={source} kind={timeKind} weekStart={weekStart} zone={useTimeZone()} />;
}
