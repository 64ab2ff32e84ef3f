import { SimpleGrid, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { DownloadButton } from '../../../../web/controls/download-button.tsx';
import { FigureTable, Share } from '../../../../web/controls/figure-table.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { formatCount } from '../../../../web/figures.ts';
import { weekdayAfter, weekdayNames } from '../../calendar/local.ts';
import { fileOf } from './report-api.ts';
import type { Report } from './report-contract.ts';
import { percentWords, roleWords } from './report-words.ts';
import classes from './reports.module.css';

/** How many of the places somebody has, by role and by day of the week. */
export function FilledPanel({ report, asked }: { readonly report: Report; readonly asked: string }): ReactElement {
  const { filled } = report;
  const roles = filled.roles.map((row) => ({ ...row, key: row.roleId ?? '', label: roleWords(row) }));
  const weekdays = filled.weekdays.map((row) => ({
    ...{ ...row, key: String(row.weekday), label: weekdayNames[weekdayAfter('MO', row.weekday)] },
  }));
  return (
    <Panel
      title="Filled places"
      explains="A place that somebody has for a part of its shift only counts as open."
      aside={
        <div className={classes.beside}>
          <DownloadButton path={fileOf('filled', asked)} name="coact-filled.csv">
            Roles, CSV
          </DownloadButton>
          <DownloadButton path={fileOf('weekdays', asked)} name="coact-weekdays.csv">
            Weekdays, CSV
          </DownloadButton>
        </div>
      }
    >
      {filled.totals.places === 0 ? (
        <Text c="dimmed">No shifts in these days.</Text>
      ) : (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
          <FillTable caption="Filled places by role" names="Role" rows={roles} total={filled.totals} />
          <FillTable caption="Filled places by weekday" names="Weekday" rows={weekdays} />
        </SimpleGrid>
      )}
    </Panel>
  );
}

interface Row {
  readonly key: string;
  readonly label: string;
  readonly places: number;
  readonly filled: number;
}

interface FillProps {
  readonly caption: string;
  readonly names: string;
  readonly rows: readonly Row[];
  readonly total?: { readonly places: number; readonly filled: number };
}

function FillTable({ caption, names, rows, total }: FillProps): ReactElement {
  return (
    <FigureTable
      caption={caption}
      names={names}
      rows={rows}
      keyOf={({ key }) => key}
      nameOf={({ label, places, filled }) => (
        <>
          {label}
          <Share part={filled} of={places} words={`${filled} of ${places} places filled`} />
        </>
      )}
      columns={[
        { label: 'Places', of: ({ places }) => formatCount(places) },
        { label: 'Filled', of: ({ filled }) => formatCount(filled) },
        { label: 'Share', of: ({ places, filled }) => percentWords(filled, places) },
      ]}
      {...(total === undefined ? {} : { total: { key: 'total', label: 'Total', ...total } })}
    />
  );
}
