import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { ErrorPanel } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import type { Scope } from '../../calendar/change.ts';
import type { Weekday } from '../../calendar/local.ts';
import { ColourField } from './colours.tsx';
import type { CalendarEvent } from './event.ts';
import { changeOf, type EventForm, formAt, formOf, freshOf, scopesFor } from './event-form.ts';
import { RepeatFields } from './repeat-fields.tsx';
import { scopeNames } from './scope-window.tsx';
import type { CalendarKind } from './source.ts';
import { TimeFields } from './time-fields.tsx';
import type { Act } from './use-series.tsx';
import type { WallSpan } from './wall-span.ts';

/** What the window is opened for: something to make, or an event to change. */
export type Opened<Payload> =
  | { readonly kind: 'create'; readonly span: WallSpan; readonly payload: Payload }
  | { readonly kind: 'change'; readonly event: CalendarEvent<Payload> };

interface Props<Payload> {
  readonly opened: Opened<Payload> | null;
  readonly kind: CalendarKind<Payload>;
  readonly weekStart: Weekday;
  /** Sending: whether it is under way, and what came of it. */
  readonly sending: { readonly isPending: boolean; readonly error: Error | null };
  readonly onAct: (act: Act<Payload>) => void;
  readonly onRemove: (event: CalendarEvent<Payload>) => void;
  readonly onClose: () => void;
}

/** The window in which an event is made or changed. */
export function EventWindow<Payload>(props: Props<Payload>): ReactElement {
  const { opened, kind, onClose } = props;
  const title = opened?.kind === 'create' ? `Add a ${kind.noun}` : `Change the ${kind.noun}`;
  return (
    <Window opened={opened !== null} onClose={onClose} title={title} size="lg">
      {opened !== null && <Form key={keyOf(opened)} {...props} opened={opened} />}
    </Window>
  );
}

function keyOf<Payload>(opened: Opened<Payload>): string {
  return opened.kind === 'create' ? `${opened.span.start} ${opened.span.end}` : opened.event.key;
}

function Form<Payload>(props: Props<Payload> & { readonly opened: Opened<Payload> }): ReactElement {
  const { opened, kind, weekStart, sending } = props;
  const [form, setForm] = useState<EventForm<Payload>>(() =>
    opened.kind === 'create' ? formAt(opened.span, opened.payload) : formOf(opened.event),
  );
  const [scope, setScope] = useState<Scope | null>(null);
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const fields = { ...fieldSentences(sending.error), ...found };
  const change = opened.kind === 'change' ? changeOf(form, opened.event, weekStart) : null;
  const repeats = opened.kind === 'change' && opened.event.repeats;
  const scopes = change?.ok ? scopesFor(change.value) : (['one', 'following', 'all'] as const);
  const chosen = scope !== null && scopes.includes(scope) ? scope : (scopes[0] ?? 'all');
  const { Fields } = kind;
  const submit = () => {
    const read = actOf(form, opened, weekStart, repeats ? chosen : 'all');
    setFound(read.problems);
    if (read.act === 'nothing') props.onClose();
    else if (read.act !== null) props.onAct(read.act);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        <TimeFields form={form} onChange={setForm} fields={fields} />
        <Fields value={form.payload} onChange={(payload) => setForm({ ...form, payload })} fields={fields} />
        <RepeatFields form={form} onChange={setForm} weekStart={weekStart} error={fields.rule ?? fields.repeat} />
        {kind.hasColours && (
          <ColourField
            label="Colour"
            none={`as the ${kind.noun === 'shift' ? 'role' : 'others'}`}
            value={form.colour}
            onChange={(colour) => setForm({ ...form, colour })}
            error={fields.colour}
          />
        )}
        {repeats && <ScopeField scopes={scopes} value={chosen} onChange={setScope} />}
        {sending.error !== null && Object.keys(fields).length === 0 && <ErrorPanel error={sending.error} />}
        {fields.on !== undefined && (
          <Text role="alert" size="sm" c="red">
            {fields.on}
          </Text>
        )}
        <Buttons {...props} />
      </Stack>
    </form>
  );
}

function Buttons<Payload>({
  opened,
  sending,
  onRemove,
  onClose,
}: Props<Payload> & { readonly opened: Opened<Payload> }): ReactElement {
  return (
    <Group justify="space-between" gap="xs">
      <div>
        {opened.kind === 'change' && (
          <Button variant="light" color="red" onClick={() => onRemove(opened.event)}>
            Delete
          </Button>
        )}
      </div>
      <Group gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={sending.isPending}>
          {opened.kind === 'create' ? 'Add' : 'Save'}
        </Button>
      </Group>
    </Group>
  );
}

interface ScopeProps {
  readonly scopes: readonly Scope[];
  readonly value: Scope;
  readonly onChange: (scope: Scope) => void;
}

function ScopeField({ scopes, value, onChange }: ScopeProps): ReactElement {
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        Change
      </Text>
      <SegmentedControl
        aria-label="Change how many"
        fullWidth
        orientation="vertical"
        value={value}
        onChange={(scope) => onChange(scopes.find((one) => one === scope) ?? value)}
        data={scopes.map((scope) => ({ value: scope, label: scopeNames[scope] }))}
      />
    </div>
  );
}

interface ReadAct<Payload> {
  readonly act: Act<Payload> | 'nothing' | null;
  readonly problems: Readonly<Record<string, string>>;
}

function actOf<Payload>(
  form: EventForm<Payload>,
  opened: Opened<Payload>,
  weekStart: Weekday,
  scope: Scope,
): ReadAct<Payload> {
  if (opened.kind === 'create') {
    const fresh = freshOf(form, weekStart);
    return fresh.ok
      ? { act: { kind: 'create', series: fresh.value }, problems: {} }
      : { act: null, problems: fresh.problems };
  }
  const change = changeOf(form, opened.event, weekStart);
  if (!change.ok) return { act: null, problems: change.problems };
  if (Object.keys(change.value).length === 0) return { act: 'nothing', problems: {} };
  return { act: { kind: 'change', target: targetOf(opened.event, scope), change: change.value }, problems: {} };
}

/** Which occurrence an act on an event is for. */
export function targetOf<Payload>(
  { series, on }: CalendarEvent<Payload>,
  scope: Scope,
): Extract<Act<Payload>, { kind: 'remove' }>['target'] {
  return { seriesId: series.id, on, scope, revision: series.revision };
}
