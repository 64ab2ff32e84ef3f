import { Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import type { ShareRequest } from '../contract.ts';
import { FilingFields } from '../reports/filing-fields.tsx';
import { FilingPanel } from '../reports/filing-panel.tsx';
import type { Part } from './part.ts';

/**
 * Under which campaign and tags it is reported. Of a draft it is kept with the draft; later it changes by itself, since
 * nobody who approved the request or reads it in Slack is concerned.
 */
export function FilingSection({
  form,
  patch,
  problems,
  request,
}: Part & { readonly request: ShareRequest | null }): ReactElement {
  if (request !== null && request.state !== 'draft') {
    const { id, campaignId, tags } = request;
    return <FilingPanel id={id} filed={{ campaignId: campaignId ?? null, tags: tags ?? [] }} />;
  }
  return (
    <Panel title="Filed under">
      <Stack gap="sm">
        <FilingFields
          filed={form}
          kept={request?.campaignId ?? null}
          onChange={({ campaignId, tags }) =>
            patch({ ...(campaignId !== undefined && { campaignId }), ...(tags !== undefined && { tags: [...tags] }) })
          }
          error={problems.campaignId}
        />
      </Stack>
    </Panel>
  );
}
