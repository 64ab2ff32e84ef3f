import { Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import type { ReactElement } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import { ColumnsPanel } from '../../../../web/imports/columns-panel.tsx';
import classes from '../../../../web/imports/imports.module.css';
import { MissingPlaces } from '../../../../web/imports/missing-places.tsx';
import { useSignedIn } from '../../../../web/queries.ts';
import { seesRates } from '../access.ts';
import type { RoleMapping, RolePreview } from './role-contract.ts';
import { fieldsFor } from './role-words.ts';

export interface RoleChoices {
  readonly createPlaces: boolean;
  /** The first day of the shifts; null: today. */
  readonly from: string | null;
  /** Null: as the header tells. */
  readonly mapping: RoleMapping | null;
}

interface Props {
  readonly preview: RolePreview;
  readonly choices: RoleChoices;
  readonly onChoose: (choices: RoleChoices) => void;
}

/** Which column tells what, when shifts begin, and whether missing places are made. */
export function RoleImportChoices({ preview, choices, onChoose }: Props): ReactElement {
  const me = useSignedIn();
  return (
    <div className={classes.choices}>
      <ColumnsPanel
        fields={fieldsFor(seesRates(me))}
        columns={preview.columns}
        mapping={preview.mapping}
        onMap={(mapping) => onChoose({ ...choices, mapping })}
      />
      <Panel title="What is done">
        <Stack gap="md">
          <DateInput
            label="Shifts begin"
            description="On the first of their days from this one on. They repeat each week."
            valueFormat="ddd D MMM YYYY"
            value={choices.from ?? preview.from}
            onChange={(day) => day !== null && onChoose({ ...choices, from: day.slice(0, 10) })}
          />
          <MissingPlaces
            missing={preview.missing}
            checked={choices.createPlaces}
            onChange={(createPlaces) => onChoose({ ...choices, createPlaces })}
          />
          {preview.notes.map((note) => (
            <Text key={note} size="sm" role="note">
              {note}
            </Text>
          ))}
          <Text size="sm" c="dimmed">
            All rows without error go in at once, or none does. It can’t be undone as a whole.
          </Text>
        </Stack>
      </Panel>
    </div>
  );
}
