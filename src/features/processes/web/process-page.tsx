import { Badge, Button, Group, Menu, Stack, Text } from '@mantine/core';
import {
  IconArchive,
  IconDots,
  IconDownload,
  IconEdit,
  IconHistory,
  IconLock,
  IconPlayerPlay,
} from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../web/api.ts';
import { Confirm } from '../../../web/controls/confirm.tsx';
import { LinkButton, TextLink } from '../../../web/controls/link-button.tsx';
import { PageHead } from '../../../web/controls/page-head.tsx';
import { EmptyPanel, LoadingLines, Panel } from '../../../web/controls/panels.tsx';
import { saveFile } from '../../../web/save-file.ts';
import { AccessWindow } from './access-window.tsx';
import { type Process, processPath, processQuery, type Version } from './contract.ts';
import { HistoryWindow } from './history-window.tsx';
import { NotShown } from './not-shown.tsx';
import { writeProcess } from './process-file.ts';
import { AskingPanel } from './reading/asking-panel.tsx';
import { ReadingPanel } from './reading/reading-panel.tsx';
import { dayWords } from './reading/words.ts';
import { ReturnedNote } from './returned-note.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { RichView } from './rich-view.tsx';
import { StartWindow } from './runs/start-window.tsx';
import { StepList } from './step-list.tsx';
import { TriggersPanel } from './triggers/triggers-panel.tsx';

const route = getRouteApi('/member/processes/$id');

/** One process to read; for whoever writes on it also what is in review, its past, and whom it is meant for. */
export function ProcessPage(): ReactElement {
  const { id } = route.useParams();
  const found = useQuery(processQuery(id));
  // What was loaded before stays in sight when it can’t be loaded anew.
  if (found.data === undefined) {
    if (found.isError) return <NotShown error={found.error} onRetry={() => void found.refetch()} />;
    return (
      <Panel>
        <LoadingLines count={6} height={28} />
      </Panel>
    );
  }
  return <Read process={found.data} />;
}

function Read({ process }: { readonly process: Process }): ReactElement {
  const [shown, setShown] = useState<Shown | null>(null);
  const version = process.published ?? process.open;
  if (version === null) return <PageHead title="Nothing is written here yet" />;
  return (
    <>
      <PageHead
        title={version.title}
        explains={aboutOf(process, version)}
        above={
          <TextLink to="/processes" size="sm">
            All processes
          </TextLink>
        }
        beside={<Marks process={process} />}
        actions={<Actions process={process} version={version} onShow={setShown} />}
      />
      <Stack>
        <ReturnedNote open={process.open} />
        {process.open?.state === 'review' && <ReviewPanel process={process} version={process.open} />}
        <Panel>
          {version.body.trim() === '' && version.steps.length === 0 ? (
            <EmptyPanel icon={<IconEdit size={30} stroke={1.5} />} title="Nothing is written here yet">
              {process.may.edit
                ? 'Press “Write on it” and add words or steps.'
                : 'Whoever answers for it is still writing.'}
            </EmptyPanel>
          ) : (
            <>
              <RichView text={version.body} />
              <StepList steps={version.steps} names={process.names} />
            </>
          )}
        </Panel>
        <ReadingPanel process={process} />
        <AskingPanel process={process} />
        {process.may.edit && <TriggersPanel process={process} />}
      </Stack>
      <StartWindow process={process} opened={shown === 'start'} onClose={() => setShown(null)} />
      <AccessWindow process={process} opened={shown === 'access'} onClose={() => setShown(null)} />
      <HistoryWindow process={process} opened={shown === 'history'} onClose={() => setShown(null)} />
    </>
  );
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });

export function aboutOf({ owner, reviewBy }: Process, { number, publishedAt, publishedBy }: Version): string {
  const since =
    publishedAt === null
      ? 'Not published yet.'
      : `Version ${number}, since ${dayFormat.format(new Date(publishedAt))}${publishedBy === null ? '' : `, published by ${publishedBy.name}`}.`;
  const answers = owner === null ? '' : ` ${owner.name} answers for it.`;
  return `${since}${answers}${reviewBy === null ? '' : ` To be looked through again by ${dayWords(reviewBy)}.`}`;
}

function Marks({ process }: { readonly process: Process }): ReactElement {
  const mark = (words: string, color: string) => (
    <Badge variant="light" color={color} tt="none">
      {words}
    </Badge>
  );
  return (
    <>
      {process.confidential && mark('Confidential', 'red')}
      {process.archived && mark('Archived', 'gray')}
      {process.published === null && mark('Draft', 'gray')}
    </>
  );
}

type Shown = 'access' | 'history' | 'start';

interface ActionsProps {
  readonly process: Process;
  readonly version: Version;
  readonly onShow: (what: Shown) => void;
}

function Actions({ process, version, onShow }: ActionsProps): ReactElement {
  const client = useQueryClient();
  const [isArchiving, setArchiving] = useState(false);
  const archive = useMutation({
    mutationFn: () =>
      process.archived
        ? call(nothing, 'POST', `${processPath(process.id)}/restore` as const)
        : call(nothing, 'POST', `${processPath(process.id)}/archive` as const),
    onSuccess: () => {
      setArchiving(false);
      return client.invalidateQueries({ queryKey: ['processes'] });
    },
  });
  const mayBegin = process.published !== null && process.published.steps.length > 0 && !process.archived;
  return (
    <Group gap="xs">
      {mayBegin && (
        <Button leftSection={<IconPlayerPlay size={18} aria-hidden />} onClick={() => onShow('start')}>
          Go through it
        </Button>
      )}
      {process.may.edit && !process.archived && (
        <LinkButton
          to="/processes/$id/edit"
          params={{ id: process.id }}
          variant={mayBegin ? 'default' : 'filled'}
          leftSection={<IconEdit size={18} aria-hidden />}
        >
          {process.open === null ? 'Write the next version' : 'Write on it'}
        </LinkButton>
      )}
      <MoreMenu
        {...{ process, version, onShow }}
        onArchive={() => (process.archived ? archive.mutate() : setArchiving(true))}
      />
      {archive.isError && !isArchiving && (
        <Text role="alert" size="sm" c="red">
          {archive.error.message}
        </Text>
      )}
      <Confirm
        opened={isArchiving}
        onClose={() => setArchiving(false)}
        title={`Archive “${version.title}”?`}
        confirm="Archive it"
        busy={archive.isPending}
        error={archive.error}
        onConfirm={() => archive.mutate()}
      >
        Nobody finds it any more, and it begins no more by itself. What was noted is kept, and you can bring it back.
      </Confirm>
    </Group>
  );
}

interface MoreMenuProps extends ActionsProps {
  readonly onArchive: () => void;
}

function MoreMenu({ process, version, onShow, onArchive }: MoreMenuProps): ReactElement {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" aria-label="More about this process">
          <IconDots size={18} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconHistory size={16} />} onClick={() => onShow('history')}>
          Versions and what changed
        </Menu.Item>
        <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => saveAsMarkdown(process, version)}>
          Save as Markdown
        </Menu.Item>
        {process.may.edit && (
          <>
            <Menu.Item leftSection={<IconLock size={16} />} onClick={() => onShow('access')}>
              Who answers for it, whom it is for
            </Menu.Item>
            <Menu.Item leftSection={<IconArchive size={16} />} onClick={onArchive}>
              {process.archived ? 'Bring it back' : 'Archive it'}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function saveAsMarkdown({ names }: Process, version: Version): void {
  const text = writeProcess(version, (id) => names[id] ?? 'somebody');
  saveFile(`${version.title}.md`, new Blob([text], { type: 'text/markdown' }));
}
