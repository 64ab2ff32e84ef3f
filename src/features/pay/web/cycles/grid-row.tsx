import { ActionIcon, Badge, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { stateWords as raiseWords } from '../raises/raise-words.ts';
import { amountText, payText } from '../words.ts';
import type { Line } from './contract.ts';
import { obstacleWords, percentOf, rangeText, zoneWords } from './cycle-words.ts';
import classes from './cycles.module.css';
import {
  asSuggested,
  increaseTyped,
  isFree,
  minorTyped,
  type Typed,
  typedOf,
  withAmount,
  withPercent,
} from './typed.ts';
import type { Choosing } from './use-choosing.ts';

interface Props {
  readonly line: Line;
  readonly currency: string;
  readonly mayChoose: boolean;
  readonly choosing: Pick<Choosing, 'drafts' | 'wrong' | 'type' | 'keep'>;
}

/** One person of a review: what they earn, what is suggested, and the raise, as a percentage or as an amount. */
export function GridRow({ line, currency, mayChoose, choosing }: Props): ReactElement {
  const { name, title, pay, personId, chosen } = line;
  const [explains, setExplains] = useState(chosen?.why !== null && chosen?.why !== undefined);
  const { drafts, wrong, type, keep } = choosing;
  const typed = drafts[personId] ?? typedOf(line);
  const free = mayChoose && isFree(line);
  const more = increaseTyped(line, drafts[personId]);
  const fields = { line, typed, free, onType: (given: Typed) => type(line, given), onKeep: () => keep(line) };
  const take = (given: Typed) => {
    type(line, given);
    keep(line, given);
  };
  return (
    <tr className={free ? undefined : classes.fixed}>
      <th scope="row">
        <TextLink to="/pay/people/$id" params={{ id: personId }}>
          {name}
        </TextLink>
        {title !== null && (
          <Text size="sm" c="dimmed">
            {title}
          </Text>
        )}
      </th>
      <td data-label="Now">{pay === null ? '–' : payText(pay)}</td>
      <td data-label="Guideline">
        <Guideline line={line} typed={typed} free={free} onTake={() => take(asSuggested(line, typed))} />
      </td>
      <Amounts {...fields} />
      <td data-label="More a year" className={classes.figure}>
        {more === 0 ? '–' : amountText(more, currency)}
      </td>
      <td className={classes.notes}>
        <div>
          {free && (
            <ActionIcon
              variant={explains ? 'light' : 'subtle'}
              aria-label={`Reason for ${name}`}
              aria-expanded={explains}
              onClick={() => setExplains(!explains)}
            >
              <IconMessage size={18} aria-hidden />
            </ActionIcon>
          )}
          <Notes line={line} wrong={free ? wrong[personId] : undefined} />
          {free && explains && <Why {...fields} />}
        </div>
      </td>
    </tr>
  );
}

interface FieldProps {
  readonly line: Line;
  readonly typed: Typed;
  readonly free: boolean;
  readonly onType: (typed: Typed) => void;
  readonly onKeep: () => void;
}

function Why({ line: { name }, typed, onType, onKeep }: FieldProps): ReactElement {
  return (
    <TextInput
      size="xs"
      w="100%"
      maxLength={500}
      aria-label={`Why ${name} gets it`}
      placeholder="Reason, else the name of the review"
      value={typed.why}
      onChange={(event) => onType({ ...typed, why: event.currentTarget.value })}
      onBlur={onKeep}
    />
  );
}

/** Two fields that follow each other. Enter and the arrows go to the same field of the next person. */
function Amounts({ line, typed, free, onType, onKeep }: FieldProps): ReactElement {
  const { name, pay, chosen } = line;
  if (!free)
    return (
      <>
        <td data-label="Raise">{chosen === null ? '–' : percentOf(chosen.thousandths)}</td>
        <td data-label="New wage" className={classes.figure}>
          {chosen === null || pay === null ? '–' : payText({ ...pay, minor: chosen.minor })}
        </td>
      </>
    );
  const isWrong = minorTyped(line, typed) === undefined;
  const field = (key: 'percent' | 'amount', label: string, change: (value: string) => Typed) => (
    <TextInput
      size="sm"
      inputMode="decimal"
      autoComplete="off"
      data-field={key}
      aria-label={`${label} of ${name}`}
      error={isWrong}
      value={typed[key]}
      rightSection={key === 'percent' ? <span aria-hidden>%</span> : undefined}
      onChange={(event) => onType(change(event.currentTarget.value))}
      onBlur={onKeep}
      onKeyDown={goOn}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
  return (
    <>
      <td data-label="Raise">{field('percent', 'Raise in percent', (value) => withPercent(line, typed, value))}</td>
      <td data-label="New wage">{field('amount', 'New wage', (value) => withAmount(line, typed, value))}</td>
    </>
  );
}

const steps: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

/** To the same field of another person; leaving the field keeps what is typed. */
function goOn(event: KeyboardEvent<HTMLInputElement>): void {
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const { field } = event.currentTarget.dataset;
  const all = [
    ...(event.currentTarget.closest('table')?.querySelectorAll<HTMLInputElement>(`[data-field=${field}]`) ?? []),
  ];
  const next = all[all.indexOf(event.currentTarget) + (event.shiftKey && event.key === 'Enter' ? -1 : step)];
  if (next === undefined) event.currentTarget.blur();
  else next.focus();
}

interface GuidelineProps {
  readonly line: Line;
  readonly typed: Typed;
  readonly free: boolean;
  readonly onTake: () => void;
}

/** What the guidelines say, as a chip that takes it. */
function Guideline({ line, typed, free, onTake }: GuidelineProps): ReactElement {
  const { suggestion, pay, name } = line;
  if (suggestion === null || pay === null) return <Text c="dimmed">–</Text>;
  const minor = minorTyped(line, typed) ?? null;
  const percent = minor === null ? null : Math.round(((minor - pay.minor) * 1000) / pay.minor);
  const isOut = percent !== null && (percent < suggestion.min || percent > suggestion.max);
  const chip = (
    <Badge variant="light" color={isOut ? 'orange' : 'pine'} tt="none" fw={500} size="lg">
      {rangeText(suggestion)}
    </Badge>
  );
  return (
    <div className={classes.guideline}>
      {free ? (
        <UnstyledButton
          aria-label={`Take the suggested ${percentOf(suggestion.suggested)} for ${name}`}
          className={classes.chip}
          onClick={onTake}
        >
          {chip}
        </UnstyledButton>
      ) : (
        chip
      )}
      <Text size="xs" c={isOut ? 'orange' : 'dimmed'}>
        {zoneWords[suggestion.zone]}
        {isOut && ', outside the guideline'}
      </Text>
    </div>
  );
}

/** What there is to know of a line. */
function Notes({ line, wrong }: { readonly line: Line; readonly wrong: string | undefined }): ReactElement {
  const { obstacle, outside, raise, isGoing, chosen } = line;
  return (
    <>
      {raise !== null && (
        <TextLink to="/pay/raises/$id" params={{ id: raise.id }} size="sm">
          {raiseWords[raise.state].words}
        </TextLink>
      )}
      {isGoing && (
        <Text size="sm" c="orange">
          Submitted, not proposed yet
        </Text>
      )}
      {obstacle !== null && (
        <Text size="sm" c="orange">
          {obstacleWords[obstacle]}
        </Text>
      )}
      {outside !== null && (
        <Text size="sm" c="orange">
          {outside === 'above' ? 'Above the band' : 'Below the band'}
        </Text>
      )}
      {wrong !== undefined && (
        <Text size="sm" c="red" role="alert">
          {wrong}
        </Text>
      )}
      {chosen !== null && raise === null && wrong === undefined && (
        <Text size="xs" c="dimmed">
          {chosen.by === 'You' ? 'Kept' : `By ${chosen.by}`}
        </Text>
      )}
    </>
  );
}
