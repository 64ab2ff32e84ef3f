import { Stack, Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import type { Part } from './part.ts';
import { PicturesField } from './pictures-field.tsx';
import { PlacesField } from './places-field.tsx';
import { VideoField } from './video-field.tsx';

/** Where it appears in Slack, and what it says there. */
export function SlackSection(part: Part): ReactElement {
  const { form, patch, problems } = part;
  return (
    <Panel title="In Slack" data-tour="compose-slack">
      <Stack>
        <PlacesField form={form} patch={patch} problems={problems} disabled={part.state === 'open'} />
        <Textarea
          label="Message"
          description="Why it matters, in your own words. *bold*, _italic_ and :emoji: work as in Slack."
          autosize
          minRows={3}
          maxRows={12}
          value={form.slackText}
          onChange={(event) => patch({ slackText: event.currentTarget.value })}
          error={problems.slackText}
        />
        <PicturesField {...part} />
        <VideoField {...part} />
      </Stack>
    </Panel>
  );
}
