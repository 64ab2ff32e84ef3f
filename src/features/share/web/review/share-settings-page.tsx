import { Radio, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn } from '../../../../web/queries.ts';
import { PaceSetting } from '../pacing/pace-setting.tsx';
import { RewritingSetting } from '../rewriting/rewriting-setting.tsx';
import { TopicsPanel } from '../topics/topics-panel.tsx';
import { UtmTemplatesPanel } from '../utm-templates/utm-templates-panel.tsx';
import { type Approvals, saveApprovals, shareSettingsQuery } from './review-api.ts';
import { SettingFoot } from './setting-foot.tsx';

/** How requests go out. Whoever may not change it sees how it is. */
export function ShareSettingsPage(): ReactElement {
  const settings = useQuery(shareSettingsQuery);
  return (
    <>
      <PageHead
        title="Request settings"
        above={
          <TextLink to="/requests" size="sm" c="dimmed">
            Requests
          </TextLink>
        }
      />
      {settings.isPending && (
        <Panel>
          <LoadingLines count={4} />
        </Panel>
      )}
      {settings.isError && <ErrorPanel error={settings.error} onRetry={() => void settings.refetch()} />}
      <Stack>
        {settings.data !== undefined && <ApprovalSetting approvals={settings.data.approvals} />}
        <PaceSetting />
        <TopicsPanel />
        <UtmTemplatesPanel />
        <RewritingSetting />
      </Stack>
    </>
  );
}

function ApprovalSetting({ approvals }: { readonly approvals: Approvals }): ReactElement {
  const { manage } = useSignedIn().can;
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: saveApprovals,
    onSuccess: async (saved) => {
      client.setQueryData(shareSettingsQuery.queryKey, saved);
      await client.invalidateQueries({ queryKey: ['requests'] });
      notifications.show({ color: 'pine', message: 'Saved' });
    },
  });
  return (
    <Panel title="Approval" explains="Whether somebody else looks at a request before it goes out.">
      <Radio.Group
        aria-label="Approval"
        value={save.isPending ? save.variables : approvals}
        onChange={(value) => save.mutate(value === 'required' ? 'required' : 'off')}
      >
        <Stack gap="sm">
          <Radio
            value="off"
            label="Off"
            description="Publishers send by themselves. Requests in review or approved become drafts when you choose this."
            disabled={!manage || save.isPending}
          />
          <Radio
            value="required"
            label="Required"
            description="Owners, admins and approvers decide, nobody about what they wrote themselves. What is scheduled already stays so."
            disabled={!manage || save.isPending}
          />
        </Stack>
      </Radio.Group>
      <SettingFoot error={save.error} manage={manage} />
    </Panel>
  );
}
