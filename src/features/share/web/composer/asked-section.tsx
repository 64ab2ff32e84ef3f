import { SegmentedControl } from '@mantine/core';
import type { ReactElement } from 'react';
import { ContentSection } from './content-section.tsx';
import { EngagementSection } from './engagement-section.tsx';
import type { Part } from './part.ts';

/** What is asked of people, and about what. Which of the two it is stays once it is planned. */
export function AskedSection(part: Part): ReactElement {
  const { form, patch, state } = part;
  return (
    <>
      {(state === null || state === 'draft') && <KindChoice form={form} patch={patch} />}
      {form.kind === 'shares' ? <ContentSection {...part} /> : <EngagementSection {...part} />}
    </>
  );
}

/** To share something, or to join in on a post that exists. */
function KindChoice({ form, patch }: Pick<Part, 'form' | 'patch'>): ReactElement {
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
