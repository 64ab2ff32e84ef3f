import { Text } from '@mantine/core';
import type { CSSProperties, ReactElement } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import type { Report } from './report-contract.ts';
import { bestWords, weekdays } from './report-words.ts';
import classes from './reports.module.css';

/** When people click, by weekday and hour of the organisation's clock. */
export function HoursPanel({ hours }: Pick<Report, 'hours'>): ReactElement {
  return (
    <Panel
      title="Best day and hour"
      explains={
        hours === null ? undefined : (
          <>
            People click most on <b>{bestWords(hours.best)}</b>, by your organisation’s clock.
          </>
        )
      }
    >
      {hours === null ? (
        <Text c="dimmed">
          There are too few clicks in these days to tell a habit from chance. Choose a longer time.
        </Text>
      ) : (
        <HeatMap clicks={hours.clicks} />
      )}
    </Panel>
  );
}

function HeatMap({ clicks }: { readonly clicks: NonNullable<Report['hours']>['clicks'] }): ReactElement {
  const most = Math.max(1, ...clicks.flat());
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a mouse
    <section className={classes.heat} aria-label="Clicks by weekday and hour" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <td />
            {Array.from({ length: 24 }, (_, hour) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its number
              <th key={hour} scope="col">
                {hour % 3 === 0 ? String(hour).padStart(2, '0') : ''}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {clicks.map((hours, day) => (
            <tr key={weekdays[day]}>
              <th scope="row">{weekdays[day]}</th>
              {hours.map((count, hour) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its number
                  key={hour}
                  style={{ '--heat': `${Math.round((count / most) * 100)}%` } as CSSProperties}
                  title={`${weekdays[day]} ${String(hour).padStart(2, '0')}:00: ${plural(count, 'click')}`}
                >
                  <span className={classes.count}>{count}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
