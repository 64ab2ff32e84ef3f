import { Button, List, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { z } from '../../../../web/zod.ts';
import { momentText } from '../profile/words.ts';

const leavingSchema = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['active', 'invited', 'deactivated']),
  leftAt: z.string().nullable(),
  reports: z.array(z.object({ id: z.string(), name: z.string() })),
  lists: z.array(z.object({ title: z.string(), items: z.array(z.string()) })),
});
export type Leaving = z.infer<typeof leavingSchema>;

/** The off-boarding list of somebody: what ends and opens up when they leave, or has. */
export function LeavingPanel({ personId }: { readonly personId: string }): ReactElement {
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const path = `/api/members/${encodeURIComponent(personId)}` as const;
  const leaving = useQuery({
    queryKey: ['person', personId, 'leaving'],
    queryFn: ({ signal }) => call(leavingSchema, 'GET', `${path}/leaving` as const, { signal }),
  });
  const end = useMutation({
    mutationFn: () => call(nothing, 'DELETE', path),
    onSuccess: async () => {
      setAsking(false);
      await client.invalidateQueries({ queryKey: ['person', personId] });
      await client.invalidateQueries({ queryKey: ['people'] });
      await client.invalidateQueries({ queryKey: ['members'] });
    },
  });
  return (
    <Panel title="Leaving">
      {leaving.isPending && <LoadingLines count={3} />}
      {leaving.isError && <ErrorPanel error={leaving.error} onRetry={() => void leaving.refetch()} />}
      {leaving.data !== undefined && (
        <Stack gap="md">
          <LeavingList leaving={leaving.data} />
          {leaving.data.state === 'active' && (
            <Button color="red" variant="light" w="fit-content" onClick={() => setAsking(true)}>
              Deactivate
            </Button>
          )}
        </Stack>
      )}
      <Confirm
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={`Deactivate ${leaving.data?.name ?? ''}?`}
        confirm="Deactivate"
        onConfirm={() => end.mutate()}
        busy={end.isPending}
        error={end.error}
        danger
      >
        They are signed out at once, everywhere, and what they were planned for opens up. You can activate them again
        under Members; what ended is not given back.
      </Confirm>
    </Panel>
  );
}

/** What the list says, before and after. */
export function LeavingList({ leaving }: { readonly leaving: Leaving }): ReactElement {
  const { name, state, leftAt, reports, lists } = leaving;
  const hasLeft = state === 'deactivated';
  const filled = lists.filter(({ items }) => items.length > 0);
  return (
    <>
      <Text>
        {hasLeft
          ? `${name} has left${leftAt === null ? '' : `, on ${momentText(leftAt)}`}.`
          : `When ${name} leaves, all of this is done at once:`}
      </Text>
      <List size="sm" spacing={6}>
        <List.Item>
          {hasLeft
            ? 'Every session of theirs has ended, and no link or sign-in lets them in.'
            : 'Every session of theirs ends, and no link or sign-in lets them in any more.'}
        </List.Item>
        <List.Item>
          {hasLeft
            ? 'The keys of social accounts that they had connected, if any, are erased.'
            : 'The keys of social accounts that they have connected, if any, are erased.'}
        </List.Item>
        <List.Item>What they did, and what is kept about them, stays.</List.Item>
        {reports.length > 0 && (
          <List.Item>Needs somebody else to report to: {reports.map((report) => report.name).join(', ')}.</List.Item>
        )}
        {filled.map(({ title, items }) => (
          <List.Item key={title}>
            {title}
            <List size="sm" withPadding listStyleType="disc">
              {items.map((item) => (
                <List.Item key={item}>{item}</List.Item>
              ))}
            </List>
          </List.Item>
        ))}
      </List>
    </>
  );
}
