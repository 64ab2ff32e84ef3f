import { Select, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { campaignsQuery, tagsQuery } from './report-api.ts';

/** Under what a request is reported. */
export interface Filed {
  readonly campaignId: string | null;
  readonly tags: readonly string[];
}

interface Props {
  readonly filed: Filed;
  /** The campaign that it belongs to already: it may stay, archived or not. */
  readonly kept: string | null;
  readonly onChange: (change: Partial<Filed>) => void;
  readonly error?: string | undefined;
}

/** A request's campaign and tags, wherever they are chosen. */
export function FilingFields({ filed, kept, onChange, error }: Props): ReactElement {
  const campaigns = useQuery(campaignsQuery).data?.campaigns ?? [];
  const suggestions = useQuery(tagsQuery).data?.tags ?? [];
  const open = campaigns.filter((campaign) => !campaign.archived || campaign.id === kept);
  return (
    <>
      <Select
        label="Campaign"
        clearable
        searchable
        placeholder="None"
        nothingFoundMessage="Begin campaigns on the page of reports"
        data={open.map(({ id: value, name: label }) => ({ value, label }))}
        value={filed.campaignId}
        onChange={(campaignId) => onChange({ campaignId })}
        error={error}
      />
      <TagsInput
        label="Tags"
        placeholder={filed.tags.length === 0 ? 'e.g. jobs' : ''}
        maxTags={10}
        data={suggestions.map(({ tag }) => tag)}
        value={[...filed.tags]}
        onChange={(tags) => onChange({ tags })}
      />
    </>
  );
}
