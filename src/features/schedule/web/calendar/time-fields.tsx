import { Group, Text } from '@mantine/core';
import { DateInput, TimePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import type { ReactElement } from 'react';
import { wallOf } from '../../calendar/local.ts';
import { type EventForm, withStart } from './event-form.ts';

interface Props<Payload> {
  readonly form: EventForm<Payload>;
  readonly onChange: (form: EventForm<Payload>) => void;
  readonly fields: Readonly<Record<string, string>>;
}

/** Beginning and end, on the clock of the calendar's zone. */
export function TimeFields<Payload>({ form, onChange, fields }: Props<Payload>): ReactElement {
  const start = wallOf(`${form.startDay}T${form.startTime}`);
  const end = wallOf(`${form.endDay}T${form.endTime}`);
  const length = start === null || end === null ? 0 : end - start;
  return (
    <div>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <Day label="Starts" value={form.startDay} onChange={(day) => onChange(withStart(form, day, form.startTime))} />
        <Time
          label="Starts at"
          value={form.startTime}
          onChange={(time) => onChange(withStart(form, form.startDay, time))}
          isWrong={fields.start !== undefined}
        />
      </Group>
      <Group gap="xs" align="flex-start" wrap="nowrap" mt="xs">
        <Day label="Ends" value={form.endDay} onChange={(endDay) => onChange({ ...form, endDay })} />
        <Time
          label="Ends at"
          value={form.endTime}
          onChange={(time) => onChange(withEnd(form, time))}
          isWrong={(fields.end ?? fields.minutes) !== undefined}
        />
      </Group>
      {[fields.start, fields.end ?? fields.minutes].map(
        (sentence) =>
          sentence !== undefined && (
            <Text key={sentence} role="alert" size="sm" c="red" mt={4}>
              {sentence}
            </Text>
          ),
      )}
      <Text size="xs" c="dimmed" mt={4}>
        {length > 0 ? lengthWords(length) : 'From 15 minutes to 36 hours'}
        {form.endDay > form.startDay && ', ends on a later day'}
      </Text>
    </div>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

function Day({ label, value, onChange }: DayProps): ReactElement {
  return (
    <DateInput
      label={label}
      style={{ flex: 1 }}
      valueFormat="ddd D MMM YYYY"
      value={value}
      onChange={(day) => day !== null && onChange(day.slice(0, 10))}
    />
  );
}

interface TimeProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (time: string) => void;
  readonly isWrong: boolean;
}

/** A time of the day, 00:00 to 23:59 in every browser's language. */
function Time({ label, value, onChange, isWrong }: TimeProps): ReactElement {
  return (
    <TimePicker
      label="at"
      aria-label={label}
      format="24h"
      minutesStep={15}
      w={110}
      hoursInputLabel={`${label}, hours`}
      minutesInputLabel={`${label}, minutes`}
      value={value}
      onChange={(time) => onChange(time.slice(0, 5))}
      error={isWrong}
    />
  );
}

/** An end that is typed before the beginning is meant for the next day: a night shift from 22:00 to 06:00. */
export function withEnd<Payload>(form: EventForm<Payload>, endTime: string): EventForm<Payload> {
  const isNear = form.endDay === form.startDay || form.endDay === dayAfter(form.startDay);
  if (!isNear || endTime === '') return { ...form, endTime };
  return { ...form, endTime, endDay: endTime <= form.startTime ? dayAfter(form.startDay) : form.startDay };
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** "8 h", "7 h 30 min". */
export function lengthWords(minutes: number): string {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [whole > 0 ? `${whole} h` : '', rest > 0 ? `${rest} min` : ''].filter((part) => part !== '').join(' ');
}
