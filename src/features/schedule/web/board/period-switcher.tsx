import { ActionIcon, Button, Group, Popover, Switch } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { addDays, type Day } from '../../../../web/zoned-time.ts';
import { type Span, spanName } from './days.ts';

interface Props {
  readonly span: Span;
  readonly isMonth: boolean;
  readonly today: Day;
  readonly onDay: (day: Day | undefined) => void;
  readonly onMonth: (isMonth: boolean) => void;
}

/** Earlier, later, today, or the day one chooses; by period, or by month. */
export function PeriodSwitcher({ span, isMonth, today, onDay, onMonth }: Props): ReactElement {
  const [opened, { close, toggle }] = useDisclosure(false);
  const step = isMonth ? 'month' : span.from === span.to ? 'day' : 'period';
  return (
    <Group gap={6} wrap="nowrap">
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={`Earlier ${step}`}
        onClick={() => onDay(addDays(span.from, -1))}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <Popover opened={opened} onChange={(open) => !open && close()} position="bottom-start" shadow="md" trapFocus>
        <Popover.Target>
          <Button
            variant="default"
            px="sm"
            leftSection={<IconCalendar size={16} aria-hidden />}
            onClick={toggle}
            aria-haspopup="dialog"
          >
            {spanName(span)}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <DatePicker
            value={span.from}
            defaultDate={span.from}
            onChange={(day) => {
              if (day === null) return;
              close();
              onDay(day.slice(0, 10));
            }}
          />
          <Switch
            mt="sm"
            label="Show a whole month"
            checked={isMonth}
            onChange={(event) => onMonth(event.currentTarget.checked)}
          />
        </Popover.Dropdown>
      </Popover>
      <ActionIcon variant="default" size="lg" aria-label={`Later ${step}`} onClick={() => onDay(addDays(span.to, 1))}>
        <IconChevronRight size={18} />
      </ActionIcon>
      <Button
        variant="subtle"
        bg="transparent"
        px="xs"
        disabled={today >= span.from && today <= span.to}
        onClick={() => onDay(undefined)}
      >
        Today
      </Button>
    </Group>
  );
}
