import { Accordion, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { useTimeZone } from '../../../../web/queries.ts';
import { formatDateTime } from '../../../../web/zoned-time.ts';
import { dayName, hoursText, timesOf } from './days.ts';
import type { Plan } from './plan-contract.ts';
import { publicationQuery, publicationsQuery } from './publish-api.ts';
import type { ToldShift } from './publish-contract.ts';
import { seenWords, versionName } from './publish-words.ts';
import classes from './windows.module.css';

interface Props {
  readonly periodId: string;
  readonly locations: Plan['locations'];
}

/** Every version that people were told, newest first: when, by whom, why, and who has seen it. */
export function PublicationList({ periodId, locations }: Props): ReactElement {
  const timeZone = useTimeZone();
  const [opened, setOpened] = useState<string | null>(null);
  const publications = useQuery(publicationsQuery(periodId));
  if (publications.isPending) return <LoadingLines count={5} />;
  if (publications.isError) {
    return <ErrorPanel error={publications.error} onRetry={() => void publications.refetch()} />;
  }
  if (publications.data.length === 0) return <Text c="dimmed">Nothing of this period was published yet.</Text>;
  const rows = publications.data.toSorted((one, other) => other.number - one.number);
  return (
    <Accordion variant="separated" value={opened} onChange={setOpened}>
      {rows.map((row) => (
        <Accordion.Item key={row.id} value={row.id}>
          <Accordion.Control>
            <b>{versionName(row)}</b>
            {row.locationId !== null &&
              `, ${locations.find(({ id }) => id === row.locationId)?.name ?? 'one location'}`}
            <Text size="sm" c="dimmed">
              {formatDateTime(row.at, timeZone)} by {row.by}
            </Text>
            <Text size="sm">{seenWords(row)}</Text>
            {row.why !== null && <Text size="sm">“{row.why}”</Text>}
          </Accordion.Control>
          <Accordion.Panel>{opened === row.id && <Version id={row.id} />}</Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function Version({ id }: { readonly id: string }): ReactElement {
  const publication = useQuery(publicationQuery(id));
  if (publication.isPending) return <LoadingLines count={4} />;
  if (publication.isError) return <ErrorPanel error={publication.error} onRetry={() => void publication.refetch()} />;
  return (
    <ul className={classes.people}>
      {publication.data.people.map(({ personId, name, given, ended }) => (
        <li key={personId}>
          <b>{name}</b>
          <ul className={classes.told}>
            {given.map((shift) => (
              <li key={`+${shift.shiftId}${shift.localStart}`}>
                <ToldLine shift={shift} />
              </li>
            ))}
            {ended.map((shift) => (
              <li key={`-${shift.shiftId}${shift.localStart}`}>
                No longer: <ToldLine shift={shift} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function ToldLine({ shift }: { readonly shift: ToldShift }): ReactElement {
  return (
    <span>
      {dayName(shift.localStart.slice(0, 10))} {timesOf(shift)}, {shift.roleName}
      {shift.premiumMinutes > 0 && `, ${hoursText(shift.premiumMinutes)} extra pay`}
      {shift.seen && (
        <small>
          <IconCheck size={13} aria-hidden /> seen
        </small>
      )}
    </span>
  );
}
