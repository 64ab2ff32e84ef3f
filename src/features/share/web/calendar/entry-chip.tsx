import { ActionIcon, Menu } from '@mantine/core';
import { IconCalendarTime, IconDots, IconExternalLink, IconHourglass } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useRef } from 'react';
import { useTimeZone } from '../../../../web/queries.ts';
import { wallTimeAt } from '../../../../web/zoned-time.ts';
import { shortWaiting } from '../pacing/words.ts';
import { stateLabels } from '../requests/state-badge.tsx';
import { placeWords } from '../topics/places.ts';
import classes from './calendar.module.css';
import type { Entry } from './calendar-api.ts';
import { useDraggable } from './use-drop.ts';

interface Props {
  readonly entry: Entry;
  /** Absent for whoever may only look. */
  readonly onMove: ((entry: Entry) => void) | undefined;
}

const clockOf = (iso: string, timeZone: string) => wallTimeAt(new Date(iso), timeZone).slice(11);

/** A request on the calendar: leads to it, can be dragged, and moved by a menu as well. */
export function EntryChip({ entry, onMove }: Props): ReactElement {
  const element = useRef<HTMLDivElement>(null);
  const timeZone = useTimeZone();
  const movable = entry.movable && onMove !== undefined;
  useDraggable(element, entry.id, movable);
  const title = entry.title || 'Untitled request';
  const time = entry.at === null ? '' : clockOf(entry.at, timeZone);
  const waits = entry.waiting ? `, ${shortWaiting(entry.waiting, timeZone)}` : '';
  return (
    <div ref={element} className={classes.chip} data-state={entry.state} data-movable={movable || undefined}>
      <Link
        to="/requests/$id"
        params={{ id: entry.id }}
        draggable={false}
        className={classes.chipLink}
        aria-label={`${time} ${title}, ${stateLabels[entry.state]}${waits}`}
        title={`${title}${entry.channels.length === 0 ? '' : ` in ${placeWords(entry.channels)}`}, ${stateLabels[entry.state]}${waits}`}
      >
        <time dateTime={entry.at ?? undefined}>{time}</time>
        {entry.waiting && <IconHourglass size={14} aria-hidden style={{ flex: 'none', alignSelf: 'center' }} />}
        <span>{title}</span>
      </Link>
      {movable && <ChipMenu entry={entry} title={title} onMove={onMove} />}
    </div>
  );
}

interface MenuProps {
  readonly entry: Entry;
  readonly title: string;
  readonly onMove: (entry: Entry) => void;
}

function ChipMenu({ entry, title, onMove }: MenuProps): ReactElement {
  const navigate = useNavigate();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={22} aria-label={`What to do with ${title}`}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCalendarTime size={16} />} onClick={() => onMove(entry)}>
          Move to…
        </Menu.Item>
        <Menu.Item
          leftSection={<IconExternalLink size={16} />}
          onClick={() => void navigate({ to: '/requests/$id', params: { id: entry.id } })}
        >
          Open
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** A request ends here. */
export function EndMark({ entry }: { readonly entry: Entry }): ReactElement {
  const timeZone = useTimeZone();
  const time = entry.endsAt === null ? '' : clockOf(entry.endsAt, timeZone);
  return (
    <Link to="/requests/$id" params={{ id: entry.id }} className={classes.end}>
      {entry.state === 'ended' ? 'ended' : 'ends'} {time} {entry.title || 'Untitled request'}
    </Link>
  );
}
