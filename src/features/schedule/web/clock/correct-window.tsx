import { ActionIcon, Button, Checkbox, Select, Stack, Switch, Text, Textarea } from '@mantine/core';
import { DateInput, TimePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { dayAt } from '../../../../web/zoned-time.ts';
import classes from './clock.module.css';
import { useCorrect } from './clock-api.ts';
import type { Entry, OwnRole } from './contract.ts';
import { type Draft, draftOf, emptyDraft, isTwice, workOf } from './draft.ts';

/** What is corrected. */
export interface Correctable {
  /** Null: hours that were not clocked. */
  readonly entry: Entry | null;
  readonly personId: string;
  readonly zone: string;
  readonly roles: readonly OwnRole[];
  /** What is sent holds at once; else somebody has to approve it. */
  readonly mayDecide: boolean;
}

interface Props {
  readonly of: Correctable;
  /** When hours that still run probably ended, local. */
  readonly end?: string | undefined;
  /** The day on which hours are added; today unless told. */
  readonly day?: string | undefined;
  readonly onClose: () => void;
}

/** Says how hours really were, and why. */
export function CorrectWindow(props: Props): ReactElement {
  const title = props.of.entry === null ? 'Add hours' : 'Correct hours';
  return (
    <Window opened onClose={props.onClose} title={title}>
      <CorrectForm {...props} />
    </Window>
  );
}

function CorrectForm({ of, end, day, onClose }: Props): ReactElement {
  const { entry, personId, mayDecide, roles } = of;
  const today = dayAt(new Date(), of.zone);
  const [draft, setDraft] = useState<Draft>(() =>
    entry === null ? emptyDraft(day ?? today) : draftOf(entry, of.zone, end ?? `${entry.day}T`),
  );
  const [roleId, setRole] = useState<string | null>(null);
  const [isGone, setGone] = useState(false);
  const [reason, setReason] = useState('');
  const correct = useCorrect();
  const fields = fieldSentences(correct.error);
  const zone = roles.find(({ id }) => id === roleId)?.zone ?? of.zone;
  const work = workOf(draft, zone, entry);
  const submit = () =>
    correct.mutate(
      { personId, entryId: entry?.id ?? null, work: isGone ? null : work, roleId, reason: reason.trim() },
      {
        onSuccess: ({ reopened }) => {
          tell(mayDecide, reopened);
          onClose();
        },
      },
    );
  return (
    <WindowForm
      sending={correct}
      submit={mayDecide ? 'Correct' : 'Ask for it'}
      onSubmit={() => reason.trim() !== '' && (isGone || work !== null) && submit()}
      onCancel={onClose}
    >
      {entry !== null && (
        <Switch
          label="This was a mistake: take it out"
          checked={isGone}
          onChange={(event) => setGone(event.currentTarget.checked)}
        />
      )}
      {!isGone && <WorkFields draft={draft} zone={zone} today={today} fields={fields} onChange={setDraft} />}
      {entry === null && roles.length > 0 && (
        <RoleField roles={roles} value={roleId} error={fields.roleId} onChange={setRole} />
      )}
      <Textarea
        label="Why"
        description="Kept with every version of these hours."
        withAsterisk
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={fields.reason}
      />
      {!mayDecide && (
        <Text size="sm" c="dimmed">
          Whoever schedules you decides, and you are told.
        </Text>
      )}
    </WindowForm>
  );
}

interface RoleProps {
  readonly roles: readonly OwnRole[];
  readonly value: string | null;
  readonly error: string | undefined;
  readonly onChange: (roleId: string | null) => void;
}

function RoleField({ roles, value, error, onChange }: RoleProps): ReactElement {
  return (
    <Select
      label="Role"
      description="Optional: without one it is that of the shift."
      placeholder="None in particular"
      clearable
      data={roles.map(({ id, name, locationName }) => ({ value: id, label: `${name}, ${locationName}` }))}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}

function tell(mayDecide: boolean, reopened: readonly string[]): void {
  notifications.show({
    color: reopened.length > 0 ? 'yellow' : 'pine',
    title: mayDecide ? 'Corrected' : 'Asked for',
    message:
      reopened.length > 0
        ? 'The timesheet was approved before, and is open again.'
        : mayDecide
          ? 'The hours are as you said.'
          : 'You are told when it is decided.',
  });
}

interface FieldsProps {
  readonly draft: Draft;
  readonly zone: string;
  readonly today: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly onChange: (draft: Draft) => void;
}

function WorkFields({ draft, zone, today, fields, onChange }: FieldsProps): ReactElement {
  const error = fields.from ?? fields.to;
  return (
    <Stack gap="sm">
      <DateInput
        label="Day"
        valueFormat="ddd D MMM YYYY"
        maxDate={today}
        value={draft.day}
        onChange={(day) => day !== null && onChange({ ...draft, day: day.slice(0, 10) })}
      />
      <div className={classes.break}>
        <Time label="From" value={draft.from} onChange={(from) => onChange({ ...draft, from })} />
        <Time label="Until" value={draft.to} onChange={(to) => onChange({ ...draft, to })} />
      </div>
      {draft.to !== '' && draft.to <= draft.from && (
        <Text size="sm" c="dimmed">
          Until the next day.
        </Text>
      )}
      {isTwice(draft, zone) && (
        <Checkbox
          label={`The second ${draft.to}: the clocks were set back that night`}
          checked={draft.later}
          onChange={(event) => onChange({ ...draft, later: event.currentTarget.checked })}
        />
      )}
      {error !== undefined && (
        <Text role="alert" size="sm" c="red">
          {error}
        </Text>
      )}
      <Breaks draft={draft} error={fields.breaks} onChange={onChange} />
    </Stack>
  );
}

interface BreaksProps {
  readonly draft: Draft;
  readonly error: string | undefined;
  readonly onChange: (draft: Draft) => void;
}

function Breaks({ draft, error, onChange }: BreaksProps): ReactElement {
  const { breaks } = draft;
  const put = (at: number, change: Partial<Draft['breaks'][number]>) =>
    onChange({ ...draft, breaks: breaks.map((one, index) => (index === at ? { ...one, ...change } : one)) });
  return (
    <>
      {breaks.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: breaks have no names, and none moves
        <div className={classes.break} key={at}>
          <Time label={`Break ${at + 1} from`} value={one.from} onChange={(from) => put(at, { from })} />
          <Time label={`Break ${at + 1} until`} value={one.to} onChange={(to) => put(at, { to })} />
          <ActionIcon
            variant="default"
            size="input-sm"
            aria-label={`Remove break ${at + 1}`}
            onClick={() => onChange({ ...draft, breaks: breaks.filter((_, index) => index !== at) })}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </div>
      ))}
      {error !== undefined && (
        <Text role="alert" size="sm" c="red">
          {error}
        </Text>
      )}
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange({ ...draft, breaks: [...breaks, { from: '12:00', to: '12:30' }] })}
        >
          Add a break
        </Button>
      </div>
    </>
  );
}

interface TimeProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (time: string) => void;
}

function Time({ label, value, onChange }: TimeProps): ReactElement {
  return (
    <TimePicker
      label={label}
      format="24h"
      hoursInputLabel={`${label}, hours`}
      minutesInputLabel={`${label}, minutes`}
      value={value}
      onChange={(time) => onChange(time.slice(0, 5))}
    />
  );
}
