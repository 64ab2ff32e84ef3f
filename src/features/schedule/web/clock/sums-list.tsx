import type { ReactElement } from 'react';
import { hoursText } from '../board/days.ts';
import classes from './clock.module.css';
import { differenceWords } from './clock-words.ts';
import type { Sums } from './contract.ts';

/** What was planned and worked, in a row of figures. */
export function SumsList({ sums, label }: { readonly sums: Sums; readonly label: string }): ReactElement {
  const figures: readonly (readonly [string, string])[] = [
    ['Planned', hoursText(sums.planned)],
    ['Worked', hoursText(sums.worked)],
    ['Difference', differenceWords(sums.difference)],
    ['Breaks', hoursText(sums.breaks)],
    ['Not planned', hoursText(sums.unplanned)],
    ['Overtime', hoursText(sums.overtime)],
  ];
  return (
    <dl className={classes.sums} aria-label={label}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
