import { Select, SimpleGrid } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Draft } from './draft.ts';

type Choices<Name extends 'rows' | 'source' | 'separator' | 'decimals' | 'dates'> = Readonly<
  Record<Draft[Name], string>
>;

const rows: Choices<'rows'> = { day: 'Person, day and role', span: 'Person and role' };
const sources: Choices<'source'> = { worked: 'Worked and approved', planned: 'Planned and published' };
const separators: Choices<'separator'> = { comma: 'Comma', semicolon: 'Semicolon', tab: 'Tab' };
const decimals: Choices<'decimals'> = { point: '7.50', comma: '7,50' };
const dates: Choices<'dates'> = { iso: '2026-03-02', dots: '02.03.2026', slashes: '02/03/2026', us: '03/02/2026' };

interface Props {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** What the rows are, and how the file is written. */
export function MappingFields({ draft, onChange }: Props): ReactElement {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 5 }} mb="lg">
      <Choice label="A row for each" of={rows} value={draft.rows} onChange={(chosen) => onChange({ rows: chosen })} />
      <Choice label="Hours" of={sources} value={draft.source} onChange={(source) => onChange({ source })} />
      <Choice
        label="Between columns"
        of={separators}
        value={draft.separator}
        onChange={(separator) => onChange({ separator })}
      />
      <Choice
        label="Numbers"
        of={decimals}
        value={draft.decimals}
        onChange={(chosen) => onChange({ decimals: chosen })}
      />
      <Choice label="Dates" of={dates} value={draft.dates} onChange={(chosen) => onChange({ dates: chosen })} />
    </SimpleGrid>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly of: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, of, value, onChange }: ChoiceProps<Value>): ReactElement {
  return (
    <Select
      label={label}
      allowDeselect={false}
      data={Object.entries<string>(of).map(([name, words]) => ({ value: name, label: words }))}
      value={value}
      onChange={(chosen) => {
        const found = (Object.keys(of) as Value[]).find((one) => one === chosen);
        if (found !== undefined) onChange(found);
      }}
    />
  );
}
