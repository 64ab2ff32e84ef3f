import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { ActionIcon, Button, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactElement, useEffect, useRef } from 'react';
import { kindWords } from '../versions/diff.ts';
import type { Step, StepKind } from '../writing/step.ts';
import { stepKinds } from '../writing/step.ts';
import { ChoiceFields } from './choice-fields.tsx';
import type { Choices } from './contract.ts';
import { moveStep, newStep, ofKind, removeStep } from './draft-steps.ts';
import classes from './processes.module.css';

interface Props {
  readonly steps: readonly Step[];
  readonly choices: Choices | undefined;
  /** Sentences by field, such as `steps.2.title`. */
  readonly fields: Readonly<Record<string, string>>;
  readonly onChange: (steps: readonly Step[]) => void;
}

/** The steps of a draft: by mouse they are dragged, by keys moved with their arrows. */
export function StepsEditor({ steps, choices, fields, onChange }: Props): ReactElement {
  const latest = useRef({ steps, onChange });
  latest.current = { steps, onChange };
  const put = (changed: Step) => onChange(steps.map((step) => (step.id === changed.id ? changed : step)));
  return (
    <Stack gap="sm">
      {steps.map((step, index) => (
        <DraftStep
          key={step.id}
          {...{ step, index, steps, choices, fields }}
          onPut={put}
          onMove={(from, to) => latest.current.onChange(moveStep(latest.current.steps, from, to))}
          onRemove={() => onChange(removeStep(steps, step.id))}
        />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => onChange([...steps, newStep(crypto.randomUUID())])}
        disabled={steps.length >= 100}
      >
        Add a step
      </Button>
    </Stack>
  );
}

interface StepProps extends Pick<Props, 'steps' | 'choices' | 'fields'> {
  readonly step: Step;
  readonly index: number;
  readonly onPut: (step: Step) => void;
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: () => void;
}

/** Lets a step be taken by its handle and dropped on another one, in whose place it goes. */
function useDragging(index: number, onMove: StepProps['onMove']) {
  const card = useRef<HTMLFieldSetElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const latest = useRef({ index, onMove });
  latest.current = { index, onMove };
  useEffect(() => {
    const element = card.current;
    const dragHandle = handle.current;
    if (element === null || dragHandle === null) return;
    const stopDragging = draggable({ element, dragHandle, getInitialData: () => ({ step: latest.current.index }) });
    const mark = (isOver: boolean) => element.toggleAttribute('data-over', isOver);
    const stopDropping = dropTargetForElements({
      element,
      onDragEnter: () => mark(true),
      onDragLeave: () => mark(false),
      onDrop: ({ source }) => {
        mark(false);
        if (typeof source.data.step === 'number') latest.current.onMove(source.data.step, latest.current.index);
      },
    });
    return () => {
      stopDragging();
      stopDropping();
    };
  }, []);
  return { card, handle };
}

function DraftStep({ step, index, steps, choices, fields, onPut, onMove, onRemove }: StepProps): ReactElement {
  const { card, handle } = useDragging(index, onMove);
  const name = `step ${index + 1}`;
  const wrong = (field: string) => fields[`steps.${index}.${field}`];
  return (
    <fieldset ref={card} className={classes.draftStep} aria-label={`Step ${index + 1}`}>
      <div className={classes.stepHead}>
        <span ref={handle} className={classes.handle} title="Drag to another place">
          <IconGripVertical size={18} aria-hidden />
        </span>
        <Text fw={600}>Step {index + 1}</Text>
        <span style={{ flex: 1 }} />
        <ActionIcon
          variant="default"
          aria-label={`Move ${name} up`}
          disabled={index === 0}
          onClick={() => onMove(index, index - 1)}
        >
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={`Move ${name} down`}
          disabled={index === steps.length - 1}
          onClick={() => onMove(index, index + 1)}
        >
          <IconArrowDown size={16} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={`Remove ${name}`} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      </div>
      <TextInput
        label="What is to be done"
        maxLength={160}
        value={step.title}
        onChange={(event) => onPut({ ...step, title: event.currentTarget.value })}
        error={wrong('title')}
      />
      <Facts {...{ step, choices, onPut }} />
      {step.measure !== null && <Limits step={step} measure={step.measure} onPut={onPut} error={wrong('measure')} />}
      {step.kind === 'decide' && <ChoiceFields {...{ step, index, steps, onPut }} error={wrong('choices')} />}
      <Textarea
        label="More about it (optional)"
        autosize
        minRows={1}
        maxLength={4000}
        value={step.text}
        onChange={(event) => onPut({ ...step, text: event.currentTarget.value })}
      />
    </fieldset>
  );
}

function Facts({ step, choices, onPut }: Pick<StepProps, 'step' | 'choices' | 'onPut'>): ReactElement {
  const groups = [
    {
      group: 'Anybody who knows the role',
      items: (choices?.roles ?? []).map(({ id, name }) => ({ value: `role ${id}`, label: name })),
    },
    {
      group: 'One person',
      items: (choices?.people ?? []).map(({ id, name }) => ({ value: `person ${id}`, label: name })),
    },
  ];
  const chooseDoer = (value: string | null) => {
    const [kind, id] = value?.split(' ') ?? [];
    const isNamed = (kind === 'role' || kind === 'person') && id !== undefined;
    onPut({ ...step, doer: isNamed ? { kind, id } : { kind: 'anyone', id: null } });
  };
  return (
    <div className={classes.fields}>
      <Select
        label="Kind"
        data={stepKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
        value={step.kind}
        allowDeselect={false}
        onChange={(kind) => kind !== null && onPut(ofKind(step, kind as StepKind))}
      />
      <Select
        label="Who does it"
        data={groups}
        value={step.doer.id === null ? null : `${step.doer.kind} ${step.doer.id}`}
        onChange={chooseDoer}
        placeholder="Anybody"
        searchable
        clearable
      />
      <NumberInput
        label="Minutes (optional)"
        min={1}
        max={1440}
        allowDecimal={false}
        value={step.minutes ?? ''}
        onChange={(value) => onPut({ ...step, minutes: typeof value === 'number' ? value : null })}
      />
    </div>
  );
}

interface LimitProps extends Pick<StepProps, 'step' | 'onPut'> {
  readonly measure: NonNullable<Step['measure']>;
  readonly error: string | undefined;
}

function Limits({ step, measure, onPut, error }: LimitProps): ReactElement {
  const end = (which: 'min' | 'max', label: string) => (
    <NumberInput
      label={label}
      value={measure[which] ?? ''}
      onChange={(value) =>
        onPut({ ...step, measure: { ...measure, [which]: typeof value === 'number' ? value : null } })
      }
      error={which === 'min' ? error : undefined}
    />
  );
  return (
    <div className={classes.fields}>
      {end('min', 'At least')}
      {end('max', 'At most')}
      <TextInput
        label="Unit"
        maxLength={20}
        placeholder="°C"
        value={measure.unit}
        onChange={(event) => onPut({ ...step, measure: { ...measure, unit: event.currentTarget.value } })}
      />
    </div>
  );
}
