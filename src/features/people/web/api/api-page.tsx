import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn } from '../../../../web/queries.ts';
import classes from './api.module.css';
import { KeysPanel } from './keys-panel.tsx';
import { WebhooksPanel } from './webhooks-panel.tsx';

/** How other systems work with Coact: keys to call it with, and addresses that it calls. */
export function ApiSettingsPage(): ReactElement {
  const { manage } = useSignedIn().can;
  return (
    <>
      <PageHead
        title="API and webhooks"
        above={<TextLink to="/settings">Settings</TextLink>}
        explains="Whatever a publisher does here, your own systems can do too, and hear of what happens."
      />
      <div className={classes.panels}>
        {manage ? (
          <>
            <KeysPanel />
            <WebhooksPanel />
          </>
        ) : (
          <Panel>
            <Text c="dimmed">Owners and admins keep the keys and webhooks of your organisation.</Text>
          </Panel>
        )}
        <Panel title="How it works">
          <Text size="sm">
            <TextLink to="/help/$topic" params={{ topic: 'api' }}>
              Using the API
            </TextLink>
            {', '}
            <TextLink to="/help/$topic" params={{ topic: 'webhooks' }}>
              receiving webhooks
            </TextLink>
            {', and '}
            <TextLink to="/developers">every call with its fields</TextLink>.
          </Text>
        </Panel>
      </div>
    </>
  );
}
