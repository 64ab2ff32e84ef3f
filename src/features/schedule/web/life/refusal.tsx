import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { ApiFailure, sentenceOf } from '../../../../web/problem.ts';
import classes from './life.module.css';
import { againstSchema } from './life-contract.ts';

/** Whether an act can't be done any more, however often it is tried. */
export function isOver(error: unknown): boolean {
  const over: readonly (string | null)[] = ['taken', 'too_late', 'wrong_state', 'rules_broken'];
  return error instanceof ApiFailure && (over.includes(error.code) || error.kind === 'not-found');
}

/** Why the server would not do it, with every rule that speaks against it. */
export function Refusal({ error }: { readonly error: unknown }): ReactElement {
  const parsed = againstSchema.safeParse(error instanceof ApiFailure ? error.answer : null);
  const reasons = parsed.success ? parsed.data.reasons : [];
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle size={20} />} title={sentenceOf(error)}>
      {reasons.length > 0 && (
        <ul className={classes.against}>
          {reasons.map(({ words }) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
