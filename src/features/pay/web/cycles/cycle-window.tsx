import { MultiSelect, NumberInput, Select, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { call } from '../../../../web/api.ts';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { currencyChoices, minorUnits } from '../../../../web/figures.ts';
import { fieldSentences } from '../../../../web/problem.ts';
import { type Cycle, type Cycles, cyclePath, keptSchema, type Zone, zones } from './contract.ts';
import { bodyOfCycle, type CycleDraft, draftOfCycle, isWholeCycle } from './cycle-draft.ts';
import { zoneWords } from './cycle-words.ts';
import classes from './cycles.module.css';

interface Props {
  readonly known: Cycles;
  /** The review that is set up anew; null for a fresh one. */
  readonly cycle: Cycle | null;
  readonly onClose: () => void;
  readonly onDone: (id: string) => void;
}

/** Sets up a review, a fresh one or anew. */
export function CycleWindow({ known, cycle, onClose, onDone }: Props): ReactElement {
  const [draft, setDraft] = useState(() => draftOfCycle(known, cycle));
  const send = useMutation({
    mutationFn: () => {
      const body = bodyOfCycle(draft);
      if (cycle === null) return call(keptSchema, 'POST', '/api/pay/cycles', { body });
      return call(keptSchema, 'PUT', cyclePath(cycle.id), { body: { ...body, revision: cycle.revision ?? 1 } });
    },
    onSuccess: ({ id }) => onDone(id),
  });
  const wrong = fieldSentences(send.error);
  const part = { known, draft, wrong, onChange: (given: Partial<CycleDraft>) => setDraft({ ...draft, ...given }) };
  return (
    <Window opened onClose={onClose} title={cycle === null ? 'A pay review' : `Set up ${cycle.name}`}>
      <WindowForm
        sending={send}
        submit={cycle === null ? 'Begin' : 'Save'}
        isReady={isWholeCycle(draft)}
        onSubmit={() => send.mutate()}
        onCancel={onClose}
      >
        {cycle === null && (
          <Text size="sm" c="dimmed">
            It begins as a draft that managers don’t see. You open it when it is ready.
          </Text>
        )}
        <What {...part} />
        <Guidelines {...part} />
        <People {...part} />
      </WindowForm>
    </Window>
  );
}

interface PartProps {
  readonly known: Cycles;
  readonly draft: CycleDraft;
  readonly wrong: Readonly<Record<string, string>>;
  readonly onChange: (given: Partial<CycleDraft>) => void;
}

const typedNumber = (value: string | number) => (value === '' ? '' : Number(value));

function What({ draft, wrong, onChange }: PartProps): ReactElement {
  const digits = Math.round(Math.log10(minorUnits(draft.currency)));
  return (
    <>
      <TextInput
        label="Name"
        description="Stands as the reason of each raise that has no other. The people read it with their wage."
        required
        maxLength={100}
        data-autofocus
        value={draft.name}
        error={wrong.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label="Raises from"
        required
        value={draft.from}
        error={wrong.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <div className={classes.two}>
        <NumberInput
          label="Budget a year"
          required
          min={0}
          decimalScale={digits}
          thousandSeparator=","
          value={draft.budget}
          error={wrong.budget}
          onChange={(budget) => onChange({ budget: typedNumber(budget) })}
        />
        <Select
          label="Currency"
          searchable
          allowDeselect={false}
          data={currencyChoices}
          value={draft.currency}
          error={wrong.currency}
          onChange={(currency) => onChange({ currency: currency ?? draft.currency })}
        />
      </div>
      <Text size="sm" c="dimmed">
        What all raises may cost in a year. Who is paid in another currency is in no total.
      </Text>
      <NumberInput
        label="Hours a week of who is paid by the hour"
        description="By them an hour’s raise has a cost in a year. Salaries are for their own hours."
        required
        min={1}
        max={100}
        decimalScale={2}
        value={draft.weeklyHours}
        error={wrong.weeklyMinutes}
        onChange={(weeklyHours) => onChange({ weeklyHours: typedNumber(weeklyHours) })}
      />
    </>
  );
}

const parts = [
  ['suggested', 'Suggested'],
  ['min', 'From'],
  ['max', 'To'],
] as const;

/** How much a raise should be by where the wage lies in its band, in percent. */
function Guidelines({ draft, wrong, onChange }: PartProps): ReactElement {
  const sentences = Object.entries(wrong).filter(([field]) => field.startsWith('guidelines.'));
  const set = (zone: Zone, part: (typeof parts)[number][0], value: string | number) =>
    onChange({
      guidelines: { ...draft.guidelines, [zone]: { ...draft.guidelines[zone], [part]: typedNumber(value) } },
    });
  return (
    <fieldset className={classes.group}>
      <legend>Guidelines in percent, by where the wage lies</legend>
      <div className={classes.three}>
        <span />
        {parts.map(([part, label]) => (
          <Text key={part} size="xs" c="dimmed" aria-hidden>
            {label}
          </Text>
        ))}
        {zones.map((zone) => [
          <Text key={zone} size="sm">
            {zoneWords[zone]}
          </Text>,
          ...parts.map(([part, label]) => (
            <NumberInput
              key={`${zone} ${part}`}
              size="xs"
              hideControls
              min={0}
              max={100}
              decimalScale={1}
              aria-label={`${zoneWords[zone]}: ${label.toLowerCase()}`}
              value={draft.guidelines[zone][part]}
              error={wrong[`guidelines.${zone}.${part}`] !== undefined}
              onChange={(value) => set(zone, part, value)}
            />
          )),
        ])}
      </div>
      {sentences.map(([field, words]) => (
        <Text key={field} role="alert" size="sm" c="red" mt={4}>
          {zoneWords[(field.split('.')[1] ?? 'middle') as Zone]}: {words}
        </Text>
      ))}
    </fieldset>
  );
}

function People({ known, draft, wrong, onChange }: PartProps): ReactElement {
  const leading = known.people.filter(({ leads }) => leads);
  const digits = Math.round(Math.log10(minorUnits(draft.currency)));
  return (
    <>
      <MultiSelect
        label="Left out"
        description="Everybody else who works here is in it."
        searchable
        data={known.people.map(({ id, name }) => ({ value: id, label: name || 'Somebody from Slack' }))}
        value={[...draft.without]}
        error={wrong.without}
        onChange={(without) => onChange({ without })}
      />
      {leading.length > 0 && (
        <fieldset className={classes.group}>
          <legend>Shares of managers</legend>
          <Text size="xs" c="dimmed" mb={4}>
            Where managers see pay, each is shown their own share and their own people, never the whole. Empty: no
            share.
          </Text>
          <div className={classes.two}>
            {leading.map(({ id, name }) => (
              <NumberInput
                key={id}
                size="xs"
                label={name}
                min={0}
                decimalScale={digits}
                thousandSeparator=","
                value={draft.shares[id] ?? ''}
                onChange={(amount) => onChange({ shares: { ...draft.shares, [id]: typedNumber(amount) } })}
              />
            ))}
          </div>
          {wrong.shares !== undefined && (
            <Text role="alert" size="sm" c="red" mt={4}>
              {wrong.shares}
            </Text>
          )}
        </fieldset>
      )}
    </>
  );
}
