import { Badge, Text } from '@mantine/core';
import { IconStairsUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { LinkButton, TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import pageClasses from '../pay.module.css';
import { dayText } from '../words.ts';
import { type ListedRaise, raisesQuery } from './contract.ts';
import { approvalsText, groupOf, stateWords } from './raise-words.ts';
import classes from './raises.module.css';

/** Proposals of raises and promotions. What is in them stands on their own pages, which ask why. */
export function RaisesPage(): ReactElement {
  const found = useQuery(raisesQuery);
  return (
    <>
      <PageHead
        title="Raises and promotions"
        explains="What was proposed for whom, without amounts. Opening one asks why; that is written down."
        above={
          <TextLink to="/pay" size="sm">
            Pay
          </TextLink>
        }
      />
      <div className={pageClasses.page}>
        {found.isPending && (
          <Panel>
            <LoadingLines count={4} height={40} />
          </Panel>
        )}
        {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
        {found.data !== undefined && <Groups raises={found.data.raises} />}
      </div>
    </>
  );
}

const groups = [
  ['yours', 'Waiting for you'],
  ['under_way', 'Under way'],
  ['done', 'Done'],
] as const;

export function Groups({ raises }: { readonly raises: readonly ListedRaise[] }): ReactElement {
  if (raises.length === 0)
    return (
      <Panel>
        <EmptyPanel
          icon={<IconStairsUp size={28} />}
          title="Nothing is proposed"
          action={<LinkButton to="/pay">Whose pay I may see</LinkButton>}
        >
          A raise or promotion is proposed on the page of somebody’s pay. Others approve it, and it takes effect by
          itself on its day.
        </EmptyPanel>
      </Panel>
    );
  const byGroup = Map.groupBy(raises, groupOf);
  return (
    <>
      {groups.map(([group, title]) => {
        const of = byGroup.get(group) ?? [];
        if (of.length === 0) return null;
        return (
          <Panel key={group} title={title}>
            <ul className={classes.rows}>
              {of.map((raise) => (
                <Row key={raise.id} raise={raise} />
              ))}
            </ul>
          </Panel>
        );
      })}
    </>
  );
}

function Row({ raise }: { readonly raise: ListedRaise }): ReactElement {
  const { id, name, from, state, proposedBy, released, isMine } = raise;
  const { words, color } = stateWords[state];
  const untold = (state === 'approved' || state === 'in_force') && !released;
  const facts = [
    `From ${dayText(from)}`,
    isMine ? 'proposed by you' : `proposed by ${proposedBy}`,
    ...(state === 'open' ? [approvalsText(raise).toLowerCase()] : []),
    ...(untold ? ['not told yet'] : []),
  ];
  return (
    <li>
      <div>
        <TextLink to="/pay/raises/$id" params={{ id }}>
          {name}
        </TextLink>
        <Text size="sm" c="dimmed">
          {facts.join(' · ')}
        </Text>
      </div>
      <div>
        <Badge variant="light" color={state === 'in_force' && untold ? 'orange' : color}>
          {words}
        </Badge>
      </div>
    </li>
  );
}
