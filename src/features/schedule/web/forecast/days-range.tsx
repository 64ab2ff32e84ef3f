import { DatePickerInput } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { type ReactElement, useState } from 'react';
import { daysBetween } from '../../../../web/zoned-time.ts';
import type { Span } from '../board/days.ts';

/** As many days as a forecast is asked for at once. */
const mostDays = 42;

export function isTooLong({ from, to }: Span): boolean {
  return daysBetween(from, to) >= mostDays;
}

interface Props {
  readonly span: Span;
  readonly onSpan: (span: Span) => void;
}

/** The days that something is done with. */
export function DaysRange({ span, onSpan }: Props): ReactElement {
  // The first day of a new range, until its last is chosen.
  const [first, setFirst] = useState<string | null>(null);
  return (
    <DatePickerInput
      type="range"
      label="Days"
      allowSingleDateInRange
      valueFormat="D MMM YYYY"
      value={first === null ? [span.from, span.to] : [first, null]}
      error={first === null && isTooLong(span) ? `At most ${mostDays} days.` : undefined}
      onChange={([from, to]) => {
        if (from === null) return;
        setFirst(to === null ? from.slice(0, 10) : null);
        if (to !== null) onSpan({ from: from.slice(0, 10), to: to.slice(0, 10) });
      }}
    />
  );
}
