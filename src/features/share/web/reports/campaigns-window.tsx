import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { plural } from '../../../../web/figures.ts';
import { sentenceOf } from '../../../../web/problem.ts';
import { beginCampaign, campaignsQuery, changeCampaign, mergeCampaign } from './report-api.ts';
import { type Campaign, campaignColours } from './report-contract.ts';
import classes from './reports.module.css';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Changes of campaigns are changes of reports and of the requests that belong to them. */
function useCampaignChange<T>(change: (wanted: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['requests'] });
      await client.invalidateQueries({ queryKey: ['reports'] });
    },
  });
}

/** All campaigns: begin one, rename it, archive it, or merge two that are the same. */
export function CampaignsWindow({ opened, onClose }: Props): ReactElement {
  return (
    <Window opened={opened} onClose={onClose} title="Campaigns" size="lg">
      {opened && <Campaigns />}
    </Window>
  );
}

function Campaigns(): ReactElement {
  const found = useQuery(campaignsQuery);
  const campaigns = found.data?.campaigns ?? [];
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        A campaign holds requests together for reports. Say on a request’s page, or while you compose it, to which one
        it belongs.
      </Text>
      <Begin />
      {found.isPending && <LoadingLines count={3} />}
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {campaigns.length > 0 && (
        <ul className={classes.campaigns}>
          {campaigns.map((campaign) => (
            <CampaignRow
              key={campaign.id}
              campaign={campaign}
              others={campaigns.filter(({ id }) => id !== campaign.id)}
            />
          ))}
        </ul>
      )}
    </Stack>
  );
}

function Begin(): ReactElement {
  const [name, setName] = useState('');
  const begin = useCampaignChange(beginCampaign);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate(name, { onSuccess: () => setName('') });
      }}
    >
      <Group align="flex-end" wrap="nowrap">
        <TextInput
          style={{ flex: 1 }}
          label="Begin a campaign"
          placeholder="e.g. Open harbour day"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={begin.isError ? sentenceOf(begin.error) : undefined}
        />
        <Button type="submit" disabled={name.trim() === ''} loading={begin.isPending}>
          Begin
        </Button>
      </Group>
    </form>
  );
}

interface RowProps {
  readonly campaign: Campaign;
  readonly others: readonly Campaign[];
}

function CampaignRow({ campaign, others }: RowProps): ReactElement {
  const [editing, setEditing] = useState(false);
  const change = useCampaignChange((body: Parameters<typeof changeCampaign>[1]) => changeCampaign(campaign.id, body));
  return (
    <li data-archived={campaign.archived}>
      <div className={classes.campaign}>
        <i className={classes.mark} data-colour={campaign.colour} aria-hidden />
        <div>
          <b>{campaign.name}</b>
          <Text size="xs" c="dimmed">
            {plural(campaign.requests, 'request')}
            {campaign.archived && ', archived'}
          </Text>
        </div>
        <Group gap={4} ml="auto">
          <Button size="compact-sm" variant="subtle" onClick={() => setEditing(!editing)} aria-expanded={editing}>
            Change
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            loading={change.isPending}
            onClick={() => change.mutate({ archived: !campaign.archived })}
          >
            {campaign.archived ? 'Open again' : 'Archive'}
          </Button>
        </Group>
      </div>
      {editing && <EditCampaign campaign={campaign} others={others} onDone={() => setEditing(false)} />}
      {change.isError && (
        <Text size="sm" c="red" role="alert">
          {sentenceOf(change.error)}
        </Text>
      )}
    </li>
  );
}

function EditCampaign({ campaign, others, onDone }: RowProps & { readonly onDone: () => void }): ReactElement {
  const [name, setName] = useState(campaign.name);
  const [colour, setColour] = useState(campaign.colour);
  const change = useCampaignChange((body: Parameters<typeof changeCampaign>[1]) => changeCampaign(campaign.id, body));
  return (
    <Stack gap="xs" mt="xs">
      <Group align="flex-end">
        <TextInput
          label="Name"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={change.isError ? sentenceOf(change.error) : undefined}
        />
        <Select
          label="Colour"
          w={120}
          allowDeselect={false}
          data={campaignColours}
          value={colour}
          onChange={(value) => setColour(campaignColours.find((one) => one === value) ?? colour)}
        />
        <Button
          variant="default"
          loading={change.isPending}
          onClick={() => change.mutate({ name, colour }, { onSuccess: onDone })}
        >
          Save
        </Button>
      </Group>
      {others.length > 0 && <MergeInto campaign={campaign} others={others} />}
    </Stack>
  );
}

/** Gives everything of a campaign to another, and removes it. */
function MergeInto({ campaign, others }: RowProps): ReactElement {
  const [into, setInto] = useState<string | null>(null);
  const merge = useCampaignChange((other: string) => mergeCampaign(campaign.id, other));
  return (
    <Group align="flex-end">
      <Select
        label="Give its requests to"
        description="This campaign is removed then."
        searchable
        data={others.map((other) => ({ value: other.id, label: other.name }))}
        value={into}
        onChange={setInto}
      />
      <Button
        variant="default"
        color="red"
        disabled={into === null}
        loading={merge.isPending}
        onClick={() => into !== null && merge.mutate(into)}
      >
        Merge
      </Button>
      {merge.isError && (
        <Text size="sm" c="red" role="alert">
          {sentenceOf(merge.error)}
        </Text>
      )}
    </Group>
  );
}
