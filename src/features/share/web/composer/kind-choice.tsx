import { SegmentedControl } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Part } from './part.ts';

/** What is asked of people: to share something, or to join in on a post that exists. Fixed once it is planned. */
export function KindChoice({ form, patch, state }: Part): ReactElement | null {
  if (state !== null && state !== 'draft') return null;
  return (
    <SegmentedControl
      fullWidth
      aria-label="What to ask for"
      value={form.kind}
      onChange={(value) => patch({ kind: value === 'engagement' ? 'engagement' : 'shares' })}
      data={[
        { value: 'shares', label: 'Share something' },
        { value: 'engagement', label: 'Join in on a post' },
      ]}
    />
  );
}
