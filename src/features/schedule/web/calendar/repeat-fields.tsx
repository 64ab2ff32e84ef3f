import { Chip, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import type { ReactElement } from 'react';
import { ruleWords } from '../../calendar/describe.ts';
import { type Weekday, weekdayNames, weekdays } from '../../calendar/local.ts';
import { type EventForm, monthDays, ruleOf } from './event-form.ts';

interface Props<Payload> {
  readonly form: EventForm<Payload>;
  readonly onChange: (form: EventForm<Payload>) => void;
  readonly weekStart: Weekday;
  readonly error: string | undefined;
}

const everyNames = [
  { value: 'never', label: 'Does not repeat' },
  { value: 'day', label: 'Every day' },
  { value: 'week', label: 'Every week' },
  { value: 'month', label: 'Every month' },
];

/** How an event repeats and when that ends. */
export function RepeatFields<Payload>({ form, onChange, weekStart, error }: Props<Payload>): ReactElement {
  const rule = ruleOf(form, weekStart);
  const { every } = form;
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-end" grow preventGrowOverflow={false}>
        <Select
          label="Repeats"
          allowDeselect={false}
          data={everyNames}
          value={every}
          onChange={(chosen) => onChange({ ...form, every: everyOf(chosen) })}
        />
        {every !== 'never' && (
          <NumberInput
            label="Every"
            suffix={` ${every}${form.interval === 1 ? '' : 's'}`}
            min={1}
            max={100}
            allowDecimal={false}
            value={form.interval}
            onChange={(value) => onChange({ ...form, interval: Number(value) })}
          />
        )}
      </Group>
      {every === 'week' && <DaysField form={form} onChange={onChange} weekStart={weekStart} />}
      {every === 'month' && <MonthField form={form} onChange={onChange} />}
      {every !== 'never' && <EndingFields form={form} onChange={onChange} />}
      {error !== undefined && (
        <Text role="alert" size="sm" c="red">
          {error}
        </Text>
      )}
      {rule !== null && error === undefined && (
        <Text size="xs" c="dimmed">
          {ruleWords(rule)}
        </Text>
      )}
    </Stack>
  );
}

type Part<Payload> = Pick<Props<Payload>, 'form' | 'onChange'>;

function DaysField<Payload>({ form, onChange, weekStart }: Omit<Props<Payload>, 'error'>): ReactElement {
  const first = weekdays.indexOf(weekStart);
  const inOrder = [...weekdays.slice(first), ...weekdays.slice(0, first)];
  return (
    <Chip.Group
      multiple
      value={[...form.weekdays]}
      onChange={(chosen) => onChange({ ...form, weekdays: weekdays.filter((day) => chosen.includes(day)) })}
    >
      <Group gap={6} role="group" aria-label="Days of the week">
        {inOrder.map((day) => (
          <Chip key={day} value={day} size="sm" aria-label={weekdayNames[day]}>
            {weekdayNames[day].slice(0, 3)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}

function MonthField<Payload>({ form, onChange }: Part<Payload>): ReactElement {
  const offered = monthDays(form.startDay).map(({ value, words }) => ({ value: JSON.stringify(value), label: words }));
  const isKnown = offered.some(({ value }) => value === form.monthDay);
  return (
    <Select
      aria-label="Day of the month"
      allowDeselect={false}
      data={isKnown ? offered : [...offered, { value: form.monthDay, label: 'as it was' }]}
      value={form.monthDay}
      onChange={(value) => value !== null && onChange({ ...form, monthDay: value })}
    />
  );
}

function EndingFields<Payload>({ form, onChange }: Part<Payload>): ReactElement {
  return (
    <Group gap="xs" align="flex-end" grow preventGrowOverflow={false}>
      <Select
        label="Ends"
        allowDeselect={false}
        data={[
          { value: 'never', label: 'Never' },
          { value: 'after', label: 'After so many times' },
          { value: 'on', label: 'On a day' },
        ]}
        value={form.ends}
        onChange={(ends) => onChange({ ...form, ends: ends === 'after' || ends === 'on' ? ends : 'never' })}
      />
      {form.ends === 'after' && (
        <NumberInput
          label="Times"
          min={1}
          max={5000}
          allowDecimal={false}
          value={form.count}
          onChange={(value) => onChange({ ...form, count: Number(value) })}
        />
      )}
      {form.ends === 'on' && (
        <DateInput
          label="Last day"
          valueFormat="ddd D MMM YYYY"
          value={form.until}
          onChange={(day) => day !== null && onChange({ ...form, until: day.slice(0, 10) })}
        />
      )}
    </Group>
  );
}

function everyOf(chosen: string | null): EventForm<unknown>['every'] {
  return chosen === 'day' || chosen === 'week' || chosen === 'month' ? chosen : 'never';
}
