import { DateTimePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { useMediaQuery } from '@mantine/hooks';
import { IconCalendar } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTimeZone } from '../../../../web/queries.ts';
import { dayAt } from '../../../../web/zoned-time.ts';

interface Props {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly onChange: (wall: string) => void;
  readonly error: string | undefined;
  readonly presets: ReadonlyArray<{ readonly value: string; readonly label: string }>;
}

/** A wall-clock time in the organisation's zone. */
export function WallTimeField({ value, onChange, presets, ...field }: Props): ReactElement {
  const phone = useMediaQuery('(max-width: 48em)');
  const timeZone = useTimeZone();
  return (
    <DateTimePicker
      {...field}
      valueFormat="ddd D MMM YYYY, HH:mm"
      placeholder="Choose a day and time"
      leftSection={<IconCalendar size={18} aria-hidden />}
      dropdownType={phone ? 'modal' : 'popover'}
      minDate={dayAt(new Date(), timeZone)}
      presets={presets.map((preset) => ({ ...preset, value: preset.value.replace('T', ' ').concat(':00') }))}
      value={value === '' ? null : value.replace('T', ' ').concat(':00')}
      onChange={(chosen) => onChange(chosen === null ? '' : chosen.slice(0, 16).replace(' ', 'T'))}
      previousLabel="Previous month"
      nextLabel="Next month"
      submitButtonProps={{ 'aria-label': 'Done' }}
      timePickerProps={{ format: '24h', 'aria-label': 'Time', hoursInputLabel: 'Hours', minutesInputLabel: 'Minutes' }}
    />
  );
}
