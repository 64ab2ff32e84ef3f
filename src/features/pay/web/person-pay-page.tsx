import { Button, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { call } from '../../../web/api.ts';
import { Arrive } from '../../../web/controls/arrive.tsx';
import { TextLink } from '../../../web/controls/link-button.tsx';
import { PageHead } from '../../../web/controls/page-head.tsx';
import { ErrorPanel, Panel } from '../../../web/controls/panels.tsx';
import type { LookReason } from '../../../web/look-reasons.ts';
import { AskWhy } from './ask-why.tsx';
import { BandPosition } from './bands/band-position.tsx';
import { doneSchema, type Entry, type PersonPay, personPaySchema } from './contract.ts';
import { CurrentPay, EntryList } from './entry-list.tsx';
import classes from './pay.module.css';
import { payPeopleQuery } from './queries.ts';
import { RaisingPanel } from './raises/raising-panel.tsx';
import { WageWindow } from './wage-window.tsx';

const route = getRouteApi('/member/pay/people/$id');

/** Somebody's pay: asked why first, each time the page is opened. What is shown is kept nowhere in the browser. */
export function PersonPayPage(): ReactElement {
  const { id } = route.useParams();
  const client = useQueryClient();
  const [pay, show] = useState<PersonPay>();
  const name = useQuery(payPeopleQuery).data?.people.find((person) => person.id === id)?.name;
  const look = useMutation({
    mutationFn: (reason: LookReason) =>
      call(personPaySchema, 'POST', `/api/pay/people/${encodeURIComponent(id)}/look` as const, { body: { reason } }),
    // Looked at anew after an act, it stays in sight meanwhile.
    onSuccess: show,
  });
  const again = () => {
    void client.invalidateQueries({ queryKey: ['pay'] });
    look.mutate(look.variables ?? 'checking');
  };
  return (
    <>
      <PageHead
        title={`Pay of ${pay?.name || name || 'somebody'}`}
        above={
          <TextLink to="/pay" size="sm">
            Pay
          </TextLink>
        }
      />
      <div className={classes.page}>
        {pay === undefined ? (
          <AskWhy look={look} />
        ) : (
          <Arrive className={classes.parts}>
            {look.isError && <ErrorPanel error={look.error} />}
            <Shown pay={pay} onChanged={again} />
          </Arrive>
        )}
      </div>
    </>
  );
}

export function Shown({ pay, onChanged }: { readonly pay: PersonPay; readonly onChanged: () => void }): ReactElement {
  const [window, setWindow] = useState<{ readonly corrects: Entry | null } | null>(null);
  const decide = useMutation({
    mutationFn: ({ id, approved }: { readonly id: string; readonly approved: boolean }) =>
      call(doneSchema, 'POST', `/api/pay/wages/${encodeURIComponent(id)}/decision` as const, { body: { approved } }),
    onSuccess: onChanged,
  });
  const done = (holds: boolean) => {
    setWindow(null);
    const message = holds ? 'Schedules and reports reckon with it.' : 'It holds once somebody else has confirmed it.';
    notifications.show({ color: 'pine', title: 'Entered', message });
    onChanged();
  };
  const enter = pay.mayEnter && (
    <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setWindow({ corrects: null })}>
      Enter a wage
    </Button>
  );
  return (
    <>
      <Panel title="Today and to come" aside={enter}>
        <CurrentPay pay={pay} none={pay.mayEnter ? 'No wage yet. Enter what you have agreed.' : 'No wage yet.'} />
      </Panel>
      {pay.raising !== null && <RaisingPanel pay={pay} raising={pay.raising} />}
      {pay.band !== null && (
        <Panel title="Band">
          <BandPosition band={pay.band} />
        </Panel>
      )}
      {pay.entries.length > 0 && (
        <Panel title="History" explains="Nothing is ever rewritten: what was wrong stays, with its correction.">
          <Stack>
            {decide.isError && <ErrorPanel error={decide.error} />}
            <EntryList
              entries={pay.entries}
              now={pay.current}
              today={pay.today}
              onCorrect={pay.mayEnter ? (corrects) => setWindow({ corrects }) : undefined}
              onDecide={({ id }, approved) => decide.mutate({ id, approved })}
            />
          </Stack>
        </Panel>
      )}
      {window !== null && (
        <WageWindow pay={pay} corrects={window.corrects} onClose={() => setWindow(null)} onDone={done} />
      )}
    </>
  );
}
