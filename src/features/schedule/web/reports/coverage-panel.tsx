import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { DownloadButton } from '../../../../web/controls/download-button.tsx';
import { FigureTable, Share } from '../../../../web/controls/figure-table.tsx';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { fileOf } from './report-api.ts';
import type { Report } from './report-contract.ts';
import { hoursWords, percentWords, roleWords } from './report-words.ts';

/** How far people on shift cover what was forecast, by role. */
export function CoveragePanel({ report, asked }: { readonly report: Report; readonly asked: string }): ReactElement {
  const { roles, totals } = report.coverage;
  const rows = roles.map((row) => ({ ...row, label: roleWords(row) }));
  return (
    <Panel
      title="Coverage of the forecast"
      explains="In hours of people, of half hours that have a forecast. Too many people in one role or at one time don’t make up for too few elsewhere."
      aside={
        <DownloadButton path={fileOf('coverage', asked)} name="coact-coverage.csv" disabled={rows.length === 0}>
          CSV
        </DownloadButton>
      }
    >
      {rows.length === 0 ? (
        <Text c="dimmed">
          Nothing is forecast in these days. Say how much you expect in the{' '}
          <TextLink to="/team/forecast" search={{ day: report.from }}>
            forecast
          </TextLink>
          .
        </Text>
      ) : (
        <FigureTable
          caption="Coverage by role"
          names="Role"
          rows={rows}
          keyOf={({ roleId }) => roleId ?? ''}
          nameOf={({ label, covered, needed }) => (
            <>
              {label}
              <Share
                part={covered}
                of={needed}
                words={`${hoursWords(covered)} of ${hoursWords(needed)} hours covered`}
              />
            </>
          )}
          columns={[
            { label: 'Needed', of: ({ needed }) => hoursWords(needed) },
            { label: 'Covered', of: ({ covered }) => hoursWords(covered) },
            { label: 'Short', of: ({ short }) => hoursWords(short) },
            { label: 'Over', of: ({ over }) => hoursWords(over) },
            { label: 'Share', of: ({ covered, needed }) => percentWords(covered, needed) },
          ]}
          total={{ roleId: null, name: 'Total', locationName: '', label: 'Total', ...totals }}
        />
      )}
    </Panel>
  );
}
