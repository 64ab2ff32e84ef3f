import { ActionIcon, Button, Popover, SegmentedControl, Title } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendar, IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { dateOf, type Weekday, weekdays } from '../../calendar/local.ts';
import classes from './calendar.module.css';
import { type CalendarPlace, type CalendarView, rangeOf, rangeWords, turned, withRange, withView } from './range.ts';

interface Props {
  readonly place: CalendarPlace;
  readonly onPlace: (place: CalendarPlace) => void;
  readonly weekStart: Weekday;
  /** Today in the calendar's zone. */
  readonly today: number;
  readonly views: readonly CalendarView[];
  /** The words on the button that makes something. */
  readonly add: string;
  readonly onAdd: () => void;
}

const viewNames: Readonly<Record<CalendarView, string>> = {
  ...{ day: 'Day', week: 'Week', month: 'Month', timeline: 'Timeline', list: 'List' },
};

/** Which days are shown, and how. */
export function Toolbar({ place, onPlace, weekStart, today, views, add, onAdd }: Props): ReactElement {
  const unit = place.view === 'timeline' || place.view === 'list' ? 'days' : place.view;
  return (
    <div className={classes.toolbar}>
      <Button variant="default" size="sm" onClick={() => onPlace({ ...place, day: today })}>
        Today
      </Button>
      <ActionIcon.Group>
        <ActionIcon
          variant="default"
          size="input-sm"
          aria-label={`Earlier ${unit}`}
          onClick={() => onPlace(turned(place, -1))}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="input-sm"
          aria-label={`Later ${unit}`}
          onClick={() => onPlace(turned(place, 1))}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
      </ActionIcon.Group>
      <RangePicker place={place} onPlace={onPlace} weekStart={weekStart} />
      <Title order={2} aria-live="polite">
        {rangeWords(place, weekStart)}
      </Title>
      <SegmentedControl
        aria-label="View"
        size="sm"
        value={place.view}
        onChange={(view) => onPlace(withView(place, views.find((one) => one === view) ?? place.view, weekStart))}
        data={views.map((view) => ({ value: view, label: viewNames[view] }))}
      />
      <Button size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
        {add}
      </Button>
    </div>
  );
}

function RangePicker({ place, onPlace, weekStart }: Pick<Props, 'place' | 'onPlace' | 'weekStart'>): ReactElement {
  const [opened, picker] = useDisclosure(false);
  const { from, until } = rangeOf(place, weekStart);
  const [chosen, setChosen] = useState<[string | null, string | null] | null>(null);
  return (
    <Popover opened={opened} onChange={picker.set} position="bottom-start" withinPortal trapFocus>
      <Popover.Target>
        <ActionIcon
          variant="default"
          size="input-sm"
          aria-label="Choose from which day to which"
          aria-expanded={opened}
          onClick={picker.toggle}
        >
          <IconCalendar size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          type="range"
          allowSingleDateInRange
          firstDayOfWeek={mantineDay(weekStart)}
          defaultDate={dateOf(from)}
          value={chosen ?? [dateOf(from), dateOf(until - 1)]}
          onChange={(range) => {
            setChosen(range);
            const [first, last] = range;
            if (first === null || last === null) return;
            onPlace(withRange(place, first, last));
            setChosen(null);
            picker.close();
          }}
          ariaLabels={{ previousMonth: 'Previous month', nextMonth: 'Next month' }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Days of the week as Mantine counts them: 0 is Sunday. */
export function mantineDay(weekday: Weekday): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  return ((weekdays.indexOf(weekday) + 1) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
}
