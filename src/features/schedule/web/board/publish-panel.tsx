import { Alert, Button, Select, Stack, Tabs, Text, Textarea, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconSend } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import type { Plan } from './plan-contract.ts';
import { PublicationList } from './publication-list.tsx';
import { publish, publishingQuery } from './publish-api.ts';
import type { Publishing } from './publish-contract.ts';
import { premiumWords, tellWords } from './publish-words.ts';
import { SidePanel } from './side-panel.tsx';
import classes from './windows.module.css';

interface Props {
  readonly periodId: string;
  readonly plan: Plan;
  readonly onClose: () => void;
}

/** Tells people of their shifts, and keeps what was told. */
export function PublishPanel({ periodId, plan, onClose }: Props): ReactElement {
  const [location, setLocation] = useState<string | null>(null);
  const publishing = useQuery(publishingQuery(periodId, location));
  return (
    <SidePanel title="Publish" onClose={onClose}>
      <Tabs defaultValue="publish">
        <Tabs.List mb="md">
          <Tabs.Tab value="publish">Publish</Tabs.Tab>
          <Tabs.Tab value="versions">Versions</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="publish">
          <Stack>
            {plan.locations.length > 1 && (
              <Select
                label="What"
                allowDeselect={false}
                data={[
                  { value: '', label: 'The whole period' },
                  ...plan.locations.map(({ id, name }) => ({ value: id, label: `Only ${name}` })),
                ]}
                value={location ?? ''}
                onChange={(value) => setLocation(value || null)}
              />
            )}
            {publishing.isPending && <LoadingLines count={6} />}
            {publishing.isError && <ErrorPanel error={publishing.error} onRetry={() => void publishing.refetch()} />}
            {publishing.data !== undefined && (
              <PublishForm
                key={location ?? ''}
                periodId={periodId}
                location={location}
                publishing={publishing.data}
                onClose={onClose}
              />
            )}
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <PublicationList periodId={periodId} locations={plan.locations} />
        </Tabs.Panel>
      </Tabs>
    </SidePanel>
  );
}

interface FormProps {
  readonly periodId: string;
  readonly location: string | null;
  readonly publishing: Publishing;
  readonly onClose: () => void;
}

function PublishForm({ periodId, location, publishing, onClose }: FormProps): ReactElement {
  const client = useQueryClient();
  const [why, setWhy] = useState('');
  const { faults, tells, open, revision } = publishing;
  const hard = faults.filter((fault) => fault.hard);
  const needsWhy = hard.length > 0;
  const send = useMutation({
    mutationFn: () =>
      publish(periodId, {
        revision,
        despite: needsWhy,
        ...(location === null ? {} : { location }),
        ...(why.trim() === '' ? {} : { why: why.trim() }),
      }),
    onSuccess: async ({ told }) => {
      notifications.show({ color: 'pine', message: `Published: ${plural(told, 'person', 'people')} told.` });
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['schedule'] }),
  });
  const premium = premiumWords(publishing.premiumMinutes);
  return (
    <Stack>
      {open > 0 && <Text size="sm">{plural(open, 'place')} still open. They stay open for claims.</Text>}
      {faults.length > 0 && <Faults faults={faults} />}
      {premium !== null && <Text size="sm">{premium}</Text>}
      <Told publishing={publishing} />
      <Textarea
        label={needsWhy ? 'Why all the same?' : 'Note'}
        description={
          needsWhy ? 'Rules are broken: this is kept with the version.' : 'Kept with the version; may stay empty.'
        }
        autosize
        minRows={2}
        maxLength={500}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      {send.isError && <ErrorPanel error={send.error} />}
      <Button
        size="md"
        leftSection={<IconSend size={18} aria-hidden />}
        loading={send.isPending}
        disabled={tells.length === 0 || (needsWhy && why.trim().length < 3)}
        onClick={() => send.mutate()}
      >
        {tells.length === 0
          ? 'Everybody knows their shifts'
          : `Publish and tell ${plural(tells.length, 'person', 'people')}`}
      </Button>
    </Stack>
  );
}

function Faults({ faults }: Pick<Publishing, 'faults'>): ReactElement {
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={20} />}
      title={`${plural(faults.length, 'conflict')} in what would be published`}
    >
      <ul className={classes.reasons}>
        {faults.map(({ personId, shiftId, name, words, hard }) => (
          <li key={`${personId}${shiftId}${words}`} data-hard={hard}>
            {name}: {words}
            <small>{hard ? 'a rule' : 'a wish'}</small>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Told({ publishing: { tells, unchanged } }: { readonly publishing: Publishing }): ReactElement {
  return (
    <section>
      <Title order={3}>Who is told</Title>
      {tells.length === 0 && <Text size="sm">Nobody: what people know is what is planned.</Text>}
      <ul className={classes.people}>
        {tells.map((tell) => (
          <li key={tell.personId}>
            <div className={classes.person}>
              <b>{tell.name}</b>
              <Text size="sm" c="dimmed">
                {tellWords(tell)}
              </Text>
            </div>
          </li>
        ))}
      </ul>
      {unchanged > 0 && (
        <Text size="sm" c="dimmed">
          {plural(unchanged, 'person', 'people')} whose shifts stay hear nothing.
        </Text>
      )}
    </section>
  );
}
