import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import { type Member, membersSchema } from './contract.ts';
import { findMembers } from './finding.ts';
import { InviteWindow } from './invite-window.tsx';
import { MemberRows } from './member-rows.tsx';
import { roleChoices } from './roles.ts';

/** Drawn at a time: a company of ten thousand is found by searching, not by scrolling. */
const shownAtOnce = 100;
const searchFrom = 8;

/** Who belongs to the organisation, and as what. */
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
        explains="People who publish and manage, and employees who have used Coact from Slack. To share, nobody needs an invitation."
        actions={button}
      />
      {members.isError && <ErrorPanel error={members.error} onRetry={() => void members.refetch()} />}
      {members.isPending && (
        <Panel>
          <LoadingLines count={5} height={32} />
        </Panel>
      )}
      {members.data !== undefined && <MemberList members={members.data.members} />}
      {members.data?.members.length === 1 && (
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

function MemberList({ members }: { readonly members: readonly Member[] }): ReactElement {
  const [words, setWords] = useState('');
  const [role, setRole] = useState<string | null>(null);
  const found = findMembers(members, words, role);
  return (
    <>
      {members.length >= searchFrom && (
        <Group mb="md" gap="sm">
          <TextInput
            type="search"
            aria-label="Search members"
            placeholder="Search (press /)"
            leftSection={<IconSearch size={16} aria-hidden />}
            w={{ base: '100%', xs: 260 }}
            data-search-field
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Select
            aria-label="Role"
            placeholder="Every role"
            clearable
            w={{ base: '100%', xs: 160 }}
            data={roleChoices.map((choice) => ({ value: choice.role, label: choice.label }))}
            value={role}
            onChange={setRole}
          />
        </Group>
      )}
      {found.length === 0 ? (
        <Panel>
          <EmptyPanel icon={<IconSearch size={28} stroke={1.5} />} title="Nobody like this">
            Try another name, or every role.
          </EmptyPanel>
        </Panel>
      ) : (
        <MemberRows members={found.slice(0, shownAtOnce)} />
      )}
      {found.length > shownAtOnce && (
        <Text size="sm" c="dimmed" mt="sm">
          {plural(found.length - shownAtOnce, 'more person', 'more people')}. Search to find them.
        </Text>
      )}
    </>
  );
}
