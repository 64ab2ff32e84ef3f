import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { budgetText, percentOf } from './cycle-words.ts';
import classes from './cycles.module.css';

interface Props {
  readonly label: string;
  readonly total: number;
  /** Null: there is none. */
  readonly budget: number | null;
  readonly currency: string;
  /** What those cost now whose raises these are. */
  readonly payroll?: number;
  /** Set small, below another. */
  readonly small?: boolean;
}

/** What is spent of a budget, live: as a bar and in words. */
export function BudgetBar({ label, total, budget, currency, payroll = 0, small = false }: Props): ReactElement {
  const isOver = budget !== null && total > budget;
  const reach = budget === null || budget === 0 ? (isOver ? 100 : 0) : Math.min(100, (total / budget) * 100);
  const share = payroll > 0 ? `${percentOf(Math.round((total / payroll) * 1000))} of what they earn now` : '';
  return (
    <div className={small ? classes.smallBudget : classes.budget}>
      <div className={classes.budgetWords}>
        <Text span fw={600} size={small ? 'sm' : undefined}>
          {label}
        </Text>
        <Text
          span
          aria-live={small ? undefined : 'polite'}
          c={isOver ? 'red' : undefined}
          size={small ? 'sm' : undefined}
        >
          {budgetText(total, budget, currency)}
        </Text>
      </div>
      {budget !== null && (
        <div className={classes.bar} aria-hidden>
          <i className={isOver ? classes.over : undefined} style={{ width: `${reach}%` }} />
        </div>
      )}
      {share !== '' && (
        <Text size="sm" c="dimmed">
          {share}
        </Text>
      )}
    </div>
  );
}
