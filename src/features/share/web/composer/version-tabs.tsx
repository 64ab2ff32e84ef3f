import { Button, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import classes from './composer.module.css';
import { maxVariants } from './composer-form.ts';

interface Props {
  /** For each version, whether a network would refuse it. */
  readonly over: readonly boolean[];
  /** From 0. */
  readonly current: number;
  readonly onChoose: (index: number) => void;
  readonly onAdd: () => void;
  /** The chosen version's field. */
  readonly children: ReactNode;
}

/** A tab for each version; one that a network would refuse is marked, as it may not be the one in view. */
export function VersionTabs({ over, current, onChoose, onAdd, children }: Props): ReactElement {
  return (
    <Tabs value={String(current)} onChange={(value) => onChoose(Number(value))} keepMounted={false}>
      <div className={classes.variantTabs}>
        <Tabs.List aria-label="Versions">
          {over.map((refused, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a version is its place; it has no other name
            <Tabs.Tab key={index} value={String(index)} data-over={refused}>
              Version {index + 1}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {over.length < maxVariants && (
          <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={16} />} onClick={onAdd}>
            Add
          </Button>
        )}
      </div>
      <Tabs.Panel value={String(current)} pt="sm">
        {children}
      </Tabs.Panel>
    </Tabs>
  );
}
