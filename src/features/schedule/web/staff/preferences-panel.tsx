import { ActionIcon, Button, Group, NumberInput, SegmentedControl, Select, Stack, Switch, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { weekdayNames, weekdays } from '../../calendar/local.ts';
import { type Preferences, preferencesSchema, type Role } from '../contract.ts';
import { preferencesQuery, rolesQuery } from '../queries.ts';
import { hoursOf, minutesOf } from '../work/rule-look.ts';

/** What somebody wishes: hours, extra shifts, what they like and dislike. */
export function PreferencesPanel({ personId }: { readonly personId: string }): ReactElement {
  const wishes = useQuery(preferencesQuery(personId));
  const roles = useQuery(rolesQuery);
  if (wishes.isError) return <ErrorPanel error={wishes.error} onRetry={() => void wishes.refetch()} />;
  if (wishes.data === undefined) {
    return (
      <Panel>
        <LoadingLines count={4} height={32} />
      </Panel>
    );
  }
  return <Form key={JSON.stringify(wishes.data)} personId={personId} wishes={wishes.data} roles={roles.data ?? []} />;
}

interface Props {
  readonly personId: string;
  readonly wishes: Preferences;
  readonly roles: readonly Role[];
}

function Form({ personId, wishes, roles }: Props): ReactElement {
  const client = useQueryClient();
  const [form, setForm] = useState(wishes);
  const save = useMutation({
    mutationFn: () =>
      call(preferencesSchema, 'PUT', `/api/schedule/people/${encodeURIComponent(personId)}/preferences`, {
        body: form,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: preferencesQuery(personId).queryKey });
      notifications.show({ color: 'pine', title: 'Saved', message: 'The next schedule takes it into account.' });
    },
  });
  const fields = fieldSentences(save.error);
  return (
    <Panel title="Wishes" explains="Schedules come as near to them as the work allows. They are wishes, not promises.">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          <NumberInput
            label="Wanted hours a week"
            description="Empty: no wish."
            maw={240}
            suffix=" h"
            min={0}
            max={168}
            decimalScale={2}
            value={hoursOf(form.wantedMinutes)}
            onChange={(value) => setForm({ ...form, wantedMinutes: minutesOf(value) })}
            error={fields.wantedMinutes}
          />
          <Switch
            label="Picks up extra shifts"
            description="Is asked when a shift is open."
            checked={form.extraShifts}
            onChange={(event) => setForm({ ...form, extraShifts: event.currentTarget.checked })}
          />
          <LikingFields form={form} onChange={setForm} roles={roles} error={fields.likings} />
          {save.isError && Object.keys(fields).length === 0 && <ErrorPanel error={save.error} />}
          <div>
            <Button type="submit" loading={save.isPending}>
              Save
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}

const parts = ['early', 'late', 'night'] as const;
const partNames = { early: 'from 5:00', late: 'from 12:00', night: 'from 20:00' } as const;

type Liking = Preferences['likings'][number];

interface LikingProps {
  readonly form: Preferences;
  readonly onChange: (form: Preferences) => void;
  readonly roles: readonly Role[];
  readonly error: string | undefined;
}

function LikingFields({ form, onChange, roles, error }: LikingProps): ReactElement | null {
  const own = roles.filter(({ archived }) => !archived);
  if (own.length === 0 && form.likings.length === 0) return null;
  const put = (index: number, change: Partial<Liking>) =>
    onChange({ ...form, likings: form.likings.map((one, place) => (place === index ? { ...one, ...change } : one)) });
  return (
    <div>
      <Text size="sm" fw={500}>
        Shifts that are liked or not
      </Text>
      {form.likings.map((one, index) => (
        <LikingRow
          // biome-ignore lint/suspicious/noArrayIndexKey: two may be alike while they are edited
          key={index}
          liking={one}
          roles={own}
          onChange={(change) => put(index, change)}
          onRemove={() => onChange({ ...form, likings: form.likings.filter((_, place) => place !== index) })}
        />
      ))}
      {error !== undefined && (
        <Text size="sm" c="red" role="alert">
          {error}
        </Text>
      )}
      {own.length > 0 && (
        <Button
          mt={6}
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() =>
            onChange({
              ...form,
              likings: [...form.likings, { roleId: own[0]?.id ?? '', weekday: null, part: null, liking: 1 }],
            })
          }
        >
          Add a wish
        </Button>
      )}
    </div>
  );
}

interface RowProps {
  readonly liking: Liking;
  readonly roles: readonly Role[];
  readonly onChange: (change: Partial<Liking>) => void;
  readonly onRemove: () => void;
}

function LikingRow({ liking, roles, onChange, onRemove }: RowProps): ReactElement {
  return (
    <Group gap="xs" mt={6}>
      <SegmentedControl
        aria-label="Liked or disliked"
        size="xs"
        data={[
          { value: '1', label: 'Like' },
          { value: '-1', label: 'Rather not' },
        ]}
        value={`${liking.liking}`}
        onChange={(chosen) => onChange({ liking: chosen === '1' ? 1 : -1 })}
      />
      <Select
        aria-label="Role"
        w={180}
        allowDeselect={false}
        data={roles.map(({ id, name }) => ({ value: id, label: name }))}
        value={liking.roleId}
        onChange={(roleId) => roleId !== null && onChange({ roleId })}
      />
      <Select
        aria-label="Day"
        w={150}
        placeholder="Any day"
        clearable
        data={weekdays.map((day, place) => ({ value: `${place}`, label: weekdayNames[day] }))}
        value={liking.weekday === null ? null : `${liking.weekday}`}
        onChange={(day) => onChange({ weekday: day === null ? null : Number(day) })}
      />
      <Select
        aria-label="Part of the day"
        w={150}
        placeholder="Any time"
        clearable
        data={parts.map((part) => ({ value: part, label: `Begins ${partNames[part]}` }))}
        value={liking.part}
        onChange={(chosen) => onChange({ part: parts.find((part) => part === chosen) ?? null })}
      />
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Remove this wish" onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </Group>
  );
}
