import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { ShownTerms } from './contract.ts';
import { factsOf } from './raise-words.ts';
import classes from './raises.module.css';

/** From what to what: what will hold stands large, what it was until then below it. */
export function RaiseFacts({ terms }: { readonly terms: ShownTerms }): ReactElement {
  return (
    <dl className={classes.facts}>
      {factsOf(terms).map(({ label, now, before, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={classes.now}>{now}</dd>
          {(before !== null || note !== '') && (
            <dd>
              <Text span size="sm" c="dimmed">
                {[before === null ? '' : `Until then ${before}`, note].filter(Boolean).join(' · ')}
              </Text>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
