import type { ReactElement } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn } from '../../../../web/queries.ts';

/** The way to the hosts of short links. */
export function LinkSettings(): ReactElement | null {
  const { manage } = useSignedIn().can;
  if (!manage) return null;
  return (
    <Panel id="links" title="Short links" explains="Links in posts can stand on a host of your own.">
      <LinkButton to="/settings/links" variant="default">
        Hosts of short links
      </LinkButton>
    </Panel>
  );
}
