import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { CopyText } from '../../../../web/controls/copy.tsx';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { feedWords } from './feed-words.ts';
import { type Feed, feedsQuery, type MadeFeed, makeFeed, revokeFeed } from './feeds-api.ts';

interface Props {
  /** Whose shifts: null for my own. */
  readonly of: { readonly id: string; readonly name: string } | null;
  readonly onClose: () => void;
}

/** Shifts in the calendar program that somebody uses anyway, by a secret address. */
export function FeedWindow({ of: role, onClose }: Props): ReactElement {
  const feeds = useQuery(feedsQuery);
  const [made, setMade] = useState<MadeFeed | null>(null);
  const roleId = role?.id ?? null;
  const feed = feeds.data?.find((one) => one.roleId === roleId);
  return (
    <Window
      opened
      onClose={onClose}
      size="lg"
      title={role ? `${role.name} in my calendar` : 'My shifts in my calendar'}
    >
      <Stack gap="md">
        <Text size="sm">
          Your calendar program subscribes to a secret address and follows what is published. Most look again every hour
          or so, some once a day.
        </Text>
        {feeds.isPending && <LoadingLines count={2} />}
        {feeds.isError && <ErrorPanel error={feeds.error} onRetry={() => void feeds.refetch()} />}
        {made !== null && <Secret made={made} />}
        {feeds.isSuccess && <Acts feed={feed} roleId={roleId} onMade={setMade} isShown={made !== null} />}
      </Stack>
    </Window>
  );
}

function Secret({ made }: { readonly made: MadeFeed }): ReactElement {
  return (
    <Stack gap="xs">
      <TextInput label="Address" value={made.url} readOnly onFocus={(event) => event.currentTarget.select()} />
      <Group gap="sm">
        <CopyText value={made.url} label="Copy address" />
        <Button component="a" href={made.url.replace(/^https?:/, 'webcal:')} variant="default">
          Open in a calendar program
        </Button>
      </Group>
      <Alert color="yellow" variant="light">
        Whoever has this address can read these shifts. It is shown this once; make a new one if it is lost.
      </Alert>
    </Stack>
  );
}

interface ActsProps {
  readonly feed: Feed | undefined;
  readonly roleId: string | null;
  readonly onMade: (made: MadeFeed | null) => void;
  readonly isShown: boolean;
}

function Acts({ feed, roleId, onMade, isShown }: ActsProps): ReactElement {
  const client = useQueryClient();
  const settled = () => client.invalidateQueries({ queryKey: feedsQuery.queryKey });
  const onError = (error: unknown) => notifications.show({ color: 'red', message: sentenceOf(error) });
  const make = useMutation({ mutationFn: () => makeFeed(roleId), onSuccess: onMade, onError, onSettled: settled });
  const revoke = useMutation({
    mutationFn: revokeFeed,
    onSuccess: () => {
      onMade(null);
      notifications.show({ color: 'pine', message: 'The address leads nowhere now.' });
    },
    onError,
    onSettled: settled,
  });
  return (
    <Stack gap="xs">
      {feed && (
        <Text size="sm" c="dimmed">
          {feedWords(feed)}
        </Text>
      )}
      <Group gap="sm">
        {!isShown && (
          <Button onClick={() => make.mutate()} loading={make.isPending} variant={feed ? 'default' : 'filled'}>
            {feed ? 'Make a new address' : 'Make an address'}
          </Button>
        )}
        {feed && (
          <Button color="red" variant="subtle" onClick={() => revoke.mutate(feed.id)} loading={revoke.isPending}>
            Revoke
          </Button>
        )}
      </Group>
      {feed && !isShown && (
        <Text size="xs" c="dimmed">
          A new address makes the present one lead nowhere.
        </Text>
      )}
    </Stack>
  );
}
