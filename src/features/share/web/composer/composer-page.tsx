import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactElement, useCallback, useState } from 'react';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { Redirect } from '../../../../web/controls/redirect.tsx';
import { requestQuery } from '../requests-api.ts';
import { Composer } from './composer.tsx';

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

function nextSitting(now: Sitting, id: string | undefined): Sitting {
  if (id !== undefined && id === now.given) return { ...now, id };
  return { turn: now.turn + 1, startId: id, id, given: undefined };
}

/** Composing and editing. A draft that gets its id while one writes stays the same sitting: nothing is drawn anew. */
export function ComposerPage(): ReactElement {
  const { id } = useParams({ strict: false });
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
  if (sitting.startId === undefined) return <Composer key={sitting.turn} request={null} onCreated={onCreated} />;
  return <Editing key={sitting.turn} id={sitting.startId} />;
}

function Editing({ id }: { readonly id: string }): ReactElement {
  const request = useQuery({ ...requestQuery(id), staleTime: Number.POSITIVE_INFINITY });
  if (request.data !== undefined) {
    const { state } = request.data;
    if (state === 'ended' || state === 'recalled') return <Redirect href={`/requests/${id}`} />;
    return <Composer request={request.data} onCreated={() => {}} />;
  }
  return (
    <>
      <PageHead title="Edit request" />
      {request.isError ? (
        <ErrorPanel error={request.error} onRetry={() => void request.refetch()} />
      ) : (
        <Panel>
          <LoadingLines count={8} />
        </Panel>
      )}
    </>
  );
}
