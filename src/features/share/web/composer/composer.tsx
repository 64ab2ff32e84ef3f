import { Alert, Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactElement, useEffect, useState } from 'react';
import { sentenceOf } from '../../../../web/problem.ts';
import { useTimeZone } from '../../../../web/queries.ts';
import type { ShareRequest } from '../contract.ts';
import { AskedSection } from './asked-section.tsx';
import classes from './composer.module.css';
import { type Beginning, type ComposerForm, defaultEnd } from './composer-form.ts';
import { ComposerHead } from './composer-head.tsx';
import { FilingSection } from './filing-section.tsx';
import { PostsSection } from './posts-section.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { type FieldSentences, placeServerProblems, problemsOf } from './readiness.ts';
import { SendConfirm } from './send-confirm.tsx';
import { SlackSection } from './slack-section.tsx';
import { TrackingSection } from './tracking-section.tsx';
import { useDraft } from './use-draft.ts';
import { useRendered } from './use-rendered.ts';
import { useSendKind } from './use-send-kind.ts';
import { useSending } from './use-sending.ts';
import { WhenSection } from './when-section.tsx';

interface Props {
  readonly request: ShareRequest | null;
  /** What an empty composer begins with. */
  readonly begins: Beginning;
  readonly onCreated: (id: string) => void;
  /** The day for which it is begun from the calendar. */
  readonly day?: string | undefined;
}

/** When a request goes out that is begun for a day. */
const usualTime = '10:00';

type Side = 'write' | 'preview';

function focusFirstProblem(): void {
  // After React has drawn the sentences.
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>('[data-composer] [aria-invalid="true"]');
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  });
}

/** The id of a request that has links; null of one that is not planned yet. */
const linked = (request: Props['request']) =>
  request?.state === 'open' || request?.state === 'scheduled' ? request.id : null;

/** The composer: what to share at the left, how it will look at the right (on phones one or the other). */
export function Composer({ request, begins, onCreated, day }: Props): ReactElement {
  const draft = useDraft(request, begins, onCreated);
  const timeZone = useTimeZone();
  const narrow = useMediaQuery('(max-width: 68em)');
  const [side, setSide] = useState<Side>('write');
  const [asked, setAsked] = useState(false);
  const { kind, notice } = useSendKind(request, draft.form);
  const sending = useSending(draft, kind);
  useStartOn(request === null && !draft.restored ? day : undefined, draft.patch);
  const rendered = useRendered(draft.form, linked(request));
  const problems = problemsOf(draft.form, new Date(), timeZone, rendered.data);
  const shown: FieldSentences = { ...(asked ? problems : {}), ...placeServerProblems(sending.fields, draft.form) };
  const parts = {
    ...{ form: draft.form, patch: draft.patch, problems: shown, needsReview: kind === 'review' },
    ...{ id: request?.id ?? null, state: request?.state ?? null },
  };
  const forShares = draft.form.kind === 'shares';
  const ask = (): void => {
    setAsked(true);
    setSide('write');
    if (Object.keys(problems).length > 0) focusFirstProblem();
    else sending.ask();
  };
  return (
    <div data-composer>
      <ComposerHead request={request} draft={draft} busy={sending.busy} kind={kind} onSend={ask} />
      {notice !== null && (
        <Alert role="status" color="yellow" variant="light" mb="md">
          {notice}
        </Alert>
      )}
      {draft.restored && <Restored onDiscard={draft.discardCopy} fresh={request === null} />}
      {sending.error !== null && !sending.asking && (
        <Alert role="alert" color="red" variant="light" mb="md">
          {sentenceOf(sending.error)}
        </Alert>
      )}
      {narrow && <SideChoice side={side} onChange={setSide} />}
      <div className={classes.sides}>
        <div className={classes.write} hidden={narrow && side !== 'write'}>
          <AskedSection {...parts} />
          <SlackSection {...parts} />
          {forShares && <PostsSection {...parts} rendered={rendered.data} />}
          <WhenSection {...parts} />
          <FilingSection {...parts} request={request} />
          {forShares && <TrackingSection {...parts} />}
        </div>
        <aside
          className={classes.preview}
          hidden={narrow && side !== 'preview'}
          aria-label="Preview"
          data-tour="compose-preview"
        >
          <PreviewPane form={draft.form} rendered={rendered} />
        </aside>
      </div>
      <SendConfirm form={draft.form} request={request} sending={sending} kind={kind} />
    </div>
  );
}

/** Begins with a day that was chosen on the calendar. */
function useStartOn(day: string | undefined, patch: (change: Partial<ComposerForm>) => void): void {
  useEffect(() => {
    if (day === undefined) return;
    patch({ when: 'later', sendAt: `${day}T${usualTime}`, endsAt: defaultEnd(day) });
  }, [day, patch]);
}

interface SideChoiceProps {
  readonly side: Side;
  readonly onChange: (side: Side) => void;
}

/** Where there is room for one side only. */
function SideChoice({ side, onChange }: SideChoiceProps): ReactElement {
  return (
    <SegmentedControl
      fullWidth
      mb="md"
      value={side}
      onChange={onChange}
      aria-label="Write or preview"
      data-tour="compose-preview"
      data={[
        { value: 'write', label: 'Write' },
        { value: 'preview', label: 'Preview' },
      ]}
    />
  );
}

interface RestoredProps {
  readonly onDiscard: () => void;
  readonly fresh: boolean;
}

function Restored({ onDiscard, fresh }: RestoredProps): ReactElement {
  return (
    <Alert role="status" color="lilac" variant="light" mb="md" title="Your words from before are back">
      They were kept on this device and hadn’t reached the server.{' '}
      <Button size="compact-xs" variant="subtle" onClick={onDiscard}>
        {fresh ? 'Start empty instead' : 'Use the saved version instead'}
      </Button>
    </Alert>
  );
}
