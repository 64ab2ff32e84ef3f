import { Table } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import classes from './figure-table.module.css';

export interface FigureColumn<Row> {
  readonly label: string;
  readonly of: (row: Row) => ReactNode;
}

interface Props<Row> {
  /** What the table is about, for who hears it. */
  readonly caption: string;
  /** The heading of the first column, which names each row. */
  readonly names: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly nameOf: (row: Row) => ReactNode;
  readonly columns: readonly FigureColumn<Row>[];
  /** Stands below all others. */
  readonly total?: Row;
}

/** Figures by name. On a narrow screen it scrolls sideways below its names, which stay. */
export function FigureTable<Row>(props: Props<Row>): ReactElement {
  const { caption, names, rows, keyOf, nameOf, columns, total } = props;
  const cells = (row: Row) =>
    columns.map(({ label, of }) => (
      <Table.Td key={label} className={classes.figure}>
        {of(row)}
      </Table.Td>
    ));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a mouse
    <section className={classes.scroll} aria-label={caption} tabIndex={0}>
      <Table className={classes.table} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{names}</Table.Th>
            {columns.map(({ label }) => (
              <Table.Th key={label} scope="col" className={classes.figure}>
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={keyOf(row)}>
              <Table.Th scope="row">{nameOf(row)}</Table.Th>
              {cells(row)}
            </Table.Tr>
          ))}
        </Table.Tbody>
        {total !== undefined && (
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row">Total</Table.Th>
              {cells(total)}
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
    </section>
  );
}

/** A part of a whole as a bar with its words. */
export function Share({ part, of, words }: { readonly part: number; readonly of: number; readonly words: string }) {
  const width = of === 0 ? 0 : Math.min(100, (part / of) * 100);
  return (
    <span className={classes.share} role="img" aria-label={words} title={words}>
      <i style={{ width: `${width}%` }} />
    </span>
  );
}
