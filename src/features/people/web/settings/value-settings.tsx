import { NumberInput, SimpleGrid } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import type { Organisation } from '../../../../web/contract.ts';
import { Panel } from '../../../../web/controls/panels.tsx';
import { locale, minorUnits } from '../../../../web/figures.ts';
import { fieldSentences } from '../../../../web/problem.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import { SaveRow } from './save-row.tsx';
import { useSaveOrganisation } from './use-save-organisation.ts';

const events = [
  { key: 'awareness', label: 'Awareness', explains: 'per employee who acted' },
  { key: 'share', label: 'Share', explains: 'per post made' },
  { key: 'click', label: 'Click', explains: 'per visit by a person' },
] as const;

type Values = Organisation['eventValues'];

function symbolOf(currency: string): string {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}

/** What each action is worth to the organisation; the sum is the advocacy value. */
export function ValueSettings({ organisation }: { readonly organisation: Organisation }): ReactElement {
  const { manage } = useSignedIn().can;
  const save = useSaveOrganisation();
  const [change, setChange] = useState<Partial<Values>>({});
  const shown = { ...organisation.eventValues, ...change };
  const units = minorUnits(organisation.currency);
  const fields = fieldSentences(save.error);
  return (
    <Panel
      title="Event values"
      explains="What an action is worth to you, for example what the same attention costs as advertising. A change counts from today; what was counted before keeps the value of its day."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ eventValues: shown }, { onSuccess: () => setChange({}) });
        }}
      >
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          {events.map(({ key, label, explains }) => (
            <NumberInput
              key={key}
              label={label}
              description={explains}
              min={0}
              max={100_000}
              decimalScale={Math.round(Math.log10(units))}
              fixedDecimalScale
              allowNegative={false}
              thousandSeparator=","
              leftSection={<span style={{ fontSize: 13 }}>{symbolOf(organisation.currency)}</span>}
              leftSectionWidth={symbolOf(organisation.currency).length > 2 ? 52 : 32}
              value={shown[key] / units}
              onChange={(value) => setChange({ ...change, [key]: Math.round(Number(value) * units) })}
              error={fields[`eventValues.${key}`]}
              disabled={!manage}
            />
          ))}
        </SimpleGrid>
        <SaveRow
          changed={events.some(({ key }) => shown[key] !== organisation.eventValues[key])}
          busy={save.isPending}
          error={save.error}
          onReset={() => {
            save.reset();
            setChange({});
          }}
        />
      </form>
    </Panel>
  );
}
