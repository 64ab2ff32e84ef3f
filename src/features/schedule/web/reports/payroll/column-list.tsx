import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import classes from '../reports.module.css';
import { columnOf, moved } from './draft.ts';
import type { Column, Field, Payroll } from './payroll-contract.ts';

interface Props {
  readonly columns: readonly Column[];
  readonly fields: Payroll['fields'];
  readonly onChange: (columns: Column[]) => void;
}

const mostColumns = 40;
const fixed = 'text';

/** The columns of the file in their order: what stands in each, and its heading. */
export function ColumnList({ columns, fields, onChange }: Props): ReactElement {
  const set = (index: number, column: Column) => onChange(columns.toSpliced(index, 1, column));
  return (
    <>
      <ol className={classes.columns}>
        {columns.map((column, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is nothing but its place; two may be alike
            key={index}
            className={classes.column}
          >
            <Content column={column} index={index} fields={fields} onChange={(next) => set(index, next)} />
            <TextInput
              aria-label={`Heading of column ${index + 1}`}
              placeholder="Heading"
              maxLength={100}
              value={column.heading}
              error={column.heading.trim() === '' ? 'A heading is needed.' : undefined}
              onChange={(event) => set(index, { ...column, heading: event.currentTarget.value })}
            />
            <Moves
              index={index}
              count={columns.length}
              onMove={(by) => onChange(moved(columns, index, by))}
              onRemove={() => onChange(columns.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
      <Button
        mt="sm"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={columns.length >= mostColumns}
        onClick={() => onChange([...columns, columnOf(freeField(columns, fields), fields)])}
      >
        Add a column
      </Button>
    </>
  );
}

interface ContentProps {
  readonly column: Column;
  readonly index: number;
  readonly fields: Payroll['fields'];
  readonly onChange: (column: Column) => void;
}

function Content({ column, index, fields, onChange }: ContentProps): ReactElement {
  const choose = (value: string | null) => {
    if (value === fixed) return onChange({ heading: 'field' in column ? 'Text' : column.heading, text: '' });
    const chosen = fields.find(({ field }) => field === value);
    if (chosen === undefined) return;
    const wasCalled = 'field' in column ? fields.find(({ field }) => field === column.field)?.label : 'Text';
    // A heading of one's own stays.
    const heading = column.heading === wasCalled ? chosen.label : column.heading;
    onChange({ heading, field: chosen.field });
  };
  return (
    <div>
      <Select
        aria-label={`Content of column ${index + 1}`}
        allowDeselect={false}
        searchable
        data={[...fields.map(({ field, label }) => ({ value: field, label })), { value: fixed, label: 'A fixed text' }]}
        value={'field' in column ? column.field : fixed}
        onChange={choose}
      />
      {'text' in column && (
        <TextInput
          mt={4}
          aria-label={`Text of column ${index + 1}`}
          placeholder="The same in every row"
          maxLength={200}
          value={column.text}
          onChange={(event) => onChange({ heading: column.heading, text: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

interface MovesProps {
  readonly index: number;
  readonly count: number;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function Moves({ index, count, onMove, onRemove }: MovesProps): ReactElement {
  const name = `column ${index + 1}`;
  const shared = { variant: 'subtle', color: 'gray', size: 'lg' } as const;
  return (
    <div className={classes.moves}>
      <ActionIcon {...shared} aria-label={`Move ${name} up`} disabled={index === 0} onClick={() => onMove(-1)}>
        <IconArrowUp size={18} />
      </ActionIcon>
      <ActionIcon {...shared} aria-label={`Move ${name} down`} disabled={index === count - 1} onClick={() => onMove(1)}>
        <IconArrowDown size={18} />
      </ActionIcon>
      <ActionIcon {...shared} aria-label={`Remove ${name}`} onClick={onRemove}>
        <IconX size={18} />
      </ActionIcon>
    </div>
  );
}

function freeField(columns: readonly Column[], fields: Payroll['fields']): Field {
  const used = new Set(columns.map((one) => ('field' in one ? one.field : null)));
  return fields.find(({ field }) => !used.has(field))?.field ?? 'hours';
}
