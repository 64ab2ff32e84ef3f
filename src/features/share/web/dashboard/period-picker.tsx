import { Group, Popover, SegmentedControl } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { useDisclosure } from '@mantine/hooks';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTimeZone } from '../../../../web/queries.ts';
import { dayAt } from '../../../../web/zoned-time.ts';
import { choiceOf, type Period, periodChoices } from './periods.ts';

const route = getRouteApi('/app/');
type Range = [string | null, string | null];

/** The last 7, 30 or 90 days, or days of one's own. The choice is in the address, so it can be sent to somebody. */
export function PeriodPicker({ period }: { readonly period: Period }): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/' });
  const timeZone = useTimeZone();
  const [opened, own] = useDisclosure(false);
  const [range, setRange] = useState<Range>([period.from, period.to]);
  const choose = (next: Range): void => {
    setRange(next);
    const [from, to] = next;
    if (from === null || to === null) return;
    own.close();
    void navigate({ search: { from: from.slice(0, 10), to: to.slice(0, 10) } });
  };
  return (
    <Popover opened={opened} onChange={(open) => !open && own.close()} position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Group>
          <SegmentedControl
            aria-label="Period"
            value={choiceOf(search)}
            onChange={(value) => {
              const days = periodChoices.find((choice) => String(choice) === value);
              if (days !== undefined) void navigate({ search: { days } });
              else own.open();
            }}
            data={[
              ...periodChoices.map((days) => ({ value: String(days), label: `${days} days` })),
              {
                value: 'own',
                label: (
                  // A second click on the chosen segment is no change; it should open the days again all the same.
                  // biome-ignore lint/a11y: the segment itself is the control
                  <span onClick={own.open}>Custom</span>
                ),
              },
            ]}
          />
        </Group>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          type="range"
          allowSingleDateInRange
          value={range}
          onChange={choose}
          maxDate={dayAt(new Date(), timeZone)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
