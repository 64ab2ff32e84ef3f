import { Button, Chip, Group, NumberInput, SimpleGrid, Stack, Switch, Text } from '@mantine/core';
import { TimePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { useSignedIn, useTimeZone } from '../../../../web/queries.ts';
import { zoneLabel } from '../../../../web/zoned-time.ts';
import { SettingFoot } from '../review/setting-foot.tsx';
import type { Pace } from './contract.ts';
import { paceQuery, savePace } from './pace-api.ts';
import { paceProblems } from './pace-problems.ts';

/** When nothing is posted to channels, and how many requests each takes. */
export function PaceSetting(): ReactElement | null {
  const pace = useQuery(paceQuery).data;
  // Begun afresh with what is kept, so that a change from elsewhere is not written over unseen.
  return pace === undefined ? null : <PaceForm key={JSON.stringify(pace)} pace={pace} />;
}

interface Field {
  readonly form: Pace;
  readonly patch: (change: Partial<Pace>) => void;
  readonly disabled: boolean;
  readonly errors: Readonly<Record<string, string>>;
}

function PaceForm({ pace }: { readonly pace: Pace }): ReactElement {
  const { manage } = useSignedIn().can;
  const timeZone = useTimeZone();
  const client = useQueryClient();
  const [form, setForm] = useState(pace);
  const save = useMutation({
    mutationFn: savePace,
    onSuccess: async (saved) => {
      client.setQueryData(paceQuery.queryKey, saved);
      await client.invalidateQueries({ queryKey: ['requests'] });
      notifications.show({ color: 'pine', message: 'Saved' });
    },
  });
  const problems = paceProblems(form);
  const field: Field = {
    form,
    patch: (change) => setForm((before) => ({ ...before, ...change })),
    disabled: !manage || save.isPending,
    errors: { ...fieldSentences(save.error), ...problems },
  };
  const isChanged = JSON.stringify(form) !== JSON.stringify(pace);
  return (
    <Panel
      title="Quiet time and frequency"
      explains={`Spares the channels: what comes at the wrong time, or is too much, waits and goes out by itself. Times are in ${zoneLabel(timeZone)}. When employees share is theirs to say.`}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (Object.keys(problems).length === 0) save.mutate(form);
        }}
      >
        <Stack gap="lg">
          <QuietHours {...field} />
          <QuietDays {...field} />
          <Caps {...field} />
        </Stack>
        {manage && (
          <Button type="submit" mt="lg" loading={save.isPending} disabled={!isChanged}>
            Save
          </Button>
        )}
        <SettingFoot error={save.error} manage={manage} />
      </form>
    </Panel>
  );
}

/** As most offices have them, to begin with. */
const usualNight = { from: '20:00', until: '08:00' };

function QuietHours({ form: { quietHours }, patch, disabled, errors }: Field): ReactElement {
  const error = errors['quietHours.until'] ?? errors.quietHours;
  return (
    <div>
      <Switch
        label="Quiet hours"
        description="Nothing is posted to channels between these times. They may span midnight."
        checked={quietHours !== null}
        disabled={disabled}
        onChange={(event) => patch({ quietHours: event.currentTarget.checked ? usualNight : null })}
      />
      {quietHours !== null && (
        <>
          <Group mt="sm" align="flex-start">
            {(['from', 'until'] as const).map((edge) => (
              <TimePicker
                key={edge}
                w={130}
                label={edge === 'from' ? 'From' : 'Until'}
                format="24h"
                minutesStep={5}
                hoursInputLabel={`${edge}, hours`}
                minutesInputLabel={`${edge}, minutes`}
                disabled={disabled}
                error={error !== undefined}
                value={quietHours[edge]}
                onChange={(time) => patch({ quietHours: { ...quietHours, [edge]: time.slice(0, 5) } })}
              />
            ))}
          </Group>
          {error !== undefined && (
            <Text role="alert" size="sm" c="red" mt={6}>
              {error}
            </Text>
          )}
        </>
      )}
    </div>
  );
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function QuietDays({ form: { quietDays }, patch, disabled, errors }: Field): ReactElement {
  return (
    <div>
      <Text size="sm" fw={500} mb={6}>
        Quiet days
      </Text>
      <Chip.Group
        multiple
        value={quietDays.map(String)}
        onChange={(chosen) => patch({ quietDays: chosen.map(Number).toSorted((left, right) => left - right) })}
      >
        <Group gap={6} role="group" aria-label="Days on which nothing is posted">
          {days.map((name, index) => (
            <Chip key={name} value={String(index + 1)} size="sm" disabled={disabled}>
              {name}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {errors.quietDays !== undefined && (
        <Text role="alert" size="sm" c="red" mt={6}>
          {errors.quietDays}
        </Text>
      )}
    </div>
  );
}

function Caps({ form, patch, disabled, errors }: Field): ReactElement {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} maw={460}>
      {(['perDay', 'perWeek'] as const).map((name) => (
        <NumberInput
          key={name}
          label={name === 'perDay' ? 'Requests a day' : 'Requests a week'}
          description={name === 'perDay' ? 'To one channel; empty for any number' : 'From Monday; empty for any number'}
          placeholder="No cap"
          min={1}
          max={1000}
          allowDecimal={false}
          disabled={disabled}
          value={form[name] ?? ''}
          error={errors[name]}
          onChange={(value) => patch({ [name]: typeof value === 'number' ? value : null })}
        />
      ))}
    </SimpleGrid>
  );
}
