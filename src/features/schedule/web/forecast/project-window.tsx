import { Checkbox, NumberInput, Radio, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { plural } from '../../../../web/figures.ts';
import { dayName, type Span } from '../board/days.ts';
import { amountText } from './amounts.ts';
import type { Forecast, Projection } from './contract.ts';
import { DaysRange, isTooLong } from './days-range.tsx';
import type { Change } from './draft.ts';
import { forecastQuery, type ProjectionWish, projectionQuery, writeProjection } from './forecast-api.ts';
import { backFrom, type ProjectedDay, projectedDays } from './projected.ts';
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

const usualWeeks = 8;

/** Fills days with the means of past weeks, after a look at what comes of it. */
export function ProjectWindow(props: Props): ReactElement {
  return (
    <Window opened size="lg" onClose={props.onClose} title={`Project ${props.forecast.roleName} from the past`}>
      <ProjectForm {...props} />
    </Window>
  );
}

function ProjectForm({ forecast, span, unsaved, saving, onClose }: Props): ReactElement {
  const [wish, setWish] = useState<ProjectionWish>({
    ...{ ...span, weeks: usualWeeks, source: 'forecast', keepTyped: true },
  });
  const { roleId } = forecast;
  const isAsked = !isTooLong(wish);
  const projection = useQuery({
    ...projectionQuery(roleId, wish),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  const before = useQuery({ ...forecastQuery(roleId, wish), enabled: isAsked, placeholderData: keepPreviousData });
  const isFresh = !projection.isPlaceholderData && !before.isPlaceholderData;
  const days =
    projection.data === undefined || before.data === undefined ? null : projectedDays(projection.data, before.data);
  const changed = days?.reduce((all, one) => all + one.changed, 0) ?? 0;
  const write = useWrite(roleId, saving.remember, onClose);
  const isReady = unsaved === 0 && isAsked && isFresh && changed > 0 && before.data !== undefined;
  const failed = projection.error ?? before.error;
  return (
    <WindowForm
      sending={write}
      submit={changed === 0 ? 'Write' : `Write ${plural(changed, 'number')}`}
      isReady={isReady}
      onSubmit={() => isReady && write.mutate({ wish, before: before.data })}
      onCancel={onClose}
    >
      <UnsavedFirst unsaved={unsaved} saving={saving} />
      <WishFields wish={wish} onWish={setWish} />
      {failed !== null && <ErrorPanel error={failed} />}
      {days === null && failed === null && isAsked && <LoadingLines count={4} height={24} />}
      {days !== null && projection.data !== undefined && (
        <div className={classes.stack} data-stale={!isFresh} aria-busy={!isFresh}>
          <Text size="sm" mb="xs">
            {projection.data.words}
          </Text>
          <DaysTable days={days} unit={forecast.unit} />
        </div>
      )}
    </WindowForm>
  );
}

interface Writing {
  readonly wish: ProjectionWish;
  /** What stood in those days. */
  readonly before: Forecast;
}

function useWrite(roleId: string, remember: (before: readonly Change[]) => void, onDone: () => void) {
  const client = useQueryClient();
  return useMutation<Projection, Error, Writing>({
    mutationFn: ({ wish }) => writeProjection(roleId, wish),
    onSuccess: async (projection, { before }) => {
      await client.invalidateQueries({ queryKey: ['schedule', 'forecast', roleId] });
      remember(backFrom(projection, before));
      notifications.show({
        color: 'pine',
        title: 'Projected',
        message: `${plural(projection.written, 'number')} written. Undo takes them back.`,
      });
      onDone();
    },
  });
}

interface WishProps {
  readonly wish: ProjectionWish;
  readonly onWish: (wish: ProjectionWish) => void;
}

function WishFields({ wish, onWish }: WishProps): ReactElement {
  return (
    <>
      <div className={classes.pair}>
        <DaysRange span={wish} onSpan={(span) => onWish({ ...wish, ...span })} />
        <NumberInput
          label="Weeks before, of which the mean is taken"
          min={1}
          max={26}
          clampBehavior="strict"
          allowDecimal={false}
          value={wish.weeks}
          onChange={(weeks) => Number(weeks) >= 1 && onWish({ ...wish, weeks: Number(weeks) })}
        />
      </div>
      <Radio.Group
        label="What it goes by"
        value={wish.source}
        onChange={(source) => onWish({ ...wish, source: source === 'worked' ? 'worked' : 'forecast' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="forecast" label="What was forecast" description="The numbers of the forecast in those weeks" />
          <Radio
            value="worked"
            label="What was worked"
            description="Hours of the time clock; where it is off, shifts as published"
          />
        </Stack>
      </Radio.Group>
      <Checkbox
        label="Keep numbers that were typed or imported"
        checked={wish.keepTyped}
        onChange={(event) => onWish({ ...wish, keepTyped: event.currentTarget.checked })}
      />
    </>
  );
}

function DaysTable({ days, unit }: { readonly days: readonly ProjectedDay[]; readonly unit: string }): ReactElement {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a mouse
    <section className={classes.list} aria-label="What would be written" tabIndex={0}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Day</Table.Th>
            <Table.Th scope="col" className={classes.figure}>
              Now, {unit}
            </Table.Th>
            <Table.Th scope="col" className={classes.figure}>
              Projected
            </Table.Th>
            <Table.Th scope="col">Mean of</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {days.map(({ day, before, after, changed, basis }) => (
            <Table.Tr key={day}>
              <Table.Th scope="row">{dayName(day)}</Table.Th>
              <Table.Td className={classes.figure}>{amountText(before) || '–'}</Table.Td>
              <Table.Td className={classes.figure} data-changed={changed > 0}>
                {changed === 0 ? 'as it is' : amountText(after) || '–'}
              </Table.Td>
              <Table.Td>{basis === 0 ? 'nothing to go by' : plural(basis, 'day')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
