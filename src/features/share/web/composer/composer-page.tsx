import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactElement, useCallback, useState } from 'react';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { Redirect } from '../../../../web/controls/redirect.tsx';
import { networksQuery, requestQuery } from '../requests-api.ts';
import { utmTemplatesQuery } from '../utm-templates/utm-templates-api.ts';
import { Composer } from './composer.tsx';
import type { Beginning } from './composer-form.ts';
import { usualNetworks } from './offer.ts';

interface Sitting {
  /** Counts up for each other draft, so that React starts afresh. */
  readonly turn: number;
  /** The draft the sitting began with; undefined for an empty composer. */
  readonly startId: string | undefined;
  /** The id in the address now. */
  readonly id: string | undefined;
  /** The id that the server gave to the draft begun here. */
  readonly given: string | undefined;
}

const nothing: Beginning = { networks: [], utm: {} };

function nextSitting(now: Sitting, id: string | undefined): Sitting {
  if (id !== undefined && id === now.given) return { ...now, id };
  return { turn: now.turn + 1, startId: id, id, given: undefined };
}

/** Composing and editing. A draft that gets its id while one writes stays the same sitting: nothing is drawn anew. */
export function ComposerPage(): ReactElement {
  const { id } = useParams({ strict: false });
  const { on } = useSearch({ strict: false });
  const navigate = useNavigate();
  const [sitting, setSitting] = useState<Sitting>({ turn: 0, startId: id, id, given: undefined });
  if (id !== sitting.id) setSitting(nextSitting(sitting, id));
  const onCreated = useCallback(
    (given: string) => {
      setSitting((now) => ({ ...now, given }));
      // Someone who has left the composer meanwhile isn't brought back.
      if (!window.location.pathname.endsWith('/requests/new')) return;
      // Only the address changes: the router would scroll to the top, away from what is being written.
      void navigate({ to: '/requests/$id/edit', params: { id: given }, replace: true, resetScroll: false });
    },
    [navigate],
  );
  if (sitting.startId === undefined) return <Starting key={sitting.turn} onCreated={onCreated} day={on} />;
  return <Editing key={sitting.turn} id={sitting.startId} />;
}

interface StartingProps {
  readonly onCreated: (id: string) => void;
  /** The day for which it is begun from the calendar. */
  readonly day: string | undefined;
}

/** An empty composer begins with the networks that the organisation shares on, and its usual UTM parameters. */
function Starting({ onCreated, day }: StartingProps): ReactElement {
  const offer = useQuery(networksQuery);
  // What it began with stays: another draft, saved meanwhile, may have others.
  const [begun, setBegun] = useState<Beginning | null>(null);
  // Without its templates one can write all the same.
  const templates = useQuery(utmTemplatesQuery);
  if (begun === null && offer.data !== undefined && !templates.isPending) {
    const utm = templates.data?.templates.find(({ isDefault }) => isDefault)?.utm ?? {};
    setBegun({ networks: usualNetworks(offer.data), utm });
  }
  if (begun !== null) return <Composer request={null} begins={begun} onCreated={onCreated} day={day} />;
  return <Waiting title="Compose" query={offer} />;
}

function Editing({ id }: { readonly id: string }): ReactElement {
  const request = useQuery({ ...requestQuery(id), staleTime: Number.POSITIVE_INFINITY });
  if (request.data !== undefined) {
    const { state } = request.data;
    if (state === 'ended' || state === 'recalled') return <Redirect href={`/requests/${id}`} />;
    return <Composer request={request.data} begins={nothing} onCreated={() => {}} />;
  }
  return <Waiting title="Edit request" query={request} />;
}

interface WaitingProps {
  readonly title: string;
  readonly query: Pick<UseQueryResult, 'isError' | 'error' | 'refetch'>;
}

/** Until the server has answered, or with what it said instead. */
function Waiting({ title, query }: WaitingProps): ReactElement {
  return (
    <>
      <PageHead title={title} />
      {query.isError ? (
        <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Panel>
          <LoadingLines count={8} />
        </Panel>
      )}
    </>
  );
}
