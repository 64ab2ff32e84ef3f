import { Button, Group, Loader, Progress, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ErrorPanel, LoadingLines, Panel } from '../controls/panels.tsx';
import type { AnyPreview, ShownRow } from './contract.ts';
import type { ChosenFile } from './file.ts';
import { FileStep, type FileWords } from './file-step.tsx';
import classes from './imports.module.css';
import { PreviewRows } from './preview-rows.tsx';
import { saveRefused } from './result-panel.tsx';

/** A file as it is sent, with what was chosen for it. */
type Sent<Choices extends object> = Choices & { readonly file: string };

/** What differs between imports. */
export interface ImportKind<Preview extends AnyPreview, Result, Choices extends object> {
  /** What its previews are kept under. */
  readonly name: string;
  readonly preview: (body: Sent<Choices>, signal: AbortSignal) => Promise<Preview>;
  readonly commit: (body: Sent<Choices> & { readonly marks: string[] }) => Promise<Result>;
  /** What is chosen before anybody chooses. */
  readonly choices: Choices;
  readonly words: FileWords;
  readonly Choices: (props: {
    readonly preview: Preview;
    readonly choices: Choices;
    readonly onChoose: (choices: Choices) => void;
  }) => ReactElement;
  readonly show: (row: Preview['rows'][number]) => ShownRow;
  /** What the button says; null while there is nothing to import. */
  readonly label: (preview: Preview) => string | null;
  readonly Result: (props: { readonly result: Result; readonly onAgain: () => void }) => ReactElement;
  /** Beginnings of the keys of what an import changes. */
  readonly touches: readonly (readonly string[])[];
}

interface StepsProps<Preview extends AnyPreview, Result, Choices extends object> {
  readonly kind: ImportKind<Preview, Result, Choices>;
}

/** Choose a file, see what would happen to each row, import. */
export function ImportSteps<Preview extends AnyPreview, Result, Choices extends object>({
  kind,
}: StepsProps<Preview, Result, Choices>): ReactElement {
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [result, setResult] = useState<Result | null>(null);
  const again = () => {
    setFile(null);
    setResult(null);
  };
  if (file === null) return <FileStep words={kind.words} onChosen={setFile} />;
  if (result === null) return <Review kind={kind} file={file} onOther={again} onDone={setResult} />;
  return <kind.Result result={result} onAgain={again} />;
}

interface ReviewProps<Preview extends AnyPreview, Result, Choices extends object>
  extends StepsProps<Preview, Result, Choices> {
  readonly file: ChosenFile;
  readonly onOther: () => void;
  readonly onDone: (result: Result) => void;
}

function Review<Preview extends AnyPreview, Result, Choices extends object>(
  props: ReviewProps<Preview, Result, Choices>,
): ReactElement {
  const { kind, file, onOther } = props;
  const [choices, setChoices] = useState(kind.choices);
  const body = { ...choices, file: file.base64 };
  const preview = useQuery({
    queryKey: ['import', kind.name, file, choices],
    queryFn: ({ signal }) => kind.preview(body, signal),
    placeholderData: keepPreviousData,
    // Names and addresses of a file are not kept once its page is left, and never asked for by themselves.
    ...{ gcTime: 0, staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false },
  });
  const commit = useCommit(props, body);
  const other = (
    <Button variant="default" onClick={onOther}>
      Choose another file
    </Button>
  );
  if (preview.isError) {
    return (
      <>
        <ErrorPanel error={preview.error} onRetry={() => void preview.refetch()} />
        <Group mt="md">{other}</Group>
      </>
    );
  }
  const shown: Preview | undefined = preview.data;
  if (shown === undefined) {
    return (
      <Panel>
        <Text role="status" mb="md">
          Looking at each row of {file.name}. A large file takes some seconds.
        </Text>
        <Progress value={100} animated aria-label="Looking at the rows" mb="lg" />
        <LoadingLines count={6} height={32} />
      </Panel>
    );
  }
  return (
    <>
      <kind.Choices preview={shown} choices={choices} onChoose={setChoices} />
      <PreviewRows rows={shown.rows.map(kind.show)} beside={<InError file={shown.refusedFile} />} />
      {commit.isError && (
        <div className={classes.failed}>
          <ErrorPanel error={commit.error} />
        </div>
      )}
      <Foot
        label={kind.label(shown)}
        stale={preview.isPlaceholderData}
        busy={commit.isPending}
        onImport={() => commit.mutate(shown)}
        other={other}
      />
    </>
  );
}

function useCommit<Preview extends AnyPreview, Result, Choices extends object>(
  { kind, onDone }: ReviewProps<Preview, Result, Choices>,
  body: Sent<Choices>,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ rows }: Preview) => kind.commit({ ...body, marks: rows.map(({ mark }) => mark) }),
    onSuccess: async (result) => {
      onDone(result);
      await Promise.all(kind.touches.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
}

function InError({ file }: { readonly file: string | null }): ReactElement | null {
  if (file === null) return null;
  return (
    <Button
      variant="subtle"
      size="sm"
      leftSection={<IconDownload size={18} aria-hidden />}
      onClick={() => saveRefused(file)}
    >
      Rows in error
    </Button>
  );
}

interface FootProps {
  readonly label: string | null;
  /** The choices have changed, and their preview is on its way. */
  readonly stale: boolean;
  readonly busy: boolean;
  readonly onImport: () => void;
  readonly other: ReactElement;
}

function Foot({ label, stale, busy, onImport, other }: FootProps): ReactElement {
  return (
    <div className={classes.foot}>
      <Group gap="xs">
        <Button onClick={onImport} loading={busy} disabled={stale || label === null}>
          {label ?? 'Nothing to import'}
        </Button>
        {other}
        {stale && <Loader size="sm" aria-label="Looking at the rows again" />}
      </Group>
      {busy && (
        <>
          <Text role="status" size="sm" mt="sm">
            Everything goes in at once. A large file takes some seconds; what happens is told here.
          </Text>
          <Progress value={100} animated aria-label="Importing" mt="xs" />
        </>
      )}
    </div>
  );
}
