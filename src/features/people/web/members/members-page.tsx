import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { call } from '../../../../web/api.ts';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { membersSchema } from './contract.ts';
import { InviteWindow } from './invite-window.tsx';
import { MemberRows } from './member-rows.tsx';

/** Who may use the web app, and as what. Employees who only share from Slack needn't be here. */
export function MembersPage(): ReactElement {
  const [inviting, invite] = useDisclosure(false);
  const members = useQuery({
    queryKey: ['members'],
    queryFn: ({ signal }) => call(membersSchema, 'GET', '/api/members', { signal }),
  });
  const button = (
    <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={invite.open}>
      Invite
    </Button>
  );
  return (
    <>
      <PageHead
        title="Members"
        explains="People who publish, manage or have signed in. Everybody else shares from Slack without an invitation."
        actions={button}
      />
      {members.isError && <ErrorPanel error={members.error} onRetry={() => void members.refetch()} />}
      {members.isPending && (
        <Panel>
          <LoadingLines count={5} height={32} />
        </Panel>
      )}
      {members.data !== undefined && members.data.members.length > 0 && <MemberRows members={members.data.members} />}
      {(members.data?.members.length ?? 0) === 1 && (
        <Panel mt="lg">
          <EmptyPanel icon={<IconUsers size={30} stroke={1.5} />} title="It’s only you so far" action={button}>
            Invite the people who will publish with you. They get a mail with a link and need no password.
          </EmptyPanel>
        </Panel>
      )}
      <InviteWindow opened={inviting} onClose={invite.close} />
    </>
  );
}
