import { Button, Group, Loader, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn } from '../../../../web/queries.ts';
import { Choices, type ImportChoices } from './choices.tsx';
import { type ImportResult, type Preview, previewSchema, resultSchema } from './contract.ts';
import type { ChosenFile } from './file.ts';
import { FileStep } from './file-step.tsx';
import classes from './imports.module.css';
import { PreviewRows } from './preview-rows.tsx';
import { ResultPanel, saveRefused } from './result-panel.tsx';
import { importLabel } from './words.ts';

const firstChoices: ImportChoices = { invite: false, createPlaces: false, mapping: null };

/** People from a file: choose it, see what would happen to each row, import. */
export function ImportPage(): ReactElement {
  const { manage } = useSignedIn().can;
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const again = () => {
    setFile(null);
    setResult(null);
  };
  return (
    <>
      <PageHead
        title="Import people"
        above={
          <TextLink to="/members" size="sm">
            Members
          </TextLink>
        }
        explains="From a CSV file, or rows of a spreadsheet. Nothing is changed before you have seen what happens to each row."
      />
      {!manage && (
        <Panel>
          <Text c="dimmed">Only owners and admins import people.</Text>
        </Panel>
      )}
      {manage && file === null && <FileStep onChosen={setFile} />}
      {manage && file !== null && result === null && <Review file={file} onOther={again} onDone={setResult} />}
      {result !== null && <ResultPanel result={result} onAgain={again} />}
    </>
  );
}

interface ReviewProps {
  readonly file: ChosenFile;
  readonly onOther: () => void;
  readonly onDone: (result: ImportResult) => void;
}

function Review({ file, onOther, onDone }: ReviewProps): ReactElement {
  const [choices, setChoices] = useState(firstChoices);
  const body = { file: file.base64, ...choices };
  const preview = useQuery({
    queryKey: ['import', file, choices],
    queryFn: ({ signal }) => call(previewSchema, 'POST', '/api/members/import/preview', { body, signal }),
    placeholderData: keepPreviousData,
    // Names and addresses of a file are not kept once its page is left, and never asked for by themselves.
    ...{ gcTime: 0, staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false },
  });
  const commit = useCommit(body, onDone);
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
  if (preview.data === undefined) {
    return (
      <Panel>
        <LoadingLines count={6} height={32} />
      </Panel>
    );
  }
  return (
    <>
      <Choices preview={preview.data} choices={choices} onChoose={setChoices} />
      <PreviewRows rows={preview.data.rows} beside={<InError file={preview.data.refusedFile} />} />
      {commit.isError && (
        <div className={classes.failed}>
          <ErrorPanel error={commit.error} />
        </div>
      )}
      <Foot
        preview={preview.data}
        stale={preview.isPlaceholderData}
        busy={commit.isPending}
        onImport={() => commit.mutate(preview.data)}
        other={other}
      />
    </>
  );
}

function useCommit(body: { readonly file: string } & ImportChoices, onDone: (result: ImportResult) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ rows }: Preview) => {
      const marks = rows.map(({ mark }) => mark);
      return call(resultSchema, 'POST', '/api/members/import', { body: { ...body, marks } });
    },
    onSuccess: async (result) => {
      onDone(result);
      await Promise.all(
        ['members', 'departments', 'locations'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      );
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
  readonly preview: Preview;
  /** The choices have changed, and their preview is on its way. */
  readonly stale: boolean;
  readonly busy: boolean;
  readonly onImport: () => void;
  readonly other: ReactElement;
}

function Foot({ preview, stale, busy, onImport, other }: FootProps): ReactElement {
  const label = importLabel(preview);
  return (
    <div className={classes.foot}>
      <Group gap="xs">
        <Button onClick={onImport} loading={busy} disabled={stale || label === null}>
          {label ?? 'Nothing to import'}
        </Button>
        {other}
        {stale && <Loader size="sm" aria-label="Looking at the rows again" />}
      </Group>
    </div>
  );
}
