import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { organisationQuery } from '../../../../web/queries.ts';
import { About } from './about.tsx';
import { ApiLink } from './api-link.tsx';
import { LinkSettings } from './link-settings.tsx';
import { NetworksLink } from './networks-link.tsx';
import { OrganisationSettings } from './organisation-settings.tsx';
import { PlaceSettings } from './place-settings.tsx';
import { PlanLink } from './plan-link.tsx';
import { PrivacySettings } from './privacy-settings.tsx';
import { ScimSettings } from './scim-settings.tsx';
import classes from './settings.module.css';
import { SlackSettings } from './slack-settings.tsx';
import { ValueSettings } from './values/value-settings.tsx';

/** Organisation, departments and locations, Slack, values, privacy, version. People who may not manage can read them. */
export function SettingsPage(): ReactElement {
  const organisation = useQuery(organisationQuery);
  return (
    <>
      <PageHead title="Settings" />
      <div className={classes.settings}>
        {organisation.isPending && (
          <Panel>
            <LoadingLines count={6} />
          </Panel>
        )}
        {organisation.isError && <ErrorPanel error={organisation.error} onRetry={() => void organisation.refetch()} />}
        {organisation.data !== undefined && <OrganisationSettings organisation={organisation.data} />}
        <PlanLink />
        <PlaceSettings />
        <SlackSettings />
        <NetworksLink />
        <LinkSettings />
        <ScimSettings />
        <ApiLink />
        <ValueSettings />
        {organisation.data !== undefined && <PrivacySettings organisation={organisation.data} />}
        <About />
      </div>
    </>
  );
}
