import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { MyQualifications } from '../qualifications/my-qualifications.tsx';
import { ContactForm } from './contact-form.tsx';
import type { OwnProfile } from './contract.ts';
import { Facts } from './facts.tsx';
import { NoteList } from './note-list.tsx';
import { PictureField } from './picture-field.tsx';
import classes from './profile.module.css';
import { ownProfileQuery } from './queries.ts';
import { useWorkFacts } from './work-facts.ts';

/** One's own profile: how to reach oneself, who sees it, and what the organisation keeps. */
export function ProfilePage(): ReactElement {
  const profile = useQuery(ownProfileQuery);
  return (
    <>
      <PageHead
        title="Your profile"
        explains="You choose who sees how to reach you. Until you do, only you."
        actions={
          <Group gap="xs">
            <LinkButton to="/my-data" variant="default">
              My data
            </LinkButton>
            <LinkButton to="/account" variant="default">
              Your account
            </LinkButton>
          </Group>
        }
      />
      <div className={classes.page}>
        {profile.isPending && (
          <Panel>
            <LoadingLines count={6} height={36} />
          </Panel>
        )}
        {profile.isError && <ErrorPanel error={profile.error} onRetry={() => void profile.refetch()} />}
        {profile.data !== undefined && <Sections profile={profile.data} />}
      </div>
    </>
  );
}

export function Sections({ profile }: { readonly profile: OwnProfile }): ReactElement {
  const { employment, manager, departments, locations } = profile;
  const work = useWorkFacts({ employment, manager, places: { departments, locations } });
  return (
    <>
      <Panel>
        <PictureField profile={profile} />
      </Panel>
      <Panel
        title="How to reach you"
        explains="Your managers are the person you report to, the schedulers of your department and location, owners and admins."
      >
        <ContactForm profile={profile} submit="Save" onSaved={() => undefined} />
      </Panel>
      <Panel title="Your work" explains="Kept by your organisation’s owners and admins.">
        <Facts facts={work} none="Nothing is kept here yet." />
      </Panel>
      <MyQualifications />
      {profile.notes.length > 0 && (
        <Panel title="Notes" explains="What your managers have written down for you to see.">
          <NoteList notes={profile.notes} />
        </Panel>
      )}
    </>
  );
}
