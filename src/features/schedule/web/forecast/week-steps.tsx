import { ActionIcon, Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { addDays, type Day, weekdayOf } from '../../../../web/zoned-time.ts';
import { type Weekday, weekdays } from '../../calendar/local.ts';
import { type Span, spanName } from '../board/days.ts';

/** The week that a day lies in, from the day on which weeks begin. */
export function weekOf(day: Day, weekStart: Weekday): Span {
  const since = (weekdayOf(day) + 6 - weekdays.indexOf(weekStart)) % 7;
  const from = addDays(day, -since);
  return { from, to: addDays(from, 6) };
}

interface Props {
  readonly span: Span;
  /** A day of the week that is shown. */
  readonly day: Day;
  readonly today: Day;
  readonly onDay: (day: Day | undefined) => void;
}

/** A week back, a week on, or the one that is now. The day of the week stays, which phones show. */
export function WeekSteps({ span, day, today, onDay }: Props): ReactElement {
  return (
    <Group gap={6} wrap="nowrap">
      <ActionIcon variant="default" size="lg" aria-label="Earlier week" onClick={() => onDay(addDays(day, -7))}>
        <IconChevronLeft size={18} />
      </ActionIcon>
      <b style={{ fontSize: 'var(--mantine-font-size-sm)', whiteSpace: 'nowrap' }} aria-live="polite">
        {spanName(span)}
      </b>
      <ActionIcon variant="default" size="lg" aria-label="Later week" onClick={() => onDay(addDays(day, 7))}>
        <IconChevronRight size={18} />
      </ActionIcon>
      <Button
        variant="subtle"
        bg="transparent"
        px="xs"
        disabled={today >= span.from && today <= span.to}
        onClick={() => onDay(undefined)}
      >
        This week
      </Button>
    </Group>
  );
}
