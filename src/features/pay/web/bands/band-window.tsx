import { Autocomplete, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { currencyChoices, minorUnits } from '../../../../web/figures.ts';
import { fieldSentences } from '../../../../web/problem.ts';
import { type Band, type Bands, keptBandSchema } from '../contract.ts';
import { type BandDraft, bodyOfBand, draftOfBand, isWhole } from './band-draft.ts';
import classes from './bands.module.css';

interface Props {
  readonly known: Bands;
  /** The band that is changed; null for a fresh one. */
  readonly band: Band | null;
  readonly onClose: () => void;
  readonly onDone: (ended: string | null) => void;
}

/** Adds the band of a title, or changes one. */
export function BandWindow({ known, band, onClose, onDone }: Props): ReactElement {
  const [draft, setDraft] = useState(() => draftOfBand(known.today, known.currency, band));
  const send = useMutation({
    mutationFn: () => {
      const body = bodyOfBand(draft);
      if (band === null) return call(keptBandSchema, 'POST', '/api/pay/bands', { body });
      return call(keptBandSchema, 'PUT', `/api/pay/bands/${encodeURIComponent(band.id)}` as const, { body });
    },
    onSuccess: ({ ended }) => onDone(ended),
  });
  const wrong = fieldSentences(send.error);
  const change = (given: Partial<BandDraft>) => setDraft({ ...draft, ...given });
  const part = { draft, wrong, onChange: change };
  return (
    <Window opened onClose={onClose} title={band === null ? 'Add a band' : `Band of ${band.title}`}>
      <WindowForm
        sending={send}
        submit={band === null ? 'Add' : 'Save'}
        isReady={isWhole(draft)}
        onSubmit={() => send.mutate()}
        onCancel={onClose}
      >
        <Autocomplete
          data-autofocus
          openOnFocus={false}
          label="Title"
          required
          maxLength={100}
          data={known.titles}
          value={draft.title}
          error={wrong.title}
          onChange={(title) => change({ title })}
        />
        <Select
          label="Where"
          description="A band of a location goes before the one for everywhere."
          data={[{ value: '', label: 'Everywhere' }, ...placesOf(known, band)]}
          allowDeselect={false}
          searchable={known.locations.length > 8}
          value={draft.locationId ?? ''}
          error={wrong.locationId}
          onChange={(locationId) => change({ locationId: locationId || null })}
        />
        <Amounts {...part} />
        <Days {...part} />
      </WindowForm>
    </Window>
  );
}

function Days({ draft, wrong, onChange }: PartProps): ReactElement {
  return (
    <div className={classes.two}>
      <TextInput
        type="date"
        label="From"
        required
        value={draft.from}
        error={wrong.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label="Until"
        description="Empty: until another one."
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.until}
        error={wrong.until}
        onChange={(event) => onChange({ until: event.currentTarget.value })}
      />
    </div>
  );
}

/** Places that can be chosen; that of the band itself too, where it is no more. */
function placesOf({ locations }: Bands, band: Band | null) {
  const choices = locations.map(({ id, name }) => ({ value: id, label: name }));
  const own = band?.locationId ?? null;
  if (own === null || locations.some(({ id }) => id === own)) return choices;
  return [...choices, { value: own, label: band?.place ?? 'A former location' }];
}

interface PartProps {
  readonly draft: BandDraft;
  /** Sentences by field. */
  readonly wrong: Readonly<Record<string, string>>;
  readonly onChange: (given: Partial<BandDraft>) => void;
}

const units = [
  { value: 'hour', label: 'An hour' },
  { value: 'year', label: 'A year' },
];
const bounds = [
  ['min', 'Minimum'],
  ['mid', 'Midpoint'],
  ['max', 'Maximum'],
] as const;

function Amounts({ draft, wrong, onChange }: PartProps): ReactElement {
  const digits = Math.round(Math.log10(minorUnits(draft.currency)));
  return (
    <>
      <SegmentedControl
        aria-label="What the amounts are for"
        fullWidth
        data={units}
        value={draft.per}
        onChange={(per) => onChange({ per: per === 'year' ? 'year' : 'hour' })}
      />
      <div className={classes.three}>
        {bounds.map(([field, label]) => (
          <NumberInput
            key={field}
            label={label}
            required
            min={0}
            hideControls
            decimalScale={digits}
            thousandSeparator=","
            value={draft[field]}
            error={wrong[field]}
            onChange={(amount) => onChange({ [field]: amount === '' ? '' : Number(amount) })}
          />
        ))}
      </div>
      <Select
        label="Currency"
        searchable
        allowDeselect={false}
        data={currencyChoices}
        value={draft.currency}
        error={wrong.currency}
        onChange={(currency) => onChange({ currency: currency ?? draft.currency })}
      />
      {draft.per === 'year' && (
        <NumberInput
          label="Full time, hours a week"
          description="Who works less is held against the part of it that they work."
          required
          min={1}
          max={100}
          decimalScale={2}
          value={draft.weeklyHours}
          error={wrong.weeklyMinutes}
          onChange={(hours) => onChange({ weeklyHours: hours === '' ? '' : Number(hours) })}
        />
      )}
    </>
  );
}
