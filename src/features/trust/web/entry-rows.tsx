import { Badge } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Fragment, type ReactElement } from 'react';
import { useTimeZone } from '../../../web/queries.ts';
import { formatDateTime } from '../../../web/zoned-time.ts';
import classes from './audit.module.css';
import type { Entry } from './contract.ts';
import { sentenceOf } from './words.ts';

interface Props {
  readonly entries: readonly Entry[];
  readonly onOpen: (entry: Entry) => void;
}

/** Entries under one another, newest first; each opens its details. */
export function EntryRows({ entries, onOpen }: Props): ReactElement {
  const timeZone = useTimeZone();
  return (
    <ul className={classes.rows} aria-label="Entries">
      {entries.map((entry) => (
        <li key={entry.seq}>
          <button type="button" className={classes.row} onClick={() => onOpen(entry)}>
            <span className={classes.said}>
              <Sentence entry={entry} />
            </span>
            {entry.reads ? (
              <Badge color="gray" variant="light" className={classes.badge}>
                Read
              </Badge>
            ) : (
              <span />
            )}
            <time className={classes.time} dateTime={entry.at} title={`${entry.at} (UTC)`}>
              {formatDateTime(entry.at, timeZone)}
            </time>
            <IconChevronRight size={18} className={classes.chevron} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What happened, with who and what in bold. */
export function Sentence({ entry }: { readonly entry: Entry }): ReactElement {
  return (
    <>
      {sentenceOf(entry).map(({ text, strong }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence never move
        <Fragment key={index}>{strong ? <b>{text}</b> : text}</Fragment>
      ))}
    </>
  );
}
