import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Finding } from './contract.ts';
import classes from './setup.module.css';

/** Each level by a sign and a word: colour alone tells not everybody. */
const signs = {
  good: [IconCircleCheck, 'Good'],
  note: [IconInfoCircle, 'Note'],
  warning: [IconAlertTriangle, 'Warning'],
  problem: [IconCircleX, 'Problem'],
} as const satisfies Record<Finding['level'], unknown>;

/** What was found about a network's setup, in the order in which it was found. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }): ReactElement {
  return (
    <ul className={classes.findings} aria-live="polite">
      {findings.map(({ level, sentence }) => {
        const [Sign, word] = signs[level];
        return (
          <li key={`${level} ${sentence}`} data-level={level}>
            <Sign size={20} stroke={1.75} role="img" aria-label={word} />
            <span>{sentence}</span>
          </li>
        );
      })}
    </ul>
  );
}
