import { SegmentedControl, Stack } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { useMediaQuery } from '@mantine/hooks';
import { IconCalendar } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import { useTimeZone } from '../../../../web/queries.ts';
import { dayAt, zoneLabel } from '../../../../web/zoned-time.ts';
import { type ComposerForm, defaultEnd } from './composer-form.ts';
import { goodTimes } from './good-times.ts';
import type { Part } from './part.ts';
import { problemsOf } from './readiness.ts';

interface FieldProps {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly onChange: (wall: string) => void;
  readonly error: string | undefined;
  readonly presets: ReadonlyArray<{ readonly value: string; readonly label: string }>;
}

/** A wall-clock time in the organisation's zone. */
function WallTimeField({ value, onChange, presets, ...field }: FieldProps): ReactElement {
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

function sendChange(form: ComposerForm, sendAt: string): Partial<ComposerForm> {
  if (form.endChosen || sendAt === '') return { sendAt };
  return { sendAt, endsAt: defaultEnd(sendAt.slice(0, 10)) };
}

/** Now or later, and until when. Always by the organisation's clock, which is said. */
export function WhenSection({ form, patch, problems, state }: Part): ReactElement {
  const timeZone = useTimeZone();
  const now = new Date();
  const times = goodTimes(now, timeZone);
  const sent = state === 'open';
  const live = problemsOf(form, now, timeZone);
  // A time that is past or in the wrong order is said at once; an empty field only when asked to send.
  const sendProblem = problems.sendAt ?? (form.sendAt === '' ? undefined : live.sendAt);
  const endProblem = problems.endsAt ?? (form.endsAt === '' ? undefined : live.endsAt);
  return (
    <Panel title="When" explains={`Times are in ${zoneLabel(timeZone, now)}.`}>
      <Stack>
        {!sent && (
          <SegmentedControl
            aria-label="When to send"
            value={form.when}
            onChange={(when) =>
              patch(when === 'later' ? { when, ...sendChange(form, form.sendAt || (times[0]?.value ?? '')) } : { when })
            }
            data={[
              { value: 'now', label: 'Send now' },
              { value: 'later', label: 'At a time' },
            ]}
          />
        )}
        {!sent && form.when === 'later' && (
          <WallTimeField
            label="Send at"
            description="You can change or recall it until then."
            value={form.sendAt}
            onChange={(sendAt) => patch(sendChange(form, sendAt))}
            error={sendProblem}
            presets={times}
          />
        )}
        <WallTimeField
          label="Ends"
          description="After this nobody can share it any more; the figures stay."
          value={form.endsAt}
          onChange={(endsAt) => patch({ endsAt, endChosen: true })}
          error={endProblem}
          presets={[]}
        />
      </Stack>
    </Panel>
  );
}
