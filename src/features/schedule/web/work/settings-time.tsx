import { Chip, Group, Radio, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import type { ReactElement } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import { weekdayNames, weekdays } from '../../calendar/local.ts';
import { mantineDay } from '../calendar/toolbar.tsx';
import type { Settings } from '../contract.ts';

/** What each part of the settings is given. */
export interface Part {
  readonly form: Settings;
  readonly patch: (change: Partial<Settings>) => void;
  readonly disabled: boolean;
}

/** Weeks, periods, the weekend, and what counts for time about which nothing was said. */
export function Time(part: Part): ReactElement {
  const { form, patch, disabled } = part;
  return (
    <Panel title="Weeks and periods" explains="A schedule is made and published a period at a time.">
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <Select
          label="Weeks begin on"
          allowDeselect={false}
          disabled={disabled}
          data={weekdays.map((day) => ({ value: day, label: weekdayNames[day] }))}
          value={form.weekStart}
          onChange={(day) => patch({ weekStart: weekdays.find((one) => one === day) ?? form.weekStart })}
        />
        <Select
          label="Length of a period"
          allowDeselect={false}
          disabled={disabled}
          data={[1, 2, 3, 4].map((weeks) => ({ value: `${weeks}`, label: weeks === 1 ? '1 week' : `${weeks} weeks` }))}
          value={`${form.periodWeeks}`}
          onChange={(weeks) => patch({ periodWeeks: Number(weeks) })}
        />
        <DateInput
          label="A period begins on"
          description="All others follow from it."
          disabled={disabled}
          firstDayOfWeek={mantineDay(form.weekStart)}
          valueFormat="ddd D MMM YYYY"
          value={form.periodFrom}
          onChange={(day) => day !== null && patch({ periodFrom: day.slice(0, 10) })}
        />
      </SimpleGrid>
      <WeekendField {...part} />
      <UnstatedField {...part} />
    </Panel>
  );
}

function WeekendField({ form, patch, disabled }: Part): ReactElement {
  return (
    <>
      <Text size="sm" fw={500} mt="md" mb={6}>
        Weekend
      </Text>
      <Chip.Group
        multiple
        value={form.weekend}
        onChange={(chosen) => patch({ weekend: weekdays.filter((day) => chosen.includes(day)) })}
      >
        <Group gap={6} role="group" aria-label="Days of the weekend">
          {weekdays.map((day) => (
            <Chip key={day} value={day} size="sm" disabled={disabled}>
              {weekdayNames[day].slice(0, 3)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </>
  );
}

/** What counts for time about which a person said nothing. */
export const unstated = [
  { value: 'as_stated', label: 'They can work, unless they named times at which they can: then only at those' },
  { value: 'available', label: 'They can work' },
  { value: 'unavailable', label: 'They can’t work' },
] as const;

function UnstatedField({ form, patch, disabled }: Part): ReactElement {
  return (
    <Radio.Group
      mt="md"
      label="When somebody said nothing about a time"
      value={form.unstated}
      onChange={(value) =>
        patch({ unstated: unstated.find(({ value: one }) => one === value)?.value ?? form.unstated })
      }
    >
      <Stack gap={8} mt={8}>
        {unstated.map(({ value, label }) => (
          <Radio key={value} value={value} label={label} disabled={disabled} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
