import { Badge, Group, Pagination, SegmentedControl, Text } from '@mantine/core';
import { type ReactElement, type ReactNode, useState } from 'react';
import type { RowVerdict, ShownRow } from './contract.ts';
import classes from './imports.module.css';
import { countOf, verdicts } from './words.ts';

const rowsAtOnce = 50;

interface Props {
  readonly rows: readonly ShownRow[];
  /** What can be done with all of them, beside the choice of what is shown. */
  readonly beside?: ReactNode;
}

/** Each row with its verdict, narrowed to one of them, page by page. */
export function PreviewRows({ rows, beside }: Props): ReactElement {
  const [chosen, setChosen] = useState<RowVerdict | 'all'>('all');
  const [page, setPage] = useState(1);
  const shown = chosen === 'all' ? rows : rows.filter(({ verdict }) => verdict === chosen);
  const pages = Math.max(1, Math.ceil(shown.length / rowsAtOnce));
  const current = Math.min(page, pages);
  return (
    <>
      <div className={classes.above}>
        <div className={classes.filters}>
          <SegmentedControl
            aria-label="Show rows"
            data={[
              { value: 'all', label: `All ${rows.length}` },
              ...verdicts
                .filter(({ verdict }) => countOf(rows, verdict) > 0)
                .map(({ verdict, label }) => ({ value: verdict, label: `${label} ${countOf(rows, verdict)}` })),
            ]}
            value={chosen}
            onChange={(value) => {
              setChosen(verdicts.find(({ verdict }) => verdict === value)?.verdict ?? 'all');
              setPage(1);
            }}
          />
        </div>
        {beside}
      </div>
      <ul className={classes.rows} aria-label="Rows of the file">
        {shown.slice((current - 1) * rowsAtOnce, current * rowsAtOnce).map((row) => (
          <PreviewRow key={row.line} row={row} />
        ))}
      </ul>
      {pages > 1 && (
        <Group mt="md">
          <Pagination
            total={pages}
            value={current}
            onChange={setPage}
            getControlProps={(control) => ({ 'aria-label': `${control} page` })}
          />
        </Group>
      )}
    </>
  );
}

function PreviewRow({ row }: { readonly row: ShownRow }): ReactElement {
  const words = verdicts.find(({ verdict }) => verdict === row.verdict);
  return (
    <li>
      <Text size="sm" c="dimmed" className={classes.line}>
        <span className={classes.lineWord}>Line </span>
        {row.line}
      </Text>
      <div className={classes.who}>
        <Text fw={600} truncate>
          {row.title}
        </Text>
        {row.beneath !== '' && (
          <Text size="sm" c="dimmed" truncate>
            {row.beneath}
          </Text>
        )}
      </div>
      <Badge color={words?.color} variant="light" className={classes.verdict}>
        {words?.label}
      </Badge>
      <div className={classes.what}>
        {row.why !== null && <Text size="sm">{row.why}</Text>}
        {row.verdict === 'new' && <Text size="sm">{row.does.join(' · ')}</Text>}
        {row.verdict === 'changed' &&
          row.does.map((line) => (
            <Text key={line} size="sm">
              {line}
            </Text>
          ))}
      </div>
    </li>
  );
}
