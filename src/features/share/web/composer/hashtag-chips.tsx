import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { hasHashtag } from '../../hashtags.ts';

interface Props {
  readonly hashtags: readonly string[];
  readonly text: string;
  readonly onChoose: (tag: string) => void;
}

/** Hashtags that the organisation uses and this text lacks, to be put at its end. */
export function HashtagChips({ hashtags, text, onChoose }: Props): ReactElement | null {
  const missing = hashtags.filter((tag) => !hasHashtag(text, tag));
  if (missing.length === 0) return null;
  return (
    <Group gap={6} mt={6} role="group" aria-label="Hashtags that you use">
      {missing.map((tag) => (
        <Button
          key={tag}
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={12} aria-hidden />}
          onClick={() => onChoose(tag)}
        >
          {tag}
        </Button>
      ))}
    </Group>
  );
}
