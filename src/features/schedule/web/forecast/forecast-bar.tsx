import { ActionIcon, Alert, Button, Group, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowBarDown,
  IconArrowBarRight,
  IconArrowForwardUp,
  IconDots,
  IconEraser,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { ErrorPanel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import classes from './forecast.module.css';
import type { Grid } from './use-grid.ts';
import { isMeanwhile, type Saving } from './use-saving.ts';

interface Props {
  readonly grid: Grid;
  readonly saving: Saving;
  /** What is selected, in words. */
  readonly words: string;
  readonly unsaved: number;
  readonly hasPast: boolean;
  readonly hasFuture: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onDiscard: () => void;
}

/** Below the grid: what is selected, what can be done with it, and what is not saved yet. */
export function ForecastBar(props: Props): ReactElement {
  const { grid, saving, words, unsaved, onDiscard } = props;
  const { save } = saving;
  const problem = grid.editor?.problem ?? null;
  return (
    <div className={classes.bar}>
      {save.isError && unsaved > 0 && (
        <div className={classes.failed}>
          {isMeanwhile(save.error) ? (
            <Alert role="alert" color="yellow" title="Somebody else has changed this forecast meanwhile">
              Their numbers are shown where you have none, and yours are kept. Save again to put yours in, or discard
              them.
            </Alert>
          ) : (
            <ErrorPanel error={save.error} />
          )}
        </div>
      )}
      <p className={classes.told} role={problem === null ? undefined : 'alert'} data-problem={problem !== null}>
        {problem ?? words}
      </p>
      <Group gap={6} wrap="nowrap">
        <Steps {...props} />
        {unsaved > 0 && (
          <>
            <Button variant="default" px="sm" onClick={onDiscard} disabled={save.isPending}>
              Discard
            </Button>
            <Button px="sm" loading={save.isPending} onClick={() => save.mutate()}>
              Save {plural(unsaved, 'number')}
            </Button>
          </>
        )}
      </Group>
    </div>
  );
}

function Steps({ grid, saving: { takeBack }, hasPast, hasFuture, onUndo, onRedo }: Props): ReactElement {
  const undo = hasPast ? 'Undo (Ctrl+Z)' : takeBack === null ? 'Nothing to undo' : 'Take back what was saved last';
  return (
    <>
      <Tooltip label={undo}>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={undo}
          disabled={!hasPast && takeBack === null}
          onClick={onUndo}
        >
          <IconArrowBackUp size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Redo (Ctrl+Y)">
        <ActionIcon variant="default" size={36} aria-label="Redo" disabled={!hasFuture} onClick={onRedo}>
          <IconArrowForwardUp size={18} />
        </ActionIcon>
      </Tooltip>
      <Menu position="top-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="What to do with the selection">
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconArrowBarDown size={16} />}
            rightSection={<Key of="Ctrl+D" />}
            onClick={grid.fillDown}
          >
            Fill down
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowBarRight size={16} />}
            rightSection={<Key of="Ctrl+R" />}
            onClick={grid.fillRight}
          >
            Fill to the right
          </Menu.Item>
          <Menu.Item leftSection={<IconEraser size={16} />} rightSection={<Key of="Del" />} onClick={grid.clear}>
            Clear
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

function Key({ of }: { readonly of: string }): ReactElement {
  return <small className={classes.key}>{of}</small>;
}
