import { Alert, Badge, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { Arrive } from '../../../../web/controls/arrive.tsx';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, Panel } from '../../../../web/controls/panels.tsx';
import type { LookReason } from '../../../../web/look-reasons.ts';
import { AskWhy } from '../ask-why.tsx';
import pageClasses from '../pay.module.css';
import { dayText } from '../words.ts';
import { type Raise, raisePath, raiseSchema, raisesQuery } from './contract.ts';
import { RaiseActs } from './raise-acts.tsx';
import { RaiseFacts } from './raise-facts.tsx';
import { stateWords, stopWords } from './raise-words.ts';
import { RaiseTimeline } from './timeline.tsx';

const route = getRouteApi('/member/pay/raises/$id');

export const readable =
  'Your reason is written down in the audit log, and the person can read it with your name as any look at their pay. It does not tell them of a proposal.';

/** A proposal: asked why first, each time the page is opened. What is shown is kept nowhere in the browser. */
export function RaisePage(): ReactElement {
  const { id } = route.useParams();
  const client = useQueryClient();
  const [raise, show] = useState<Raise>();
  const look = useMutation({
    mutationFn: (reason: Exclude<LookReason, 'raise'>) =>
      call(raiseSchema, 'POST', `${raisePath(id)}/look` as const, { body: { reason } }),
    // Looked at anew after an act, it stays in sight meanwhile.
    onSuccess: show,
  });
  const listed = useQuery(raisesQuery).data?.raises.find((one) => one.id === id);
  const name = raise?.name ?? listed?.name;
  const again = () => {
    void client.invalidateQueries({ queryKey: ['pay'] });
    look.mutate(look.variables ?? 'checking');
  };
  const ask = {
    ...{ isPending: look.isPending, error: look.error },
    mutate: (reason: LookReason) => reason !== 'raise' && look.mutate(reason),
  };
  return (
    <>
      <PageHead
        title={name === undefined ? 'A proposal' : `Proposal for ${name}`}
        beside={raise !== undefined && <State raise={raise} />}
        above={
          <TextLink to="/pay/raises" size="sm">
            Raises and promotions
          </TextLink>
        }
      />
      <div className={pageClasses.page}>
        {raise === undefined ? (
          <AskWhy look={ask} without="raise" explains={readable} submit="Show the proposal" />
        ) : (
          <Arrive className={pageClasses.parts}>
            {look.isError && <ErrorPanel error={look.error} />}
            <ShownRaise raise={raise} reason={look.variables ?? 'checking'} onChanged={again} />
          </Arrive>
        )}
      </div>
    </>
  );
}

function State({ raise: { state } }: { readonly raise: Raise }): ReactElement {
  const { words, color } = stateWords[state];
  return (
    <Badge variant="light" size="lg" color={color}>
      {words}
    </Badge>
  );
}

interface ShownProps {
  readonly raise: Raise;
  /** Why it was opened: the letter is asked for with the same. */
  readonly reason: string;
  readonly onChanged: () => void;
}

export function ShownRaise({ raise, reason, onChanged }: ShownProps): ReactElement {
  return (
    <>
      <Warnings raise={raise} />
      <Panel title={`From ${dayText(raise.from)}`} explains={raise.reason}>
        <RaiseFacts terms={raise} />
        <RaiseActs raise={raise} reason={reason} onChanged={onChanged} />
      </Panel>
      <Panel title="Approvals" explains={neededText(raise)}>
        <Stack gap={4}>
          {raise.approvedBy.map((name) => (
            <Text key={name}>{name} approved it</Text>
          ))}
          {raise.waitsFor.length > 0 && <Text c="dimmed">Can approve it: {raise.waitsFor.join(', ')}</Text>}
          {raise.approvedBy.length + raise.waitsFor.length === 0 && <Text c="dimmed">None.</Text>}
        </Stack>
      </Panel>
      <Panel title="What happened">
        <RaiseTimeline events={raise.timeline} />
      </Panel>
    </>
  );
}

const neededText = ({ needed }: Raise): string =>
  `${needed === 1 ? 'One approval is' : `${needed} approvals are`} needed, of somebody else than who proposes it and who gets it.`;

/** What whoever keeps it has to know before anything else. */
function Warnings({ raise }: { readonly raise: Raise }): ReactElement | null {
  const { name, state, stale, stoppedWhy, missing, outside, released, from, today } = raise;
  const why = stoppedWhy ?? stale;
  const untold = !released && state === 'in_force';
  const late = state === 'open' && from <= today;
  if (why === null && missing === null && outside === null && !untold && !late) return null;
  return (
    <Stack gap="sm">
      {why !== null && (
        <Alert color="red" title={state === 'stopped' ? 'It did not take effect' : 'It can’t take effect as it is'}>
          {stopWords[why]}
        </Alert>
      )}
      {missing !== null && (
        <Alert color="orange" title="Too few people can approve it">
          {missing}
        </Alert>
      )}
      {outside !== null && (
        <Alert color="orange" title="Outside the band">
          {outside} It can be approved all the same.
        </Alert>
      )}
      {untold && (
        <Alert color="orange" title={`It is in force, and ${name} has not been told`}>
          Their own page shows the wage. Talk to them, and release it.
        </Alert>
      )}
      {late && (
        <Alert color="orange" title="Its day has come">
          Approved now, it holds from {dayText(from)}, and the history says that it is back-dated.
        </Alert>
      )}
    </Stack>
  );
}
