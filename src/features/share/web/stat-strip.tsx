import { IconArrowDownRight, IconArrowUpRight, IconMinus } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { Tip } from '../../../web/controls/tip.tsx';
import { changeOf } from '../../../web/figures.ts';
import classes from './stat-strip.module.css';

export interface Stat {
  readonly label: string;
  /** The number as text; "fewer than 5" is set smaller. */
  readonly value: string;
  /** A line under the number. */
  readonly note?: ReactNode;
  /** Against the period before, as a ratio; null or left out when there is nothing to compare with. */
  readonly change?: number | null;
  readonly explains: ReactNode;
}

function ChangeMark({ change }: { readonly change: number | null }): ReactElement | null {
  const shown = changeOf(change);
  if (shown === null) return null;
  const Icon = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconMinus }[shown.direction];
  const word = { up: 'up', down: 'down', same: '' }[shown.direction];
  return (
    <span className={classes.change} data-direction={shown.direction}>
      <Icon size={16} stroke={2} aria-hidden />
      <span>
        {word} {shown.text}
      </span>
    </span>
  );
}

/** Totals side by side on one surface, each with its definition behind the small button. */
export function StatStrip({ stats }: { readonly stats: readonly Stat[] }): ReactElement {
  return (
    <dl className={classes.strip} data-tour="figures">
      {stats.map((stat) => (
        <div key={stat.label} className={classes.stat}>
          <dt>
            {stat.label}
            <Tip about={stat.label.toLowerCase()}>{stat.explains}</Tip>
          </dt>
          <dd data-words={/^fewer/.test(stat.value)}>{stat.value}</dd>
          {stat.change !== undefined && <ChangeMark change={stat.change} />}
          {stat.note !== undefined && <small>{stat.note}</small>}
        </div>
      ))}
    </dl>
  );
}
