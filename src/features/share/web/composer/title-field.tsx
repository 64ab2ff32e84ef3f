import { TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Part } from './part.ts';

/** The line by which people know a request in Slack. */
export function TitleField({ form, patch, problems }: Pick<Part, 'form' | 'patch' | 'problems'>): ReactElement {
  return (
    <TextInput
      label="Title"
      description="How your people see it in Slack."
      maxLength={150}
      value={form.title}
      onChange={(event) => patch({ title: event.currentTarget.value })}
      error={problems.title}
    />
  );
}
