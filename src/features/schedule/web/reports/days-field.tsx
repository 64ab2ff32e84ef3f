import { Select } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { type ReactElement, useState } from 'react';
import { type Day, daysBetween } from '../../../../web/zoned-time.ts';
import { type Stretch, stretches } from './report-search.ts';

const words: Readonly<Record<Stretch, string>> = {
  period: 'Current period',
  last_period: 'Last period',
  month: 'This month',
  last_month: 'Last month',
  quarter: 'This quarter',
};
const mostDays = 400;

interface Props {
  readonly stretch: Stretch | null;
  /** The days that are shown. */
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly onStretch: (stretch: Stretch) => void;
  readonly onDays: (from: Day, to: Day) => void;
}

/** A stretch by its name, or days of one's own. */
export function DaysFields({ stretch, from, to, onStretch, onDays }: Props): ReactElement {
  const [half, setHalf] = useState<string | null>(null);
  const shown: [string | null, string | null] = half === null ? [from ?? null, to ?? null] : [half, null];
  return (
    <>
      <Select
        label="Time"
        allowDeselect={false}
        data={[
          ...stretches.map((one) => ({ value: one, label: words[one] })),
          ...(stretch === null ? [{ value: 'own', label: 'Own days' }] : []),
        ]}
        value={stretch ?? 'own'}
        onChange={(value) => {
          const chosen = stretches.find((one) => one === value);
          if (chosen !== undefined) onStretch(chosen);
        }}
      />
      <DatePickerInput
        type="range"
        label="Days"
        allowSingleDateInRange
        valueFormat="D MMM YYYY"
        value={shown}
        error={half !== null ? undefined : tooLong(from, to)}
        onChange={([first, last]) => {
          if (first === null) return;
          if (last === null) return setHalf(first.slice(0, 10));
          setHalf(null);
          onDays(first.slice(0, 10), last.slice(0, 10));
        }}
      />
    </>
  );
}

function tooLong(from: Day | undefined, to: Day | undefined): string | undefined {
  if (from === undefined || to === undefined || daysBetween(from, to) < mostDays) return undefined;
  return `At most ${mostDays} days.`;
}
