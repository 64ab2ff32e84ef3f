import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { kindWords } from '../../versions/diff.ts';
import classes from '../processes.module.css';
import { RichView } from '../rich-view.tsx';
import { stepFacts } from '../step-list.tsx';
import type { Run, RunItem } from './contract.ts';
import { DoForm } from './do-form.tsx';
import type { Waiting } from './queue.ts';

interface Props {
  readonly run: Run;
  readonly item: RunItem;
  readonly index: number;
  /** What this device noted of it and the server does not have. */
  readonly waiting: Waiting | undefined;
  readonly note: (entry: Waiting) => void;
  readonly drop: (id: string) => void;
  readonly onTakeBack: () => void;
}

const stateWords = { open: '', done: 'Done', later: 'After the decision', skipped: 'Not needed' } as const;

/** One step of a run: what it is, what was noted, or what to note. */
export function RunStep({ run, item, index, waiting, note, drop, onTakeBack }: Props): ReactElement {
  const { step, state } = item;
  const isDone = state === 'done' || (waiting !== undefined && waiting.refused === null);
  const nameOf = (id: string) => run.names[id] ?? 'Somebody who is not here any more';
  return (
    <li>
      <span className={classes.number} aria-hidden>
        {isDone ? <IconCheck size={18} /> : index + 1}
      </span>
      <Stack gap={6}>
        <div className={classes.marks}>
          <Text fw={600} className={classes.words} c={state === 'skipped' || state === 'later' ? 'dimmed' : undefined}>
            {step.title}
          </Text>
          <Badge variant="light" color="gray" tt="none">
            {kindWords[step.kind]}
          </Badge>
          <Text size="sm" c="dimmed">
            {[...stepFacts(step, nameOf), ...(stateWords[state] === '' ? [] : [stateWords[state]])].join(' · ')}
          </Text>
        </div>
        {!isDone && step.text !== '' && <RichView text={step.text} />}
        {waiting?.refused && <Refused waiting={waiting} onDrop={() => drop(waiting.id)} />}
        {waiting !== undefined && waiting.refused === null && (
          <Text size="sm" c="dimmed">
            Noted on this device, not sent yet.
          </Text>
        )}
        {state === 'done' && item.entry !== null && <Noted {...item} entry={item.entry} onTakeBack={onTakeBack} />}
        {item.mayDo && !isDone && (
          <DoForm key={waiting?.id ?? 'new'} runId={run.id} step={step} before={waiting} note={note} />
        )}
        {state === 'open' && !item.mayDo && run.state === 'open' && !isDone && (
          <Text size="sm" c="dimmed">
            {step.kind === 'approve' && step.doer.kind === 'anyone'
              ? 'For somebody who did no part of it.'
              : `For ${step.doer.id === null ? 'somebody else' : nameOf(step.doer.id)} to do.`}
          </Text>
        )}
      </Stack>
    </li>
  );
}

const timeFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

interface NotedProps extends Pick<RunItem, 'step' | 'mayTakeBack'> {
  readonly entry: NonNullable<RunItem['entry']>;
  readonly onTakeBack: () => void;
}

function Noted({ step, entry, mayTakeBack, onTakeBack }: NotedProps): ReactElement {
  const said = [
    ...(entry.value === null ? [] : [`${entry.value} ${step.measure?.unit ?? ''}`.trim()]),
    ...(entry.choice === null ? [] : [step.choices[entry.choice]?.label ?? '']),
    `${entry.by?.name ?? 'Somebody'}, ${timeFormat.format(new Date(entry.doneAt))}`,
  ];
  return (
    <>
      <Group gap="xs">
        <Text size="sm">{said.join(' · ')}</Text>
        {entry.within === false && (
          <Badge color="orange" variant="light" tt="none">
            Outside its limits
          </Badge>
        )}
        {mayTakeBack && (
          <Button variant="subtle" size="compact-sm" aria-label={`Take back “${step.title}”`} onClick={onTakeBack}>
            Take back
          </Button>
        )}
      </Group>
      {entry.words !== '' && <Text size="sm">{entry.words}</Text>}
      {entry.pictureId !== null && (
        <img
          src={`/api/run-pictures/${entry.pictureId}`}
          alt={`What was photographed for “${step.title}”`}
          style={{ maxWidth: 320, width: '100%', borderRadius: 8 }}
          loading="lazy"
        />
      )}
    </>
  );
}

/** What the server did not take stays here until the person has seen it. */
function Refused({ waiting, onDrop }: { readonly waiting: Waiting; readonly onDrop: () => void }): ReactElement {
  return (
    <Alert role="alert" color="orange" title={waiting.refused?.sentence}>
      <Text size="sm">
        You noted it {timeFormat.format(new Date(waiting.doneAt))}
        {waiting.value === null ? '' : `, with ${waiting.value}`}
        {waiting.words === '' ? '' : `: ${waiting.words}`}
      </Text>
      <Button mt="xs" size="xs" variant="default" onClick={onDrop}>
        Remove my note
      </Button>
    </Alert>
  );
}
