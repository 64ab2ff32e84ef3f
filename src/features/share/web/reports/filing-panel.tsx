import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { type Filed, FilingFields } from './filing-fields.tsx';
import { fileRequest } from './report-api.ts';

interface Props {
  readonly id: string;
  readonly filed: Filed;
  /** Whether links that are out name the campaign with which they were sent. */
  readonly namesCampaign?: boolean;
}

/** Under which campaign and tags a request is reported; it can be changed at any time, also after its end. */
export function FilingPanel({ id, filed, namesCampaign = false }: Props): ReactElement {
  const client = useQueryClient();
  const [change, setChange] = useState<Partial<Filed>>({});
  const shown: Filed = { ...filed, ...change };
  const save = useMutation({
    mutationFn: () => fileRequest(id, shown),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['requests'] });
      await client.invalidateQueries({ queryKey: ['reports'] });
      setChange({});
    },
  });
  return (
    <Panel title="Filed under">
      <Stack gap="sm">
        <FilingFields
          filed={shown}
          kept={filed.campaignId}
          onChange={(changed) => setChange({ ...change, ...changed })}
        />
        {namesCampaign && shown.campaignId !== filed.campaignId && (
          <Text size="sm" c="dimmed">
            Links that are out keep the campaign with which they were sent; only reports change.
          </Text>
        )}
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
