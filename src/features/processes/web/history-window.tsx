import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ErrorPanel, LoadingLines } from '../../../web/controls/panels.tsx';
import { Window } from '../../../web/controls/window.tsx';
import { compare } from '../versions/diff.ts';
import { historyQuery, type Past, type Process, versionQuery } from './contract.ts';
import { DifferenceView } from './difference-view.tsx';
import classes from './processes.module.css';

interface Props {
  readonly process: Process;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** What a process said over time, and what each version changed. */
export function HistoryWindow({ process, opened, onClose }: Props): ReactElement {
  return (
    <Window opened={opened} onClose={onClose} title="Versions" size="xl">
      {opened && <History process={process} />}
    </Window>
  );
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const words = { draft: 'Draft', review: 'In review', published: 'Holds now', retired: 'Held before' } as const;

function History({ process }: Pick<Props, 'process'>): ReactElement {
  const found = useQuery(historyQuery(process.id));
  const [compared, setCompared] = useState<number | null>(null);
  if (found.isError) return <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <LoadingLines count={3} height={40} />;
  return (
    <ul className={classes.history}>
      {found.data.versions.map((version) => (
        <li key={version.number}>
          <div>
            <Text fw={600}>
              Version {version.number} · {words[version.state]}
            </Text>
            <Text size="sm" c="dimmed">
              {whenOf(version)}
            </Text>
            {version.note !== '' && <Text size="sm">{version.note}</Text>}
          </div>
          {version.number > 1 && (
            <Button
              variant="default"
              size="xs"
              aria-expanded={compared === version.number}
              onClick={() => setCompared(compared === version.number ? null : version.number)}
            >
              What changed
            </Button>
          )}
          {compared === version.number && (
            <Compared process={process} number={version.number} versions={found.data.versions} />
          )}
        </li>
      ))}
    </ul>
  );
}

function whenOf({ publishedAt, publishedBy, writtenAt }: Past): string {
  const at = dayFormat.format(new Date(publishedAt ?? writtenAt));
  return publishedAt === null
    ? `written ${at}`
    : `published ${at}${publishedBy === null ? '' : ` by ${publishedBy.name}`}`;
}

/** A version beside the one before it; one that was thrown away in between has no number here any more. */
function Compared({
  process,
  number,
  versions,
}: Pick<Props, 'process'> & { readonly number: number; readonly versions: readonly Past[] }): ReactElement {
  const previous = versions.find((one) => one.number < number)?.number ?? number;
  const before = useQuery(versionQuery(process.id, previous));
  const after = useQuery(versionQuery(process.id, number));
  const failed = before.error ?? after.error;
  if (failed !== null) return <ErrorPanel error={failed} />;
  if (before.data === undefined || after.data === undefined) return <LoadingLines count={3} height={24} />;
  const nameOf = (id: string) => process.names[id] ?? 'somebody else';
  return (
    <div style={{ width: '100%' }}>
      <DifferenceView difference={compare(before.data, after.data, nameOf)} nameOf={nameOf} />
    </div>
  );
}
