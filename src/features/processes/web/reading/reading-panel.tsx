import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { compare } from '../../versions/diff.ts';
import { type Process, type Version, versionQuery } from '../contract.ts';
import { DifferenceView } from '../difference-view.tsx';
import { type Mine, readingPath, readingQuery, readingSchema } from './contract.ts';
import { QuizForm } from './quiz-form.tsx';
import { mineWords, timeWords } from './words.ts';

interface Props {
  readonly process: Process;
}

/** What is asked of me about the process that stands above: the questions, and that I have read it. */
export function ReadingPanel({ process }: Props): ReactElement | null {
  const mine = useQuery(readingQuery(process.id)).data?.mine ?? null;
  if (mine === null || process.published === null) return null;
  if (mine.confirmed !== null) {
    return (
      <Alert
        role="status"
        color="green"
        icon={<IconCircleCheck size={20} />}
        title={`You confirmed version ${mine.confirmed.version} on ${timeWords(mine.confirmed.at)}`}
      >
        It is kept, and stands in the copy of your data.
      </Alert>
    );
  }
  return <ToConfirm process={process} version={process.published} mine={mine} />;
}

function ToConfirm({
  process,
  version,
  mine,
}: Props & { readonly version: Version; readonly mine: Mine }): ReactElement {
  const client = useQueryClient();
  const confirm = useMutation({
    mutationFn: () =>
      call(readingSchema, 'POST', `${readingPath(process.id)}/confirm` as const, { body: { version: version.number } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['processes'] }),
  });
  const isLocked = mine.quiz !== null && !mine.quiz.passed;
  return (
    <Panel id="confirm" title="Read and understood?" explains={mineWords(mine)}>
      <Stack gap="lg">
        {mine.before !== null && mine.before < version.number && (
          <Changed process={process} version={version} before={mine.before} changed={mine.changed} />
        )}
        {mine.quiz !== null && <QuizForm processId={process.id} quiz={mine.quiz} />}
        {confirm.isError && <ErrorPanel error={confirm.error} />}
        <div>
          <Button
            disabled={isLocked}
            loading={confirm.isPending}
            onClick={() => confirm.mutate()}
            aria-describedby={isLocked ? 'confirm-locked' : undefined}
          >
            I have read and understood this
          </Button>
          {isLocked && (
            <Text id="confirm-locked" size="sm" c="dimmed" mt={6}>
              Pass the quiz first.
            </Text>
          )}
        </div>
      </Stack>
    </Panel>
  );
}

interface ChangedProps extends Props {
  readonly version: Version;
  readonly before: number;
  readonly changed: string;
}

/** What is different from the version that I confirmed before: folded, as the whole text stands above. */
function Changed({ process, version, before, changed }: ChangedProps): ReactElement {
  const [isOpen, setOpen] = useState(true);
  const earlier = useQuery(versionQuery(process.id, before));
  const nameOf = (id: string) => process.names[id] ?? 'somebody else';
  return (
    <div>
      <Text>
        You confirmed version {before} before.{changed === '' ? '' : ` What is different: ${changed}`}
      </Text>
      <Button
        variant="default"
        size="xs"
        mt={8}
        mb={isOpen ? 8 : 0}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        What changed since
      </Button>
      {isOpen && earlier.isError && <ErrorPanel error={earlier.error} onRetry={() => void earlier.refetch()} />}
      {isOpen && earlier.isPending && <LoadingLines count={3} height={20} />}
      {isOpen && earlier.data !== undefined && (
        <DifferenceView difference={compare(earlier.data, version, nameOf)} nameOf={nameOf} />
      )}
    </div>
  );
}
