import { ActionIcon, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { addDays, type Day } from '../../../../web/zoned-time.ts';
import { spanName } from '../board/days.ts';
import type { Period } from './contract.ts';

interface Props {
  readonly period: Period;
  readonly onGo: (day: Day) => void;
}

/** The period that is shown, a step back and a step on. */
export function PeriodSteps({ period: { firstDay, lastDay }, onGo }: Props): ReactElement {
  return (
    <Group gap={6} wrap="nowrap">
      <ActionIcon variant="default" size="lg" aria-label="Earlier period" onClick={() => onGo(addDays(firstDay, -1))}>
        <IconChevronLeft size={18} />
      </ActionIcon>
      <b style={{ fontSize: 'var(--mantine-font-size-sm)' }}>{spanName({ from: firstDay, to: lastDay })}</b>
      <ActionIcon variant="default" size="lg" aria-label="Later period" onClick={() => onGo(addDays(lastDay, 1))}>
        <IconChevronRight size={18} />
      </ActionIcon>
    </Group>
  );
}
