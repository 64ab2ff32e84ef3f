import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { ContactForm } from '../profile/contact-form.tsx';
import { PictureField } from '../profile/picture-field.tsx';
import { ownProfileQuery } from '../profile/queries.ts';

/** How to reach somebody who has just joined, and who may see it. */
export function ContactStep({ onDone }: { readonly onDone: () => void }): ReactElement {
  const profile = useQuery(ownProfileQuery);
  return (
    <Stack gap="lg">
      <div>
        <Title order={2}>How can you be reached?</Title>
        <Text c="dimmed">
          Everything but your name can stay empty. For each you choose who sees it; until you do, only you.
        </Text>
      </div>
      {profile.isPending && <LoadingLines count={6} height={36} />}
      {profile.isError && <ErrorPanel error={profile.error} onRetry={() => void profile.refetch()} />}
      {profile.data !== undefined && (
        <>
          <PictureField profile={profile.data} />
          <ContactForm profile={profile.data} submit="Save and go on" onSaved={onDone} />
        </>
      )}
    </Stack>
  );
}
