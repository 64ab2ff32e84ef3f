import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import { useTimeZone } from '../../../../web/queries.ts';
import { formatDateTime, instantOf, wallTimeAt, zoneLabel } from '../../../../web/zoned-time.ts';
import { reminderProblem } from '../../reminders/reminder.ts';
import { SendTimeNote } from '../pacing/send-time-note.tsx';
import { goodTimesQuery } from '../requests-api.ts';
import { type ComposerForm, defaultEnd } from './composer-form.ts';
import type { Part } from './part.ts';
import { problemsOf } from './readiness.ts';
import { ReminderField } from './reminder-field.tsx';
import { WallTimeField } from './wall-time-field.tsx';

function sendChange(form: ComposerForm, sendAt: string): Partial<ComposerForm> {
  if (form.endChosen || sendAt === '') return { sendAt };
  return { sendAt, endsAt: defaultEnd(sendAt.slice(0, 10)) };
}

/** Now or later, and until when. Always by the organisation's clock, which is said. */
export function WhenSection({ form, patch, problems, state, id, needsReview }: Part): ReactElement {
  const timeZone = useTimeZone();
  const now = new Date();
  const { data: good = [] } = useQuery({ ...goodTimesQuery(id), enabled: state !== 'open' });
  const [first] = good;
  const times = good.map(({ at }) => ({
    value: wallTimeAt(new Date(at), timeZone),
    label: formatDateTime(at, timeZone),
  }));
  const [isGood, setIsGood] = useState(false);
  const sent = state === 'open';
  const live = problemsOf(form, now, timeZone);
  // A time that is past or in the wrong order is said at once; an empty field only when asked to send.
  const sendProblem = problems.sendAt ?? (form.sendAt === '' ? undefined : live.sendAt);
  const endProblem = problems.endsAt ?? (form.endsAt === '' ? undefined : live.endsAt);
  return (
    <Panel title="When" explains={`Times are in ${zoneLabel(timeZone, now)}.`}>
      <Stack>
        {!sent && (
          <HowSoon
            value={form.when === 'now' ? 'now' : isGood ? 'good' : 'later'}
            hasGood={first !== undefined}
            needsReview={needsReview}
            onChange={(when) => {
              setIsGood(when === 'good');
              if (when === 'now') return patch({ when: 'now' });
              const sendAt = when === 'good' ? times[0]?.value : form.sendAt || times[0]?.value;
              patch({ when: 'later', ...sendChange(form, sendAt ?? '') });
            }}
          />
        )}
        {!sent && form.when === 'later' && isGood && first !== undefined && (
          <Text size="sm" role="status">
            <b>{formatDateTime(first.at, timeZone)}</b>, {first.why}.
          </Text>
        )}
        {!sent && form.when === 'later' && !isGood && (
          <WallTimeField
            label="Send at"
            description="You can change or recall it until then."
            value={form.sendAt}
            onChange={(sendAt) => patch(sendChange(form, sendAt))}
            error={sendProblem}
            presets={times}
          />
        )}
        {!sent && <SendTimeNote {...{ form, patch, id }} />}
        <WallTimeField
          label="Ends"
          description="After this nobody can take part any more; the figures stay."
          value={form.endsAt}
          onChange={(endsAt) => patch({ endsAt, endChosen: true })}
          error={endProblem}
          presets={[]}
        />
        <Reminder {...{ form, patch, problems, state }} />
      </Stack>
    </Panel>
  );
}

function Reminder({ form, patch, problems, state }: Pick<Part, 'form' | 'patch' | 'problems' | 'state'>): ReactElement {
  const timeZone = useTimeZone();
  return (
    <ReminderField
      hours={form.reminderHours}
      onChange={(reminderHours) => patch({ reminderHours })}
      error={problems.reminderHours ?? (state === 'open' ? undefined : unremindable(form, new Date(), timeZone))}
    />
  );
}

/** What keeps a form from having its reminder. Of one that is out the server knows when it went, and whether it was reminded. */
function unremindable(form: ComposerForm, now: Date, timeZone: string): string | undefined {
  const starts = form.when === 'now' ? now : instantOf(form.sendAt, timeZone);
  const endsAt = instantOf(form.endsAt, timeZone)?.toISOString() ?? null;
  if (starts === null) return undefined;
  return reminderProblem({ endsAt, reminderHours: form.reminderHours }, starts) ?? undefined;
}

interface HowSoonProps {
  readonly value: string;
  readonly hasGood: boolean;
  readonly needsReview: boolean;
  readonly onChange: (when: string) => void;
}

function HowSoon({ value, hasGood, needsReview, onChange }: HowSoonProps): ReactElement {
  return (
    <SegmentedControl
      aria-label="When to send"
      value={value}
      onChange={onChange}
      data={[
        { value: 'now', label: needsReview ? 'After approval' : 'Send now' },
        { value: 'good', label: 'At a good time', disabled: !hasGood },
        { value: 'later', label: 'At a time' },
      ]}
    />
  );
}
