import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { formatMoney, plural } from '../../../../web/figures.ts';
import { hoursText } from './days.ts';
import classes from './page.module.css';
import type { Period, Plan } from './plan-contract.ts';
import { stateWords } from './publish-words.ts';

interface Props {
  readonly totals: Plan['totals'];
  readonly period: Period | null;
  readonly conflicts: number;
  readonly onConflicts: () => void;
}

/** Hours, cost and what is open, as one edits; and how far it is from what people know. */
export function BoardTotals({ totals, period, conflicts, onConflicts }: Props): ReactElement {
  return (
    <div className={classes.totals} role="status" data-tour="board-totals">
      <span>
        <b>{hoursText(totals.minutes)}</b> planned
      </span>
      {totals.costMinor !== null && (
        <span>
          <b>{formatMoney(totals.costMinor, totals.currency)}</b> labour cost
        </span>
      )}
      {totals.otherCosts.map(({ currency, minor }) => (
        <span key={currency}>
          <b>{formatMoney(minor, currency)}</b> in {currency}
        </span>
      ))}
      <span data-open={totals.open > 0}>
        <b>{totals.open}</b> {totals.open === 1 ? 'place' : 'places'} open
      </span>
      <UnstyledButton onClick={onConflicts} data-conflicts={conflicts > 0}>
        {conflicts > 0 && <IconAlertTriangle size={15} aria-hidden />}
        {conflicts === 0 ? 'No conflicts' : plural(conflicts, 'conflict')}
      </UnstyledButton>
      {period !== null && (
        <span
          className={classes.state}
          data-state={period.published !== 'none' && period.changes > 0 ? 'changed' : period.published}
        >
          {stateWords(period)}
        </span>
      )}
    </div>
  );
}
