import { Badge, Button, Collapse, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactElement, useId, useState } from 'react';
import { formatAgo, formatDateTime } from '../../../../web/zoned-time.ts';
import type { Notice } from './contract.ts';
import { eventWords } from './grid.ts';
import classes from './notices.module.css';

interface Props {
  readonly notice: Notice;
  readonly timeZone: string;
  /** It was opened for the first time. */
  readonly onRead: (id: string) => void;
}

/** One notice: what it is about; opened, all that it says. */
export function NoticeRow({ notice, timeZone, onRead }: Props): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const body = useId();
  const { id, event, subject, lines, link, at, read, reached } = notice;
  return (
    <li className={classes.notice} data-unread={!read}>
      <UnstyledButton
        className={classes.head}
        aria-expanded={isOpen}
        aria-controls={body}
        onClick={() => {
          if (!isOpen && !read) onRead(id);
          setOpen(!isOpen);
        }}
      >
        <span className={classes.dot} aria-hidden />
        <span className={classes.words}>
          <span className={classes.subject}>
            {!read && <span className={classes.spoken}>New: </span>}
            {subject}
          </span>
          <Text component="span" size="sm" c="dimmed" title={formatDateTime(at, timeZone)}>
            {eventWords[event][0]} · {formatAgo(at)}
          </Text>
        </span>
        {!reached && (
          <Badge color="red" variant="light" size="sm">
            Only here
          </Badge>
        )}
        <IconChevronDown size={18} className={classes.chevron} data-open={isOpen} aria-hidden />
      </UnstyledButton>
      <Collapse expanded={isOpen} id={body}>
        <div className={classes.body}>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a notice never move
            <Text key={index}>{line}</Text>
          ))}
          {!reached && (
            <Text size="sm" c="dimmed">
              Neither Slack nor e-mail nor telephone could bring you this. See under “How you are told” what is open to
              you.
            </Text>
          )}
          {link !== null && (
            <Button component="a" href={link.path} size="sm" mt={4}>
              {link.label}
            </Button>
          )}
        </div>
      </Collapse>
    </li>
  );
}
