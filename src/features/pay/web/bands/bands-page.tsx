import { Badge, Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconRuler2 } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import type { Band, Bands } from '../contract.ts';
import { bandsQuery } from '../queries.ts';
import { amountText, bandText, daysText } from '../words.ts';
import { BandWindow } from './band-window.tsx';
import classes from './bands.module.css';

type Opened = { readonly changes: Band | null } | { readonly removes: Band };

/** What each title may earn. */
export function BandsPage(): ReactElement {
  const client = useQueryClient();
  const found = useQuery(bandsQuery);
  const [opened, open] = useState<Opened | null>(null);
  const done = (ended: string | null) => {
    open(null);
    const message =
      ended === null ? 'Wages are held against it from its first day.' : 'The one before ends the day before.';
    notifications.show({ color: 'pine', title: 'Kept', message });
    void client.invalidateQueries({ queryKey: ['pay'] });
  };
  return (
    <>
      <PageHead
        title="Bands"
        explains="What each title may earn, by place and from when. Owners and payroll see this; people see their own band where an owner has said so."
        above={
          <TextLink to="/pay" size="sm">
            Pay
          </TextLink>
        }
        actions={
          found.data !== undefined && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => open({ changes: null })}>
              Add a band
            </Button>
          )
        }
      />
      <div className={classes.wide}>
        {found.isPending && (
          <Panel>
            <LoadingLines count={5} height={32} />
          </Panel>
        )}
        {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
        {found.data !== undefined && <BandList known={found.data} onOpen={open} />}
      </div>
      {opened !== null && 'changes' in opened && found.data !== undefined && (
        <BandWindow known={found.data} band={opened.changes} onClose={() => open(null)} onDone={done} />
      )}
      {opened !== null && 'removes' in opened && <RemoveBand band={opened.removes} onClose={() => open(null)} />}
    </>
  );
}

interface ListProps {
  readonly known: Bands;
  readonly onOpen: (opened: Opened) => void;
}

function BandList({ known: { bands, titles, today }, onOpen }: ListProps): ReactElement {
  const groups = [...Map.groupBy(bands, ({ title }) => title.toLowerCase()).values()];
  const without = titles.filter((title) => !bands.some((band) => band.title.toLowerCase() === title.toLowerCase()));
  if (bands.length === 0)
    return (
      <Panel>
        <EmptyPanel icon={<IconRuler2 size={28} />} title="No bands yet">
          Add the minimum, midpoint and maximum of a title. A wage outside asks to be confirmed, and everybody’s
          position is shown with their pay.
        </EmptyPanel>
      </Panel>
    );
  return (
    <Panel>
      <div className={classes.titles}>
        {groups.map((group) => (
          <section key={group[0]?.id}>
            <h2>{group[0]?.title}</h2>
            <ul className={classes.bands}>
              {group.map((band) => (
                <BandLine key={band.id} band={band} today={today} onOpen={onOpen} />
              ))}
            </ul>
          </section>
        ))}
        {without.length > 0 && (
          <Text size="sm" c="dimmed">
            Titles without a band: {without.join(', ')}.
          </Text>
        )}
      </div>
    </Panel>
  );
}

interface LineProps extends Pick<ListProps, 'onOpen'> {
  readonly band: Band;
  readonly today: string;
}

function BandLine({ band, today, onOpen }: LineProps): ReactElement {
  const isPast = band.until !== null && band.until < today;
  const name = `${band.title}, ${band.place ?? 'everywhere'}, ${daysText(band)}`;
  return (
    <li className={isPast ? classes.past : undefined}>
      <div>
        <span className={classes.amounts}>{bandText(band)}</span>{' '}
        {(isPast || band.from > today) && (
          <Badge size="sm" variant="light" color="gray">
            {isPast ? 'Past' : 'To come'}
          </Badge>
        )}
        <Text size="sm">
          {band.place ?? 'Everywhere'}, midpoint {amountText(band.mid, band.currency)}
        </Text>
        <Text size="xs" c="dimmed">
          {daysText(band)}
        </Text>
      </div>
      <div className={classes.acts}>
        <Button size="xs" variant="default" aria-label={`Change ${name}`} onClick={() => onOpen({ changes: band })}>
          Change
        </Button>
        <Button size="xs" variant="default" aria-label={`Remove ${name}`} onClick={() => onOpen({ removes: band })}>
          Remove
        </Button>
      </div>
    </li>
  );
}

function RemoveBand({ band, onClose }: { readonly band: Band; readonly onClose: () => void }): ReactElement {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => call(nothing, 'DELETE', `/api/pay/bands/${encodeURIComponent(band.id)}` as const),
    onSuccess: () => {
      onClose();
      void client.invalidateQueries({ queryKey: ['pay'] });
    },
  });
  return (
    <Confirm
      opened
      danger
      onClose={onClose}
      title={`Remove this band of ${band.title}?`}
      confirm="Remove"
      onConfirm={() => remove.mutate()}
      busy={remove.isPending}
      error={remove.error}
    >
      {bandText(band)}. {daysText(band)}. If it is only to end, change its last day instead.
    </Confirm>
  );
}
