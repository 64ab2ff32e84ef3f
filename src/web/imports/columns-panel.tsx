import { Select } from '@mantine/core';
import type { ReactElement } from 'react';
import { Panel } from '../controls/panels.tsx';
import type { AnyPreview, Mapping } from './contract.ts';
import classes from './imports.module.css';
import { columnLabel } from './words.ts';

interface Props<Field extends string> {
  readonly fields: readonly { readonly field: Field; readonly label: string }[];
  readonly columns: AnyPreview['columns'];
  readonly mapping: Mapping<Field>;
  readonly onMap: (mapping: Mapping<Field>) => void;
}

/** Which column tells what. */
export function ColumnsPanel<Field extends string>(props: Props<Field>): ReactElement {
  const { fields, columns, mapping, onMap } = props;
  return (
    <Panel title="Columns" explains="What each column of the file tells">
      <div className={classes.mapping}>
        {fields.map(({ field, label }) => (
          <Select
            key={field}
            label={label}
            placeholder="Not in the file"
            clearable
            size="sm"
            data={columns.map((column, index) => ({ value: String(index), label: columnLabel(column, index) }))}
            value={mapping[field] === null ? null : String(mapping[field])}
            onChange={(chosen) => onMap({ ...mapping, [field]: chosen === null ? null : Number(chosen) })}
          />
        ))}
      </div>
    </Panel>
  );
}
