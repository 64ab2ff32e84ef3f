import { Button, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconMessage, IconPencilPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { useTimeZone } from '../../../../web/queries.ts';
import { formatAgo, formatDateTime } from '../../../../web/zoned-time.ts';
import work from '../work/work.module.css';
import { openedWords, toWords } from './message-words.ts';
import classes from './messages.module.css';
import { type Message, messageQuery, messagesQuery } from './messages-api.ts';
import { WriteWindow } from './write-window.tsx';

/** For schedulers: what they wrote to people, and who has opened it. */
export function MessagesPage(): ReactElement {
  const messages = useQuery(messagesQuery);
  const [writing, setWriting] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <PageHead
        title="Messages"
        explains="To one person, to a role, or to who is on shift. Nobody else reads what you sent."
        actions={
          <Button leftSection={<IconPencilPlus size={18} aria-hidden />} onClick={() => setWriting(true)}>
            Write a message
          </Button>
        }
      />
      {messages.isError && <ErrorPanel error={messages.error} onRetry={() => void messages.refetch()} />}
      {messages.isPending && (
        <Panel>
          <LoadingLines count={4} height={32} />
        </Panel>
      )}
      {messages.data?.length === 0 && (
        <Panel>
          <EmptyPanel icon={<IconMessage size={30} stroke={1.5} />} title="You have written nothing yet">
            What you send stands here for a year, with how many have opened it.
          </EmptyPanel>
        </Panel>
      )}
      {messages.data !== undefined && messages.data.length > 0 && (
        <ul className={work.roles}>
          {messages.data.map((message) => (
            <li key={message.id}>
              <Row message={message} onOpen={() => setOpen(message.id)} />
            </li>
          ))}
        </ul>
      )}
      <WriteWindow opened={writing} onClose={() => setWriting(false)} />
      {open !== null && <MessageWindow id={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function Row({ message, onOpen }: { readonly message: Message; readonly onOpen: () => void }): ReactElement {
  return (
    <UnstyledButton className={work.role} onClick={onOpen} w="100%">
      <span className={classes.words}>
        <b>{toWords(message.to)}</b>
        <Text span size="sm" lineClamp={2} c="dimmed">
          {message.text}
        </Text>
      </span>
      <Text span size="sm" c="dimmed" className={classes.state}>
        {formatAgo(message.at)}
        <br />
        {openedWords(message)}
      </Text>
      <IconChevronRight size={18} aria-hidden />
    </UnstyledButton>
  );
}

function MessageWindow({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactElement {
  const message = useQuery(messageQuery(id));
  const zone = useTimeZone();
  return (
    <Window opened onClose={onClose} title={message.data === undefined ? 'Message' : toWords(message.data.to)}>
      {message.isPending && <LoadingLines count={4} />}
      {message.isError && <ErrorPanel error={message.error} onRetry={() => void message.refetch()} />}
      {message.data !== undefined && (
        <Stack>
          <Text className={classes.text}>{message.data.text}</Text>
          <Text size="sm" c="dimmed">
            Sent {formatDateTime(message.data.at, zone)} · {openedWords(message.data)}
          </Text>
          <ul className={classes.recipients}>
            {message.data.recipients.map(({ personId, name, openedAt }) => (
              <li key={personId}>
                <span>{name || 'Somebody from Slack'}</span>
                <Text span size="sm" c="dimmed">
                  {openedAt === null ? 'not opened in Coact' : `opened ${formatAgo(openedAt)}`}
                </Text>
              </li>
            ))}
          </ul>
        </Stack>
      )}
    </Window>
  );
}
