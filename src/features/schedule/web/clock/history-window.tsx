import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { useTimeZone } from '../../../../web/queries.ts';
import { formatDateTime } from '../../../../web/zoned-time.ts';
import { dayName, hoursText } from '../board/days.ts';
import classes from './clock.module.css';
import { historyQuery } from './clock-api.ts';
import { breakWords, timesWords, versionWords } from './clock-words.ts';
import type { Entry, Version } from './contract.ts';

interface Props {
  readonly entry: Entry;
  readonly onClose: () => void;
}

/** Every version that hours had, the latest first. */
export function HistoryWindow({ entry, onClose }: Props): ReactElement {
  const history = useQuery(historyQuery(entry.id));
  return (
    <Window opened onClose={onClose} title={`Every version: ${dayName(entry.day)}`}>
      {history.isError && <ErrorPanel error={history.error} onRetry={() => void history.refetch()} />}
      {history.isPending && <LoadingLines count={3} height={32} />}
      {history.isSuccess && (
        <ol className={classes.list} reversed>
          {history.data.toReversed().map((version) => (
            <VersionCard key={version.number} version={version} />
          ))}
        </ol>
      )}
    </Window>
  );
}

function VersionCard({ version }: { readonly version: Version }): ReactElement {
  const home = useTimeZone();
  const breaks = breakWords(version);
  return (
    <li className={classes.card}>
      <div>
        <b>{versionWords(version)}</b>
        <p>
          {timesWords(version)}
          {version.localEnd !== null && ` · ${hoursText(version.workedMinutes)}`}
          {breaks !== '' && ` · ${breaks}`}
        </p>
        {version.reason !== null && <p>“{version.reason}”</p>}
        <p>
          {version.by}, {formatDateTime(version.at, home)}
        </p>
      </div>
    </li>
  );
}
