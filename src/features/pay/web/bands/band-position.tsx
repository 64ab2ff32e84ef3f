import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { OwnBand } from '../contract.ts';
import { amountText, bandText, daysText, standingText } from '../words.ts';
import classes from './bands.module.css';

/** The band of somebody's title as a scale, with a mark where their wage stands. */
export function BandPosition({ band }: { readonly band: OwnBand }): ReactElement {
  const { title, place, min, mid, max, currency, standing } = band;
  const reach = standing?.reach ?? null;
  // A wage outside stands at the edge; the words say on which side.
  const at = reach === null ? null : Math.min(100, Math.max(0, reach / 10));
  const middle = max === min ? 50 : ((mid - min) / (max - min)) * 100;
  const isOutside = standing !== null && standing.where !== 'within';
  return (
    <div className={classes.position}>
      <Text fw={600}>{place === null ? title : `${title}, ${place}`}</Text>
      <Text size="sm" c="dimmed">
        {bandText(band)}. {daysText(band)}.
      </Text>
      <div className={classes.scale} aria-hidden>
        <i className={classes.middle} style={{ left: `${middle}%` }} />
        {at !== null && <i className={isOutside ? classes.outside : classes.mark} style={{ left: `${at}%` }} />}
      </div>
      <div className={classes.ends} aria-hidden>
        <span>{amountText(min, currency)}</span>
        <span>{amountText(mid, currency)}</span>
        <span>{amountText(max, currency)}</span>
      </div>
      <Text c={isOutside ? 'orange' : undefined}>{standingText(band)}.</Text>
    </div>
  );
}
