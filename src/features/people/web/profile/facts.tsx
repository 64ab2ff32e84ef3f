import { Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import classes from './profile.module.css';

export type Fact = readonly [label: string, value: ReactNode];

/** What is known, as terms and values; what is not said is left out. */
export function Facts({ facts, none }: { readonly facts: readonly Fact[]; readonly none: string }): ReactElement {
  const said = facts.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (said.length === 0) return <Text c="dimmed">{none}</Text>;
  return (
    <dl className={classes.facts}>
      {said.map(([label, value]) => (
        // A term and its value stand together, so that the grid keeps them in one line.
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
