import { Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { DownloadButton } from '../../../../web/controls/download-button.tsx';
import { type FigureColumn, FigureTable } from '../../../../web/controls/figure-table.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { figureText, formatCount } from '../../../../web/figures.ts';
import { type FileTable, fileOf } from './report-api.ts';
import type { Line } from './report-contract.ts';
import { actsIn, actWords, amountWords, awarenessWords, clickWords } from './report-words.ts';
import classes from './reports.module.css';

/** What a table of figures shows of each row. */
function columnsOf(lines: readonly Line[]): readonly FigureColumn<Line>[] {
  return [
    { label: 'Awareness', of: ({ awareness }) => awarenessWords(awareness) },
    ...actsIn(lines).map((act) => ({ label: actWords[act], of: ({ acts }: Line) => figureText(acts[act]) })),
    { label: 'Clicks', of: ({ clicks }) => clickWords(clicks) },
    { label: 'Unique', of: ({ clicks }) => formatCount(clicks.unique) },
    { label: 'Advocacy value', of: ({ amounts }) => amountWords(amounts) },
  ];
}

interface Props<Row extends Line> {
  readonly title: string;
  readonly explains?: ReactNode;
  /** The heading of the first column, which names each row. */
  readonly names: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly nameOf: (row: Row) => ReactNode;
  /** The same as a file. */
  readonly file: FileTable;
  readonly asked: string;
  /** What to do where there is no row. */
  readonly empty: ReactNode;
  readonly aside?: ReactNode;
}

/** The report's figures by something: request, campaign, tag. */
export function LineTable<Row extends Line>(props: Props<Row>): ReactElement {
  const { title, explains, names, rows, keyOf, nameOf, file, asked, empty, aside } = props;
  return (
    <Panel
      title={title}
      explains={explains}
      aside={
        <div className={classes.beside}>
          {aside}
          <DownloadButton path={fileOf(file, asked)} name={`coact-${file}.csv`} disabled={rows.length === 0}>
            CSV
          </DownloadButton>
        </div>
      }
    >
      {rows.length === 0 ? (
        <Text c="dimmed">{empty}</Text>
      ) : (
        <FigureTable
          caption={title}
          names={names}
          rows={rows}
          keyOf={keyOf}
          nameOf={nameOf}
          columns={columnsOf(rows)}
        />
      )}
    </Panel>
  );
}
