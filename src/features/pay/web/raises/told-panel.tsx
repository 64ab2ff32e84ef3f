import { Alert, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { DownloadButton } from '../../../../web/controls/download-button.tsx';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { ErrorPanel, Panel } from '../../../../web/controls/panels.tsx';
import pageClasses from '../pay.module.css';
import { dayText, momentText } from '../words.ts';
import { raisePath, type ToldRaise, toldQuery } from './contract.ts';
import { RaiseFacts } from './raise-facts.tsx';
import classes from './raises.module.css';

/** What one has been told of: nothing is here before somebody tells it. */
export function ToldPanel(): ReactElement | null {
  const told = useQuery(toldQuery);
  if (told.isError) return <ErrorPanel error={told.error} onRetry={() => void told.refetch()} />;
  const raises = told.data?.raises ?? [];
  if (raises.length === 0) return null;
  return (
    <div className={pageClasses.page}>
      {raises.map((raise) => (
        <Told key={raise.id} raise={raise} />
      ))}
    </div>
  );
}

function Told({ raise }: { readonly raise: ToldRaise }): ReactElement {
  const { id, from, state, title, roles, releasedBy, releasedAt, hasLetter } = raise;
  const isPromotion = title.before !== title.after || roles.learns.length > 0;
  const path = `${raisePath(`told`)}/${encodeURIComponent(id)}`;
  return (
    <Panel title={`${isPromotion ? 'Your promotion' : 'Your raise'} from ${dayText(from)}`}>
      {state === 'stopped' && (
        <Alert color="orange" mb="md" title="It did not take effect">
          Something has changed since it was agreed. {releasedBy} or payroll can tell you what comes of it.
        </Alert>
      )}
      <RaiseFacts terms={raise} />
      <Text size="sm" c="dimmed" mt="md">
        {releasedBy} told you on {momentText(releasedAt)}
      </Text>
      {hasLetter && (
        <div className={classes.acts}>
          <DownloadButton path={`${path}/letter.pdf`} name="letter.pdf">
            Letter as PDF
          </DownloadButton>
          <LinkButton size="xs" variant="default" to="/pay/me/letters/$id" params={{ id }}>
            Letter to print
          </LinkButton>
        </div>
      )}
    </Panel>
  );
}
