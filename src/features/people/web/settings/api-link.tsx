import type { ReactElement } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn } from '../../../../web/queries.ts';

/** The way to the keys and webhooks, for those who keep them. */
export function ApiLink(): ReactElement | null {
  const { manage } = useSignedIn().can;
  if (!manage) return null;
  return (
    <Panel
      title="API and webhooks"
      explains="Let Zapier, n8n or your own systems publish for you, and hear of what happens."
    >
      <TextLink to="/settings/api">API keys and webhooks</TextLink>
    </Panel>
  );
}
