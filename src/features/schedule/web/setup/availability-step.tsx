import { Radio, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { call } from '../../../../web/api.ts';
import { CopyLink } from '../../../../web/controls/copy.tsx';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn } from '../../../../web/queries.ts';
import { setsRules } from '../access.ts';
import { type Settings, settingsSchema } from '../contract.ts';
import { peopleQuery, settingsQuery } from '../queries.ts';
import { unstated } from '../work/settings-time.tsx';
import classes from './setup.module.css';

/** When people can work: everybody always, unless they say otherwise. */
export function AvailabilityStep(): ReactElement {
  const settings = useQuery(settingsQuery);
  const people = useQuery(peopleQuery).data ?? [];
  return (
    <Panel
      title="When can people work?"
      explains="To begin with everybody can always work, so that there is a schedule today. Whoever names times later is kept to them."
    >
      {settings.isError && <ErrorPanel error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.isPending && <LoadingLines count={3} />}
      <Stack gap="lg">
        {settings.data !== undefined && <UnstatedField settings={settings.data} />}
        <div>
          <Text size="sm" fw={500} mb={4}>
            Ask people to say it themselves
          </Text>
          <Text size="sm" c="dimmed" mb={6}>
            Send them this address, in Slack or by mail:
          </Text>
          <CopyLink value={`${window.location.origin}/team/availability`} label="Copy the address" />
        </div>
        <div>
          <Text size="sm" fw={500} mb={4}>
            Or enter it for them
          </Text>
          <ul className={classes.listed} style={{ maxHeight: 240, overflow: 'auto' }}>
            {people.map(({ id, name }) => (
              <li key={id}>
                <TextLink to="/team/people/$id" params={{ id }} size="sm">
                  {name}
                </TextLink>
              </li>
            ))}
          </ul>
        </div>
      </Stack>
    </Panel>
  );
}

function UnstatedField({ settings }: { readonly settings: Settings }): ReactElement {
  const client = useQueryClient();
  const disabled = !setsRules(useSignedIn());
  const save = useMutation({
    mutationFn: (chosen: Settings['unstated']) => {
      const { availablePacks, findings, ...body } = settings;
      return call(settingsSchema, 'PUT', '/api/schedule/settings', { body: { ...body, unstated: chosen } });
    },
    onSuccess: (saved) => {
      client.setQueryData(settingsQuery.queryKey, saved);
      notifications.show({ color: 'pine', title: 'Saved', message: 'The next schedule keeps to it.' });
    },
    onError: () => client.invalidateQueries({ queryKey: settingsQuery.queryKey }),
  });
  return (
    <>
      <Radio.Group
        label="When somebody said nothing about a time"
        value={save.isPending ? save.variables : settings.unstated}
        onChange={(chosen) => {
          const known = unstated.find(({ value }) => value === chosen);
          if (known !== undefined) save.mutate(known.value);
        }}
      >
        <Stack gap={8} mt={8}>
          {unstated.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} disabled={disabled} />
          ))}
        </Stack>
      </Radio.Group>
      {save.isError && <ErrorPanel error={save.error} />}
    </>
  );
}
