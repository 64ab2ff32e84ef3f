import { Button, FileButton, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { IconFileImport, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useBlocker, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useRef, useState } from 'react';
import { call, nothing } from '../../../web/api.ts';
import { Confirm } from '../../../web/controls/confirm.tsx';
import { LinkButton, TextLink } from '../../../web/controls/link-button.tsx';
import { PageHead } from '../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../web/controls/panels.tsx';
import { fieldSentences } from '../../../web/problem.ts';
import type { Content } from '../writing/content.ts';
import { choicesQuery, type Process, processPath, processQuery } from './contract.ts';
import { RichEditor } from './editor/rich-editor.tsx';
import { NotShown } from './not-shown.tsx';
import { readProcess } from './process-file.ts';
import { ReturnedNote } from './returned-note.tsx';
import { StepsEditor } from './steps-editor.tsx';

const route = getRouteApi('/member/processes/$id/edit');

/** Writing on a process: its draft, or the next version's, which begins with what holds. */
export function EditPage(): ReactElement {
  const { id } = route.useParams();
  const found = useQuery({ ...processQuery(id), refetchOnWindowFocus: false });
  // Once it is there, nothing that fails behind it may take away what was typed.
  if (found.data === undefined) {
    if (found.isError) return <NotShown error={found.error} onRetry={() => void found.refetch()} />;
    return (
      <Panel>
        <LoadingLines count={6} height={40} />
      </Panel>
    );
  }
  if (!found.data.may.edit) return <ForOthers id={id} />;
  return <Draft key={id} process={found.data} />;
}

function ForOthers({ id }: { readonly id: string }): ReactElement {
  return (
    <PageHead
      title="Others write on this process"
      explains="You can read it. Whoever answers for it can change it."
      actions={
        <LinkButton to="/processes/$id" params={{ id }}>
          Read it
        </LinkButton>
      }
    />
  );
}

function Draft({ process }: { readonly process: Process }): ReactElement {
  const start = process.open ?? process.published ?? { title: '', body: '', steps: [] };
  const [content, setContent] = useState<Content>({ title: start.title, body: start.body, steps: start.steps });
  const [saved, setSaved] = useState(content);
  const [editor, setEditor] = useState(0);
  const [note, setNote] = useState('');
  const isChanged = content !== saved;
  const choices = useQuery(choicesQuery);
  useBlocker({
    shouldBlockFn: () => isChanged && !globalThis.confirm('Leave without saving what you changed?'),
    enableBeforeUnload: isChanged,
  });
  const { save, submit } = useSending(process, content, setSaved, note);
  const fields = fieldSentences(submit.error ?? save.error);
  const importFile = async (file: File | null) => {
    if (file === null) return;
    const read = readProcess(await file.text(), () => crypto.randomUUID());
    setContent({ ...read, title: read.title || content.title });
    setEditor(editor + 1);
  };
  return (
    <>
      <DraftHead process={process} onFile={(file) => void importFile(file)} onGone={() => setSaved(content)} />
      <Stack>
        <ReturnedNote open={process.open} />
        <Panel>
          <Stack>
            <TextInput
              label="Title"
              maxLength={120}
              value={content.title}
              onChange={(event) => setContent({ ...content, title: event.currentTarget.value })}
              error={fields.title}
            />
            <RichEditor
              key={editor}
              processId={process.id}
              text={content.body}
              onChange={(body) => setContent((now) => (now.body === body ? now : { ...now, body }))}
            />
          </Stack>
        </Panel>
        <Panel title="Steps" explains="What is ticked off, one after the other. A process may also be text alone.">
          <StepsEditor
            steps={content.steps}
            choices={choices.data}
            fields={fields}
            onChange={(steps) => setContent({ ...content, steps })}
          />
        </Panel>
        <ReadyPanel
          {...{ note, setNote, save, submit, isChanged }}
          isTitled={content.title.trim() !== ''}
          hasDraft={process.open !== null}
        />
      </Stack>
    </>
  );
}

interface HeadProps {
  readonly process: Process;
  readonly onFile: (file: File | null) => void;
  readonly onGone: () => void;
}

function DraftHead({ process, onFile, onGone }: HeadProps): ReactElement {
  return (
    <PageHead
      title={process.published === null ? 'Write a process' : 'Write the next version'}
      explains="Nobody but those who write on it sees it before it is published."
      above={
        <TextLink to="/processes/$id" params={{ id: process.id }} size="sm">
          Back to reading
        </TextLink>
      }
      actions={
        <Group gap="xs">
          <FileButton accept=".md,.markdown,text/markdown,text/plain" onChange={onFile}>
            {(props) => (
              <Button variant="default" leftSection={<IconFileImport size={18} aria-hidden />} {...props}>
                Read a Markdown file
              </Button>
            )}
          </FileButton>
          {process.open !== null && <DiscardButton process={process} onGone={onGone} />}
        </Group>
      }
    />
  );
}

interface ReadyProps extends ReturnType<typeof useSending> {
  readonly note: string;
  readonly setNote: (note: string) => void;
  readonly isChanged: boolean;
  readonly isTitled: boolean;
  readonly hasDraft: boolean;
}

/** What is done with the draft once it is written. */
function ReadyPanel({ note, setNote, save, submit, isChanged, isTitled, hasDraft }: ReadyProps): ReactElement {
  return (
    <Panel title="When it is ready">
      <Stack>
        <Textarea
          label="What is different, for whoever reviews it (optional)"
          autosize
          minRows={2}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {save.isError && <ErrorPanel error={save.error} />}
        {submit.isError && <ErrorPanel error={submit.error} />}
        <Group gap="xs">
          <Button
            variant="default"
            loading={save.isPending}
            disabled={!isChanged || !isTitled}
            onClick={() => save.mutate()}
          >
            {isChanged ? 'Save the draft' : 'Saved'}
          </Button>
          <Button
            loading={submit.isPending}
            disabled={!isTitled || (!hasDraft && !isChanged)}
            onClick={() => submit.mutate()}
          >
            Give it into review
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

/**
 * Saving, and saving before it goes into review. The revision is that of what one began with: whatever is loaded behind
 * the editor meanwhile may be what somebody else has saved, and is not to be written over unseen.
 */
function useSending(process: Process, content: Content, onSaved: (content: Content) => void, note: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const path = processPath(process.id);
  const revision = useRef(process.open?.revision ?? 0);
  const put = async () => {
    const sent = content.steps.map((step) => ({ ...step, title: step.title.trim() }));
    const body = { ...content, steps: sent, revision: revision.current };
    await call(nothing, 'PUT', `${path}/draft` as const, { body });
    revision.current += 1;
    onSaved(content);
    await client.fetchQuery({ ...processQuery(process.id), staleTime: 0 });
  };
  const save = useMutation({
    mutationFn: put,
    onSuccess: () => client.invalidateQueries({ queryKey: ['processes', 'list'] }),
  });
  const submit = useMutation({
    mutationFn: async () => {
      await put();
      await call(nothing, 'POST', `${path}/review` as const, { body: { note } });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['processes'] });
      await navigate({ to: '/processes/$id', params: { id: process.id }, ignoreBlocker: true });
    },
  });
  return { save, submit };
}

interface DiscardProps {
  readonly process: Process;
  readonly onGone: () => void;
}

function DiscardButton({ process, onGone }: DiscardProps): ReactElement {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const isOnly = process.published === null;
  const discard = useMutation({
    mutationFn: () => call(nothing, 'DELETE', `${processPath(process.id)}/draft` as const),
    onSuccess: async () => {
      onGone();
      if (isOnly) await navigate({ to: '/processes', ignoreBlocker: true });
      else await navigate({ to: '/processes/$id', params: { id: process.id }, ignoreBlocker: true });
      await client.invalidateQueries({ queryKey: ['processes'] });
    },
  });
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => setAsking(true)}>
        Throw the draft away
      </Button>
      <Confirm
        opened={isAsking}
        onClose={() => setAsking(false)}
        title="Throw the draft away?"
        confirm="Throw it away"
        danger
        busy={discard.isPending}
        error={discard.error}
        onConfirm={() => discard.mutate()}
      >
        {isOnly
          ? 'Nothing of this process was published yet: it goes with its draft. This can’t be undone.'
          : 'What was published stays. This can’t be undone.'}
      </Confirm>
    </>
  );
}
