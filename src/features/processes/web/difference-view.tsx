import { Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { type Difference, isEmpty, type StepChange } from '../versions/diff.ts';
import type { Part } from '../versions/text-diff.ts';
import classes from './processes.module.css';
import { stepFacts } from './step-list.tsx';

interface Props {
  readonly difference: Difference;
  readonly nameOf: (id: string) => string;
}

/** What is different between two versions, in words: what came is underlaid green, what went is struck through. */
export function DifferenceView({ difference, nameOf }: Props): ReactElement {
  if (isEmpty(difference)) return <Text c="dimmed">Nothing is different.</Text>;
  const { title, body, steps } = difference;
  return (
    <Stack gap="sm">
      {title !== null && <Words what="Title" parts={title} />}
      {body !== null && <Words what="Text" parts={body} />}
      {steps.length > 0 && (
        <ul>
          {steps.map((change) => (
            <li key={`${change.kind}${change.step.id}`}>
              <StepWords change={change} nameOf={nameOf} />
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}

function StepWords({
  change,
  nameOf,
}: {
  readonly change: StepChange;
  readonly nameOf: Props['nameOf'];
}): ReactElement {
  const { step, number } = change;
  if (change.kind !== 'kept') {
    const facts = [step.title, ...stepFacts({ ...step, choices: [...step.choices] }, nameOf)].join(' · ');
    return (
      <>
        Step {number} {change.kind === 'added' ? 'is new: ' : 'is gone: '}
        {change.kind === 'added' ? (
          <ins className={classes.added}>{facts}</ins>
        ) : (
          <del className={classes.removed}>{facts}</del>
        )}
      </>
    );
  }
  return (
    <>
      Step {number}, “{step.title}”
      {change.movedFrom === null ? ':' : `, was step ${change.movedFrom}${change.changes.length > 0 ? ':' : '.'}`}
      {change.changes.map(({ what, parts }) => (
        <Words key={what} what={what} parts={parts} />
      ))}
    </>
  );
}

function Words({ what, parts }: { readonly what: string; readonly parts: readonly Part[] }): ReactElement {
  return (
    <div>
      <Text span size="sm" c="dimmed">
        {what}:{' '}
      </Text>
      <span className={classes.diff}>
        {parts.map(({ kind, text }, index) => {
          const key = `${index}${kind}`;
          if (kind === 'same') return <span key={key}>{text}</span>;
          return kind === 'added' ? (
            <ins key={key} className={classes.added}>
              {text}
            </ins>
          ) : (
            <del key={key} className={classes.removed}>
              {text}
            </del>
          );
        })}
      </span>
    </div>
  );
}
