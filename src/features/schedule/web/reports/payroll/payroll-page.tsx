import { Button, Group, Select, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { DownloadButton } from '../../../../../web/controls/download-button.tsx';
import { TextLink } from '../../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../../web/controls/panels.tsx';
import { DaysFields } from '../days-field.tsx';
import classes from '../reports.module.css';
import { ColumnList } from './column-list.tsx';
import { type Draft, draftOf, freshDraft, isChanged, lackOf } from './draft.ts';
import { Keeping } from './keeping.tsx';
import { MappingFields } from './mapping-fields.tsx';
import { type Days, payrollFileOf, payrollQuery, readPreview } from './payroll-api.ts';
import type { Payroll, Saved } from './payroll-contract.ts';
import { PreviewTable } from './preview-panel.tsx';

/** Hours as a file for the payroll, in the columns that it asks for. */
export function PayrollPage(): ReactElement {
  const payroll = useQuery(payrollQuery);
  return (
    <>
      <PageHead
        title="Payroll export"
        above={
          <TextLink to="/team/reports" size="sm">
            Reports
          </TextLink>
        }
        explains="Hours for your payroll as CSV. Each preview and each file is recorded in the audit log."
      />
      {payroll.isPending && (
        <Panel>
          <LoadingLines count={6} height={32} />
        </Panel>
      )}
      {payroll.isError && <ErrorPanel error={payroll.error} onRetry={() => void payroll.refetch()} />}
      {payroll.data !== undefined && <Export payroll={payroll.data} />}
    </>
  );
}

function Export({ payroll }: { readonly payroll: Payroll }): ReactElement {
  const { mappings } = payroll;
  const [draft, setDraft] = useState<Draft>(() => (mappings[0] ? draftOf(mappings[0]) : freshDraft(payroll)));
  const [days, setDays] = useState<Days>({ stretch: 'last_period' });
  const saved = mappings.find(({ id }) => id === draft.id);
  const patch = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }));
  return (
    <div className={classes.stack}>
      <Panel
        title="Columns"
        explains="Choose what stands in each column, in which order and under which heading. Keep it under a name to use it again."
      >
        <Chooser payroll={payroll} draft={draft} onDraft={setDraft} />
        <MappingFields draft={draft} onChange={patch} />
        <ColumnList columns={draft.columns} fields={payroll.fields} onChange={(columns) => patch({ columns })} />
        <Keeping
          draft={draft}
          saved={saved}
          onName={(name) => patch({ name })}
          onKept={(kept) => setDraft(draftOf(kept))}
          onGone={() => setDraft(freshDraft(payroll))}
        />
      </Panel>
      <Taking draft={draft} saved={saved} days={days} onDays={setDays} />
    </div>
  );
}

const fresh = 'fresh';

interface ChooserProps {
  readonly payroll: Payroll;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

function Chooser({ payroll, draft, onDraft }: ChooserProps): ReactElement | null {
  const { mappings } = payroll;
  if (mappings.length === 0) return null;
  return (
    <Select
      label="Mapping"
      maw={340}
      mb="md"
      allowDeselect={false}
      data={[
        ...mappings.map(({ id, name }) => ({ value: id, label: name })),
        { value: fresh, label: 'A further one…' },
      ]}
      value={draft.id ?? fresh}
      onChange={(value) => {
        const chosen = mappings.find(({ id }) => id === value);
        onDraft(chosen === undefined ? freshDraft(payroll) : draftOf(chosen));
      }}
    />
  );
}

interface TakingProps {
  readonly draft: Draft;
  readonly saved: Saved | undefined;
  readonly days: Days;
  readonly onDays: (days: Days) => void;
}

function Taking({ draft, saved, days, onDays }: TakingProps): ReactElement {
  const preview = useMutation({ mutationFn: () => readPreview(days, draft) });
  const lack = lackOf(draft);
  const isKept = saved !== undefined && !isChanged(draft, saved);
  const shown = 'from' in days ? days : preview.data;
  const choose = (next: Days) => {
    preview.reset();
    onDays(next);
  };
  return (
    <Panel title="File" explains="Look at the first rows, then download all of them.">
      <div className={classes.toolbar}>
        <DaysFields
          stretch={'stretch' in days ? days.stretch : null}
          from={shown?.from}
          to={shown?.to}
          onStretch={(stretch) => choose({ stretch })}
          onDays={(from, to) => choose({ from, to })}
        />
      </div>
      <Group gap="sm" mb="md">
        <Button
          variant="default"
          leftSection={<IconEye size={16} aria-hidden />}
          loading={preview.isPending}
          disabled={lack !== null}
          onClick={() => preview.mutate()}
        >
          Preview
        </Button>
        <DownloadButton filled path={payrollFileOf(saved?.id ?? '', days)} name="coact-payroll.csv" disabled={!isKept}>
          Download CSV
        </DownloadButton>
        {!isKept && (
          <Text size="sm" c="dimmed">
            {lack ?? 'Keep the columns under a name to download the file.'}
          </Text>
        )}
      </Group>
      {preview.isError && <ErrorPanel error={preview.error} onRetry={() => preview.mutate()} />}
      {preview.data !== undefined && <PreviewTable preview={preview.data} />}
    </Panel>
  );
}
