import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { sentenceOf } from '../../../../web/problem.ts';
import type { OwnProfile } from './contract.ts';
import { Portrait } from './portrait.tsx';
import classes from './profile.module.css';

/** One's own picture: put up, changed, taken away. */
export function PictureField({ profile }: { readonly profile: OwnProfile }): ReactElement {
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (file: File | null) => {
      if (file === null) return call(nothing, 'DELETE', '/api/profile/picture');
      const body = new FormData();
      body.set('file', file);
      return call(nothing, 'PUT', '/api/profile/picture', { body });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['profile'] }),
  });
  return (
    <div className={classes.head}>
      <Portrait id={profile.id} name={profile.name} pictureAt={profile.pictureAt} size={84} />
      <Stack gap={6}>
        <Group gap="xs">
          <FileButton
            accept="image/png,image/jpeg,image/webp,image/gif"
            onChange={(file) => file !== null && change.mutate(file)}
          >
            {(props) => (
              <Button {...props} variant="default" size="xs" loading={change.isPending}>
                {profile.pictureAt === null ? 'Add a picture' : 'Change the picture'}
              </Button>
            )}
          </FileButton>
          {profile.pictureAt !== null && (
            <Button variant="subtle" color="gray" size="xs" onClick={() => change.mutate(null)}>
              Take it away
            </Button>
          )}
        </Group>
        <Text size="sm" c={change.isError ? 'red' : 'dimmed'} role={change.isError ? 'alert' : undefined}>
          {change.isError ? sentenceOf(change.error) : 'Everyone here sees it beside your name.'}
        </Text>
      </Stack>
    </div>
  );
}
