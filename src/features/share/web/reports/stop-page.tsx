import { Button, Paper, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Wordmark } from '../../../../web/logo.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { stopMails } from './report-api.ts';
import classes from './reports.module.css';

const route = getRouteApi('/digest/stop/$org/$key');

/** Where a digest's mail leads to end it. It asks for a click, as programs that read mails open links too. */
export function StopPage(): ReactElement {
  const { org, key } = route.useParams();
  const stop = useMutation({ mutationFn: () => stopMails(org, key) });
  return (
    <main className={classes.alone}>
      <Wordmark size={24} />
      <Paper p="xl" mt="lg">
        <Title order={1} size="h3" mb="sm">
          No more of these mails?
        </Title>
        {stop.isSuccess ? (
          <Text role="status">Done: you get no more mails with these totals.</Text>
        ) : (
          <>
            <Text mb="md">
              The totals of sharing were sent to you each week or month, as you asked for. This ends it.
            </Text>
            <Button loading={stop.isPending} onClick={() => stop.mutate()}>
              Send me none
            </Button>
            {stop.isError && (
              <Text size="sm" c="red" role="alert" mt="sm">
                {sentenceOf(stop.error)}
              </Text>
            )}
          </>
        )}
      </Paper>
    </main>
  );
}
