import { Checkbox, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import { ColumnsPanel } from '../../../../web/imports/columns-panel.tsx';
import classes from '../../../../web/imports/imports.module.css';
import { MissingPlaces } from '../../../../web/imports/missing-places.tsx';
import type { Mapping, Preview } from './contract.ts';
import { mappingLabels } from './words.ts';

export interface ImportChoices {
  readonly invite: boolean;
  readonly createPlaces: boolean;
  /** Null: as the header tells. */
  readonly mapping: Mapping | null;
}

interface Props {
  readonly preview: Preview;
  readonly choices: ImportChoices;
  readonly onChoose: (choices: ImportChoices) => void;
}

/** Which column tells what, whether people are invited, and whether missing places are made. */
export function Choices({ preview, choices, onChoose }: Props): ReactElement {
  return (
    <div className={classes.choices}>
      <ColumnsPanel
        fields={mappingLabels}
        columns={preview.columns}
        mapping={preview.mapping}
        onMap={(mapping) => onChoose({ ...choices, mapping })}
      />
      <Panel title="What is done">
        <Stack gap="md">
          <Checkbox
            label="Invite by mail"
            description="Everybody without a way in gets a link. Without it they stand in the directory and the schedule only."
            checked={choices.invite}
            onChange={(event) => onChoose({ ...choices, invite: event.currentTarget.checked })}
          />
          <MissingPlaces
            missing={preview.missing}
            checked={choices.createPlaces}
            onChange={(createPlaces) => onChoose({ ...choices, createPlaces })}
          />
          <Text size="sm" c="dimmed">
            All rows without error go in at once, or none does. It can’t be undone as a whole.
          </Text>
        </Stack>
      </Panel>
    </div>
  );
}
