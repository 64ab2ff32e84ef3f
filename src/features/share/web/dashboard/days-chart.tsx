import '@mantine/charts/styles.layer.css';
import { CompositeChart } from '@mantine/charts';
import { VisuallyHidden } from '@mantine/core';
import type { ReactElement } from 'react';
import { formatCount, formatShort, plural } from '../../../../web/figures.ts';
import { formatDay } from '../../../../web/zoned-time.ts';
import type { Dashboard } from './contract.ts';

const series = [
  { name: 'clicks', label: 'Clicks', color: 'var(--coact-clicks)', type: 'area' },
  { name: 'shares', label: 'Shares', color: 'var(--coact-shares)', type: 'bar' },
] as const;

/** Clicks as an area, shares as bars. A day whose shares are too few to show has no bar. */
export function DaysChart({ days }: { readonly days: Dashboard['byDay'] }): ReactElement {
  const rows = days.map(({ day, clicks, shares }) => ({ day: formatDay(day), clicks, shares }));
  const clicks = days.reduce((sum, day) => sum + day.clicks, 0);
  return (
    <figure style={{ margin: 0 }} aria-label={`${plural(clicks, 'click')} over ${plural(days.length, 'day')}`}>
      <CompositeChart
        h={280}
        data={rows}
        dataKey="day"
        series={[...series]}
        withLegend
        legendProps={{ verticalAlign: 'top', height: 36 }}
        withDots={false}
        curveType="monotone"
        strokeWidth={2}
        gridAxis="x"
        tickLine="none"
        maxBarWidth={18}
        valueFormatter={formatCount}
        xAxisProps={{ minTickGap: 36 }}
        yAxisProps={{ width: 44, tickFormatter: formatShort, allowDecimals: false }}
        composedChartProps={{ accessibilityLayer: true }}
      />
      <VisuallyHidden>
        <table>
          <caption>Clicks and shares by day</caption>
          <tbody>
            {rows.map((row) => (
              <tr key={row.day}>
                <th scope="row">{row.day}</th>
                <td>{plural(row.clicks, 'click')}</td>
                <td>{row.shares === null ? 'too few shares to show' : plural(row.shares, 'share')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  );
}
