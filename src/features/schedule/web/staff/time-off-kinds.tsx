import { Badge, Button, Group, NumberInput, Select, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { ErrorPanel, Panel } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { ColourField } from '../calendar/colours.tsx';
import { colourOf } from '../calendar/event-block.tsx';
import { hoursOf, minutesOf } from '../work/rule-look.ts';
import classes from '../work/work.module.css';
import { accruals, kindSchema, kindsQuery, type TimeOffKind } from './time-off-api.ts';
import { hoursWords } from './time-off-words.ts';

const accrualNames = { none: 'Not counted', year: 'Granted by the year', month: 'Granted by the month' } as const;

/** What people can be off for, and how much of it they have. */
export function TimeOffKinds({ disabled }: { readonly disabled: boolean }): ReactElement {
  const kinds = useQuery(kindsQuery);
  const [editing, setEditing] = useState<TimeOffKind | null | undefined>(undefined);
  return (
    <Panel
      title="Kinds of time off"
      explains="Holiday, illness, parental leave. What is counted has a balance for each person."
    >
      {kinds.isError && <ErrorPanel error={kinds.error} onRetry={() => void kinds.refetch()} />}
      {kinds.data?.length === 0 && <Text c="dimmed">None yet: nobody can ask for time off until there is one.</Text>}
      <ul className={classes.people}>
        {kinds.data?.map((kind) => (
          <li key={kind.id}>
            <Group gap="sm">
              <span className={classes.dot} style={{ background: colourOf(kind.colour) }} aria-hidden />
              <b>{kind.name}</b>
              <Text size="sm" c="dimmed">
                {accrualNames[kind.accrual]}
                {kind.accrual !== 'none' && `, ${hoursWords(kind.minutesAYear)} a year`}
              </Text>
              {kind.archived && (
                <Badge color="gray" variant="light">
                  Archived
                </Badge>
              )}
            </Group>
            {!disabled && (
              <Button variant="subtle" size="compact-sm" onClick={() => setEditing(kind)}>
                Edit
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!disabled && (
        <Button variant="default" mt="sm" onClick={() => setEditing(null)}>
          Add a kind
        </Button>
      )}
      <Window
        opened={editing !== undefined}
        onClose={() => setEditing(undefined)}
        title={editing === null ? 'Add a kind of time off' : editing?.name}
      >
        {editing !== undefined && <KindForm kind={editing} onDone={() => setEditing(undefined)} />}
      </Window>
    </Panel>
  );
}

type Wanted = Omit<TimeOffKind, 'id' | 'archived'>;

const first: Wanted = { name: '', colour: 'cyan', accrual: 'year', minutesAYear: 25 * 480, dayMinutes: 480 };

function useSaveKind(kind: TimeOffKind | null, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Partial<Wanted> & { readonly archived?: boolean }) => {
      if (kind === null)
        return call(kindSchema, 'POST', '/api/schedule/time-off-kinds', { body: { ...first, ...body } });
      return call(kindSchema, 'PATCH', `/api/schedule/time-off-kinds/${encodeURIComponent(kind.id)}`, { body });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['schedule'] });
      onDone();
    },
  });
}

function KindForm({ kind, onDone }: { readonly kind: TimeOffKind | null; readonly onDone: () => void }): ReactElement {
  const [form, setForm] = useState<Wanted>(() => {
    const { name, colour, accrual, minutesAYear, dayMinutes } = kind ?? first;
    return { name, colour, accrual, minutesAYear, dayMinutes };
  });
  const save = useSaveKind(kind, onDone);
  const fields = fieldSentences(save.error);
  return (
    <WindowForm
      sending={save}
      submit={kind === null ? 'Add' : 'Save'}
      onSubmit={() => save.mutate({ ...form, name: form.name.trim() })}
      onCancel={onDone}
    >
      <TextInput
        label="Name"
        required
        maxLength={100}
        data-autofocus
        value={form.name}
        onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
        error={fields.name}
      />
      <Select
        label="Balance"
        allowDeselect={false}
        data={accruals.map((accrual) => ({ value: accrual, label: accrualNames[accrual] }))}
        value={form.accrual}
        onChange={(chosen) =>
          setForm({ ...form, accrual: accruals.find((accrual) => accrual === chosen) ?? form.accrual })
        }
        error={fields.accrual}
      />
      <HoursFields form={form} onChange={setForm} errors={fields} />
      <ColourField
        label="Colour"
        value={form.colour}
        onChange={(colour) => colour !== null && setForm({ ...form, colour })}
        error={fields.colour}
      />
      {kind !== null && (
        <div>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            loading={save.isPending}
            onClick={() => save.mutate({ archived: !kind.archived })}
          >
            {kind.archived ? 'Bring back' : 'Archive'}
          </Button>
        </div>
      )}
    </WindowForm>
  );
}

interface HoursProps {
  readonly form: Wanted;
  readonly onChange: (form: Wanted) => void;
  readonly errors: Readonly<Record<string, string>>;
}

function HoursFields({ form, onChange, errors }: HoursProps): ReactElement {
  return (
    <Group grow align="flex-start">
      {form.accrual !== 'none' && (
        <NumberInput
          label="Hours a year"
          suffix=" h"
          min={0}
          decimalScale={2}
          value={hoursOf(form.minutesAYear)}
          onChange={(value) => onChange({ ...form, minutesAYear: minutesOf(value) ?? 0 })}
          error={errors.minutesAYear}
        />
      )}
      <NumberInput
        label="A whole day takes"
        suffix=" h"
        min={0.25}
        max={24}
        decimalScale={2}
        value={hoursOf(form.dayMinutes)}
        onChange={(value) => onChange({ ...form, dayMinutes: minutesOf(value) ?? 480 })}
        error={errors.dayMinutes}
      />
    </Group>
  );
}
