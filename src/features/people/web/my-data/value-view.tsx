import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import profile from '../profile/profile.module.css';
import { momentText } from '../profile/words.ts';
import { isMoment, labelOf } from './labels.ts';
import classes from './my-data.module.css';

/** Whatever a slice holds, drawn as terms and values: objects within objects, lists as lists. */
export function ValueView({ value }: { readonly value: unknown }): ReactElement {
  if (value === null || value === undefined || value === '') return <Text c="dimmed">Nothing</Text>;
  if (Array.isArray(value)) return <ListView values={value} />;
  if (typeof value !== 'object') return <span className={classes.text}>{textOf(value)}</span>;
  const entries = Object.entries(value);
  if (entries.length === 0) return <Text c="dimmed">Nothing</Text>;
  return (
    <dl className={profile.facts}>
      {entries.map(([name, inner]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{labelOf(name)}</dt>
          <dd>{name === 'base64' ? 'In the file' : <ValueView value={inner} />}</dd>
        </div>
      ))}
    </dl>
  );
}

function ListView({ values }: { readonly values: readonly unknown[] }): ReactElement {
  if (values.length === 0) return <Text c="dimmed">Nothing</Text>;
  if (values.every((value) => typeof value !== 'object')) return <span>{values.map(textOf).join(', ')}</span>;
  return (
    <ul className={classes.values}>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: values of any kind, drawn once
        <li key={index}>
          <ValueView value={value} />
        </li>
      ))}
    </ul>
  );
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value !== 'string') return String(value);
  return isMoment(value) ? momentText(value) : value;
}
