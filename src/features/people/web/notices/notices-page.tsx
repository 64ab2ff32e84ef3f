import { Button, Group, Pagination, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBell, IconChecks, IconSettings } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import { sentenceOf } from '../../../../web/problem.ts';
import { useTimeZone } from '../../../../web/queries.ts';
import { AccountFrame } from '../../../../web/shell/account-frame.tsx';
import type { Notices } from './contract.ts';
import { NoticeRow } from './notice-row.tsx';
import classes from './notices.module.css';
import { noticesPageSize, noticesQuery } from './queries.ts';

/** Everything that one was told in the last sixty days, whichever way it went. */
export function NoticesPage(): ReactElement {
  return (
    <AccountFrame>
      <Inbox />
    </AccountFrame>
  );
}

function Inbox(): ReactElement {
  const client = useQueryClient();
  const [page, setPage] = useState(1);
  const notices = useQuery({ ...noticesQuery(page), placeholderData: keepPreviousData });
  const reload = () => client.invalidateQueries({ queryKey: ['notices'] });
  const readAll = useMutation({
    mutationFn: () => call(nothing, 'POST', '/api/notices/read'),
    onSuccess: reload,
    onError: (error) => notifications.show({ color: 'red', title: 'Not marked', message: sentenceOf(error) }),
  });
  return (
    <div className={classes.page}>
      <PageHead
        title="Notices"
        explains="What you were told in the last sixty days, whichever way it went."
        actions={
          <>
            {(notices.data?.unread ?? 0) > 0 && (
              <Button
                variant="default"
                leftSection={<IconChecks size={18} aria-hidden />}
                loading={readAll.isPending}
                onClick={() => readAll.mutate()}
              >
                Mark all as read
              </Button>
            )}
            <LinkButton
              to="/account/notifications"
              variant="default"
              leftSection={<IconSettings size={18} aria-hidden />}
            >
              How you are told
            </LinkButton>
          </>
        }
      />
      {notices.isError && <ErrorPanel error={notices.error} onRetry={() => void notices.refetch()} />}
      {notices.isPending && (
        <Panel>
          <LoadingLines count={5} height={36} />
        </Panel>
      )}
      {notices.data !== undefined && <Found {...notices.data} page={page} onPage={setPage} />}
    </div>
  );
}

interface FoundProps extends Notices {
  readonly page: number;
  readonly onPage: (page: number) => void;
}

function Found({ notices, total, page, onPage }: FoundProps): ReactElement {
  const client = useQueryClient();
  const timeZone = useTimeZone();
  const read = useMutation({
    mutationFn: (id: string) => call(nothing, 'POST', `/api/notices/${encodeURIComponent(id)}/read`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }),
  });
  if (total === 0) {
    return (
      <Panel>
        <EmptyPanel icon={<IconBell size={28} stroke={1.5} />} title="Nothing yet">
          Once a schedule with shifts of yours is published, somebody offers you a shift, or something is decided for
          you, it stands here too.
        </EmptyPanel>
      </Panel>
    );
  }
  const pages = Math.ceil(total / noticesPageSize);
  return (
    <>
      <Panel className={classes.list}>
        <ul className={classes.notices}>
          {notices.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} timeZone={timeZone} onRead={(id) => read.mutate(id)} />
          ))}
        </ul>
      </Panel>
      {pages > 1 && (
        <Group mt="lg" justify="space-between">
          <Pagination
            total={pages}
            value={page}
            onChange={onPage}
            getControlProps={(control) => ({ 'aria-label': `${control} page` })}
          />
          <Text size="sm" c="dimmed">
            {plural(total, 'notice')}
          </Text>
        </Group>
      )}
    </>
  );
}
