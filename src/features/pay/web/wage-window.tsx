import {
  Alert,
  Checkbox,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../web/api.ts';
import { Window } from '../../../web/controls/window.tsx';
import { WindowForm } from '../../../web/controls/window-form.tsx';
import { currencyChoices, minorUnits } from '../../../web/figures.ts';
import { ApiFailure, fieldSentences, sentenceOf } from '../../../web/problem.ts';
import { doneSchema, type Entry, type PersonPay } from './contract.ts';
import { bodyOf, draftOf, isComplete, type WageDraft } from './draft.ts';
import classes from './pay.module.css';

interface Props {
  readonly pay: PersonPay;
  /** The entry whose place is taken; null for a fresh one. */
  readonly corrects: Entry | null;
  readonly onClose: () => void;
  readonly onDone: (holds: boolean) => void;
}

const kinds = [
  { value: 'hourly', label: 'An hour' },
  { value: 'monthly', label: 'A month' },
  { value: 'yearly', label: 'A year' },
];

/** Enters a wage, or what takes the place of one that was wrong. */
export function WageWindow({ pay, corrects, onClose, onDone }: Props): ReactElement {
  const [draft, setDraft] = useState(() => draftOf(pay.today, pay.currency, corrects));
  const send = useMutation({
    mutationFn: () => {
      const body = bodyOf(draft);
      if (corrects !== null) {
        const path = `/api/pay/wages/${encodeURIComponent(corrects.id)}/corrections` as const;
        return call(doneSchema, 'POST', path, { body });
      }
      if (body.says === 'withdrawn') throw new Error('nothing but an entry that is there can be withdrawn');
      return call(doneSchema, 'POST', `/api/pay/people/${encodeURIComponent(pay.personId)}/wages` as const, { body });
    },
    onSuccess: ({ holds }) => onDone(holds),
  });
  const wrong = fieldSentences(send.error);
  const isOutside = send.error instanceof ApiFailure && send.error.code === 'outside_band';
  const change = (given: Partial<WageDraft>) => {
    // Another wage is asked about anew.
    if (isOutside) send.reset();
    setDraft({ ...draft, outsideBand: false, ...given });
  };
  return (
    <Window opened onClose={onClose} title={corrects === null ? `Pay of ${pay.name}` : 'Correct this entry'}>
      <WindowForm
        sending={isOutside ? { isPending: send.isPending, error: null } : send}
        submit={corrects === null ? 'Enter' : 'Correct'}
        isReady={isComplete(draft) && (!isOutside || draft.outsideBand)}
        onSubmit={() => send.mutate()}
        onCancel={onClose}
      >
        {corrects !== null && (
          <Text c="dimmed">The entry stays in the history; what you enter here holds in its place.</Text>
        )}
        <Says draft={draft} isCorrection={corrects !== null} onChange={change} />
        {draft.says === 'pay' && <Amount draft={draft} wrong={wrong} onChange={change} />}
        {draft.says !== 'withdrawn' && <Scope pay={pay} draft={draft} wrong={wrong} onChange={change} />}
        <Textarea
          label="Why"
          description="Stands in the history. The person reads it."
          required
          autosize
          minRows={2}
          maxLength={500}
          value={draft.why}
          error={wrong.why}
          onChange={(event) => change({ why: event.currentTarget.value })}
        />
        {wrong.id !== undefined && <Text c="red">{wrong.id}</Text>}
        {isOutside && (
          <OutsideBand
            sentence={sentenceOf(send.error)}
            isMeant={draft.outsideBand}
            onChange={(outsideBand) => setDraft({ ...draft, outsideBand })}
          />
        )}
      </WindowForm>
    </Window>
  );
}

interface OutsideProps {
  readonly sentence: string;
  readonly isMeant: boolean;
  readonly onChange: (isMeant: boolean) => void;
}

function OutsideBand({ sentence, isMeant, onChange }: OutsideProps): ReactElement {
  return (
    <Alert role="alert" color="yellow" variant="light" title={sentence}>
      <Checkbox label="It is meant so" checked={isMeant} onChange={(event) => onChange(event.currentTarget.checked)} />
    </Alert>
  );
}

interface PartProps {
  readonly draft: WageDraft;
  readonly onChange: (given: Partial<WageDraft>) => void;
}

interface FieldProps extends PartProps {
  /** Sentences by field. */
  readonly wrong: Readonly<Record<string, string>>;
}

/** For which work, and from when. */
function Scope({ pay, draft, wrong, onChange }: FieldProps & { readonly pay: PersonPay }): ReactElement {
  const roles = pay.roles.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Select
        label="For"
        data={[{ value: '', label: 'All work' }, ...roles]}
        allowDeselect={false}
        searchable={roles.length > 8}
        value={draft.roleId ?? ''}
        error={wrong.roleId}
        onChange={(roleId) => onChange({ roleId: roleId || null })}
      />
      <TextInput
        type="date"
        label="From"
        description="The first day. It can lie in the past or to come."
        required
        value={draft.from}
        error={wrong.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
    </>
  );
}

function Says({ draft, isCorrection, onChange }: PartProps & { readonly isCorrection: boolean }): ReactElement {
  const choices = [
    { value: 'pay', label: 'A wage' },
    { value: 'ends', label: 'It ends' },
    ...(isCorrection ? [{ value: 'withdrawn', label: 'Never held' }] : []),
  ];
  return (
    <SegmentedControl
      aria-label="What it says"
      fullWidth
      data={choices}
      value={draft.says}
      onChange={(says) => onChange({ says: says as WageDraft['says'] })}
    />
  );
}

/** So much for an hour, a month or a year. */
export function Amount({ draft, wrong, onChange }: FieldProps): ReactElement {
  const digits = Math.round(Math.log10(minorUnits(draft.currency)));
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label="What the amount is for"
        fullWidth
        data={kinds}
        value={draft.kind}
        onChange={(kind) => onChange({ kind: kind as WageDraft['kind'] })}
      />
      <div className={classes.amount}>
        <NumberInput
          label="Amount"
          required
          min={0}
          decimalScale={digits}
          fixedDecimalScale
          thousandSeparator=","
          value={draft.amount}
          error={wrong['pay.minor']}
          onChange={(amount) => onChange({ amount: amount === '' ? '' : Number(amount) })}
        />
        <Select
          label="Currency"
          searchable
          allowDeselect={false}
          data={currencyChoices}
          value={draft.currency}
          error={wrong['pay.currency']}
          onChange={(currency) => onChange({ currency: currency ?? draft.currency })}
        />
      </div>
      {draft.kind !== 'hourly' && (
        <NumberInput
          label="Hours a week"
          description="By them an hour of the salary has a cost in schedules and reports."
          required
          min={1}
          max={100}
          decimalScale={2}
          value={draft.weeklyHours}
          error={wrong['pay.weeklyMinutes']}
          onChange={(hours) => onChange({ weeklyHours: hours === '' ? '' : Number(hours) })}
        />
      )}
    </Stack>
  );
}
