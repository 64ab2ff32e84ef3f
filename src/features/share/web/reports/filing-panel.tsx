import { Button, Group, Select, Stack, TagsInput, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { campaignsQuery, fileRequest, tagsQuery } from './report-api.ts';

interface Filed {
  readonly campaignId: string | null;
  readonly tags: readonly string[];
}

/** Under which campaign and tags a request is reported; it can be changed at any time, also after its end. */
export function FilingPanel({ id, filed }: { readonly id: string; readonly filed: Filed }): ReactElement {
  const client = useQueryClient();
  const [change, setChange] = useState<Partial<Filed>>({});
  const shown: Filed = { ...filed, ...change };
  const campaigns = useQuery(campaignsQuery).data?.campaigns ?? [];
  const suggestions = useQuery(tagsQuery).data?.tags ?? [];
  const save = useMutation({
    mutationFn: () => fileRequest(id, shown),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['requests'] });
      await client.invalidateQueries({ queryKey: ['reports'] });
      setChange({});
    },
  });
  const open = campaigns.filter((campaign) => !campaign.archived || campaign.id === filed.campaignId);
  return (
    <Panel title="Filed under">
      <Stack gap="sm">
        <Select
          label="Campaign"
          clearable
          searchable
          placeholder="None"
          nothingFoundMessage="Begin campaigns on the page of reports"
          data={open.map(({ id: value, name: label }) => ({ value, label }))}
          value={shown.campaignId}
          onChange={(campaignId) => setChange({ ...change, campaignId })}
        />
        <TagsInput
          label="Tags"
          placeholder={shown.tags.length === 0 ? 'e.g. jobs' : ''}
          maxTags={10}
          data={suggestions.map(({ tag }) => tag)}
          value={[...shown.tags]}
          onChange={(tags) => setChange({ ...change, tags })}
        />
        {Object.keys(change).length > 0 && (
          <Group gap="xs">
            <Button size="xs" loading={save.isPending} onClick={() => save.mutate()}>
              Save
            </Button>
            <Button size="xs" variant="default" disabled={save.isPending} onClick={() => setChange({})}>
              Undo
            </Button>
          </Group>
        )}
        {save.isError && (
          <Text size="sm" c="red" role="alert">
            {sentenceOf(save.error)}
          </Text>
        )}
      </Stack>
    </Panel>
  );
}
