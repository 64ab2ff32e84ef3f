import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import { VisuallyHidden } from '@mantine/core';
import type { ReactElement } from 'react';
import { figureText, formatCount, formatShort, plural } from '../../../../web/figures.ts';
import type { Report } from './report-contract.ts';
import { stretchLabel } from './report-words.ts';
import classes from './reports.module.css';

// Both charts keep the same room for their axis, so that a stretch stands above itself.
const shared = {
  dataKey: 'label',
  gridAxis: 'x',
  tickLine: 'none',
  maxBarWidth: 28,
  valueFormatter: formatCount,
  yAxisProps: { width: 44, tickFormatter: formatShort, allowDecimals: false },
} as const;

/** Clicks above, shares below, by day, week or month. */
export function TimeChart({ report }: { readonly report: Report }): ReactElement {
  const rows = report.overTime.map((line) => ({
    label: stretchLabel(line, report.stride),
    clicks: line.clicks.total,
    shares: 'value' in line.acts.share ? line.acts.share.value : 0,
    words: figureText(line.acts.share),
  }));
  return (
    <figure className={classes.chart} aria-label="Clicks and shares over time">
      <div aria-hidden>
        <div className={classes.chartName}>Clicks</div>
        <BarChart
          {...shared}
          h={190}
          data={rows}
          series={[{ name: 'clicks', label: 'Clicks', color: 'var(--coact-clicks)' }]}
          withXAxis={false}
          barProps={{ radius: [3, 3, 0, 0] }}
          barChartProps={{ syncId: 'report' }}
        />
        <div className={classes.chartName}>Shares</div>
        <BarChart
          {...shared}
          h={130}
          data={rows}
          series={[{ name: 'shares', label: 'Shares', color: 'var(--coact-shares)' }]}
          barChartProps={{ syncId: 'report' }}
          barProps={{ radius: [3, 3, 0, 0] }}
          xAxisProps={{ minTickGap: 28 }}
        />
      </div>
      <VisuallyHidden>
        <table>
          <caption>Clicks and shares over time</caption>
          <tbody>
            {rows.map((row) => (
              <tr key={row.label}>
                <th scope="row">{row.label}</th>
                <td>{plural(row.clicks, 'click')}</td>
                <td>{row.words} shares</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  );
}
