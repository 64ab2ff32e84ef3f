import { Alert, Table, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import tables from '../../../../../web/controls/figure-table.module.css';
import { formatCount, plural } from '../../../../../web/figures.ts';
import { spanName } from '../../board/days.ts';
import { hoursWords } from '../report-words.ts';
import classes from '../reports.module.css';
import type { Preview } from './payroll-contract.ts';

/** The first rows as the file has them, and what is not in it. */
export function PreviewTable({ preview }: { readonly preview: Preview }): ReactElement {
  const { headings, rows, count, unapproved } = preview;
  const { entries, people, minutes } = unapproved;
  return (
    <>
      {entries > 0 && (
        <Alert color="yellow" variant="light" mb="md" icon={<IconAlertTriangle size={20} />} role="alert">
          {hoursWords(minutes)} hours of {plural(people, 'person', 'people')} are not approved yet and not in the file:{' '}
          {plural(entries, 'entry', 'entries')}. Approve their timesheets first.
        </Alert>
      )}
      {count === 0 ? (
        <Text c="dimmed">There is nothing to pay in {spanName(preview)}.</Text>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a mouse */}
          <section className={tables.scroll} aria-label="First rows of the file" tabIndex={0}>
            <Table className={tables.table}>
              <Table.Thead>
                <Table.Tr>
                  {headings.map((heading, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: two columns may be headed alike
                    <Table.Th key={index} scope="col">
                      {heading}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((cells, row) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file are told by their place
                  <Table.Tr key={row}>
                    {cells.map((cell, index) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: the same
                      <Table.Td key={index} className={classes.cell}>
                        {cell}
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </section>
          <Text size="sm" c="dimmed" mt="sm">
            {rows.length < count
              ? `The first ${formatCount(rows.length)} of ${formatCount(count)} rows, ${spanName(preview)}.`
              : `${plural(count, 'row')}, ${spanName(preview)}.`}
          </Text>
        </>
      )}
    </>
  );
}
