import { Checkbox, Select, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import type { Mapping, Preview } from './contract.ts';
import classes from './imports.module.css';
import { columnLabel, mappingLabels } from './words.ts';

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
      <Panel title="Columns" explains="What each column of the file tells">
        <div className={classes.mapping}>
          {mappingLabels.map(({ field, label }) => (
            <Select
              key={field}
              label={label}
              placeholder="Not in the file"
              clearable
              size="sm"
              data={preview.columns.map((column, index) => ({
                value: String(index),
                label: columnLabel(column, index),
              }))}
              value={preview.mapping[field] === null ? null : String(preview.mapping[field])}
              onChange={(chosen) =>
                onChoose({
                  ...choices,
                  mapping: { ...preview.mapping, [field]: chosen === null ? null : Number(chosen) },
                })
              }
            />
          ))}
        </div>
      </Panel>
      <Panel title="What is done">
        <Stack gap="md">
          <Checkbox
            label="Invite by mail"
            description="Everybody without a way in gets a link. Without it they stand in the directory and the schedule only."
            checked={choices.invite}
            onChange={(event) => onChoose({ ...choices, invite: event.currentTarget.checked })}
          />
          <MissingPlaces preview={preview} choices={choices} onChoose={onChoose} />
          <Text size="sm" c="dimmed">
            All rows without error go in at once, or none does. It can’t be undone as a whole.
          </Text>
        </Stack>
      </Panel>
    </div>
  );
}

function MissingPlaces({ preview: { missing }, choices, onChoose }: Props): ReactElement | null {
  const names = [...missing.departments, ...missing.locations];
  if (names.length === 0) return null;
  const kinds = [
    ...(missing.departments.length > 0 ? [plural(missing.departments.length, 'department', 'departments')] : []),
    ...(missing.locations.length > 0 ? [plural(missing.locations.length, 'location', 'locations')] : []),
  ].join(' and ');
  const [shown, more] = [names.slice(0, 12), names.length - 12];
  return (
    <div>
      <Checkbox
        label={`Create ${kinds} that the organisation doesn’t have`}
        description="Otherwise rows that name one of them are in error. New locations get your organisation’s time zone."
        checked={choices.createPlaces}
        onChange={(event) => onChoose({ ...choices, createPlaces: event.currentTarget.checked })}
      />
      <Text size="sm" c="dimmed" mt={6} ml={32}>
        {shown.join(', ')}
        {more > 0 && ` and ${more} more`}
      </Text>
    </div>
  );
}
