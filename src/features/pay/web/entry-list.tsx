import { Badge, Button, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Entry, PersonPay } from './contract.ts';
import classes from './pay.module.css';
import { dayText, momentText, saysText, scopeText, standsWords } from './words.ts';

/** What holds today, and what is agreed for later. */
export function CurrentPay({ pay, none }: { readonly pay: PersonPay; readonly none: string }): ReactElement {
  const found = (ids: readonly string[]) => ids.flatMap((id) => pay.entries.find((entry) => entry.id === id) ?? []);
  const [now, later] = [found(pay.current), found(pay.coming)];
  if (now.length + later.length === 0) return <Text c="dimmed">{none}</Text>;
  return (
    <dl className={classes.current}>
      {[...now, ...later].map((entry) => (
        <div key={entry.id}>
          <dt>{scopeText(entry)}</dt>
          <dd>{saysText(entry)}</dd>
          <dd>
            {entry.from > pay.today ? 'From' : 'Since'} {dayText(entry.from)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface ListProps {
  readonly entries: readonly Entry[];
  /** Which of them hold today, by id. */
  readonly now: readonly string[];
  /** The organisation's day. */
  readonly today: string;
  readonly onCorrect?: ((entry: Entry) => void) | undefined;
  readonly onDecide?: ((entry: Entry, approved: boolean) => void) | undefined;
}

/** What holds in the history may do so today, from a day to come, or only have done so until the next one. */
function holdsWhen({ id, from, says }: Entry, now: readonly string[], today: string): 'holds' | 'coming' | 'held' {
  if (now.includes(id)) return 'holds';
  if (from > today) return 'coming';
  return says === 'pay' ? 'held' : 'holds';
}

/** Every word about somebody's pay, the last first. What was corrected stays, struck through. */
export function EntryList({ entries, now, today, onCorrect, onDecide }: ListProps): ReactElement {
  const numbers = new Map(entries.toReversed().map(({ id }, index) => [id, index + 1]));
  return (
    <ol className={classes.entries}>
      {entries.map((entry) => {
        const { id, stands, corrects, decidedBy } = entry;
        const isPast = stands !== 'holds' && stands !== 'waits';
        const { words, color } = standsWords[stands === 'holds' ? holdsWhen(entry, now, today) : stands];
        return (
          <li key={id} className={isPast ? classes.past : undefined}>
            <div>
              <span className={classes.says}>{saysText(entry)}</span>{' '}
              <Badge size="sm" variant="light" color={color}>
                {words}
              </Badge>
            </div>
            <Text size="sm">
              {scopeText(entry)}, from {dayText(entry.from)}. {entry.why}
            </Text>
            <Text size="xs" c="dimmed">
              Entry {numbers.get(id)}
              {corrects !== null && `, corrects entry ${numbers.get(corrects) ?? 'before'}`}, by {entry.enteredBy} on{' '}
              {momentText(entry.enteredAt)}
              {decidedBy !== null && `, ${stands === 'refused' ? 'refused' : 'confirmed'} by ${decidedBy}`}
            </Text>
            <div className={classes.acts}>
              {entry.mayDecide && onDecide !== undefined && (
                <>
                  <Button size="xs" onClick={() => onDecide(entry, true)}>
                    Confirm
                  </Button>
                  <Button size="xs" variant="default" onClick={() => onDecide(entry, false)}>
                    Refuse
                  </Button>
                </>
              )}
              {stands === 'holds' && onCorrect !== undefined && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`Correct entry ${numbers.get(id)}`}
                  onClick={() => onCorrect(entry)}
                >
                  Correct
                </Button>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
