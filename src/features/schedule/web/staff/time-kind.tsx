import { SegmentedControl } from '@mantine/core';
import type { ReactElement } from 'react';
import type { CalendarKind } from '../calendar/source.ts';
import type { TimePayload } from '../calendars.ts';

const names = { available: 'Can work', preferred: 'Like to work', unavailable: 'Can’t work' } as const;
const colours = { available: 'teal', preferred: 'lilac', unavailable: 'red' } as const;
const kinds = ['available', 'preferred', 'unavailable'] as const;
const first: TimePayload = { kind: 'unavailable' };

/** The calendar of what a person says of their time. */
export const timeKind: CalendarKind<TimePayload> = {
  noun: 'time',
  title: ({ kind }) => names[kind],
  colour: ({ kind }) => colours[kind],
  row: ({ kind }) => names[kind],
  first,
  inRow: (row) => ({ kind: kinds.find((kind) => names[kind] === row) ?? first.kind }),
  rows: kinds.map((kind) => names[kind]),
  usual: 8 * 60,
  hasColours: false,
  Fields: TimeKindField,
};

interface Props {
  readonly value: TimePayload;
  readonly onChange: (payload: TimePayload) => void;
}

function TimeKindField({ value, onChange }: Props): ReactElement {
  return (
    <SegmentedControl
      aria-label="What you say of this time"
      fullWidth
      value={value.kind}
      onChange={(chosen) => onChange({ kind: kinds.find((kind) => kind === chosen) ?? value.kind })}
      data={kinds.map((kind) => ({ value: kind, label: names[kind] }))}
    />
  );
}
