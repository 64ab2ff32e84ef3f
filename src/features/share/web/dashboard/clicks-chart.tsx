import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import type { ReactElement } from 'react';
import { formatCount, formatShort, plural } from '../../../../web/figures.ts';
import { formatDay } from '../../../../web/zoned-time.ts';

interface Props {
  readonly days: ReadonlyArray<{ readonly day: string; readonly clicks: number }>;
}

/** Clicks on one request's links by day. */
export function ClicksChart({ days }: Props): ReactElement {
  const rows = days.map(({ day, clicks }) => ({ day: formatDay(day), clicks }));
  const sum = days.reduce((total, { clicks }) => total + clicks, 0);
  return (
    <figure style={{ margin: 0 }} aria-label={`${plural(sum, 'click')} over ${plural(days.length, 'day')}`}>
      <BarChart
        h={200}
        data={rows}
        dataKey="day"
        series={[{ name: 'clicks', label: 'Clicks', color: 'var(--coact-clicks)' }]}
        gridAxis="x"
        tickLine="none"
        maxBarWidth={28}
        barProps={{ radius: [4, 4, 0, 0] }}
        valueFormatter={formatCount}
        xAxisProps={{ minTickGap: 28 }}
        yAxisProps={{ width: 40, tickFormatter: formatShort, allowDecimals: false }}
      />
    </figure>
  );
}
