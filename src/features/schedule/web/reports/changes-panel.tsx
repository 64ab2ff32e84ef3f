import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { DownloadButton } from '../../../../web/controls/download-button.tsx';
import { FigureTable } from '../../../../web/controls/figure-table.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { formatCount } from '../../../../web/figures.ts';
import { fileOf } from './report-api.ts';
import type { Report } from './report-contract.ts';
import { hoursWords, roleWords } from './report-words.ts';

/** Trades, claims, how often people were told and how late, and what that owes. */
export function ChangesPanel({ report, asked }: { readonly report: Report; readonly asked: string }): ReactElement {
  const { noticeDays, roles, totals } = report.changes;
  const rows = roles.map((row) => ({ ...row, label: roleWords(row) }));
  return (
    <Panel
      title="Changes"
      explains={
        noticeDays === null
          ? 'Shifts of these days that were traded, claimed, and told. No rule asks for notice, so nothing is late.'
          : `Shifts of these days that were traded, claimed, and told. Late is what was told less than ${noticeDays} days before.`
      }
      aside={
        <DownloadButton path={fileOf('changes', asked)} name="coact-changes.csv" disabled={rows.length === 0}>
          CSV
        </DownloadButton>
      }
    >
      {rows.length === 0 ? (
        <Text c="dimmed">Nobody was told of a shift in these days yet: nothing of them is published.</Text>
      ) : (
        <FigureTable
          caption="Changes by role"
          names="Role"
          rows={rows}
          keyOf={({ roleId }) => roleId ?? ''}
          nameOf={({ label }) => label}
          columns={[
            { label: 'Traded', of: ({ traded }) => formatCount(traded) },
            { label: 'Claimed', of: ({ claimed }) => formatCount(claimed) },
            { label: 'Told', of: ({ told }) => formatCount(told) },
            { label: 'Late', of: ({ late }) => (late === null ? '–' : formatCount(late)) },
            { label: 'Premium hours', of: ({ premiumMinutes }) => hoursWords(premiumMinutes) },
          ]}
          total={{ roleId: null, name: 'Total', locationName: '', label: 'Total', ...totals }}
        />
      )}
    </Panel>
  );
}
