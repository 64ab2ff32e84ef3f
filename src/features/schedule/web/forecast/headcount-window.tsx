import { Checkbox, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowRight } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { plural } from '../../../../web/figures.ts';
import { dayName, type Span, timesOf } from '../board/days.ts';
import type { Forecast, Headcount, ProposedShift } from './contract.ts';
import { DaysRange, isTooLong } from './days-range.tsx';
import { headcountQuery, takeHeadcount } from './forecast-api.ts';
import { changingShifts, proposalWords, wantedOf } from './proposal.ts';
import { UnsavedFirst } from './unsaved-first.tsx';
import type { Saving } from './use-saving.ts';
import classes from './windows.module.css';

interface Props {
  readonly forecast: Forecast;
  /** The days that are shown on the page. */
  readonly span: Span;
  readonly unsaved: number;
  readonly saving: Saving;
  readonly onClose: () => void;
}

/** How many people each shift should have by the forecast, to be taken as a whole or in part. */
export function HeadcountWindow(props: Props): ReactElement {
  return (
    <Window opened size="xl" onClose={props.onClose} title={`Headcount of ${props.forecast.roleName} by its forecast`}>
      <HeadcountForm {...props} />
    </Window>
  );
}

function HeadcountForm({ forecast, span: shown, unsaved, saving, onClose }: Props): ReactElement {
  const [span, setSpan] = useState<Span>(shown);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const isAsked = !isTooLong(span);
  const proposal = useQuery({
    ...headcountQuery(forecast.roleId, span),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  const taken = wantedOf(proposal.data?.shifts ?? [], left);
  const take = useTake(forecast.roleId, onClose);
  const isReady = unsaved === 0 && isAsked && !proposal.isPlaceholderData && taken.length > 0;
  const toggle = (id: string) =>
    setLeft((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
  return (
    <WindowForm
      sending={take}
      submit={taken.length === 0 ? 'Take' : `Change ${plural(taken.length, 'shift')}`}
      isReady={isReady}
      onSubmit={() => isReady && take.mutate(taken)}
      onCancel={onClose}
    >
      <UnsavedFirst unsaved={unsaved} saving={saving} />
      <div className={classes.pair}>
        <DaysRange span={span} onSpan={setSpan} />
      </div>
      {proposal.isError && <ErrorPanel error={proposal.error} onRetry={() => void proposal.refetch()} />}
      {proposal.isPending && isAsked && <LoadingLines count={5} height={24} />}
      {proposal.data !== undefined && (
        <div className={classes.stack} data-stale={proposal.isPlaceholderData} aria-busy={proposal.isPlaceholderData}>
          <Proposed proposal={proposal.data} left={left} onToggle={toggle} />
        </div>
      )}
    </WindowForm>
  );
}

function useTake(roleId: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (shifts: ReturnType<typeof wantedOf>) => takeHeadcount(roleId, shifts),
    onSuccess: ({ changed, findings }) => {
      notifications.show({
        color: findings.length > 0 ? 'yellow' : 'pine',
        title: `${plural(changed, 'shift')} changed`,
        message: findings.join(' ') || 'The schedule shows the places to fill.',
      });
      onDone();
    },
    // Also when it was refused: then somebody has changed a shift, and the proposal is another.
    onSettled: () => client.invalidateQueries({ queryKey: ['schedule'] }),
  });
}

interface ProposedProps {
  readonly proposal: Headcount;
  /** The shifts that stay as they are, against the proposal. */
  readonly left: ReadonlySet<string>;
  readonly onToggle: (shiftId: string) => void;
}

function Proposed({ proposal, left, onToggle }: ProposedProps): ReactElement {
  const changing = changingShifts(proposal.shifts);
  return (
    <>
      <Text size="sm" mb="sm">
        {proposalWords(proposal)}
      </Text>
      {changing.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a mouse
        <section className={classes.list} aria-label="Shifts that would change" tabIndex={0}>
          <Table stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Shift</Table.Th>
                <Table.Th scope="col">People</Table.Th>
                <Table.Th scope="col">Why</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {changing.map((shift) => (
                <ShiftRow key={shift.shiftId} shift={shift} isTaken={!left.has(shift.shiftId)} onToggle={onToggle} />
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
      {proposal.gaps.length > 0 && (
        <section className={classes.gaps}>
          <Title order={3}>What no shift covers</Title>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a mouse */}
          <ul tabIndex={0}>
            {proposal.gaps.map(({ words }) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface ShiftRowProps {
  readonly shift: ProposedShift;
  readonly isTaken: boolean;
  readonly onToggle: (shiftId: string) => void;
}

function ShiftRow({ shift, isTaken, onToggle }: ShiftRowProps): ReactElement {
  const name = `${dayName(shift.localStart.slice(0, 10))}, ${timesOf(shift)}`;
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox label={name} checked={isTaken} onChange={() => onToggle(shift.shiftId)} />
      </Table.Td>
      <Table.Td className={classes.change}>
        {shift.now} <IconArrowRight size={14} aria-label="to" /> <b>{shift.proposed}</b>
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed">
          {shift.words}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
