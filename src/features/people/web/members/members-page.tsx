import { Button, Group, Pagination, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconSearch, IconUpload, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import type { Member } from './contract.ts';
import { ExportButton } from './export-button.tsx';
import { InviteWindow } from './invite-window.tsx';
import { MemberRows } from './member-rows.tsx';
import { everybody, type MembersAsked, membersPageSize, membersQuery } from './members-query.ts';
import { furtherRoles, roleChoices } from './roles.ts';

const searchFrom = 8;

/** Who belongs to the organisation, and as what. */
export function MembersPage(): ReactElement {
  const [inviting, invite] = useDisclosure(false);
  const [asked, setAsked] = useState<MembersAsked>(everybody);
  const members = useQuery({ ...membersQuery(asked), placeholderData: keepPreviousData });
  const isEverybody = asked.q === '' && asked.role === null;
  const { manage } = useSignedIn().can;
  const button = (
    <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={invite.open} data-tour="invite">
      Invite
    </Button>
  );
  return (
    <>
      <PageHead
        title="Members"
        explains="People who publish and manage, and employees who have used Coact from Slack. To share, nobody needs an invitation."
        actions={
          <>
            <ExportButton />
            {manage && (
              <LinkButton to="/members/import" variant="default" leftSection={<IconUpload size={18} aria-hidden />}>
                Import
              </LinkButton>
            )}
            {manage && button}
          </>
        }
      />
      {members.isError && <ErrorPanel error={members.error} onRetry={() => void members.refetch()} />}
      {members.isPending && (
        <Panel>
          <LoadingLines count={5} height={32} />
        </Panel>
      )}
      {members.data !== undefined && (
        <>
          {!(isEverybody && members.data.total < searchFrom) && <Filters asked={asked} onAsk={setAsked} />}
          <Found members={members.data.members} total={members.data.total} asked={asked} onAsk={setAsked} />
        </>
      )}
      {manage && isEverybody && members.data?.total === 1 && (
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

interface Asking {
  readonly asked: MembersAsked;
  readonly onAsk: (asked: MembersAsked) => void;
}

function Filters({ asked, onAsk }: Asking): ReactElement {
  const [words, setWords] = useState(asked.q);
  const later = useDebouncedCallback((q: string) => onAsk({ ...asked, q, page: 1 }), 300);
  return (
    <Group mb="md" gap="sm">
      <TextInput
        type="search"
        aria-label="Search members"
        placeholder="Name or whole address (press /)"
        leftSection={<IconSearch size={16} aria-hidden />}
        w={{ base: '100%', xs: 300 }}
        maxLength={200}
        data-search-field
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          later(event.currentTarget.value.trim());
        }}
      />
      <Select
        aria-label="Role"
        placeholder="Every role"
        clearable
        w={{ base: '100%', xs: 160 }}
        data={[...roleChoices, ...furtherRoles].map((choice) => ({ value: choice.role, label: choice.label }))}
        value={asked.role}
        onChange={(role) => onAsk({ ...asked, role, page: 1 })}
      />
    </Group>
  );
}

interface FoundProps extends Asking {
  readonly members: readonly Member[];
  readonly total: number;
}

function Found({ members, total, asked, onAsk }: FoundProps): ReactElement {
  const pages = Math.ceil(total / membersPageSize);
  if (members.length === 0) {
    return (
      <Panel>
        <EmptyPanel icon={<IconSearch size={28} stroke={1.5} />} title="Nobody like this">
          Try another name, or every role.
        </EmptyPanel>
      </Panel>
    );
  }
  return (
    <>
      <MemberRows members={members} />
      {pages > 1 && (
        <Group mt="lg" justify="space-between">
          <Pagination
            total={pages}
            value={asked.page}
            onChange={(page) => onAsk({ ...asked, page })}
            getControlProps={(control) => ({ 'aria-label': `${control} page` })}
          />
          <Text size="sm" c="dimmed">
            {plural(total, 'person', 'people')}
          </Text>
        </Group>
      )}
    </>
  );
}
