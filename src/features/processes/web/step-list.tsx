import { Badge, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { lengthWords } from '../triggers/trigger.ts';
import { choiceWords, doerWords, kindWords } from '../versions/diff.ts';
import { limitWords } from '../writing/step.ts';
import type { Version } from './contract.ts';
import classes from './processes.module.css';
import { RichView } from './rich-view.tsx';

type Step = Version['steps'][number];

/** What a step asks for besides its words: kind, who, how long, limits. */
export function stepFacts(step: Step, nameOf: (id: string) => string): readonly string[] {
  return [
    ...(step.doer.kind === 'anyone' ? [] : [doerWords(step, nameOf)]),
    ...(step.minutes === null ? [] : [lengthWords(step.minutes)]),
    ...(step.measure === null ? [] : [limitWords(step.measure)]),
  ];
}

/** The steps of a process in their order. */
export function StepList({
  steps,
  names,
}: {
  readonly steps: readonly Step[];
  readonly names: Readonly<Record<string, string>>;
}): ReactElement {
  const nameOf = (id: string) => names[id] ?? 'Somebody who is not here any more';
  return (
    <ol className={classes.steps}>
      {steps.map((step, index) => (
        <li key={step.id}>
          <span className={classes.number} aria-hidden>
            {index + 1}
          </span>
          <div>
            <div className={classes.marks}>
              <Text fw={600} className={classes.words}>
                {step.title || 'Without a title yet'}
              </Text>
              <Badge variant="light" color="gray" tt="none">
                {kindWords[step.kind]}
              </Badge>
              <Text size="sm" c="dimmed">
                {stepFacts(step, nameOf).join(' · ')}
              </Text>
            </div>
            {step.text !== '' && <RichView text={step.text} />}
            {step.choices.length > 0 && (
              <ul>
                {step.choices.map((choice) => (
                  <li key={choice.label}>{choiceWords(choice, steps)}</li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
