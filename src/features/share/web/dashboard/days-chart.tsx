import '@mantine/charts/styles.layer.css';
import { AreaChart, BarChart } from '@mantine/charts';
import { Text, VisuallyHidden } from '@mantine/core';
import type { ReactElement } from 'react';
import { formatCount, formatShort, plural } from '../../../../web/figures.ts';
import { formatDay } from '../../../../web/zoned-time.ts';
import type { Dashboard } from './contract.ts';
import classes from './dashboard.module.css';

interface Row {
  readonly day: string;
  readonly clicks: number;
  readonly shares: number;
}

// Both charts keep the same room for their axis, so that a day stands above itself.
const shared = {
  dataKey: 'day',
  gridAxis: 'x',
  tickLine: 'none',
  valueFormatter: formatCount,
  yAxisProps: { width: 44, tickFormatter: formatShort, allowDecimals: false },
} as const;

function Table({ rows }: { readonly rows: readonly Row[] }): ReactElement {
  return (
    <VisuallyHidden>
      <table>
        <caption>Clicks and shares by day</caption>
        <tbody>
          {rows.map((row) => (
            <tr key={row.day}>
              <th scope="row">{row.day}</th>
              <td>{plural(row.clicks, 'click')}</td>
              <td>{plural(row.shares, 'share')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
}

/** Clicks above, shares below, on one line of days: on one scale the few shares would vanish under the many clicks. */
export function DaysChart({ days }: { readonly days: Dashboard['byDay'] }): ReactElement {
  const rows = days.map(({ day, clicks, shares }): Row => ({ day: formatDay(day), clicks, shares }));
  return (
    <figure className={classes.chart} aria-label="Clicks and shares by day">
      <div aria-hidden>
        <div className={classes.chartName} data-series="clicks">
          Clicks
        </div>
        <AreaChart
          {...shared}
          h={210}
          data={[...rows]}
          series={[{ name: 'clicks', label: 'Clicks', color: 'var(--coact-clicks)' }]}
          withXAxis={false}
          withDots={false}
          curveType="monotone"
          areaChartProps={{ syncId: 'days' }}
        />
        <div className={classes.chartName} data-series="shares">
          Shares
        </div>
        <BarChart
          {...shared}
          h={120}
          data={[...rows]}
          series={[{ name: 'shares', label: 'Shares', color: 'var(--coact-shares)' }]}
          maxBarWidth={16}
          barProps={{ radius: [3, 3, 0, 0] }}
          barChartProps={{ syncId: 'days' }}
          xAxisProps={{ minTickGap: 40 }}
        />
      </div>
      <Text component="figcaption" size="xs" c="dimmed" mt="xs">
        Shares are added in steps of several people, on the day of the step, so that none points at one person.
      </Text>
      <Table rows={rows} />
    </figure>
  );
}
