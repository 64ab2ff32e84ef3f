import { Alert, NumberInput, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ErrorPanel, LoadingLines, Panel } from '../../../../../web/controls/panels.tsx';
import { currencyChoices, locale, minorUnits } from '../../../../../web/figures.ts';
import { fieldSentences } from '../../../../../web/problem.ts';
import { useSignedIn } from '../../../../../web/queries.ts';
import { SaveRow } from '../save-row.tsx';
import { RepriceForm } from './reprice-form.tsx';
import { useValuesChanged } from './use-values-changed.ts';
import { ValueHistory } from './value-history.tsx';
import { type EventValues, eventValuesQuery, setValues, type Worth } from './values-api.ts';
import { type EventKey, events, isSameWorth, type Typed, typedOf, worthOf, worthToday } from './worth.ts';

const explains =
  'What an action is worth to you, for example what the same attention costs as advertising. Days keep the values that held on them, whatever you change later.';

/** What each action is worth to the organisation, from which day on; the sum is the advocacy value. */
export function ValueSettings(): ReactElement {
  const found = useQuery(eventValuesQuery);
  return (
    <Panel title="Event values" explains={explains}>
      {found.isPending && <LoadingLines count={4} />}
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.data !== undefined && <Content found={found.data} />}
    </Panel>
  );
}

function Content({ found }: { readonly found: EventValues }): ReactElement {
  const { manage } = useSignedIn().can;
  return (
    <Stack gap="xl">
      <ValueForm found={found} canChange={manage} />
      <ValueHistory found={found} canChange={manage} />
      {manage && <RepriceForm found={found} />}
    </Stack>
  );
}

interface Draft {
  readonly currency?: string;
  readonly amounts?: Partial<Typed>;
  readonly day?: string;
}

function ValueForm({ found, canChange }: { readonly found: EventValues; readonly canChange: boolean }): ReactElement {
  const [draft, setDraft] = useState<Draft>({});
  const changed = useValuesChanged();
  const held = worthToday(found);
  const currency = draft.currency ?? held.currency;
  const typed: Typed = { ...typedOf(held), ...draft.amounts };
  const day = draft.day ?? found.today;
  const save = useMutation({
    mutationFn: (worth: Worth) => setValues(day, worth),
    onSuccess: async () => {
      setDraft({});
      await changed();
    },
  });
  const fields = fieldSentences(save.error);
  const wanted = worthOf(typed, currency);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(wanted);
      }}
    >
      <Stack>
        <CurrencyAndDay
          {...{ found, currency, day, fields }}
          disabled={!canChange}
          onChange={(part) => setDraft({ ...draft, ...part })}
        />
        <Amounts
          typed={typed}
          currency={currency}
          errors={fields}
          disabled={!canChange}
          onChange={(key, amount) => setDraft({ ...draft, amounts: { ...draft.amounts, [key]: amount } })}
        />
        {currency !== held.currency && <CurrencyChange from={held.currency} to={currency} />}
      </Stack>
      <SaveRow
        changed={!isSameWorth(wanted, held)}
        busy={save.isPending}
        error={save.isError && Object.keys(fields).length === 0 ? save.error : null}
        onReset={() => {
          save.reset();
          setDraft({});
        }}
      />
    </form>
  );
}

interface CurrencyProps {
  readonly found: EventValues;
  readonly currency: string;
  readonly day: string;
  readonly fields: ReturnType<typeof fieldSentences>;
  readonly disabled: boolean;
  readonly onChange: (part: Pick<Draft, 'currency' | 'day'>) => void;
}

function CurrencyAndDay({ found, currency, day, fields, disabled, onChange }: CurrencyProps): ReactElement {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Select
        label="Currency of the advocacy value"
        searchable
        allowDeselect={false}
        limit={80}
        data={currencyChoices}
        value={currency}
        onChange={(code) => code !== null && onChange({ currency: code })}
        error={fields.currency}
        disabled={disabled}
      />
      <DatePickerInput
        label="Valid from"
        valueFormat="D MMM YYYY"
        minDate={found.today}
        value={day}
        onChange={(chosen) => chosen !== null && onChange({ day: chosen.slice(0, 10) })}
        error={fields.day}
        disabled={disabled}
      />
    </SimpleGrid>
  );
}

interface AmountsProps {
  readonly typed: Typed;
  readonly currency: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly disabled: boolean;
  readonly onChange: (key: EventKey, amount: number) => void;
}

function symbolOf(currency: string): string {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}

function Amounts({ typed, currency, errors, disabled, onChange }: AmountsProps): ReactElement {
  const symbol = symbolOf(currency);
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }}>
      {events.map(({ key, label, explains: says }) => (
        <NumberInput
          key={key}
          label={label}
          description={says}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={0}
          max={100_000}
          decimalScale={Math.round(Math.log10(minorUnits(currency)))}
          fixedDecimalScale
          allowNegative={false}
          thousandSeparator=","
          leftSection={<span style={{ fontSize: 13 }}>{symbol}</span>}
          leftSectionWidth={symbol.length > 2 ? 52 : 32}
          value={typed[key]}
          onChange={(amount) => onChange(key, Number(amount))}
          error={errors[key]}
          disabled={disabled}
        />
      ))}
    </SimpleGrid>
  );
}

/** Nothing is converted, ever: no rate would be right for every day of the past. */
function CurrencyChange({ from, to }: { readonly from: string; readonly to: string }): ReactElement {
  return (
    <Alert color="lilac" variant="light" title={`From ${from} to ${to}`}>
      <Text size="sm">
        Nothing is converted: please set the amounts in {to}. What was counted until then stays in {from}. Reports over
        both show an amount in each currency and never add them. To have past days in {to} too, price them anew below.
      </Text>
    </Alert>
  );
}
