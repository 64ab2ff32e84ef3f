import { Checkbox, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { AccountFrame } from '../../../../web/shell/account-frame.tsx';
import { SaveRow } from '../settings/save-row.tsx';
import {
  type Chosen,
  events,
  methods,
  type NoticeEvent,
  type NoticeMethod,
  type Preferences,
  preferencesSchema,
} from './contract.ts';
import { closedSentences, eventWords, methodWords, switched } from './grid.ts';
import classes from './notices.module.css';
import { preferencesQuery } from './queries.ts';

/** How one is told of what. */
export function PreferencesPage(): ReactElement {
  const preferences = useQuery(preferencesQuery);
  return (
    <AccountFrame>
      <div className={classes.page}>
        <PageHead
          title="Notifications"
          explains={
            <>
              How you are told, for each kind of news. Whatever you choose, all of it stands under{' '}
              <TextLink to="/notices">Notices</TextLink> too.
            </>
          }
        />
        {preferences.isError && <ErrorPanel error={preferences.error} onRetry={() => void preferences.refetch()} />}
        {preferences.isPending && (
          <Panel>
            <LoadingLines count={8} height={32} />
          </Panel>
        )}
        {preferences.data !== undefined && <Grid preferences={preferences.data} />}
      </div>
    </AccountFrame>
  );
}

function useSaving(onSaved: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly chosen: Chosen }) =>
      call(preferencesSchema, 'PUT', '/api/notice-preferences', { body }),
    onSuccess: (saved) => {
      client.setQueryData(preferencesQuery.queryKey, saved);
      onSaved();
      notifications.show({ color: 'pine', message: 'Saved' });
    },
  });
}

function Grid({ preferences: { closed, chosen } }: { readonly preferences: Preferences }): ReactElement {
  const [wanted, setWanted] = useState<Chosen | null>(null);
  const [kept, setKept] = useState<NoticeEvent | null>(null);
  const save = useSaving(() => setWanted(null));
  const shown = wanted ?? chosen;
  const nothingOpen = methods.every((method) => closed[method] !== null);
  const choose = (event: NoticeEvent, method: NoticeMethod) => {
    const next = switched(shown, event, method);
    setKept(next === null ? event : null);
    if (next !== null) setWanted(next);
  };
  return (
    <Panel>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ chosen: shown });
        }}
      >
        <table className={classes.grid}>
          <MethodsHead closed={closed} />
          <tbody>
            {events.map((event) => (
              <Row
                key={event}
                event={event}
                chosen={shown[event]}
                closed={closed}
                isKept={kept === event}
                onChoose={(method) => choose(event, method)}
              />
            ))}
          </tbody>
        </table>
        {!nothingOpen && (
          <SaveRow
            changed={wanted !== null}
            busy={save.isPending}
            error={save.error}
            onReset={() => {
              save.reset();
              setWanted(null);
              setKept(null);
            }}
          />
        )}
      </form>
      <Closed closed={closed} />
    </Panel>
  );
}

function MethodsHead({ closed }: Pick<Preferences, 'closed'>): ReactElement {
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className={classes.spoken}>News</span>
        </th>
        {methods.map((method) => (
          <th key={method} scope="col" data-closed={closed[method] !== null}>
            {methodWords[method]}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly event: NoticeEvent;
  readonly chosen: readonly NoticeMethod[];
  readonly closed: Preferences['closed'];
  /** Somebody tried to switch off the last method. */
  readonly isKept: boolean;
  readonly onChoose: (method: NoticeMethod) => void;
}

function Row({ event, chosen, closed, isKept, onChoose }: RowProps): ReactElement {
  const [name, when] = eventWords[event];
  return (
    <tr>
      <th scope="row">
        <span>{name}</span>
        <Text component="span" size="sm" c="dimmed" display="block" fw={400}>
          {when}
        </Text>
        <Text component="span" size="sm" c="var(--mantine-color-error)" display="block" fw={400} role="status">
          {isKept ? 'One way stays: choose another before you leave this one.' : ''}
        </Text>
      </th>
      {methods.map((method) => (
        <td key={method}>
          <label className={classes.cell} htmlFor={`${event}-${method}`} data-closed={closed[method] !== null}>
            <Checkbox
              id={`${event}-${method}`}
              size="md"
              aria-label={`${name}: ${methodWords[method]}`}
              checked={chosen.includes(method)}
              disabled={closed[method] !== null}
              onChange={() => onChoose(method)}
            />
            <span className={classes.cellName} aria-hidden>
              {methodWords[method]}
            </span>
          </label>
        </td>
      ))}
    </tr>
  );
}

/** What is closed, and what would open it. */
function Closed({ closed }: Pick<Preferences, 'closed'>): ReactElement | null {
  const sentences = closedSentences(closed);
  if (sentences.length === 0) return null;
  return (
    <div className={classes.closed}>
      <Text size="sm" fw={600}>
        What you can’t choose yet
      </Text>
      {sentences.map((sentence) => (
        <Text key={sentence} size="sm" c="dimmed">
          {sentence}
        </Text>
      ))}
    </div>
  );
}
